// Windows of a browser, one for each person who sits at it: whoever has signed in there stays so, as at work. What is
// wrong on any of their pages is kept.

import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { byHand, type Hand } from "./hands.ts";

/** How somebody looks at pages and works with them. */
export interface Manner {
  /** In CSS pixels. */
  width?: number;
  /** Text so many times as large. */
  text?: 1 | 2;
  hand?: Hand;
}

/** What is asked of a page from within. */
const IN_PAGE = fileURLToPath(new URL("./in-page.mjs", import.meta.url));
/** Of a busy machine a page may want so long. */
const PATIENCE_MS = 20_000;
const HEIGHT = 800;
/** The size of plain text that a browser begins with. */
const PLAIN_PX = 16;

export class Windows {
  private readonly pages = new Map<string, Page>();
  private readonly wrong: string[] = [];
  readonly hand: Hand;

  constructor(
    private readonly browser: Browser,
    readonly origin: string,
    private readonly manner: Manner = {},
  ) {
    this.hand = manner.hand ?? byHand;
  }

  /** The one of a person, by whatever they are called; `fresh`: nobody has signed in there. */
  async of(person: string): Promise<{ page: Page; fresh: boolean }> {
    const there = this.pages.get(person);
    if (there !== undefined) return { page: there, fresh: false };
    const page = await this.opened();
    this.pages.set(person, page);
    return { page, fresh: true };
  }

  private async opened(): Promise<Page> {
    const { width = 1280, text = 1 } = this.manner;
    const context = await this.browser.newContext({ viewport: { width, height: HEIGHT }, reducedMotion: "reduce" });
    await context.addInitScript({ path: IN_PAGE });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    if (text !== 1) {
      const session = await context.newCDPSession(page);
      await session.send("Page.setFontSizes", { fontSizes: { standard: text * PLAIN_PX } });
    }
    page.on("console", (message) => {
      if (message.type() !== "error" && message.type() !== "warning") return;
      this.finds(`console at ${message.location().url}: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.finds(`script: ${error.message}`));
    return page;
  }

  /** Something is wrong. */
  finds(fault: string): void {
    this.wrong.push(fault);
  }

  /** What was wrong since it was last asked. */
  faults(): string[] {
    return this.wrong.splice(0);
  }

  /** Closes all of them: who comes next signs in. */
  async close(): Promise<void> {
    const pages = [...this.pages.values()];
    this.pages.clear();
    await Promise.all(pages.map((page) => page.context().close()));
  }
}

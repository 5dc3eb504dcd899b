// Somebody at a browser: they know what they see and read, and nothing of how a page is made. Links and buttons are
// found by their names, fields by their labels; what is counted is what they had to look at and to press.

import { readFile } from "node:fs/promises";
import type { Browser, Locator, Page } from "playwright-core";
import { Windows, type Manner } from "./windows.ts";

/** What it took to come to an end. `knew`: what stood on no page. */
export interface Taken {
  pages: string[];
  clicks: number;
  fields: number;
  knew: string[];
}

/** What a link, a button or a field is called: the whole of it, or a part of it. */
export type Name = string | RegExp;

/**
 * What is asked, and what somebody answers: a text, a day as `2025-03-11`, the words of a choice (or of the first that
 * is there), a tick.
 */
export type Answers = readonly (readonly [asks: RegExp, answer: Name | readonly Name[] | true])[];

/** A field as it is read (in-page.mjs). */
interface Control {
  at: number;
  kind: string;
  label: string;
  legend: string;
  options: string[];
}

/** What is seen of a page that has come. */
interface Arrival {
  heading: string;
  faults: string[];
}

/** More pages than any form has. */
const MOST_PAGES = 15;
const fits = (answer: Name, words: string): boolean =>
  answer instanceof RegExp ? answer.test(words) : words === answer;

/** What of a day goes into one of its three fields; any other text whole. */
function dayPart(label: string, answer: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(answer) ?? [];
  const part = { Day: day, Month: month, Year: year }[label];
  return part === undefined ? answer : String(Number(part));
}

/** So long the service may take for what it does beside a page; for so long one looks before one looks anew. */
const WORK_MS = 60_000;
const LOOK_MS = 500;

export class Walker {
  readonly taken: Taken = { pages: [], clicks: 0, fields: 0, knew: [] };
  private shown: Page | null = null;

  /** Somebody at one of these windows: signIn() says who. */
  constructor(private readonly windows: Windows) {}

  /** Somebody who has just opened a browser. closes() ends it. */
  static at(browser: Browser, origin: string, manner: Manner = {}): Walker {
    return new Walker(new Windows(browser, origin, manner));
  }

  /** The page before them. @throws where nobody has sat down */
  get page(): Page {
    if (this.shown === null) throw new Error("Nobody has signed in.");
    return this.shown;
  }

  /**
   * Begins as the one whose button at the sign-in says so, or hands over to them: at a window of theirs, where they
   * sign in but once. What is counted goes on.
   */
  async signIn(who: Name): Promise<void> {
    const { page, fresh } = await this.windows.of(String(who));
    this.shown = page;
    if (!fresh) return this.comesBy("/");
    await page.goto(`${this.windows.origin}/sign-in`);
    await this.leaves(() => page.getByRole("button", { name: who }).first().click());
    await this.arrived();
  }

  /** Begins as somebody who has not signed in, at an address of the service. */
  async comesAsStranger(address = "/"): Promise<void> {
    this.shown = (await this.windows.of("a stranger")).page;
    await this.comesBy(address);
  }

  /** Types an address: for what nobody is to be led to, such as a link in a letter. */
  async comesBy(address: string): Promise<void> {
    await this.leaves(async () => void (await this.page.goto(new URL(address, this.windows.origin).href)));
    await this.arrived();
  }

  /** Sends a form of the page as it stands: one of those that the page says it has (in-page.mjs). */
  async sends(at: number): Promise<void> {
    await this.leaves(() => this.page.evaluate(`atThePage.send(${at})`));
    await this.arrived();
  }

  /** Goes to one of the pages at the top, unfolding them where there is no room. */
  async menu(name: Name): Promise<void> {
    const pages = this.page.getByRole("navigation", { name: "Pages" });
    const folded = this.page.getByRole("button", { name: "Menu", exact: true });
    if (await folded.isVisible()) await this.windows.hand.press(this.page, folded);
    await this.press(name, pages);
  }

  /** Goes by a link or a button; in a part of the page, where several are called so. */
  async press(name: Name, part?: Locator): Promise<void> {
    const within = part ?? this.page;
    const [link, button] = (["link", "button"] as const).map((role) => within.getByRole(role, { name, exact: true }));
    if (link && button) await this.goBy(link.or(button));
  }

  /** Takes a file along. Answers what is in it. */
  async downloads(name: Name): Promise<string> {
    this.taken.clicks += 1;
    const link = this.page.getByRole("link", { name }).first();
    const [file] = await Promise.all([this.page.waitForEvent("download"), this.windows.hand.press(this.page, link)]);
    return readFile(await file.path(), "utf8");
  }

  /** Opens what most do not need, where it is closed. */
  async open(summary: Name): Promise<void> {
    const closed = this.page.locator("details:not([open]) > summary").filter({ hasText: summary });
    if ((await closed.count()) === 0) return;
    this.taken.clicks += 1;
    await this.windows.hand.press(this.page, closed.first());
  }

  /** Turns to another part of the same page, where not all are shown one below the other. */
  async turnTo(tab: Name): Promise<void> {
    const there = this.page.getByRole("tab", { name: tab });
    if (!(await there.isVisible())) return;
    this.taken.clicks += 1;
    await this.windows.hand.press(this.page, there);
  }

  /**
   * Answers whatever is asked, page after page, until the heading is another: each field of which the words (its
   * label's, or those over its group) fit gets the answer. What nothing fits is left as it is. @throws where the page
   * says that something is wrong
   */
  async answer(answers: Answers, buttons: readonly Name[], until: Name): Promise<void> {
    for (let page = 0; page < MOST_PAGES; page++) {
      for (const control of await this.controls()) await this.answerOne(control, answers);
      await this.pressFirst(buttons);
      const wrong = this.page.getByRole("alert").filter({ hasText: "There is a problem" });
      if (await wrong.isVisible()) throw new Error(`${this.heading}: ${await wrong.innerText()}`);
      if (typeof until === "string" ? this.heading === until : until.test(this.heading)) return;
    }
    throw new Error(`Page after page, and no ${String(until)}: ${this.heading}`);
  }

  private async controls(): Promise<Control[]> {
    return this.page.evaluate<Control[]>("atThePage.controls()");
  }

  private async answerOne({ at, kind, label, legend, options }: Control, answers: Answers): Promise<void> {
    const field = this.page.getByRole("main").locator("input, select, textarea").nth(at);
    const answer = answers.find(([asks]) => asks.test(label) || asks.test(legend))?.[1];
    if (answer === undefined) return;
    const all: readonly Name[] = answer === true ? [/^/u] : [answer].flat();
    const said = [label, ...options].find((words) => all.some((each) => fits(each, words)));
    const choice = kind === "radio" || kind === "checkbox" || kind === "select";
    if (choice && said === undefined) return;
    if (choice && kind !== "select") return this.tickIt(field);
    this.taken.fields += 1;
    if (kind === "select") await this.windows.hand.choose(this.page, field, said ?? "");
    else await this.windows.hand.type(this.page, field, dayPart(label, String(all[0])));
  }

  private async tickIt(field: Locator): Promise<void> {
    if (await field.isChecked()) return;
    this.taken.clicks += 1;
    await this.windows.hand.tick(this.page, field);
  }

  private async pressFirst(buttons: readonly Name[]): Promise<void> {
    const main = this.page.getByRole("main");
    for (const name of buttons) {
      const button = main.getByRole("button", { name, exact: true });
      if (await button.first().isVisible()) return this.goBy(button);
    }
    throw new Error(`${this.heading}: no button ${buttons.map(String).join(" or ")}`);
  }

  /**
   * Types what one knows of a school's name, letter by letter, and takes the one that is suggested with the arrows and
   * Enter.
   */
  async picks(field: Name, typed: string, school: Name): Promise<void> {
    const box = this.page.getByRole("combobox", { name: field });
    await this.windows.hand.type(this.page, box, "");
    await this.page.keyboard.type(typed);
    const options = this.page.getByRole("option");
    await options.filter({ hasText: school }).first().waitFor();
    const here = options.filter({ hasText: school }).and(this.page.locator("[aria-selected=true]"));
    for (let left = await options.count(); left > 0 && (await here.count()) === 0; left--)
      await this.page.keyboard.press("ArrowDown");
    await this.page.keyboard.press("Enter");
    this.taken.fields += 1;
    if (typeof school === "string" && !(await box.inputValue()).startsWith(school))
      throw new Error(`“${await box.inputValue()}” was taken for ${school}.`);
  }

  /** Ticks a box by its words. */
  async tick(name: Name): Promise<void> {
    await this.tickIt(this.page.getByRole("checkbox", { name }).first());
  }

  /** Waits until a circle or a box of these words is ticked. */
  async seesTicked(name: RegExp): Promise<void> {
    const [circle, box] = (["radio", "checkbox"] as const).map((role) =>
      this.page.getByRole(role, { name, checked: true }),
    );
    if (circle && box) await circle.or(box).first().waitFor({ state: "attached" });
  }

  /** Waits until a text stands on the page. */
  async sees(text: Name): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** Looks at the page anew until a text stands there: what takes the service a moment. */
  async looksAgainFor(text: Name): Promise<void> {
    const there = this.page.getByText(text).first();
    for (const until = Date.now() + WORK_MS; ; await this.page.reload())
      try {
        return await there.waitFor({ timeout: LOOK_MS });
      } catch (error) {
        if (Date.now() > until) throw error;
      }
  }

  /** What stands in the page's main part. */
  async reads(): Promise<string> {
    return this.page.getByRole("main").innerText();
  }

  /** A part of the page, by the heading over it. */
  part(heading: Name): Locator {
    return this.page.getByRole("region", { name: heading });
  }

  /** Something that stood on no page, where a text is asked for in a field of this name. */
  async knowsFor(field: Name, what: string): Promise<void> {
    if (await this.page.getByRole("textbox", { name: field }).isVisible()) this.taken.knew.push(what);
  }

  get heading(): string {
    return this.taken.pages.at(-1) ?? "";
  }

  /** Closes the browser's windows. */
  async closes(): Promise<void> {
    await this.windows.close();
  }

  /** @throws for all that was wrong on the way */
  mustBeSound(): void {
    const wrong = this.windows.faults();
    if (wrong.length > 0) throw new Error(wrong.join("\n"));
  }

  private async goBy(way: Locator): Promise<void> {
    this.taken.clicks += 1;
    await this.leaves(() => this.windows.hand.press(this.page, way.first()));
    await this.arrived();
  }

  private async leaves(way: () => Promise<void>): Promise<void> {
    await Promise.all([this.page.waitForEvent("load"), way()]);
  }

  /** A page has come: it is counted, and looked at. */
  private async arrived(): Promise<void> {
    const { heading, faults } = await this.page.evaluate<Arrival>("atThePage.arrival()");
    this.taken.pages.push(heading);
    for (const fault of faults) this.windows.finds(`${heading} (${new URL(this.page.url()).pathname}): ${fault}`);
  }
}

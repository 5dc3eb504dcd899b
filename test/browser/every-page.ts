// Every kind of page that somebody comes to by links, looked at on a desk and on a phone.

import { kindOf, NO_PAGE } from "../support/crawl.ts";
import { axeFinds } from "./axe.ts";
import type { Walker } from "./walker.ts";

/** CSS pixels: a desk, a phone, and what a page is to be read at without pushing it to and fro. */
const DESK = 1280;
const PHONE = 375;
const NARROW = 320;
const HEIGHT = 800;

/** What was found: which kinds of page there are, and what is wrong, each with the page it is wrong on. */
export interface Looked {
  kinds: readonly string[];
  wrong: readonly string[];
}

/** Looks at one page of each kind, from the one that is shown on. */
export async function everyPage(walker: Walker): Promise<Looked> {
  const ways = ["/"];
  const kinds = new Set<string>();
  const wrong: string[] = [];
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    const kind = kindOf(way);
    if (kinds.has(kind) || NO_PAGE.test(way)) continue;
    kinds.add(kind);
    await walker.page.setViewportSize({ width: DESK, height: HEIGHT });
    await walker.comesBy(way);
    wrong.push(...(await wrongWith(walker)).map((fault) => `${way} ${fault}`));
    ways.push(...(await walker.page.evaluate<string[]>("atThePage.ways()")));
  }
  return { kinds: [...kinds], wrong };
}

/** What is wrong with the page that is shown. */
export async function wrongWith({ page }: Walker): Promise<string[]> {
  await page.evaluate("atThePage.openAll()");
  const wrong: string[] = [];
  for (const width of [DESK, PHONE]) {
    await page.setViewportSize({ width, height: HEIGHT });
    wrong.push(...(await axeFinds(page)).map((fault) => `at ${width}: ${fault}`));
  }
  await page.setViewportSize({ width: NARROW, height: HEIGHT });
  const wide = await page.evaluate<string[]>("atThePage.tooWide()");
  const unseen = await page.evaluate<string[]>("atThePage.unseenFocus()");
  return [...wrong, ...[...wide, ...unseen].map((fault) => `at ${NARROW}: ${fault}`)];
}

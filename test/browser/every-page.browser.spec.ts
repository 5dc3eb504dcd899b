// Every kind of page is for everybody: no rule of WCAG 2.2 (A, AA) nor of best practice is broken on a desk or on a
// phone, nothing is wider than 320 CSS pixels without its own scroll, and what has the focus shows it.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser } from "playwright-core";
import { startChromium } from "./chromium.ts";
import { everyPage, wrongWith } from "./every-page.ts";
import { FINANCE, HUB_LEAD, TAKES_PART } from "./journeys/journey.ts";
import { Walker } from "./walker.ts";
import { startWorld, type World } from "./world.ts";

const WHO = [
  ["a hub lead", HUB_LEAD],
  ["a finance officer", FINANCE],
  ["a Work Group lead", /Work Group lead, Great North \(primary development\)/u],
  ["a school", TAKES_PART],
  ["an operator", /Operator/u],
  ["an auditor", /Auditor/u],
] as const;
let world: World;
let browser: Browser;

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), startChromium()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await world?.stop();
}, 30_000);

describe("Every kind of page is for everybody", () => {
  it.each(WHO)(
    "that %s comes to",
    async (_, who) => {
      const walker = Walker.at(browser, world.api.origin);
      await walker.signIn(who);
      const { kinds, wrong } = await everyPage(walker);
      await walker.closes();
      expect(wrong).toEqual([]);
      expect(kinds.length).toBeGreaterThan(8);
      walker.mustBeSound();
    },
    600_000,
  );

  it("also those of a note of the hub: how it is written, read, changed, taken back, and found in a list", async () => {
    const walker = Walker.at(browser, world.api.origin);
    await walker.signIn(HUB_LEAD);
    const [{ id }] = await world.store.owner.query<[{ id: string }]>(
      "select id from journeys where hub = 'great-north' and status = 'participating' order by id limit 1",
    );
    await walker.comesBy(`/journeys/${id}/notes`);
    await walker.page.getByLabel("Note", { exact: true }).fill("Ask who follows.");
    const [year = "", month = "", day = ""] = world.api.now().slice(0, 10).split("-");
    for (const [part, value] of Object.entries({ Day: day, Month: month, Year: year }))
      await walker.page.getByLabel(part, { exact: true }).fill(value);
    await walker.press("Keep the note");
    await walker.sees("Ask who follows.");
    const wrong = await wrongWith(walker);
    const link = async (ends: string) => (await walker.page.locator(`a[href$="${ends}"]`).getAttribute("href")) ?? "";
    for (const way of [await link("/amend"), await link("/withdraw"), "/follow-ups?due=now"]) {
      await walker.comesBy(way);
      await walker.sees(/Ask who follows|Written on/u);
      wrong.push(...(await wrongWith(walker)).map((fault) => `${way} ${fault}`));
    }
    await walker.closes();
    expect(wrong).toEqual([]);
  }, 120_000);

  it("also where something is wrong: a form that is turned down, and an address at which nothing is", async () => {
    const walker = Walker.at(browser, world.api.origin);
    await walker.signIn(HUB_LEAD);
    await walker.comesBy("/groups/new");
    await walker.press("Form the Work Group");
    expect(await wrongWith(walker)).toEqual([]);
    await walker.comesBy("/nothing");
    expect(await wrongWith(walker)).toEqual([]);
    await walker.closes();
  }, 120_000);
});

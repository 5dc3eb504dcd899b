// Where a school is looked for, schools are suggested as one types: by keyboard and by mouse, on a desk and on a phone.
// Whoever takes none of them finds the school as without a script.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Locator } from "playwright-core";
import { axeFinds } from "./axe.ts";
import { startChromium } from "./chromium.ts";
import { HUB_LEAD, NEWCOMER } from "./journeys/journey.ts";
import { Walker, type Name } from "./walker.ts";
import { startWorld, type World } from "./world.ts";

const SCHOOL = "Beacon Hill Primary School";
const PICKED = `${SCHOOL} (900901)`;
let world: World;
let browser: Browser;
let walker: Walker;

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), startChromium()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
}, 30_000);

/** A list to choose from is called so too. */
const field = (): Locator => walker.page.getByRole("combobox").and(walker.page.locator("input"));
const arrowAndEnter = async (): Promise<void> => {
  await walker.page.keyboard.press("ArrowDown");
  await walker.page.keyboard.press("Enter");
};
const options = (): Locator => walker.page.getByRole("option");

/** Types, and waits until that is suggested. */
async function sees(typed: string, school: string): Promise<Locator> {
  await field().pressSequentially(typed);
  const option = options().filter({ hasText: school }).first();
  await option.waitFor();
  return option;
}

describe.each([
  ["at a desk", 1280],
  ["on a phone", 375],
] as const)("%s, schools are suggested", (_, width) => {
  const visits =
    (address: string, test: () => Promise<void>, who: Name = HUB_LEAD) =>
    async (): Promise<void> => {
      walker = Walker.at(browser, world.api.origin, { width });
      await walker.signIn(who);
      await walker.comesBy(address);
      await test();
      await walker.closes();
      walker.mustBeSound();
    };

  it(
    "to whoever applies for one: arrows and Enter pick it, and what it may apply for is the next page",
    visits("/apply", async () => {
      await sees("beacon hil", SCHOOL);
      expect(await field().getAttribute("aria-expanded")).toBe("true");
      expect(await walker.page.getByRole("status").innerText()).toMatch(/^1 school is suggested/u);
      await walker.page.keyboard.press("ArrowDown");
      const active = await field().getAttribute("aria-activedescendant");
      expect(await walker.page.locator(`#${active}`).innerText()).toContain(SCHOOL);
      expect(await axeFinds(walker.page)).toEqual([]);
      expect(await walker.page.evaluate<string[]>("atThePage.tooWide()")).toEqual([]);
      await walker.page.keyboard.press("Enter");
      expect([await field().inputValue(), await options().count()]).toEqual([PICKED, 0]);
      await walker.press("Find the school");
      expect(walker.heading).toBe("What your school may apply for");
      expect(await walker.reads()).toContain(SCHOOL);
    }),
    60_000,
  );

  it(
    "to a school that would like to be placed with another",
    visits(
      "/apply/2025-26/primary-readiness/schools",
      async () => {
        await sees("longbridge", "Longbridge Primary Academy");
        await arrowAndEnter();
        await walker.press("Find the school");
        await walker.seesTicked(/^Longbridge Primary Academy/u);
      },
      NEWCOMER,
    ),
    60_000,
  );

  it(
    "in the search, those that one sees: one that is pressed leads to its school",
    visits("/search", async () => {
      const [known = ""] = await journeysOfGreatNorth();
      await (await sees(known.slice(0, 6), known)).click();
      expect(await field().inputValue()).toContain(known);
      expect(await walker.page.locator(":focus").getAttribute("role")).toBe("combobox");
      await walker.press("Search", walker.page.getByRole("main"));
      expect(walker.heading).toContain(known);
      // Nobody has begun a journey there.
      await walker.comesBy("/search");
      await field().pressSequentially("beacon hill");
      await walker.press("Search", walker.page.getByRole("main"));
      expect(await walker.reads()).not.toContain(SCHOOL);
    }),
    60_000,
  );

  it(
    "to whoever reads as somebody of a school, those that they see",
    visits("/read-as", async () => {
      await walker.page.getByRole("radio", { name: "School contact" }).check();
      const [known = ""] = await journeysOfGreatNorth();
      await sees(known.slice(0, 6), known);
      await arrowAndEnter();
      expect(await axeFinds(walker.page)).toEqual([]);
      await walker.press("Start reading");
      expect(walker.heading).toBe(`To do at ${known}`);
    }),
    60_000,
  );

  it(
    "to a hub that names those that may apply: each that is picked is put into the list",
    visits("/named-schools/2025-26/primary-readiness", async () => {
      await sees("beacon", SCHOOL);
      await arrowAndEnter();
      await walker.press("Add it to the list");
      expect(await walker.page.getByRole("textbox", { name: /^Schools that may apply/u }).inputValue()).toBe(PICKED);
      expect([await field().inputValue(), await axeFinds(walker.page)]).toEqual(["", []]);
    }),
    60_000,
  );

  it("to an operator who says which school takes over, who sees what would come of it", async () => {
    const [{ id = "" } = {}] = await world.store.app.query<{ id: string }[]>(
      "select id from journeys where status = 'participating' and phase = 'primary' order by id limit 1",
    );
    await visits(
      `/journeys/${id}/succeed-school`,
      async () => {
        await sees("beacon", SCHOOL);
        await arrowAndEnter();
        expect(await axeFinds(walker.page)).toEqual([]);
        await walker.answer([[/^Why/u, "It is an academy now"]], ["Continue"], /successor/u);
        expect(await walker.reads()).toContain("URN 900901 instead of");
      },
      /Operator/u,
    )();
  }, 60_000);

  it(
    "and nothing is in the way of who takes none: Escape keeps what is typed, Enter sends it",
    visits("/apply", async () => {
      await sees("beacon", SCHOOL);
      await walker.page.keyboard.press("Escape");
      expect([await field().inputValue(), await options().count()]).toEqual(["beacon", 0]);
      await sees(" hill", SCHOOL);
      await walker.press("Find the school");
      expect(await walker.page.getByRole("radio", { name: SCHOOL, checked: true }).count()).toBe(1);
      await field().fill("beacon");
      await options().first().waitFor();
      await Promise.all([walker.page.waitForEvent("load"), walker.page.keyboard.press("Enter")]);
      expect(new URL(walker.page.url()).search).toBe("?q=beacon");
    }),
    60_000,
  );
});

/** What schools of the hub are called, by name. */
async function journeysOfGreatNorth(): Promise<string[]> {
  const rows = await world.store.app.query<{ name: string }[]>(
    `select name from schools join journeys on journeys.urn = schools.urn where hub = 'great-north' order by name`,
  );
  return rows.map(({ name }) => name);
}

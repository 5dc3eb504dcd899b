// A hub of more than 120 schools: one of them is found with a mouse, with the keyboard alone, and on a phone. The
// schools are of the demonstration's rules and names, and not of its years: those have 67 schools of this hub, and take
// more than a minute to be lived through anew with each change of a rule.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser } from "playwright-core";
import { generator } from "../../apps/demo/generator.ts";
import { schoolName } from "../../apps/demo/names.ts";
import { schoolsOf, seedGrants } from "../support/released-grants.ts";
import { startChromium } from "./chromium.ts";
import { byKeyboard } from "./hands.ts";
import { list, search } from "./journeys/among-many.ts";
import type { Journey } from "./journeys/journey.ts";
import { tellTaken, walked } from "./walked.ts";
import type { Taken } from "./walker.ts";
import { Windows, type Manner } from "./windows.ts";
import { startWorld, type World } from "./world.ts";

const SCHOOLS = 120;
const MANNERS: readonly (readonly [how: string, manner: Manner])[] = [
  ["at a desk", {}],
  ["with the keyboard alone", { hand: byKeyboard }],
  ["on a phone", { width: 375 }],
];
const WALKS: readonly Journey[] = [search, list];
let world: World;
let browser: Browser;

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), startChromium()]);
  const chance = generator(1);
  // Of the demonstration's own, whose names are made of the same parts, each is there once.
  const taken = new Set(["Longcroft", "Longbridge"]);
  await seedGrants(
    world.store.app,
    schoolsOf(SCHOOLS, ["great-north"]).map((one) => ({ ...one, name: schoolName(chance, "primary", taken).name })),
    "payable",
  );
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
}, 30_000);

describe.each(MANNERS)(`Among ${SCHOOLS} schools and more, %s, a hub’s lead comes to`, (how, manner) => {
  const took: [string, Taken][] = [];
  let windows: Windows;
  beforeAll(() => {
    windows = new Windows(browser, world.api.origin, manner);
  });
  afterAll(async () => {
    tellTaken(`among ${SCHOOLS} schools, ${how}`, took);
    await windows?.close();
  }, 30_000);

  it.each(WALKS.map((journey) => [journey.does, journey] as const))(
    "%s",
    async (does, journey) => {
      const taken = await walked(windows, world, journey);
      took.push([does, taken]);
      // Nobody leafs through pages of a list for one school.
      expect(taken.clicks).toBeLessThanOrEqual(5);
    },
    60_000,
  );
});

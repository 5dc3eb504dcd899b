// What people do most often they do on a phone, with the keyboard alone, and at twice the size of text as well.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser } from "playwright-core";
import { startChromium } from "./chromium.ts";
import { byKeyboard } from "./hands.ts";
import type { Journey } from "./journeys/journey.ts";
import * as hubs from "./journeys/hubs.ts";
import { money } from "./journeys/money.ts";
import * as schools from "./journeys/schools.ts";
import { tellTaken, walked } from "./walked.ts";
import type { Taken } from "./walker.ts";
import { Windows, type Manner } from "./windows.ts";
import { startWorld, type World } from "./world.ts";

const MANNERS: readonly (readonly [how: string, manner: Manner])[] = [
  ["on a phone", { width: 375 }],
  ["with the keyboard alone", { hand: byKeyboard }],
  ["at twice the size of text", { text: 2 }],
];
const OFTEN: readonly Journey[] = [
  schools.apply,
  hubs.offer,
  schools.accept,
  hubs.tasks,
  hubs.mendAddress,
  money,
  hubs.register,
];
let browser: Browser;

beforeAll(async () => {
  browser = await startChromium();
}, 120_000);

afterAll(() => browser?.close());

describe.each(MANNERS)("In a browser, %s, people", (how, manner) => {
  const taken: [string, Taken][] = [];
  let world: World;
  let windows: Windows;
  beforeAll(async () => {
    world = await startWorld();
    windows = new Windows(browser, world.api.origin, manner);
  }, 120_000);
  afterAll(async () => {
    tellTaken(how, taken);
    await windows?.close();
    await world?.stop();
  }, 30_000);

  it.each(OFTEN.map((journey) => [journey.does, journey] as const))(
    "%s",
    async (does, journey) => {
      const took = await walked(windows, world, journey);
      taken.push([does, took]);
      expect(took.clicks).toBeGreaterThan(0);
    },
    120_000,
  );
});

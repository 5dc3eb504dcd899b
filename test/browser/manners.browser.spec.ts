// What people do most often they do on a phone, with the keyboard alone, and at twice the size of text as well.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser } from "playwright-core";
import { startChromium } from "./chromium.ts";
import { byKeyboard } from "./hands.ts";
import type { Journey } from "./journeys/journey.ts";
import * as hubs from "./journeys/hubs.ts";
import { money } from "./journeys/money.ts";
import * as schools from "./journeys/schools.ts";
import { asTable, walked } from "./walked.ts";
import type { Manner, Taken } from "./walker.ts";
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
  beforeAll(async () => {
    world = await startWorld();
  }, 120_000);
  afterAll(async () => {
    process.stderr.write(asTable(how, taken));
    await world?.stop();
  }, 30_000);

  it.each(OFTEN.map((journey) => [journey.does, journey] as const))(
    "%s",
    async (does, journey) => {
      if (journey.at !== undefined) await world.goTo(journey.at);
      const took = await walked(browser, world.api.origin, journey, manner);
      taken.push([does, took]);
      expect(took.clicks).toBeGreaterThan(0);
    },
    120_000,
  );
});

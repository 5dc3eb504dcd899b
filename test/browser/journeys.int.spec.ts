// A real browser: people come to the end of what they came for, by what they read alone.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser } from "playwright-core";
import { startChromium } from "./chromium.ts";
import type { Journey } from "./journeys/journey.ts";
import * as hubs from "./journeys/hubs.ts";
import * as lists from "./journeys/lists.ts";
import * as money from "./journeys/money.ts";
import * as schools from "./journeys/schools.ts";
import { tellTaken, walked } from "./walked.ts";
import type { Taken } from "./walker.ts";
import { Windows } from "./windows.ts";
import { startWorld, type World } from "./world.ts";

/**
 * People work side by side: in each row one after another, for each finds what those before it have left. What one does
 * for many schools, or to the year, is done when the others are.
 */
const ROWS: readonly (readonly Journey[])[] = [
  [
    ...[schools.apply, hubs.offer, schools.accept, hubs.formGroup],
    ...[hubs.findSchool, lists.spreadsheet, lists.print, schools.calendar],
  ],
  [hubs.tasks, hubs.mendAddress, money.money, money.why, schools.headChanges, hubs.correctAttendance],
];
const THEN: readonly Journey[] = [lists.several, hubs.turn, hubs.register];
const ALL = [...ROWS.flat(), ...THEN];
const taken: [string, Taken][] = [];
const walks = new Map<Journey, Promise<Taken>>();
let world: World;
let browser: Browser;

/** Each begins when what is `before` it has come to its end, whichever that is. */
function inRow(row: readonly Journey[], before: Promise<unknown>, windows: Windows): Promise<unknown> {
  return row.reduce((last, journey) => {
    const walk = last.then(() => walked(windows, world, journey));
    walks.set(journey, walk);
    return walk.catch(() => null); // its test tells
  }, before);
}

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), startChromium()]);
  const begins = Promise.resolve();
  const rows = ROWS.map((row) => inRow(row, begins, new Windows(browser, world.api.origin)));
  void inRow(THEN, Promise.all(rows), new Windows(browser, world.api.origin));
}, 120_000);

afterAll(async () => {
  tellTaken("at a desk", taken);
  await browser?.close();
  await world?.stop();
}, 30_000);

describe("In a browser, people", () => {
  it.each(ALL.map((journey) => [journey.does, journey] as const))(
    "%s",
    async (does, journey) => {
      const took = await walks.get(journey);
      expect(took?.clicks).toBeGreaterThan(0);
      if (took) taken.push([does, took]);
    },
    120_000,
  );
});

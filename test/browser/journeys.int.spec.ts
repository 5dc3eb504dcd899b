// A real browser: people come to the end of what they came for, by what they read alone.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser } from "playwright-core";
import { startChromium } from "./chromium.ts";
import type { Journey } from "./journeys/journey.ts";
import * as hubs from "./journeys/hubs.ts";
import * as lists from "./journeys/lists.ts";
import * as money from "./journeys/money.ts";
import * as schools from "./journeys/schools.ts";
import { asTable, walked } from "./walked.ts";
import type { Taken } from "./walker.ts";
import { startWorld, type World } from "./world.ts";

/** In this order: each finds what those before it have left. */
const ALL: readonly Journey[] = [
  schools.apply,
  hubs.offer,
  schools.accept,
  hubs.formGroup,
  hubs.tasks,
  hubs.mendAddress,
  money.money,
  money.why,
  schools.calendar,
  schools.headChanges,
  hubs.findSchool,
  lists.spreadsheet,
  lists.print,
  lists.several,
  hubs.correctAttendance,
  hubs.turn,
  hubs.register,
];
const taken: [string, Taken][] = [];
let world: World;
let browser: Browser;

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), startChromium()]);
}, 120_000);

afterAll(async () => {
  process.stderr.write(asTable("at a desk", taken));
  await browser?.close();
  await world?.stop();
}, 30_000);

describe("In a browser, people", () => {
  it.each(ALL.map((journey) => [journey.does, journey] as const))(
    "%s",
    async (does, journey) => {
      if (journey.at !== undefined) await world.goTo(journey.at);
      const took = await walked(browser, world.api.origin, journey);
      taken.push([does, took]);
      expect(took.clicks).toBeGreaterThan(0);
    },
    120_000,
  );
});

// The years of a demonstration, made: both hubs live from their first application to the day that is shown, day by day
// side by side, each in an order of its own that is the same from the same seed.

import { addDays } from "../../libs/calendar/dates.ts";
import { instantAt, type LocalDate } from "../../libs/calendar/instants.ts";
import { isSchoolDay } from "../../libs/calendar/terms.ts";
import { JOURNEY_STATUSES, type JourneyStatus } from "../../libs/journey/state.ts";
import { castOf, type DemoHub } from "./cast.ts";
import type { Size } from "./cohorts.ts";
import { DEMO_BEGINS, DEMO_DAY } from "./demo-day.ts";
import { leadsToldAt, morningAt, sharedOf, type Making } from "./desk.ts";
import type { TurnedDown } from "./hub.ts";
import { FIRST_DAY, lifeOf, type Life, type Lived } from "./life.ts";
import { takeInRegister } from "./register.ts";

export interface Filling {
  size: Size;
  seed: number;
  /** Told of each day that has been made. */
  told?: (day: LocalDate) => void;
  /** Where hubs live; else in this thread. */
  lives?: (hubs: readonly DemoHub[]) => Promise<Life[]>;
}

/** What was made. */
export interface Filled extends Omit<Lived, "statuses"> {
  turnedDown: readonly TurnedDown[];
  /** In which no school is. */
  missing: readonly JourneyStatus[];
}

/** Of the mornings of a hub those since this day are made: nobody reads what came before them. */
const MORNINGS_FROM: LocalDate = "2025-02-24";

/** Fills an empty database, which has every migration. Rejects with StoreError. */
export async function fill(making: Making, { size, seed, told, lives: elsewhere }: Filling): Promise<Filled> {
  const shared = sharedOf(making);
  let lives: Life[] = [];
  try {
    const begins = FIRST_DAY[size];
    const cast = castOf(size, seed);
    await takeInRegister(shared, cast);
    lives = elsewhere ? await elsewhere(cast) : await Promise.all(cast.map((hub) => lifeOf(shared, hub, seed, begins)));
    for (let day = begins; day <= DEMO_DAY; day = addDays(day, 1)) {
      const ends = day === DEMO_DAY ? DEMO_BEGINS : instantAt(day, "23:59:59");
      const morning = instantAt(day, "07:30");
      // Nothing of one hub is another's: they wait for each other once a day, so that the feed is in order of days.
      await Promise.all(lives.map((one) => one.until(morning)));
      if (day >= MORNINGS_FROM && isSchoolDay(shared.rules.calendar, day)) await morningAt(shared, morning);
      await Promise.all(lives.map((one) => one.until(ends)));
      if (day >= MORNINGS_FROM) await leadsToldAt(shared, ends);
      told?.(day);
    }
    return madeOf(await Promise.all(lives.map((one) => one.end())));
  } finally {
    await Promise.all(lives.map((one) => one.stop()));
    await shared.database.close();
  }
}

function madeOf(all: readonly Lived[]): Filled {
  const sum = (count: (one: Lived) => number): number => all.reduce((total, one) => total + count(one), 0);
  const there = new Set(all.flatMap(({ statuses }) => statuses));
  return {
    schools: sum(({ schools }) => schools),
    rounds: sum(({ rounds }) => rounds),
    effects: sum(({ effects }) => effects),
    turnedDown: all.flatMap(({ turnedDown }) => turnedDown),
    missing: JOURNEY_STATUSES.filter((status) => !there.has(status)),
  };
}

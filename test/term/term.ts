// The autumn term of 2026/27 in a few minutes: it hurries over the weeks and dwells on the mornings on which much falls
// due.

import { localDate, type Instant } from "../../libs/calendar/instants.ts";
import type { Knots } from "../support/rule-clock.ts";

/** The variable in which a worker is told the term's clock. */
export const TERM_CLOCK = "TERM_CLOCK";

export const ACADEMIC_YEAR = "2026/27";
/** The evening before the first day of the year. */
const BEGINS: Instant = "2026-08-31T22:00:00Z";
/** The evening of the last day of the autumn term. */
export const ENDS: Instant = "2026-12-18T18:00:00Z";
/** What falls due before it was put there. */
export const isOfTerm = (at: Instant): boolean => localDate(at) >= "2026-09-01";

/** Nine o'clock on the second Monday of term, when every school is reminded. */
export const REMINDED: Instant = "2026-09-14T08:00:00Z";

/** Up to when, and the share of the whole that it takes. */
const LEGS: readonly [Instant, number][] = [
  ["2026-09-01T12:00:00Z", 0.08], // every year begins
  ["2026-09-14T07:30:00Z", 0.05],
  ["2026-09-14T11:00:00Z", 0.25], // the reminders
  ["2026-10-07T07:30:00Z", 0.05],
  ["2026-10-07T12:00:00Z", 0.08], // sessions that were not held: the hubs' leads
  ["2026-12-04T08:30:00Z", 0.09],
  ["2026-12-04T16:00:00Z", 0.32], // chasers
  [ENDS, 0.08],
];

/** In each of these mornings PostgreSQL is restarted. */
export const RESTARTS: readonly Instant[] = ["2026-09-14T08:25:00Z", "2026-10-07T08:20:00Z", "2026-12-04T09:20:00Z"];

/** The term from `startMs` on, in so many milliseconds. */
export function termFrom(startMs: number, lengthMs: number): Knots {
  let real = startMs;
  return [
    { real, rule: BEGINS },
    ...LEGS.map(([rule, share]) => {
      real += share * lengthMs;
      return { real: Math.round(real), rule };
    }),
  ];
}

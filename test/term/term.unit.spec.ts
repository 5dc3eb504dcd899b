// The term's clock: the rules' time and Temporal's, there and back.

import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { instantFromMs, msOf } from "../../libs/calendar/instants.ts";
import { knottedClock } from "../support/rule-clock.ts";
import { ENDS, REMINDED, termFrom } from "./term.ts";
import { sampled } from "../support/sampled.ts";

const START = msOf("2026-11-22T10:00:00Z");
const clock = knottedClock(termFrom(START, 300_000));

it("begins the evening before the year, and comes to the end of term when its minutes are over", () => {
  expect(clock.ours(instantFromMs(START))).toBe("2026-08-31T22:00:00Z");
  expect(clock.theirs(ENDS)).toBe(instantFromMs(START + 300_000));
});

it("has come to a date when the timer that was set for it rings, and not a second before", () => {
  expect(clock.ours(clock.theirs(REMINDED)) >= REMINDED).toBe(true);
  const dates = fc.integer({ min: msOf("2026-08-30T00:00:00Z"), max: msOf("2026-12-20T00:00:00Z") }).map(instantFromMs);
  fc.assert(
    fc.property(
      dates,
      (at) => clock.ours(clock.theirs(at)) >= at && clock.ours(instantFromMs(msOf(clock.theirs(at)) - 1_000)) < at,
    ),
    sampled(),
  );
});

it("never goes back", () => {
  const moments = fc.integer({ min: START - 60_000, max: START + 400_000 }).map(instantFromMs);
  fc.assert(
    fc.property(moments, moments, (one, other) => one > other || clock.ours(one) <= clock.ours(other)),
    sampled(),
  );
});

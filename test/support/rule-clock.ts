// Rule time: the activities live by a clock of their own, while Temporal's goes on as it does.

import type { RuleClock } from "../../activities/in-rule-time.ts";
import { instantFromMs, msOf, type Instant } from "../../libs/calendar/instants.ts";

/** Moments that both clocks show: milliseconds of Temporal's clock, and the rules' instant. Rising, two at least. */
export type Knots = readonly { real: number; rule: Instant }[];

/** How fast the rules' clock goes after the last knot, in seconds a second. */
const AFTERWARDS = 60;

/** A clock that goes evenly from knot to knot; before the first as fast as Temporal's. */
export function knottedClock(knots: Knots): RuleClock & { nowMs(): number } {
  const points = knots.map(({ real, rule }) => ({ real, rule: msOf(rule) }));
  const legs = points.slice(1).map((to, index) => ({
    from: points[index] ?? to,
    speed: (to.rule - (points[index] ?? to).rule) / (to.real - (points[index] ?? to).real),
  }));
  const first = { from: points[0] ?? { real: 0, rule: 0 }, speed: 1 };
  const last = { from: points.at(-1) ?? first.from, speed: AFTERWARDS };
  const all = [...legs, last];
  const ruleMs = (real: number): number => {
    const { from, speed } = all.findLast((leg) => leg.from.real <= real) ?? first;
    return from.rule + (real - from.real) * speed;
  };
  return {
    // A thousandth of a second forgives what division loses.
    ours: (at) => instantFromMs(Math.floor((ruleMs(msOf(at)) + 1) / 1_000) * 1_000),
    theirs(at) {
      const rule = msOf(at);
      const { from, speed } = all.findLast((leg) => leg.from.rule <= rule) ?? first;
      return instantFromMs(Math.ceil((from.real + (rule - from.rule) / speed) / 1_000) * 1_000);
    },
    nowMs: () => ruleMs(Date.now()),
  };
}

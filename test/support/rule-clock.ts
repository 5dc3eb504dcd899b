// Rule time: the activities live by a clock of their own, while Temporal's goes on as it does.

import type { AnyRequest } from "../../activities/advance.ts";
import type { Activities } from "../../activities/index.ts";
import { instantFromMs, msOf, type Instant } from "../../libs/calendar/instants.ts";
import type { Asked, Performed, PerformEffect } from "../../libs/contract/journey.ts";

/** Two clocks that never go back, in whole seconds: `ours(theirs(at)) >= at`, so that what rings has come. */
export interface RuleClock {
  /** What the rules' clock shows when Temporal's shows `at`. */
  ours(at: Instant): Instant;
  /** What Temporal's shows when the rules' has come to `at`. */
  theirs(at: Instant): Instant;
}

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

/** The activities as they are to live by the rules' clock: what they are told of time, and what they answer. */
export function inRuleTime(activities: Activities, { ours, theirs }: RuleClock): Activities {
  // A command stands in its row, by the rules' clock already; what the loop says of its own effects is Temporal's.
  const asked = (command: Asked): Asked => ("type" in command ? { ...command, at: ours(command.at) } : command);
  const inTime =
    (advance: Activities["advance"]): Activities["advance"] =>
    async (request) => {
      const commands = request.commands.map(asked);
      return answered(await advance({ ...request, now: ours(request.now), commands } as AnyRequest));
    };
  const answered = <A extends { due: string | null }>(answer: A): A => ({
    ...answer,
    due: answer.due && theirs(answer.due),
  });
  const performing = (perform: (request: PerformEffect) => Promise<Performed>) => async (request: PerformEffect) => {
    const done = await perform({ ...request, ...(request.now !== undefined && { now: ours(request.now) }) });
    return done.answer === undefined ? done : { ...done, answer: answered(done.answer) };
  };
  return {
    ...activities,
    advance: inTime(activities.advance),
    advanceGroup: inTime(activities.advanceGroup),
    advanceRun: inTime(activities.advanceRun),
    "send-notice": performing(activities["send-notice"]),
    "send-reminder": performing(activities["send-reminder"]),
    "escalate-commitment": performing(activities["escalate-commitment"]),
    "release-grant": performing(activities["release-grant"]),
    "offer-place": performing(activities["offer-place"]),
    "take-steps": performing(activities["take-steps"]),
    "take-payables": performing(activities["take-payables"]),
    "authorise-payments": performing(activities["authorise-payments"]),
    "confirm-payments": performing(activities["confirm-payments"]),
    "let-payments-go": performing(activities["let-payments-go"]),
    // A morning is one of this machine's own clock, and told no other: by the rules' it has not come.
    "hub-mornings": () => Promise.resolve({ hubs: 0, letters: 0 }),
    sweep: (request) => activities.sweep({ now: request?.now ?? ours(instantFromMs(Date.now())) }),
  };
}

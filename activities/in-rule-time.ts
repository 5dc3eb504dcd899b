// Two clocks: Temporal's, which is real, and the one by which the rules live. Workflows know the first alone; what they
// tell an activity of time is told by the second, and what it answers is told back. Only a demonstration and tests have
// two; in service there is one.

import { instantFromMs, msOf, type Instant } from "../libs/calendar/instants.ts";
import type { Asked } from "../libs/contract/journey.ts";
import type { Activities } from "./index.ts";

/** Two clocks that never go back, in whole seconds: `ours(theirs(at)) >= at`, so that what rings has come. */
export interface RuleClock {
  /** What the rules' clock shows when Temporal's shows `at`. */
  ours(at: Instant): Instant;
  /** What Temporal's shows when the rules' has come to `at`. */
  theirs(at: Instant): Instant;
}

/** A clock that goes as fast as Temporal's, `aheadMs` before it (behind it, where that is less than nothing). */
export function shiftedClock(aheadMs: number): RuleClock {
  const whole = Math.round(aheadMs / 1_000) * 1_000;
  return {
    ours: (at) => instantFromMs(msOf(at) + whole),
    theirs: (at) => instantFromMs(msOf(at) - whole),
  };
}

type Any = (request: unknown) => Promise<unknown>;

/** The activities as they are to live by the rules' clock: what they are told of time, and what they answer. */
export function inRuleTime(activities: Activities, { ours, theirs }: RuleClock): Activities {
  // A command stands in its row, by the rules' clock already; what the loop says of its own effects is Temporal's.
  const asked = (command: Asked): Asked => ("type" in command ? { ...command, at: ours(command.at) } : command);
  const told = (request: unknown): unknown => {
    if (typeof request !== "object" || request === null) return request;
    const { now, commands } = request as { now?: Instant; commands?: readonly Asked[] };
    return { ...request, ...(now && { now: ours(now) }), ...(commands && { commands: commands.map(asked) }) };
  };
  const answered = (result: unknown): unknown => {
    if (typeof result !== "object" || result === null) return result;
    // When a subject is due, and was asked about; when a webhook tries again; what was recorded with an effect.
    const { due, asked, next, answer } = result as Record<"due" | "asked" | "next", Instant | null | undefined> & {
      answer?: unknown;
    };
    if (!due && !asked && !next && answer === undefined) return result;
    return {
      ...result,
      ...(due && { due: theirs(due) }),
      ...(asked && { asked: theirs(asked) }),
      ...(next && { next: theirs(next) }),
      ...(answer !== undefined && { answer: answered(answer) }),
    };
  };
  const one =
    (activity: Any): Any =>
    async (request) =>
      answered(await activity(told(request)));
  const all = Object.entries(activities).map(([name, activity]) => [name, one(activity as Any)]);
  const timed = (request: { now?: Instant } = {}): { now: Instant } => ({
    now: ours(request.now ?? instantFromMs(Date.now())),
  });
  return {
    ...(Object.fromEntries(all) as Activities),
    // A morning is one of this machine's own clock, and told no other: by the rules' it has not come.
    "hub-mornings": () => Promise.resolve({ hubs: 0, letters: 0 }),
    // A Schedule tells these no time: theirs is the rules' too.
    "apply-retention": (request) => activities["apply-retention"](timed(request)),
    sweep: (request) => activities.sweep(timed(request)),
    "wake-webhooks": (request) => activities["wake-webhooks"](timed(request)),
  };
}

// Has a worker's process kill itself at a point that its parent names.

import type { Activities } from "../../activities/index.ts";
import type { EffectResult, PerformEffect } from "../../libs/contract/journey.ts";

/**
 * `after-append`: PostgreSQL has committed, Temporal does not know. `after-effect`: the mail is out and noted, Temporal
 * does not know. Of a payment run:
 * `after-run` as after-append; `before-batch` and `after-batch`: around the transaction of a batch of payments.
 */
export type Point = "after-append" | "after-effect" | "after-run" | "before-batch" | "after-batch";

/**
 * The activities of a worker that dies, by SIGKILL, the next time it comes to the point that its parent last sent it.
 */
export function dying(activities: Activities): Activities {
  let armed: Point | null = null;
  process.on("message", (said: Point | object) => {
    if (typeof said === "string") armed = said; // else it is the clock that is meant
  });
  const dieAt = (point: Point): void => {
    if (armed === point) process.kill(process.pid, "SIGKILL");
  };
  const performed = (perform: (request: PerformEffect) => Promise<EffectResult>) => async (request: PerformEffect) => {
    const result = await perform(request);
    dieAt("after-effect");
    return result;
  };
  const batch = (carryOn: (request: PerformEffect) => Promise<EffectResult>) => async (request: PerformEffect) => {
    dieAt("before-batch");
    const result = await carryOn(request);
    dieAt("after-batch");
    return result;
  };
  return {
    ...activities,
    async advanceRun(request) {
      const answer = await activities.advanceRun(request);
      if (answer.outcomes.length > 0) dieAt("after-run");
      return answer;
    },
    "take-payables": batch(activities["take-payables"]),
    "authorise-payments": batch(activities["authorise-payments"]),
    "confirm-payments": batch(activities["confirm-payments"]),
    async advance(request) {
      const answer = await activities.advance(request);
      if (answer.outcomes.length > 0) dieAt("after-append");
      return answer;
    },
    "send-notice": performed(activities["send-notice"]),
    "send-reminder": performed(activities["send-reminder"]),
  };
}

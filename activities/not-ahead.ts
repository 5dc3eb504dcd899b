// Time is brought by nobody's word: an activity that is told a time which this machine's clock has not come to takes
// its own. Whoever reaches Temporal could otherwise bring a school's next five years about in a minute. An effect that
// is tried for the hundredth time is told when that is, not when it was first asked for.

import { instantFromMs } from "../libs/calendar/instants.ts";
import type { Activities } from "./index.ts";

/** So far may the clocks of Temporal's servers go before ours, in milliseconds: what rings there has come here too. */
const SKEW_MS = 60_000;

const isEffect = (request: object): boolean => "seq" in request && "id" in request;

/** The activities, each told no later time (`now`) than `clock` shows, in milliseconds. */
export function notAhead(activities: Activities, clock: () => number = Date.now): Activities {
  const within = (request: unknown): unknown => {
    if (typeof request !== "object" || request === null || !("now" in request)) return request;
    const [here, latest] = [instantFromMs(clock()), instantFromMs(clock() + SKEW_MS)];
    if (typeof request.now !== "string" || request.now > latest) return { ...request, now: latest };
    return isEffect(request) && request.now < here ? { ...request, now: here } : request;
  };
  const one =
    (activity: (request: never) => Promise<unknown>) =>
    (request: unknown): Promise<unknown> =>
      activity(within(request) as never);
  return Object.fromEntries(Object.entries(activities).map(([name, activity]) => [name, one(activity)])) as Activities;
}

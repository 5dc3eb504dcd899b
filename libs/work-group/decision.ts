// What a command of a Work Group comes to, for the group and for its schools.

import type { JourneyEvent } from "../journey/events.ts";
import type { Rejection } from "../journey/rejection.ts";
import type { GroupEvent } from "./events.ts";

/** A school that was passed over: why, as a code of the rules or `not-named` in a register. */
export interface Skipped {
  journey: string;
  why: Rejection["code"] | "not-named";
  rejection?: Rejection;
  /** As outcomes were recorded before: the reason in words. */
  detail?: string;
}

/** What a Work Group's command comes to: its own events, and each journey's. */
export interface GroupDecision {
  events: GroupEvent[];
  journeys: Map<string, JourneyEvent[]>;
  skipped: Skipped[];
}

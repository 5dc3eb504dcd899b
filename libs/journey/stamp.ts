// When people are told of what a decision comes to, written into its events.

import { addSeconds, localDate, localTime, type Instant } from "../calendar/instants.ts";
import { isSchoolDay, type SchoolCalendar, nextNine } from "../calendar/terms.ts";
import type { JourneyEvent } from "./events.ts";
import type { Decided } from "./settle.ts";
import { mayBeTold, sayingOf } from "./told.ts";
import { TOLD_AS_ONE_SECONDS } from "./told-as-one.ts";

/**
 * The events with the instant at which people are told of them: of what time brings on a school day, from nine o'clock;
 * of what somebody did, ten minutes later, whatever day it is.
 */
export function stamped(
  decided: readonly Decided[],
  calendar: SchoolCalendar,
  by: "time" | "somebody",
): JourneyEvent[] {
  return decided.map(({ event, after }) => {
    if (isOfTheMorning(event)) return { ...event, tellAt: null };
    if (!mayBeTold(event.type) || after.status === "none" || sayingOf(event, after) === null) return event;
    const tellAt = by === "time" ? morning(calendar, event.at) : addSeconds(event.at, TOLD_AS_ONE_SECONDS);
    return { ...event, tellAt };
  });
}

/** What the hub lead has to decide is told by the morning letter of the hub, which has all of it in one. */
const isOfTheMorning = (event: JourneyEvent): boolean =>
  (event.type === "CommitmentEscalated" && event.level === 3) ||
  (event.type === "TaskOpened" && event.about === "readiness");

/** This moment, on a school day from nine o'clock; else the next nine o'clock of one. */
export function morning(calendar: SchoolCalendar, at: Instant): Instant {
  return isSchoolDay(calendar, localDate(at)) && localTime(at) >= "09:00" ? at : nextNine(calendar, at);
}

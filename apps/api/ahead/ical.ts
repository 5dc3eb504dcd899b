// The forward calendar as iCalendar (RFC 5545), for the calendars people already use.

import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { addSeconds, msOf, type Instant } from "../../../libs/calendar/instants.ts";
import type { Ahead } from "../../../libs/service/ahead/ahead.ts";

const MINUTES = 15 * 60;

/**
 * A calendar of that name. What is owed is an entry of a whole day, what the service does by itself one at its time;
 * neither makes anybody busy. `now`: when it was made. An entry keeps its identifier as long as it is the same thing:
 * it is moved there, by a higher sequence. A session that is called off stays, cancelled; a commitment that is met or
 * waived is left out: the calendar is published whole at each reading, so a subscriber's copy loses it with that, and
 * "cancelled" would be the wrong word for what was done. Where two are alike, the second has a number of its own.
 */
export function icalOf(name: string, entries: readonly Ahead[], now: Instant): string {
  const calendar = ical({
    name,
    prodId: { company: "School Journeys", product: "forward calendar", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  const met = new Map<string, number>();
  for (const entry of entries) {
    const { id, version, cancelled, at, on, kind, says, unless } = entry;
    const times = (met.get(id) ?? 0) + 1;
    met.set(id, times);
    calendar.createEvent({
      id: uidOf(times === 1 ? id : `${id}/${times}`),
      sequence: version,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      stamp: dateOf(now),
      summary: `${placeOf(entry)}${says.replace(/\.$/u, "")}`,
      description: `${says} Not if ${unless}.`,
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(kind === "owed" ? { start: on, allDay: true } : { start: dateOf(at), end: dateOf(addSeconds(at, MINUTES)) }),
    });
  }
  return calendar.toString();
}

function uidOf(id: string): string {
  return `${id.replace(/[^\w./:-]/gu, "-")}@school-journeys`;
}

function placeOf({ school, urn }: Ahead): string {
  return urn === null ? "" : `${school ?? `School ${urn}`}: `;
}

function dateOf(instant: Instant): Date {
  return new Date(msOf(instant));
}

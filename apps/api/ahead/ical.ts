// The forward calendar as iCalendar (RFC 5545), for the calendars people already use.

import ical, { ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import { addSeconds, msOf, type Instant } from "../../../libs/calendar/instants.ts";
import type { Ahead } from "../../../libs/service/ahead/ahead.ts";

const MINUTES = 15 * 60;

/**
 * A calendar of that name. What is owed is an entry of a whole day, what the service does by itself one at its time;
 * neither makes anybody busy. `now`: when it was made. An entry keeps its identifier as long as it stays where it is.
 */
export function icalOf(name: string, entries: readonly Ahead[], now: Instant): string {
  const calendar = ical({
    name,
    prodId: { company: "School Journeys", product: "forward calendar", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  for (const entry of entries) {
    const { at, on, kind, says, unless } = entry;
    calendar.createEvent({
      id: idOf(entry),
      stamp: dateOf(now),
      summary: `${placeOf(entry)}${says.replace(/\.$/u, "")}`,
      description: `${says} Not if ${unless}.`,
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(kind === "owed" ? { start: on, allDay: true } : { start: dateOf(at), end: dateOf(addSeconds(at, MINUTES)) }),
    });
  }
  return calendar.toString();
}

function idOf({ journey, what, commitment, at, says }: Ahead): string {
  return [journey ?? says, what, commitment ?? "", at]
    .join("/")
    .replace(/[^\w./:-]/gu, "-")
    .concat("@school-journeys");
}

function placeOf({ school, urn }: Ahead): string {
  return urn === null ? "" : `${school ?? `School ${urn}`}: `;
}

function dateOf(instant: Instant): Date {
  return new Date(msOf(instant));
}

// iCalendar (RFC 5545) of dates and meetings: for calendars that people subscribe to, and for invitations (RFC 5546).
// Times stand as the clock shows them in England, with the rules of that clock beside them.

import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { Temporal } from "temporal-polyfill";
import { msOf, type Instant, type LocalDate, type LocalTime } from "./instants.ts";

const LONDON = "Europe/London";

/** As it has been since 1996: an hour on from the last Sunday in March to the last in October, at 01:00 UTC. */
const LONDON_CLOCK = `BEGIN:VTIMEZONE
TZID:${LONDON}
BEGIN:DAYLIGHT
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
DTSTART:19810329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`;

/** A name and an address that is one. */
export interface Party {
  name: string;
  email: string;
}

/** A whole day; or a part of it, by the clock in England. `endsAt`: after `startsAt`. */
export interface When {
  on: LocalDate;
  startsAt?: LocalTime;
  endsAt?: LocalTime;
}

/** One entry. `uid`: the same as long as it is the same thing; `sequence` rises each time it changes. */
export interface IcalEntry {
  uid: string;
  sequence: number;
  /** When it was put so. */
  stamp: Instant;
  title: string;
  says: string;
  when: When;
  place?: string | null;
  link?: string | null;
  /** It was to be, and is called off. */
  cancelled?: boolean;
  /** Whoever comes has no time for anything else. */
  busy?: boolean;
  organizer?: Party;
  attendee?: Party;
}

export type IcalMethod = "PUBLISH" | "REQUEST" | "CANCEL";

/** An identifier of this service for a thing by its own; the same wherever it is moved. */
export function uidOf(thing: string): string {
  return `${thing.replace(/[^\w./:-]/gu, "-")}@school-journeys`;
}

/**
 * A calendar of these entries. `name`: what a calendar program calls it that subscribes to it; an invitation has none.
 * Throws RangeError for a date or time that is none.
 */
export function icalendar(method: IcalMethod, entries: readonly IcalEntry[], name?: string): string {
  const calendar = ical({
    prodId: { company: "School Journeys", product: "forward calendar", language: "EN" },
    method: ICalCalendarMethod[method],
    ...(name !== undefined && { name, ttl: 3600 }),
    // Of the calendar itself it would be put on DTSTAMP too, which is in UTC.
    timezone: { name: null, generator: () => LONDON_CLOCK },
  });
  for (const entry of entries) {
    const { uid, sequence, stamp, title, says, place, link, cancelled, busy, organizer, attendee } = entry;
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: new Date(msOf(stamp)),
      summary: title,
      description: says,
      location: place ?? link ?? null,
      status: cancelled === true ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: busy === true ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
      ...(busy === true && { busystatus: ICalEventBusyStatus.BUSY }),
      ...timeOf(entry.when),
      ...(organizer && { organizer }),
      ...(attendee && {
        attendees: [
          {
            ...attendee,
            rsvp: method === "REQUEST",
            role: ICalAttendeeRole.REQ,
            type: ICalAttendeeType.INDIVIDUAL,
            status: ICalAttendeeStatus.NEEDSACTION,
          },
        ],
      }),
    });
  }
  return calendar.toString();
}

function timeOf({ on, startsAt, endsAt }: When) {
  const day = Temporal.PlainDate.from(on);
  if (startsAt === undefined) return { start: day, end: day.add({ days: 1 }), allDay: true };
  const at = (time: LocalTime) => day.toZonedDateTime({ timeZone: LONDON, plainTime: Temporal.PlainTime.from(time) });
  return { timezone: LONDON, start: at(startsAt), ...(endsAt !== undefined && { end: at(endsAt) }) };
}

// A session or a visit as it is held: for its announcement, and for the invitation that goes with a letter.

import type { LocalDate } from "../calendar/instants.ts";
import { arrangedOf, type Arranged } from "../journey/arranged.ts";
import type { EventOf, Recorded } from "../journey/events.ts";
import { yearUnderWay, type StageYear } from "../journey/state.ts";
import { beganWith } from "./known-before.ts";
import { meetingName } from "./school-dates.ts";
import type { Beside, Invited, Told } from "./told.ts";

/** When in the day and where a meeting is, as the journey knows it. `code`: the session, or the visit’s commitment. */
export function heldOf({ commitments, extras, booked }: StageYear, code: string, on: LocalDate): Arranged {
  const extra = extras.find((one) => one.code === code);
  const visit = booked.find((one) => one.commitment === code && one.on === on);
  const promised = commitments.find((one) => one.code === code);
  return visit ?? (extra ? arrangedOf(extra) : (promised?.arranged ?? {}));
}

/** The meetings that a letter about this event invites to, or takes out of its readers' calendars. */
export function invitedBy({ event, events, state }: Told, beside: Beside): Invited[] {
  const year = yearUnderWay(state);
  const about = meetingIn(event);
  if (year === null || about === null) return [];
  const { code, cancelled } = about;
  const { on, ...held } =
    about.on === null ? lastDated(year, events, code) : { on: about.on, ...heldOf(year, code, about.on) };
  if (on === null) return [];
  const { placeId, linkId, where, ...times } = held;
  const kind = year.commitments.find((one) => one.code === code)?.kind;
  const several = kind === "in-school-support";
  return [
    {
      meeting: {
        academicYear: year.academicYear,
        // Of support that takes several visits each is one of its own, as in the calendar of the school.
        code: several ? `${code}/${on}` : code,
        on,
        ...times,
        place: placeId === undefined ? null : beside.text(placeId),
        link: linkId === undefined ? null : beside.text(linkId),
        ...(where !== undefined && { where }),
      },
      called: meetingName(year, code),
      version: event.type === "MeetingAnnounced" ? datedBy(year, events, event) : event.seq,
      at: event.at,
      cancelled,
      ...((several || kind === "visit") && { atSchool: true as const }),
    },
  ];
}

function meetingIn(event: Recorded): { code: string; on: LocalDate | null; cancelled: boolean } | null {
  switch (event.type) {
    case "MeetingAnnounced":
      return { code: event.meeting, on: event.on, cancelled: false };
    case "SessionScheduled":
    case "SessionMoved":
      return { code: event.session, on: event.on, cancelled: false };
    case "SessionCancelled":
      return { code: event.session, on: null, cancelled: true };
    case "SupportVisitBooked":
      return { code: event.commitment, on: event.on, cancelled: false };
    default:
      return null;
  }
}

/**
 * By which event an announced meeting is as it is. The announcement changes nothing: with a number of its own, programs
 * would ask whoever has said that they come once more.
 */
function datedBy(
  year: StageYear,
  events: readonly Recorded[],
  { seq, meeting, on }: Recorded<EventOf<"MeetingAnnounced">>,
): number {
  const made = events.findLast((one) => {
    if (one.seq >= seq) return false;
    if (one.type === "SessionScheduled" || one.type === "SessionMoved") return one.session === meeting;
    if (one.type === "SupportVisitBooked") return one.commitment === meeting && one.on === on;
    // By its promise alone: what follows from a session or a visit that was dated has no reason of its own.
    return one.type === "CommitmentRescheduled" && one.commitment === meeting && one.reasonId !== undefined;
  });
  return Math.max(made?.seq ?? 0, beganWith(events, year));
}

/** Of a session that was called off: when it was to be. One beyond those that were promised the year knows no more. */
function lastDated(year: StageYear, events: readonly Recorded[], code: string): Arranged & { on: LocalDate | null } {
  const promised = year.commitments.find((one) => one.code === code);
  if (promised !== undefined) return { on: promised.dueOn, ...promised.arranged };
  const dated = events.flatMap((one) =>
    (one.type === "SessionScheduled" || one.type === "SessionMoved") && one.session === code
      ? [{ on: one.on, ...arrangedOf(one) }]
      : [],
  );
  return dated.at(-1) ?? { on: null };
}

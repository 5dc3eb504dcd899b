// A session or a visit as it is held: for its announcement, and for the invitation that goes with a letter.

import type { LocalDate } from "../calendar/instants.ts";
import { arrangedOf, type Arranged } from "../journey/arranged.ts";
import type { Recorded } from "../journey/events.ts";
import { newsAbout } from "../journey/news.ts";
import { yearUnderWay, type Begun, type StageYear } from "../journey/state.ts";
import { teachersNow } from "../journey/teachers.ts";
import { beganWith } from "./known-before.ts";
import { meetingName } from "./school-dates.ts";
import type { Beside, Invited, Invitee, Told } from "./told.ts";

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
  const is = { ...asInvited(year, { code, on, ...held }, beside), at: event.at, cancelled };
  if (event.type !== "MeetingAnnounced") return [{ ...is, version: event.seq }];
  const version = versionOf(year, { code, on }, events, event.seq);
  return [{ ...is, version }, ...backSince(version, state, events, event.seq).map((one) => ({ ...is, ...one }))];
}

/** A meeting of a year as an invitation has it. */
export function asInvited(
  year: StageYear,
  { code, on, placeId, linkId, where, startsAt, endsAt }: Arranged & { code: string; on: LocalDate },
  beside: Beside,
): Pick<Invited, "meeting" | "called" | "atSchool"> {
  const kind = year.commitments.find((one) => one.code === code)?.kind;
  return {
    meeting: {
      academicYear: year.academicYear,
      code: calendarCode(year, code, on),
      on,
      ...arrangedOf({ startsAt, endsAt }),
      place: placeId === undefined ? null : beside.text(placeId),
      link: linkId === undefined ? null : beside.text(linkId),
      ...(where !== undefined && { where }),
    },
    called: meetingName(year, code),
    ...((kind === "in-school-support" || kind === "visit") && { atSchool: true as const }),
  };
}

/** Of support that takes several visits each is a meeting of its own, as in the calendar of the school. */
export function calendarCode({ commitments }: StageYear, code: string, on: LocalDate): string {
  const several = commitments.some((one) => one.code === code && one.kind === "in-school-support");
  return several ? `${code}/${on}` : code;
}

/** Of which meeting an event tells. `on`: null where it is called off. */
export function meetingIn(event: Recorded): { code: string; on: LocalDate | null; cancelled: boolean } | null {
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
 * By which event before `until` a meeting is as it is: the one that dated it, or with which the school came to it. Its
 * announcement changes nothing: with a number of its own, programs would ask whoever has said that they come once more.
 */
export function versionOf(
  year: StageYear,
  { code, on }: { code: string; on: LocalDate },
  events: readonly Recorded[],
  until: number,
): number {
  const made = events.findLast((one) => {
    if (one.seq >= until) return false;
    switch (one.type) {
      case "SessionScheduled":
      case "SessionMoved":
        return one.session === code;
      case "SupportVisitBooked":
        return one.commitment === code && one.on === on;
      case "CommitmentRescheduled":
        // By its promise alone: what follows from a session or a visit that was dated has no reason of its own.
        return one.commitment === code && one.reasonId !== undefined;
      // Whoever was invited before is not any more, or to another group's.
      case "SchoolReturned":
      case "SchoolJoinedHub":
      case "SchoolChangedGroup":
        return true;
      case "RecordCorrected":
        return one.restores !== undefined;
      default:
        return false;
    }
  });
  return Math.max(made?.seq ?? 0, beganWith(events, year));
}

/** The teachers who were named since a meeting is as it is: they may have been told before that they need not come. */
function backSince(
  version: number,
  state: Begun,
  events: readonly Recorded[],
  until: number,
): (Pick<Invited, "version"> & { only: readonly Invitee[] })[] {
  return teachersNow(state).flatMap(({ id: who, role }) => {
    const named = events.findLast((one) => one.seq < until && newsAbout(one) === who);
    return named !== undefined && named.seq > version ? [{ version: named.seq, only: [{ who, role }] }] : [];
  });
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

// Who was invited to meetings and need not come any more has them taken out of their calendar, with the letter that
// tells them so; who comes again, or comes later than it was announced, is invited anew. Found in the events alone.

import { localDate } from "../calendar/instants.ts";
import type { Recorded } from "../journey/events.ts";
import { fold } from "../journey/evolve.ts";
import { yearUnderWay, type StageYear } from "../journey/state.ts";
import { asInvited, calendarCode, versionOf } from "./held-meeting.ts";
import { datesFrom, sentBefore, toCome, wasAnnounced, type At, type Sent } from "./invitees.ts";
import type { Beside, Invited, Invitee, Told } from "./told.ts";

/** The meetings to which a letter about this event invites some of its readers anew, or not any more. */
export function invitedAnew(told: Told, beside: Beside): Invited[] {
  const { event } = told;
  switch (event.type) {
    case "SchoolWithdrawn":
    case "JourneyPaused":
      return takenOut(told, beside, () => true);
    // As invited by the hub that it has left: nobody else can end an invitation.
    case "SchoolJoinedHub":
      return takenOut(told, beside, () => true).map((one) => ({ ...one, hub: event.from }));
    case "ParticipantReleased":
      return takenOut(told, beside, ({ who }) => who === event.participant);
    case "ParticipantReplaced":
      return [
        ...takenOut(told, beside, ({ who }) => who === event.participant),
        ...named(told, beside, { who: event.by, role: event.role }),
      ];
    case "ParticipantNominated":
      return named(told, beside, { who: event.participant, role: event.role });
    case "SchoolReturned":
      return again(told, beside);
    // It had not left after all.
    case "RecordCorrected":
      return event.restores === undefined ? [] : again(told, beside);
    case "SchoolChangedGroup":
      return [...again(told, beside), ...notOfTheGroup(told, beside)];
    default:
      return [];
  }
}

/** Those to whom these apply have the meetings from that day on taken out of their calendar. */
function takenOut({ event, events }: Told, beside: Beside, applies: (one: Sent) => boolean): Invited[] {
  const before = yearUnderWay(fold(events.filter(({ seq }) => seq < event.seq)));
  if (before === null) return [];
  const held = stillHeld(event, events, sentBefore(events, event.seq, before.academicYear, beside)).filter(applies);
  return datesFrom(before, localDate(event.at)).flatMap((meeting) =>
    forThose(held, before, meeting).map((only) => ({
      ...asInvited(before, meeting, beside),
      version: event.seq,
      at: event.at,
      cancelled: true,
      only,
    })),
  );
}

/** What still stands of it: a hub that the school has left before has ended its own. */
function stillHeld({ seq: until }: Recorded, events: readonly Recorded[], sent: readonly Sent[]): Sent[] {
  const moved = events.findLast(({ type, seq }) => type === "SchoolJoinedHub" && seq < until)?.seq ?? 0;
  const placed = events.some(({ type, seq }) => type === "SchoolChangedGroup" && seq > moved && seq < until);
  return sent.filter(({ off, asked }) => !off && (placed || asked > moved));
}

/** Whoever was invited to a meeting that the school now has, or has again, is invited to it as it stands. */
function again({ event, events, state }: Told, beside: Beside): Invited[] {
  const year = yearUnderWay(state);
  if (year === null) return [];
  const sent = sentBefore(events, event.seq, year.academicYear, beside);
  return toCome(year, localDate(event.at)).flatMap((meeting) =>
    forThose(sent, year, meeting).map((only) => asItStands(year, meeting, only, { event, events, state }, beside)),
  );
}

/** What of the old group's meetings is none of the new one's. */
function notOfTheGroup(told: Told, beside: Beside): Invited[] {
  const year = yearUnderWay(told.state);
  if (year === null) return [];
  const now = new Set(toCome(year, localDate(told.event.at)).map(({ code, on }) => calendarCode(year, code, on)));
  return takenOut(told, beside, ({ code }) => !now.has(code));
}

/**
 * A teacher who is named has what was announced before, and what they were invited to when they took part before: all
 * else is announced to them with the others.
 */
function named({ event, events, state }: Told, beside: Beside, teacher: Invitee): Invited[] {
  const year = yearUnderWay(state);
  if (year === null) return [];
  const before = sentBefore(events, event.seq, year.academicYear, beside).filter(({ who }) => who === teacher.who);
  return toCome(year, localDate(event.at))
    .filter((one) => forThose(before, year, one).length > 0 || wasAnnounced(year, one))
    .map((meeting) => asItStands(year, meeting, [teacher], { event, events, state }, beside))
    .map((one) => ({ ...one, version: Math.max(one.version, event.seq) }));
}

function asItStands(
  year: StageYear,
  meeting: At,
  only: readonly Invitee[],
  { event, events, state }: Told,
  beside: Beside,
): Invited {
  const version = versionOf(year, meeting, events, state.seq + 1);
  return { ...asInvited(year, meeting, beside), version, at: event.at, cancelled: false, only };
}

/** Those of them who were invited to a meeting, as one; none where nobody was. */
function forThose(sent: readonly Sent[], year: StageYear, { code, on }: At): (readonly Invitee[])[] {
  const key = calendarCode(year, code, on);
  const them = sent.filter((one) => one.code === key);
  return them.length === 0
    ? []
    : [them.map(({ who, role, instead }) => ({ who, role, ...(instead && { instead: true as const }) }))];
}

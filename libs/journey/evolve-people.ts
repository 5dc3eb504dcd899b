// The teachers of a school, folded: who was named for which year, whose place they took, who has left.

import { localDate } from "../calendar/instants.ts";
import type { EventOf, Recorded } from "./events.ts";
import type { NamedTeacher } from "./event-words.ts";
import type { Begun, Known, Participant } from "./state.ts";
import { yearNamedFor } from "./teachers.ts";

type People = Pick<Known, "participants">;

/** Who the teachers are one event later; null where the event is about something else. */
export function evolvePeople(state: Begun, event: Recorded): Partial<Known> | null {
  switch (event.type) {
    case "ParticipantNominated":
      return { participants: named(state.participants, event, yearNamedFor(state), localDate(event.at)) };
    case "ParticipantReplaced": {
      const { by, participant, ...as } = event;
      const place = state.participants.find((one) => one.id === participant);
      const others = leave(state.participants, participant);
      const participants = named(others, { ...as, participant: by }, yearNamedFor(state), localDate(event.at), place);
      return { participants, bounced: reached(state, participant) };
    }
    case "ParticipantReleased":
      return { participants: leave(state.participants, event.participant), bounced: reached(state, event.participant) };
    case "NextStageConfirmed":
      return { teachersNext: event.teachers ? { academicYear: event.academicYear, who: event.teachers } : null };
    case "StageStarted":
      return { ...asSaid(state, event), teachersNext: null };
    case "AttendanceRecorded":
      return atSession(state, event);
    case "SchoolReturned":
      return { ...askedAnew(state, yearOfReturn(state, event)), teachersNext: null };
    default:
      return null;
  }
}

/** `takes`: whose place it is; else the place of one who has left it to nobody, or a new one. */
function named(
  people: readonly Participant[],
  { participant: id, role, experienced, authority, releasedForAllSessions, exception = false }: NamedTeacher,
  academicYear: string,
  on: string,
  takes?: Participant,
): Participant[] {
  const before = people.find((one) => one.id === id);
  const there = takes ?? (before?.left === false ? before : (vacant(people, academicYear) ?? before));
  const person: Participant = {
    id,
    role,
    experienced,
    authority,
    releasedForAllSessions,
    exception,
    place: there?.place ?? id,
    since: there?.since ?? on,
    years: [...(before?.years ?? []).filter((one) => one !== academicYear), academicYear],
    left: false,
  };
  return [...people.filter((one) => one.id !== id), person];
}

/** The place of one who left in this year, and whom nobody has followed. */
function vacant(people: readonly Participant[], academicYear: string): Participant | undefined {
  return people.find(
    (gone) =>
      gone.left &&
      gone.years.includes(academicYear) &&
      !people.some((one) => one !== gone && !one.left && one.place === gone.place),
  );
}

/** What the school said of its teachers when it confirmed the year: the same, or these. */
function asSaid(state: Begun, { academicYear, startsAt }: EventOf<"StageStarted">): Partial<Known> {
  const said = state.teachersNext;
  if (said?.academicYear !== academicYear) return {};
  const now = state.participants.filter((one) => !one.left).map(asNamed);
  const { who } = said;
  const them: readonly NamedTeacher[] = who === "same" ? now : who;
  const ids = new Set(them.map((one) => one.participant));
  const others = state.participants.map((one) => (ids.has(one.id) ? one : { ...one, left: true }));
  return {
    participants: them.reduce<readonly Participant[]>(
      (people, one) =>
        named(
          people,
          one,
          academicYear,
          localDate(startsAt),
          people.find((old) => old.id === one.participant),
        ),
      others,
    ),
  };
}

const asNamed = ({ id, ...as }: Participant): NamedTeacher => ({ ...as, participant: id });

/** Who is named in a register of the year takes part in it. */
function atSession(state: Begun, { present, absent = [] }: EventOf<"AttendanceRecorded">): People {
  const year = yearNamedFor(state);
  const seen = new Set([
    ...present,
    ...absent.filter((one) => one.reasonCode !== undefined).map((one) => one.participant),
  ]);
  return {
    participants: state.participants.map((one) =>
      seen.has(one.id) && !one.left && !one.years.includes(year) ? { ...one, years: [...one.years, year] } : one,
    ),
  };
}

function yearOfReturn(state: Begun, event: EventOf<"SchoolReturned">): string {
  return event.resumes === "next-year" ? event.academicYear : yearNamedFor(state);
}

/** A school that comes back is asked who its teachers are now. */
function askedAnew({ participants }: Begun, academicYear: string): People {
  return {
    participants: participants.map((one) => ({ ...one, years: one.years.filter((year) => year !== academicYear) })),
  };
}

const leave = (people: readonly Participant[], id: string): Participant[] =>
  people.map((one) => (one.id === id ? { ...one, left: true } : one));
/** Who is not there any more need not be written to. */
const reached = (state: Begun, person: string): Known["bounced"] =>
  state.bounced.filter((one) => one.person !== person);

// Who of a school was at which session of its year, by name: there, late, away and why, and when they caught up.

import { attendances } from "../../../libs/journey/settle-evidence.ts";
import { isSession } from "../../../libs/journey/event-words.ts";
import type { Evidence, Participant, StageYear } from "../../../libs/journey/stage-year.ts";
import { teachersOf } from "../../../libs/journey/teachers.ts";
import type { Role } from "../../../libs/service/access/principal.ts";
import { KNOWS_PEOPLE, type Facts } from "../../../libs/service/journeys/journey-facts.ts";
import { day, inWords } from "../words.ts";
import { teacherName } from "./teacher-name.ts";
import { eventOf, registerOf, yearShown } from "./year-records.ts";

type Attendance = Extract<Evidence, { kind: "attendance" }>;

/** The table of it: a row a session, a column a teacher. `headteacher`: whether one was to come, or came, to any. */
export interface AttendanceView {
  teachers: readonly string[];
  headteacher: boolean;
  rows: readonly RowView[];
}
interface RowView {
  session: string;
  on: string;
  /** What it was, where it was not as the programme has it; or that nobody has said who was there. */
  note: string | null;
  register: string | null;
  cells: readonly CellView[];
  headteacher: string;
}
/** `tag`: null for who was not asked for; `more`: in small below it. */
interface CellView {
  tag: { words: string; classes: string } | null;
  more: string | null;
}

const NOBODY_ASKED: CellView = { tag: null, more: null };
const EQUIVALENTS: Readonly<Record<NonNullable<Attendance["equivalent"]>, string>> = {
  "full-day": "A full day, for two half-days",
  twilight: "A twilight: two are one session",
};

/** The view model; null for who does not know the school's people by name, and before a session was to be held. */
export function attendanceView(facts: Facts, role: Role): AttendanceView | null {
  const year = yearShown(facts);
  if (year === null || !KNOWS_PEOPLE.includes(role)) return null;
  const seen = attendances(year).filter(({ seq }) => eventOf(facts, seq) !== null);
  const people = facts.state.participants.filter((one) => isOf(year, seen, one));
  const rows = sessionsOf(facts, year, seen).map((one) => rowOf(facts, { year, seen, people, role }, one));
  if (rows.length === 0) return null;
  return {
    teachers: people.map(({ id }) => teacherName(facts, id)),
    headteacher:
      seen.some(({ headteacher }) => headteacher) ||
      year.commitments.some(({ kind }) => kind === "headteachers-session"),
    rows,
  };
}

/** Takes part in the year, or is in one of its registers. */
const isOf = (year: StageYear, seen: readonly Attendance[], one: Participant): boolean =>
  teachersOf(year, [one]).length > 0 ||
  seen.some(
    ({ present, absent }) => present.includes(one.id) || absent.some(({ participant }) => participant === one.id),
  );

/** A session that was held, or that was to be: `taken` is null while nobody has said who was there. */
interface Held {
  code: string;
  on: string;
  taken: Attendance | null;
}

/** The sessions up to today, in the order of their days; a repeat is one of its own. */
function sessionsOf({ today }: Facts, year: StageYear, seen: readonly Attendance[]): Held[] {
  const registers = seen.filter(({ catchUp }) => !catchUp);
  const held = registers.map((taken): Held => ({ code: taken.session, on: taken.on, taken }));
  const planned = [
    ...year.commitments.flatMap((one) =>
      isSession(one) && one.status !== "waived" ? [{ code: one.code, on: one.dueOn }] : [],
    ),
    ...year.extras,
  ];
  const untaken = planned
    .filter(
      ({ code, on }) =>
        on <= today && !year.calledOff.includes(code) && !registers.some(({ session }) => session === code),
    )
    .map(({ code, on }): Held => ({ code, on, taken: null }));
  return [...held, ...untaken].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

interface Around {
  year: StageYear;
  seen: readonly Attendance[];
  people: readonly Participant[];
  role: Role;
}

function rowOf(facts: Facts, { year, seen, people, role }: Around, { code, on, taken }: Held): RowView {
  const event = taken === null ? null : eventOf(facts, taken.seq);
  const late = event?.type === "AttendanceRecorded" ? (event.late ?? []) : [];
  const others = seen.filter((one) => one.session === code && one !== taken);
  return {
    session: inWords(code),
    on: day(on),
    note: taken === null ? "No register yet" : taken.equivalent && EQUIVALENTS[taken.equivalent],
    register: event && registerOf(facts, event, role),
    cells: people.map(({ id }) => {
      const caughtUp = others.find(({ present }) => present.includes(id))?.on ?? null;
      const cell =
        taken === null
          ? NOBODY_ASKED
          : cellOf(taken, id, { late: late.includes(id), why: whyAway(facts, year, taken, id) });
      // Who was there has nothing to catch up.
      const missed = cell.tag === null ? taken === null : cell.tag.words === AWAY.words;
      const more = [cell.more, ...(missed && caughtUp !== null ? [`Caught up on ${day(caughtUp)}`] : [])];
      return { ...cell, more: more.filter((one) => one !== null).join(". ") || null };
    }),
    headteacher: taken?.headteacher === true || others.some(({ headteacher }) => headteacher) ? "There" : "",
  };
}

const THERE = { words: "There", classes: "govuk-tag--green" };
const LATE = { words: "Late", classes: "govuk-tag--yellow" };
const AWAY = { words: "Away", classes: "govuk-tag--red" };

function cellOf(
  { present, absent, wanted }: Attendance,
  id: string,
  { late, why }: { late: boolean; why: string | null },
): CellView {
  if (present.includes(id)) return { tag: late ? LATE : THERE, more: null };
  const asked = wanted.includes(id) || absent.some(({ participant }) => participant === id);
  return asked ? { tag: AWAY, more: why } : NOBODY_ASKED;
}

/** Why somebody was away, in the words of the year's programme: what a register has of it is a code of that. */
function whyAway({ rules }: Facts, { prospectus }: StageYear, { absent }: Attendance, id: string): string | null {
  const code = absent.find(({ participant }) => participant === id)?.reasonCode;
  if (code === undefined) return null;
  const known = rules.catalogue.get(prospectus)?.commitments.meetings.absence.value.find((one) => one.code === code);
  return known?.text ?? inWords(code);
}

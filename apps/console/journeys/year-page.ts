// A school's year on its page: what was promised, by what that is kept, who was at which session, what lies ahead.

import { addDays } from "../../../libs/calendar/dates.ts";
import { endOfDay } from "../../../libs/calendar/instants.ts";
import { isSession } from "../../../libs/journey/event-words.ts";
import { capital } from "../../../libs/journey/sentences.ts";
import type { Promised } from "../../../libs/journey/sentences.ts";
import { yearUnderWay } from "../../../libs/journey/state.ts";
import { commitmentName } from "../../../libs/letters/words.ts";
import { forward } from "../../../libs/rehearsal/forward/forward.ts";
import { byName } from "../../../libs/words/naming.ts";
import { JOURNEY_COMMANDS, slugOf, type RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import { day, inWords } from "../words.ts";
import type { Role } from "../../../libs/service/access/principal.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import { attendanceView, type AttendanceView } from "./attendance.ts";
import { evidenceOf, type EvidenceView } from "./evidence.ts";

type CommitmentRow = Facts["journey"]["commitments"][number];

/** What a commitment is called: to the school itself, as letters call it (`ours`), or to others. */
export function nameOf({ code, kind, by, dueOn, target }: CommitmentRow, ours: boolean): string {
  // a row's words are those of the event that promised it
  return commitmentName({ code, kind, by, dueOn, target } as Promised, ours ? "your" : "the");
}

/** The commitments of the stage-year that is shown: the last begun. */
export function ofThisYear(rows: readonly CommitmentRow[]): CommitmentRow[] {
  const last = Math.max(0, ...rows.map(({ yearNo }) => yearNo));
  return rows.filter((one) => one.yearNo === last);
}

/** How a commitment stands, as a tag: its words, and how it looks. */
const STANDING: Readonly<Record<string, Tag>> = {
  open: { words: "Still to do", classes: "" },
  met: { words: "Done", classes: "govuk-tag--green" },
  missed: { words: "Late", classes: "govuk-tag--red" },
  waived: { words: "Not needed any more", classes: "govuk-tag--green" },
};

/** Which command records that a commitment is kept. */
const RECORDS: Readonly<Record<string, RoutedCommand>> = {
  "gap-task": "CompleteGapTask",
  "action-plan": "AgreeActionPlan",
  report: "SubmitReport",
  evaluation: "CompleteEvaluation",
  "release-days": "RecordReleaseDays",
  theme: "ChooseTheme",
  visit: "RecordSupportVisit",
  "in-school-support": "RecordSupportVisit",
  meeting: "RecordAttendance",
  "headteachers-meeting": "RecordAttendance",
  teachers: "NominateParticipant",
};

/** The command by which the school itself records that a promise of this kind is kept; null where others do. */
export function recordedBy(kind: string): RoutedCommand | null {
  const command = RECORDS[kind];
  if (command === undefined) return null;
  return (JOURNEY_COMMANDS[command].roles as readonly string[]).includes("school-contact") ? command : null;
}

/** The register of the session that was missed: where a group has met, who was there is put right in that alone. */
function registerOf(
  { journey, state, groups }: Facts,
  { code, status }: CommitmentRow,
  role: Role,
): PromisesView["rows"][number]["record"] {
  const takesRegisters = (JOURNEY_COMMANDS.RecordAttendance.roles as readonly string[]).includes(role);
  const group = groups.find((one) => one.id === journey.workGroup);
  const all = yearUnderWay(state)?.commitments ?? [];
  const after = all.find((one) => one.code === code)?.after ?? null;
  const session = all.find((one) => one.code === after && isSession(one) && one.status === "met");
  if (!takesRegisters || status !== "missed" || group === undefined || session === undefined) return null;
  return { words: "Register", href: `/groups/${group.id}/take-register?session=${session.code}` };
}

interface Tag {
  words: string;
  classes: string;
}

/** What template year.njk is filled with. `ahead`: what time brings by itself, and what would cancel it. */
export interface YearView {
  title: string | null;
  tables: readonly PromisesView[];
  /** Who was at which session; null for who does not know the school's people. */
  attendance: AttendanceView | null;
  ahead: readonly { on: string; says: string; unless: string }[];
}
/** `records`: somebody here may record some of it. */
interface PromisesView {
  caption: string;
  records: boolean;
  rows: readonly {
    what: string;
    by: string;
    stands: Tag;
    /** How often somebody was written to about it, in words. */ told: string | null;
    evidence: readonly EvidenceView[];
    record: { words: string; href: string } | null;
  }[];
}

/** The year of a school. `now`: what the rules and the role of who looks allow. */
export function yearView(facts: Facts, now: readonly RoutedCommand[], role: Role): YearView {
  const { journey } = facts;
  const ours = role === "school-contact";
  const year = ofThisYear(journey.commitments);
  const [first] = year;
  const [ofSchool, ofHub] = ours
    ? ["What your school has promised for this year", "What the Maths Hub has promised you"]
    : ["What the school has promised", "What the hub has promised"];
  const bySchool = year.filter((one) => one.by === "school");
  const byHub = year.filter((one) => one.by === "hub");
  const of = (caption: string, rows: readonly CommitmentRow[], may: readonly RoutedCommand[] | null): PromisesView => ({
    caption,
    records: may !== null,
    rows: rows.map((one) => ({
      what: nameOf(one, ours),
      by: day(one.dueOn),
      stands: STANDING[one.status] ?? { words: inWords(one.status), classes: "" },
      told: one.status === "missed" && one.level > 0 ? chased(one.level) : null,
      evidence: evidenceOf(facts, one, role),
      record: may === null ? null : (recordOf(journey.id, one, may) ?? registerOf(facts, one, role)),
    })),
  });
  return {
    title: first === undefined ? null : `${inWords(first.stage)} ${first.academicYear}`,
    tables: [
      ...(first === undefined ? [] : [of(ofSchool, bySchool, now)]),
      ...(byHub.length === 0 ? [] : [of(ofHub, byHub, ours ? null : now)]),
    ],
    attendance: attendanceView(facts, role),
    ahead: aheadOf(facts, ours),
  };
}

function recordOf(
  journey: string,
  one: CommitmentRow,
  now: readonly RoutedCommand[],
): PromisesView["rows"][number]["record"] {
  const command = RECORDS[one.kind];
  if (command === undefined || !now.includes(command) || (one.status !== "open" && one.status !== "missed"))
    return null;
  const which = command === "CompleteGapTask" ? `?commitment=${one.code}` : "";
  const words = command === "ChooseTheme" ? "Choose" : "Record";
  return { words, href: `/journeys/${journey}/${slugOf(command)}${which}` };
}

const DAYS_AHEAD = 200;

/** What time brings by itself, if nobody does anything. */
function aheadOf({ state, rules, at, today, journey, atHand, called }: Facts, ours: boolean): YearView["ahead"] {
  const until = endOfDay(addDays(today, DAYS_AHEAD));
  const name = byName(ours ? "your" : "the", called);
  const coming = journey.nextAt === null ? [] : forward(state, rules, { from: at, until, atHand }, name);
  return coming.map(({ on, says, unless }) => ({ on: day(on), says, unless: capital(unless) }));
}

/** Each level of escalation is a letter to those whom it concerns then. */
function chased(level: number): string {
  return level === 1 ? "Chased once" : level === 2 ? "Chased twice" : `Chased ${level} times`;
}

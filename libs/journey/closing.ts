// What is pinned of a stage-year's end as it begins: how many meetings there are, by when the hub invites, and the days
// of what comes after the last meeting.

import { lastDay, nextAcademicYear, settledBy } from "../calendar/academic-years.ts";
import type { LocalDate } from "../calendar/instants.ts";
import { addSchoolDays, lastSchoolDay, nextSchoolDay, schoolDayAt9, type SchoolCalendar } from "../calendar/terms.ts";
import type { DueRule, Prospectus } from "../prospectus/prospectus.ts";
import { AFTER } from "./outcome.ts";
import type { Rules } from "./rules.ts";
import type { Closing } from "./event-words.ts";
import type { PlannedCommitment } from "./events.ts";

/** The hub invites from this day on; one that has not by then is asked (assumption). */
const INVITES_BY = "06-01";
/** So many school days at the year's end are left for a ladder: three rungs, and the last school day itself. */
const LEFT_FOR_LADDERS = 4;

/**
 * How a stage-year ends. `meetings`: of its group in the whole year. Where the catalogue ends with it, there is nothing
 * that the hub could invite to, and it is not asked.
 */
export function closingOf(
  prospectus: Prospectus,
  meetings: number,
  { calendar, catalogue }: Pick<Rules, "calendar" | "catalogue">,
): Closing {
  const { academicYear, stage } = prospectus;
  const invites = stage !== "readiness" && catalogue.next(prospectus, AFTER[stage]) !== null;
  return {
    meetings,
    inviteBy: invites ? schoolDayAt9(calendar, inSummer(academicYear, INVITES_BY)) : null,
    laddersBy: addSchoolDays(calendar, lastSchoolDay(calendar, academicYear, "summer"), -1),
    settledBy: settledBy(nextAcademicYear(academicYear)),
  };
}

/** What hangs on the last meeting has its days pinned. */
export function goesByLast(
  rule: DueRule,
  academicYear: string,
  calendar: SchoolCalendar,
): Pick<PlannedCommitment, "afterLast"> {
  if (!("afterLastMeeting" in rule)) return {};
  const notAfter = addSchoolDays(calendar, lastSchoolDay(calendar, academicYear, "summer"), -LEFT_FOR_LADDERS);
  const { afterLastMeeting: schoolDays, notBefore } = rule;
  return { afterLast: { schoolDays, notBefore: inSummer(academicYear, notBefore), notAfter } };
}

/** The day of the last session of a plan; null where it has none. */
export function lastMeeting(plan: readonly Pick<PlannedCommitment, "kind" | "dueOn">[]): LocalDate | null {
  return plan
    .filter(({ kind }) => kind === "session")
    .reduce<LocalDate | null>((last, { dueOn: on }) => (last === null || on > last ? on : last), null);
}

/**
 * When something is due that comes after the last meeting: so many school days after it, on the first day that its rule
 * allows if that is later, and early enough for the hub lead to hear of it within the year.
 */
export function afterLast(
  {
    dueOn: planned,
    afterLast: rule,
  }: Pick<PlannedCommitment, "dueOn"> & { afterLast?: PlannedCommitment["afterLast"] | null },
  last: LocalDate,
  calendar: SchoolCalendar,
): LocalDate {
  if (!rule) return planned;
  const meant = addSchoolDays(calendar, last, rule.schoolDays);
  const due = meant > rule.notBefore ? meant : nextSchoolDay(calendar, rule.notBefore);
  return due < rule.notAfter ? due : rule.notAfter;
}

/** A day of spring or summer in an academic year. */
export const inSummer = (academicYear: string, monthAndDay: string): LocalDate =>
  `${lastDay(academicYear).slice(0, 4)}-${monthAndDay}`;

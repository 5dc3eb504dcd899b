// What a stage-year pins of its page's sessions, and a late joiner's share of what is counted over the whole year.

import { firstDay, startYear } from "../calendar/academic-years.ts";
import { addDays } from "../calendar/dates.ts";
import type { LocalDate } from "../calendar/instants.ts";
import { schoolDaysFrom, type SchoolCalendar } from "../calendar/terms.ts";
import type { Prospectus } from "../prospectus/prospectus.ts";
import type { MeetingRules, PlannedCommitment } from "./event-words.ts";

/**
 * Release that counts for the whole year: who comes late owes it for the school days that are left of those until it is
 * due, in half-days, rounded up.
 */
export function shareFrom(
  from: LocalDate,
  promised: PlannedCommitment,
  academicYear: string,
  calendar: SchoolCalendar,
): PlannedCommitment {
  if (promised.kind !== "release-days" || promised.target === null) return promised;
  const all = schoolDaysFrom(calendar, firstDay(academicYear), promised.dueOn);
  const left = schoolDaysFrom(calendar, from, promised.dueOn);
  return { ...promised, target: Math.max(1, Math.ceil((promised.target * left) / Math.max(1, all))) };
}

/** What the page asks of the sessions; what is only assumed of them, a hub may have otherwise. */
export function meetingRules({ academicYear, commitments: { meetings } }: Prospectus): MeetingRules {
  const { within, count, separate } = meetings;
  const of = (month: number): string =>
    `${startYear(academicYear) + (month < 9 ? 1 : 0)}-${String(month).padStart(2, "0")}-01`;
  const months = within?.source === "seed" ? within.value : null;
  return {
    within: months && { from: of(months.from), to: lastOfMonth(of(months.to)) },
    least: count.source === "seed" ? count.value : null,
    separate: separate.value,
  };
}

/** The last day of the month of a day. */
function lastOfMonth(day: LocalDate): LocalDate {
  const next = addDays(day, 31);
  return addDays(`${next.slice(0, 7)}-01`, -1);
}

// A rule of a prospectus as a day in school time.

import { firstDay, lastDay } from "../calendar/academic-years.ts";
import { addDays, weekday, type LocalDate } from "../calendar/dates.ts";
import { lastSchoolDay, nextSchoolDay, previousSchoolDay, termsOf, type SchoolCalendar } from "../calendar/terms.ts";
import type { DueRule } from "./prospectus.ts";

/**
 * A rule of the prospectus as a date: the Wednesday of week n of term (the week it begins in is the first) or the next
 * school day; or so many days before the last school day of term, on the school day there or before. Of what
 * goes by the last meeting it is the first day on which it can fall due.
 */
export function dueOn(rule: DueRule, academicYear: string, calendar: SchoolCalendar): LocalDate {
  if ("afterLastMeeting" in rule)
    return nextSchoolDay(calendar, `${lastDay(academicYear).slice(0, 4)}-${rule.notBefore}`);
  if ("beforeEnd" in rule)
    return previousSchoolDay(calendar, addDays(lastSchoolDay(calendar, academicYear, rule.term), -rule.beforeEnd));
  const term = termsOf(calendar, academicYear).find((one) => one.term === rule.term);
  const start = term?.start ?? firstDay(academicYear);
  const monday = addDays(start, 1 - weekday(start));
  return nextSchoolDay(calendar, addDays(monday, (rule.week - 1) * 7 + 2));
}

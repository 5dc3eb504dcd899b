import { academicYear, startYear, type AcademicYear } from "./academic-years.ts";
import { easterSunday, isBankHoliday } from "./bank-holidays.ts";
import { addDays, weekday, type LocalDate } from "./dates.ts";

export type Term = "autumn" | "spring" | "summer";

/**
 * One term of one academic year: first and last day with pupils in school, and the half-term break (both days
 * inclusive).
 */
export interface TermDates {
  academicYear: AcademicYear;
  term: Term;
  start: LocalDate;
  end: LocalDate;
  halfTerm: { start: LocalDate; end: LocalDate };
  /** Where the dates come from; `assumption` when nobody has given them. */
  source?: string;
}

/** The terms in the order of the academic year. */
export const TERMS: readonly Term[] = ["autumn", "spring", "summer"];

/*
 * ASSUMPTION, all of this file. No source page gives term dates, and in England each LA, and many a school, sets its
 * own. What follows is the pattern most LAs are close to, by rule, so that it never runs out; whoever knows better
 * overrides it with data (`calendarFor`).
 */

/**
 * The three terms of an academic year as most of England has them, each marked `assumption`.
 * Throws RangeError for what is no academic year.
 */
export function typicalTerms(ay: AcademicYear): TermDates[] {
  const year = startYear(ay);
  const nextYear = academicYear(year + 1).slice(0, 4);
  const autumnEnd = onOrBefore(5, `${ay.slice(0, 4)}-12-22`);
  const easter = easterBreak(year + 1);
  const dates: Record<Term, [start: LocalDate, end: LocalDate, halfTerm: LocalDate]> = {
    autumn: [autumnStart(ay), autumnEnd, onOrAfter(1, `${ay.slice(0, 4)}-10-22`)],
    // Two full weeks and their weekends; New Year's Day or its substitute may take the Monday.
    spring: [notBankHoliday(addDays(autumnEnd, 17)), easter.springEnd, onOrAfter(1, `${nextYear}-02-12`)],
    // The week of the Spring bank holiday, where that ordinarily is: it stayed so in 2022, when the day itself moved.
    summer: [easter.summerStart, summerEnd(nextYear), onOrAfter(1, `${nextYear}-05-25`)],
  };
  return TERMS.map((term) => {
    const [start, end, halfTerm] = dates[term];
    return {
      academicYear: ay,
      term,
      start,
      end,
      halfTerm: { start: halfTerm, end: addDays(halfTerm, 4) },
      source: "assumption",
    };
  });
}

/**
 * The first Tuesday, Wednesday or Thursday of September: staff commonly train on a Monday, and a Friday is no start.
 */
function autumnStart(ay: AcademicYear): LocalDate {
  let day = `${ay.slice(0, 4)}-09-01`;
  while (weekday(day) < 2 || weekday(day) > 4) day = addDays(day, 1);
  return day;
}

/** Two weeks that take in Easter: after it when it is early, before it when it is late, else on both sides of it. */
function easterBreak(year: number): { springEnd: LocalDate; summerStart: LocalDate } {
  const easter = easterSunday(year);
  const day = easter.slice(5);
  if (day <= "04-04") return { springEnd: addDays(easter, -3), summerStart: addDays(easter, 15) };
  if (day >= "04-19") return { springEnd: addDays(easter, -16), summerStart: addDays(easter, 2) };
  return { springEnd: addDays(easter, -9), summerStart: addDays(easter, 8) };
}

/** The last day from Tuesday to Friday up to 22 July: no school comes back for a lone Monday. */
function summerEnd(year: string): LocalDate {
  let day = `${year}-07-22`;
  while (weekday(day) === 1 || weekday(day) > 5) day = addDays(day, -1);
  return day;
}

function notBankHoliday(date: LocalDate): LocalDate {
  return isBankHoliday(date) ? notBankHoliday(addDays(date, 1)) : date;
}

function onOrAfter(day: number, date: LocalDate): LocalDate {
  return addDays(date, (day - weekday(date) + 7) % 7);
}

function onOrBefore(day: number, date: LocalDate): LocalDate {
  return addDays(date, -((weekday(date) - day + 7) % 7));
}

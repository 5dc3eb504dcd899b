import { academicYear, academicYearOf, startYear, type AcademicYear } from "./academic-years.ts";
import { isBankHoliday } from "./bank-holidays.ts";
import { addDays, isDay, weekday, type LocalDate } from "./dates.ts";
import { instantAt, localDate, localTime, type Instant } from "./instants.ts";
import { remember } from "./memo.ts";
import { TERMS, typicalTerms, type Term, type TermDates } from "./typical-terms.ts";

export type { Term, TermDates };

/** When schools are open. A year or term that it does not name follows the typical pattern. */
export interface SchoolCalendar {
  terms: readonly TermDates[];
  /** Inset days and others on which the school is shut in term. */
  closedDays: readonly LocalDate[];
}

/** In what an LA, a hub or a school differs. */
export interface CalendarOverride {
  /** Each replaces that term of that academic year. */
  terms?: readonly TermDates[];
  /** Shut as well. */
  closedDays?: readonly LocalDate[];
  /** Open though a wider calendar has them among its closed days (a bank holiday or a weekend stays one). */
  openDays?: readonly LocalDate[];
}

/** A school is never shut for longer than this; a calendar that says so is malformed. */
const LONGEST_CLOSURE_DAYS = 366;
const REMINDER_TIME = "09:00";

/**
 * England's typical school calendar, 2019/20 to 2028/29; other years follow by the same rule.
 * Its dates are an `assumption` (see typical-terms.ts), its bank holidays are not.
 */
export const ENGLAND: SchoolCalendar = {
  terms: Array.from({ length: 10 }, (_, i) => typicalTerms(academicYear(2019 + i))).flat(),
  closedDays: [],
};

/** What has been worked out for a calendar, forgotten with it. */
interface Known {
  terms: Map<AcademicYear, TermDates[]>;
  schoolDays: Map<AcademicYear, ReadonlySet<LocalDate>>;
  next: Map<LocalDate, LocalDate>;
  previous: Map<LocalDate, LocalDate>;
}
const known = new WeakMap<SchoolCalendar, Known>();

function knownOf(calendar: SchoolCalendar): Known {
  let found = known.get(calendar);
  if (!found)
    known.set(calendar, (found = { terms: new Map(), schoolDays: new Map(), next: new Map(), previous: new Map() }));
  return found;
}

/**
 * England's calendar with what an LA, then a hub, then a school has of its own: a later override wins.
 * Throws RangeError that names the fault for dates that are none, out of order, or outside their year.
 */
export function calendarFor(...overrides: CalendarOverride[]): SchoolCalendar {
  const terms = new Map(ENGLAND.terms.map((dates) => [`${dates.academicYear} ${dates.term}`, dates]));
  const closed = new Set(ENGLAND.closedDays);
  for (const override of overrides) {
    for (const dates of override.terms ?? []) {
      if (!TERMS.includes(dates.term)) throw new RangeError(`"${dates.term}" is not a term.`);
      terms.set(`${dates.academicYear} ${dates.term}`, dates);
    }
    for (const day of override.closedDays ?? []) closed.add(realDate(day));
    for (const day of override.openDays ?? []) closed.delete(realDate(day));
  }
  const ordered = [...terms.values()].sort((a, b) => (a.start < b.start ? -1 : 1));
  const calendar: SchoolCalendar = { terms: ordered, closedDays: [...closed].sort() };
  for (const override of overrides)
    for (const { academicYear: ay } of override.terms ?? []) checkYear(termsOf(calendar, ay));
  return calendar;
}

/** The autumn, spring and summer term of an academic year. Throws RangeError for what is no academic year. */
export function termsOf(calendar: SchoolCalendar, ay: AcademicYear): TermDates[] {
  return remember(knownOf(calendar).terms, ay, () =>
    typicalTerms(ay).map(
      (typical) => calendar.terms.find((own) => own.academicYear === ay && own.term === typical.term) ?? typical,
    ),
  );
}

/** The term in which a day falls, half-term and weekends included; null in the holidays between terms. */
export function termAt(calendar: SchoolCalendar, date: LocalDate): TermDates | null {
  return termsOf(calendar, academicYearOf(date)).find(({ start, end }) => start <= date && date <= end) ?? null;
}

/** Whether pupils are in school: in a term, and no half-term, weekend, bank holiday or closed day. */
export function isSchoolDay(calendar: SchoolCalendar, date: LocalDate): boolean {
  const ay = academicYearOf(date);
  return remember(knownOf(calendar).schoolDays, ay, () => schoolDaysOf(calendar, ay)).has(date);
}

function schoolDaysOf(calendar: SchoolCalendar, ay: AcademicYear): ReadonlySet<LocalDate> {
  const closed = new Set(calendar.closedDays);
  const days = new Set<LocalDate>();
  for (const { start, end, halfTerm } of termsOf(calendar, ay)) {
    for (let day = start; day <= end; day = addDays(day, 1)) {
      const inHalfTerm = halfTerm.start <= day && day <= halfTerm.end;
      if (!inHalfTerm && weekday(day) <= 5 && !isBankHoliday(day) && !closed.has(day)) days.add(day);
    }
  }
  return days;
}

/**
 * The day itself if it is a school day, else the next that is. Throws RangeError where a calendar has none within a
 * year.
 */
export function nextSchoolDay(calendar: SchoolCalendar, date: LocalDate): LocalDate {
  return remember(knownOf(calendar).next, date, () => nearestSchoolDay(calendar, date, 1));
}

/**
 * The day itself if it is a school day, else the last one before it. Throws RangeError where a calendar has none within
 * a year.
 */
export function previousSchoolDay(calendar: SchoolCalendar, date: LocalDate): LocalDate {
  return remember(knownOf(calendar).previous, date, () => nearestSchoolDay(calendar, date, -1));
}

/**
 * The school day `n` school days after a day (before it, where n < 0); the day itself is not counted, and 0 is the day
 * itself. Throws RangeError where a calendar has none within a year.
 */
export function addSchoolDays(calendar: SchoolCalendar, day: LocalDate, n: number): LocalDate {
  let reached = day;
  for (let left = Math.abs(n); left > 0; left--)
    reached = n > 0 ? nextSchoolDay(calendar, addDays(reached, 1)) : previousSchoolDay(calendar, addDays(reached, -1));
  return reached;
}

/** How many school days there are from a day to another, both included; 0 where the second lies before the first. */
export function schoolDaysFrom(calendar: SchoolCalendar, from: LocalDate, to: LocalDate): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (isSchoolDay(calendar, day)) count += 1;
  return count;
}

function nearestSchoolDay(calendar: SchoolCalendar, date: LocalDate, step: 1 | -1): LocalDate {
  for (let day = date, tried = 0; tried <= LONGEST_CLOSURE_DAYS; day = addDays(day, step), tried++) {
    if (isSchoolDay(calendar, day)) return day;
  }
  throw new RangeError(`The calendar has no school day within a year of ${date}.`);
}

/** The last day of a term on which pupils are in school. */
export function lastSchoolDay(calendar: SchoolCalendar, ay: AcademicYear, term: Term): LocalDate {
  return previousSchoolDay(calendar, termOf(calendar, ay, term).end);
}

/** The second Monday on or after the start of a term; a term that begins on a Monday counts that one as the first. */
export function secondMonday(terms: TermDates): LocalDate {
  return addDays(terms.start, ((8 - weekday(terms.start)) % 7) + 7);
}

/**
 * When the reminder of a term is due: 09:00 in London on its second Monday, or the next school day.
 */
export function reminderInstant(calendar: SchoolCalendar, ay: AcademicYear, term: Term): Instant {
  return schoolDayAt9(calendar, secondMonday(termOf(calendar, ay, term)));
}

/** The three reminders of an academic year, in order. */
export function reminderInstants(calendar: SchoolCalendar, ay: AcademicYear): { term: Term; at: Instant }[] {
  return TERMS.map((term) => ({ term, at: reminderInstant(calendar, ay, term) }));
}

/** 09:00 in London on a day, or on the next school day if it is none. */
export function schoolDayAt9(calendar: SchoolCalendar, date: LocalDate): Instant {
  return instantAt(nextSchoolDay(calendar, date), REMINDER_TIME);
}

/** The next 09:00 in London of a school day after an instant. */
export function nextNine(calendar: SchoolCalendar, at: Instant): Instant {
  return schoolDayAt9(calendar, addDays(localDate(at), localTime(at) < REMINDER_TIME ? 0 : 1));
}

function termOf(calendar: SchoolCalendar, ay: AcademicYear, term: Term): TermDates {
  const found = termsOf(calendar, ay).find((dates) => dates.term === term);
  if (!found) throw new RangeError(`"${term}" is not a term.`);
  return found;
}

function realDate(date: LocalDate): LocalDate {
  if (!isDay(date)) throw new RangeError(`"${date}" is not a date: write it as YYYY-MM-DD.`);
  return date;
}

/** Terms of one year follow one another, each holds its half-term, and all lie in the year. */
function checkYear(terms: readonly TermDates[]): void {
  let before = "";
  for (const { academicYear: ay, term, start, end, halfTerm } of terms) {
    const days = [start, halfTerm.start, halfTerm.end, end].map(realDate);
    const ordered = days.every((day, i) => i === 0 || days[i - 1]! <= day);
    if (!ordered)
      throw new RangeError(`The ${term} term of ${ay} must start, have its half-term and end in that order.`);
    if (start <= before)
      throw new RangeError(`The ${term} term of ${ay} must start after the term before it has ended.`);
    if (academicYearOf(start) !== ay || academicYearOf(end) !== ay) {
      throw new RangeError(`The ${term} term of ${ay} must lie between 1 September ${startYear(ay)} and 31 August.`);
    }
    before = end;
  }
}

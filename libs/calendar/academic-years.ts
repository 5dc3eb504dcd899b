import { isDay, type LocalDate } from "./dates.ts";
import { endOfDay, startOfDay, type Instant } from "./instants.ts";
import { remember } from "./memo.ts";

/** 1 September to 31 August, written '2020/21'. Plain string comparison orders them. */
export type AcademicYear = string;

/** Whether `text` is an academic year: '2020/21' and '1999/00' are, '2020/22' and '2020-21' are not. */
export function isAcademicYear(text: string): boolean {
  return /^\d{4}\/\d{2}$/.test(text) && Number(text.slice(5)) === (Number(text.slice(0, 4)) + 1) % 100;
}

/**
 * The academic year that begins in September of `startYear`: 2020 gives '2020/21'. Throws RangeError outside 0 to 9999.
 */
export function academicYear(startYear: number): AcademicYear {
  if (!Number.isInteger(startYear) || startYear < 0 || startYear > 9999) {
    throw new RangeError(`${startYear} is not a year in which an academic year can begin.`);
  }
  return `${String(startYear).padStart(4, "0")}/${String((startYear + 1) % 100).padStart(2, "0")}`;
}

/** The calendar year in which an academic year begins. Throws RangeError for what is no academic year. */
export function startYear(ay: AcademicYear): number {
  if (!isAcademicYear(ay)) throw new RangeError(`"${ay}" is not an academic year: write it as 2020/21.`);
  return Number(ay.slice(0, 4));
}

/** 31 October of an academic year: until then what the year before left open can be settled. Throws as `startYear`. */
export function settledBy(ay: AcademicYear): LocalDate {
  return `${String(startYear(ay)).padStart(4, "0")}-10-31`;
}

/** 1 July of an academic year: from then on the evidence proposes how its years come out. Throws as `startYear`. */
export function proposedFrom(ay: AcademicYear): LocalDate {
  return `${String(startYear(ay) + 1).padStart(4, "0")}-07-01`;
}

/** The academic year in which a day falls. Throws RangeError for what is no date. */
export function academicYearOf(date: LocalDate): AcademicYear {
  if (!isDay(date)) throw new RangeError(`"${date}" is not a date: write it as YYYY-MM-DD.`);
  return remember(ofMonths, date.slice(0, 7), () => {
    const year = Number(date.slice(0, 4));
    return academicYear(date.slice(5, 7) >= "09" ? year : year - 1);
  });
}
const ofMonths = new Map<string, AcademicYear>();

/** The academic year `n` years on (back, for a negative `n`). Throws RangeError for what is no academic year. */
export function nextAcademicYear(ay: AcademicYear, n: number = 1): AcademicYear {
  return academicYear(startYear(ay) + n);
}

/** 1 September of an academic year. Throws RangeError for what is no academic year. */
export function firstDay(ay: AcademicYear): LocalDate {
  startYear(ay);
  return `${ay.slice(0, 4)}-09-01`;
}

/** 31 August of an academic year. Throws RangeError for what is no academic year. */
export function lastDay(ay: AcademicYear): LocalDate {
  return `${String(startYear(ay) + 1).padStart(4, "0")}-08-31`;
}

/**
 * The first second of an academic year: 1 September, 00:00 in London (still summer time: 23:00 UTC the evening before).
 */
export function yearBegins(ay: AcademicYear): Instant {
  return startOfDay(firstDay(ay));
}

/** The last second of an academic year: 31 August, 23:59:59 in London. */
export function yearEnds(ay: AcademicYear): Instant {
  return endOfDay(lastDay(ay));
}

import { remember } from "./memo.ts";

/** A day of the calendar in Europe/London, 'YYYY-MM-DD'. Plain string comparison orders them. */
export type LocalDate = string;

const DAY_MS = 86_400_000;
const FORM = /^\d{4}-\d{2}-\d{2}$/;

/** No school is older, and no promise of today lasts longer: a day outside is a slip, and calendars end there. */
const [FIRST_YEAR, LAST_YEAR] = ["1600", "2999"];

/**
 * Whether `text` is a day that somebody may give: one that exists, in the form 'YYYY-MM-DD' and in the years 1600 to
 * 2999: '2020-02-29' is, '2021-02-29', '2021-2-1' and '0020-02-29' are not.
 */
export function isLocalDate(text: string): boolean {
  return text.slice(0, 4) >= FIRST_YEAR && text.slice(0, 4) <= LAST_YEAR && isDay(text);
}

/** Whether `text` is a day that exists, also one beyond those years: the day after the last is one. */
export function isDay(text: string): boolean {
  const day = numberIn(text);
  // The 30th of February is counted on into March: only what comes back unchanged is real.
  return !Number.isNaN(day) && (text.slice(8) <= "28" || dateOf(day) === text);
}

/** Days since 1970-01-01. Throws RangeError for what is no date. */
function dayNumber(date: LocalDate): number {
  const day = numberIn(date);
  if (Number.isNaN(day)) throw new RangeError(`"${date}" is not a date: write it as YYYY-MM-DD.`);
  return day;
}

const ZERO = "0".charCodeAt(0);
const digits = (text: string, from: number, to: number): number => {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 10 + text.charCodeAt(at) - ZERO;
  return number;
};

/**
 * Days since 1970-01-01 of a text of the form of a date, with a month of the twelve and a day of up to 31; NaN for any
 * other. Reckoned, as time passes for every school of a country by days: parsing one takes ten times as long.
 */
function numberIn(text: string): number {
  if (!FORM.test(text)) return NaN;
  const [month, day] = [digits(text, 5, 7), digits(text, 8, 10)];
  if (month < 1 || month > 12 || day < 1 || day > 31) return NaN;
  // Years that begin in March have the odd day of February at their end. Those of 400 years are always as many.
  const year = digits(text, 0, 4) - (month < 3 ? 1 : 0);
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + inYear - TO_1970;
}
/** From 1 March of the year 0. */
const TO_1970 = 719_468;

const written = new Map<number, LocalDate>();

function dateOf(dayNumber: number): LocalDate {
  return remember(written, dayNumber, () => {
    const text = new Date(dayNumber * DAY_MS).toISOString();
    if (text.length !== 24) throw new RangeError("A date must lie in the years 0000 to 9999.");
    return text.slice(0, 10);
  });
}

/** The date `n` days after `date` (before it, for a negative `n`). Throws RangeError for what is no date. */
export function addDays(date: LocalDate, n: number): LocalDate {
  return dateOf(dayNumber(date) + n);
}

/** How many days `b` lies after `a`; negative if before. Throws RangeError for what is no date. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** The day of the week, 1 for Monday to 7 for Sunday. Throws RangeError for what is no date. */
export function weekday(date: LocalDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  // Day 0, 1 January 1970, was a Thursday.
  const sinceMonday = (((dayNumber(date) + 3) % 7) + 7) % 7;
  return (sinceMonday + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** For sorting: negative if `a` is before `b`, 0 if the same day, positive if after. */
export function compareDates(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

// Days as people write them.

import { weekday } from "./dates.ts";
import type { LocalDate } from "./instants.ts";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** Names of the months, January first. */
export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** `2020-09-01` as `1 September 2020`. */
export function longDate(date: LocalDate): string {
  return `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** `2020-09-14` as `Monday 14 September 2020`. Throws RangeError for what is no date. */
export function dateWithWeekday(date: LocalDate): string {
  return `${DAYS[weekday(date) - 1]} ${longDate(date)}`;
}

// Days as people write them.

import { weekday } from "./dates.ts";
import type { LocalDate, LocalTime } from "./instants.ts";

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

/** `2020-09-01` as `1 September`: for a subject. */
export const dayAndMonth = (date: LocalDate): string => longDate(date).slice(0, -5);

/** `2020-09-14` as `Monday 14 September 2020`. Throws RangeError for what is no date. */
export function dateWithWeekday(date: LocalDate): string {
  return `${DAYS[weekday(date) - 1]} ${longDate(date)}`;
}

/** `2020-09-14` as `Monday 14 September`: for a subject. Throws RangeError for what is no date. */
export const dayWithWeekday = (date: LocalDate): string => dateWithWeekday(date).slice(0, -5);

/** `09:00` as `9am`, `13:30` as `1:30pm`, `12:00` as `midday`. */
export function timeOfDay(time: LocalTime): string {
  if (time === "12:00") return "midday";
  if (time === "00:00") return "midnight";
  const hour = Number(time.slice(0, 2));
  const minutes = time.slice(3) === "00" ? "" : time.slice(2);
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}

/** From when till when: `1:30pm to 4pm`, `from 1:30pm`; nothing where nobody knows. */
export function timesOfDay({ startsAt, endsAt }: { startsAt?: LocalTime | null; endsAt?: LocalTime | null }): string {
  if (!startsAt) return "";
  return endsAt ? `${timeOfDay(startsAt)} to ${timeOfDay(endsAt)}` : `from ${timeOfDay(startsAt)}`;
}

/** A day with its times: `14 October 2020, 1:30pm to 4pm`; the day alone where nobody knows them. */
export function dayAndTimes(on: LocalDate, times: Parameters<typeof timesOfDay>[0]): string {
  return [longDate(on), timesOfDay(times)].filter((one) => one !== "").join(", ");
}

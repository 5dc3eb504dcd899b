import { Temporal } from "temporal-polyfill";
import { addDays, isDay, isLocalDate, type LocalDate } from "./dates.ts";
import { remember } from "./memo.ts";

export { isLocalDate, type LocalDate };

/** A moment in UTC, 'YYYY-MM-DDTHH:MM:SSZ', whole seconds: plain string comparison orders them. */
export type Instant = string;
/** What a clock on the wall shows, `HH:MM`; of two, plain string comparison tells the earlier. */
export type LocalTime = string;

const LONDON = "Europe/London";
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;
const WHEN = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?)?$/;

const instants = new Map<string, Instant>();
const localTimes = new Map<Instant, string>();

/**
 * The instant of milliseconds since 1970 (what a clock or a database driver gives), cut to the whole second.
 * Throws RangeError outside the years 0000 to 9999.
 */
export function instantFromMs(ms: number): Instant {
  const text = Number.isFinite(ms) ? new Date(Math.floor(ms / 1000) * 1000).toISOString() : "";
  if (text.length !== 24) throw new RangeError("An instant must lie in the years 0000 to 9999.");
  return `${text.slice(0, 19)}Z`;
}

/** Milliseconds since 1970 of an instant, for arming a timer. Throws RangeError for what is no instant. */
export function msOf(instant: Instant): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms) || !instant.endsWith("Z")) throw new RangeError(`"${instant}" is not an instant in UTC.`);
  return ms;
}

/**
 * The instant at which the clocks of `zone` show `time` ('HH:MM' or 'HH:MM:SS') on `date`.
 * A time that comes twice (October) is the first; one that is skipped (March) is as much later as the clocks
 * went forward: 01:30 on 29 March 2020 is 02:30 summer time. Throws RangeError for a date or time that is none.
 */
export function instantAt(date: LocalDate, time: string, zone: string = LONDON): Instant {
  return remember(instants, `${date}T${time} ${zone}`, () => {
    if (!isDay(date)) throw new RangeError(`"${date}" is not a date: write it as YYYY-MM-DD.`);
    if (!TIME.test(time)) throw new RangeError(`"${time}" is not a time of day: write it as HH:MM or HH:MM:SS.`);
    const local = Temporal.PlainDateTime.from(`${date}T${time}`);
    return instantFromMs(local.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds);
  });
}

/** The first second of a day in London. Throws RangeError for what is no date. */
export function startOfDay(date: LocalDate): Instant {
  return instantAt(date, "00:00");
}

/** The last whole second of a day in London, 23:59:59. Throws RangeError for what is no date. */
export function endOfDay(date: LocalDate): Instant {
  return instantAt(date, "23:59:59");
}

/** The day on which an instant falls in London. */
export function localDate(instant: Instant): LocalDate {
  const inUtc = instant.slice(0, 10);
  // London is level with UTC or ahead of it, by two hours at most (and that only in wartime).
  if (instant.slice(11, 13) < "22") return inUtc;
  const dayAfter = addDays(inUtc, 1);
  return instant < startOfDay(dayAfter) ? inUtc : dayAfter;
}

/** What a clock in London shows at an instant, 'HH:MM'. Throws RangeError for what is no instant. */
export function localTime(instant: Instant): string {
  return remember(localTimes, instant, () =>
    Temporal.Instant.fromEpochMilliseconds(msOf(instant))
      .toZonedDateTimeISO(LONDON)
      .toPlainTime()
      .toString()
      .slice(0, 5),
  );
}

/** The instant `n` seconds after another (before it, for a negative `n`); `n` is cut to whole seconds. */
export function addSeconds(instant: Instant, n: number): Instant {
  return instantFromMs(msOf(instant) + n * 1000);
}

/**
 * `at`, or the time of the last event where that is later: time never goes back within a subject, whatever clock it was
 * read from.
 */
export function notBefore(subject: { status: "none" } | { lastAt: Instant }, at: Instant): Instant {
  return "lastAt" in subject && subject.lastAt > at ? subject.lastAt : at;
}

/**
 * Reads a date or time as people write it: '2020-06-02' (its first second, or its last for edge 'end'),
 * '2020-06-02T09:00', '2020-06-02T09:00:30', each local to London unless 'Z' or an offset ('+01:00') follows.
 * Fractions of a second are cut off. Throws RangeError, with a sentence for the reader, for anything else.
 */
export function parseWhen(text: string, edge: "start" | "end" = "start"): Instant {
  const [, date, time, zone] = WHEN.exec(text) ?? [];
  if (date === undefined) {
    throw new RangeError(
      `"${text}" is not a date or time: write 2020-06-02, 2020-06-02T09:00 or 2020-06-02T09:00:00Z.`,
    );
  }
  if (!isLocalDate(date)) throw new RangeError(`"${text}" names a day that does not exist.`);
  if (time === undefined) return edge === "end" ? endOfDay(date) : startOfDay(date);
  if (!TIME.test(time)) throw new RangeError(`"${text}" names a time of day that does not exist.`);
  if (zone === undefined) return instantAt(date, time);
  const ms = Date.parse(`${date}T${time}${zone}`);
  if (Number.isNaN(ms)) throw new RangeError(`"${text}" names an offset from UTC that does not exist.`);
  return instantFromMs(ms);
}

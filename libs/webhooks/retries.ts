// When a delivery that failed is tried again: the schedule that Standard Webhooks suggests, three days and a bit from
// first to last.

/** Seconds from one try to the next. */
const WAITS = [5, 5 * 60, 30 * 60, 2 * 3_600, 5 * 3_600, 10 * 3_600, 14 * 3_600, 20 * 3_600, 24 * 3_600];
/** No wish of a receiver's makes a wait longer than that. */
const MOST = 24 * 3_600;
/**
 * A wait is up to so much longer by chance: many receivers behind one failed machine are not all tried in the same
 * second.
 */
const JITTER = 0.1;

/**
 * Seconds to wait after so many tries in a row that failed; null: it has been tried often enough. `retryAfter`: seconds
 * the receiver asked for. `chance`: 0 to 1.
 */
export function secondsToWait(tries: number, retryAfter: number | null, chance: number): number | null {
  const wait = WAITS[tries - 1];
  if (wait === undefined) return null;
  const asked = Math.min(Math.max(wait, retryAfter ?? 0), MOST);
  return Math.round(asked * (1 + JITTER * chance));
}

/**
 * The seconds of a `Retry-After` header, which has a number or a date; null for what is neither. `now`: Unix
 * milliseconds.
 */
export function retryAfterSeconds(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/u.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1_000));
}

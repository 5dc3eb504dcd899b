// How long personal data is kept. PURE: the policy is data, what follows from it a function of the day.

import { localDate, startOfDay, type Instant } from "../calendar/instants.ts";
import { addDays, isLocalDate, type LocalDate } from "../calendar/dates.ts";
import type { JourneyStatus } from "../journey/state.ts";

export interface RetentionPolicy {
  /** People and texts of a journey are erased so many years after the last thing that happened in it. */
  years: number;
  /** In these statuses nothing is promised to the school any more. */
  over: readonly JourneyStatus[];
  /** What no journey took up (an application that was turned down at once) is erased after so many days. */
  unclaimedDays: number;
  source: "assumption";
  because: string;
}

export const RETENTION: RetentionPolicy = {
  years: 6,
  over: ["interested", "not-selected", "redirected", "declined", "lapsed", "withdrawn", "ineligible", "completed"],
  unclaimedDays: 90,
  source: "assumption",
  because:
    "No page says how long. Grant records are usually kept for six years, the time in which a claim under a " +
    "contract can be brought in England; " +
    "what nobody took up is kept as long as somebody may still ask about it.",
};

/**
 * A journey that is over and last saw anything before `over`, and an unclaimed key made before `unclaimed`, are not
 * kept.
 */
export interface Limits {
  over: Instant;
  unclaimed: Instant;
}

/** What a policy means today (in London): whole days, so that a day's runs all say the same. */
export function limitsOf(policy: RetentionPolicy, now: Instant): Limits {
  const today = localDate(now);
  return {
    over: startOfDay(yearsBefore(today, policy.years)),
    unclaimed: startOfDay(addDays(today, -policy.unclaimedDays)),
  };
}

/** The same day so many years before; 28 February for the 29th. */
function yearsBefore(date: LocalDate, years: number): LocalDate {
  const there = `${String(Number(date.slice(0, 4)) - years).padStart(4, "0")}${date.slice(4)}`;
  return isLocalDate(there) ? there : `${there.slice(0, 8)}28`;
}

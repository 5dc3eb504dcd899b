// A journey: what somebody comes to the service for, walked from its first page to its end by what they read.

import type { Instant } from "../../../libs/calendar/instants.ts";
import type { Walker } from "../walker.ts";

export interface Journey {
  does: string;
  /** The button at the sign-in. */
  who: RegExp;
  /** When, where that is after the day of the demonstration. */
  at?: Instant;
  walk(walker: Walker): Promise<void>;
}

export const HUB_LEAD = /Hub lead, Great North/u;
export const FINANCE = /Finance officer, Great North/u;
/** Somebody of a school that the register has, and that has never applied (world.ts). */
export const NEWCOMER = /Beacon Hill/u;
/** Somebody of a school that takes part. */
export const TAKES_PART = /Longbridge/u;
/** One sign-in for all schools of a trust. */
export const TRUST = /Lanternhill Learning Trust/u;

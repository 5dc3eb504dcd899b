// What a command on a payment run finds in the books, and what it comes to.

import type { Actor } from "../journey/commands.ts";
import type { JourneyEvent } from "../journey/events.ts";
import type { Rejection } from "../journey/rejection.ts";
import type { Rules } from "../journey/rules.ts";
import type { Journey } from "../journey/state.ts";
import type { RunEvent } from "./events.ts";
import type { Line, Payable, Run } from "./state.ts";

/** What a command on a run finds in the books, read under the lock of this turn. */
export interface Book {
  /**
   * For PreparePaymentRun: how many released grants wait for it, and which other run is taking such grants just now.
   */
  waiting: number;
  gathering: string | null;
  /** For CarryOn, the next batch; `more`: it is not the last. */
  payables: readonly Payable[];
  more: boolean;
  /** The next batch, or the payments that are named, by reference. */
  lines: ReadonlyMap<string, Line>;
}

/** A payment that was passed over: why, as a code of the rules. */
export interface Skipped {
  payment: string;
  why: Rejection["code"];
  rejection?: Rejection;
  /** As outcomes were recorded before: the reason in words. */
  detail?: string;
}

/**
 * What a command comes to: the run's own events, its lines as they are now, each journey's events and who asked for
 * them.
 */
export interface RunDecision {
  events: RunEvent[];
  lines: Line[];
  journeys: ReadonlyMap<string, readonly JourneyEvent[]>;
  by: Actor;
  skipped: Skipped[];
}
export type Decision = RunDecision | { rejection: Rejection };

export interface Scene {
  id: string;
  run: Run;
  book: Book;
  journeys: ReadonlyMap<string, Journey>;
  rules: Rules;
}

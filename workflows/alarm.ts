// The one timer. A ring that comes too early because plans have changed is let pass, which costs a whole task; where
// the answer says so (histories from before do not), a timer is taken back instead: two events in place of five.

import { CancellationScope, sleep } from "@temporalio/workflow";
import type { AdvanceAnswer } from "../libs/contract/journey.ts";

/**
 * A date that stays due after `advance` was asked (an old worker met an event it does not know) is asked about once a
 * minute.
 */
const OVERDUE_MS = 60_000;

/** A year ends in the last second of its day and the next begins a second later: one ring does for both. */
const isLastSecond = (ms: number): boolean => ms % 60_000 >= 59_000;

/*
 * Whether something is overdue, and what rings before what, is decided by what the answer says of the time at which it
 * was asked, and by what a timer was set to; the workflow's clock is no ground for it. A local activity that outlasts
 * its workflow task (PostgreSQL away, a machine too busy by far) is carried over several, and a replay sees them as
 * one, by the clock of the last: what the clock decides there, a replay may decide otherwise, and the run stands still.
 * How long a timer takes is free.
 */

/** For who reads it in the Temporal UI; a history is replayed whatever it says. */
const inLondon = (ms: number): string =>
  new Date(ms).toLocaleString("en-GB", { timeZone: "Europe/London", dateStyle: "long", timeStyle: "short" });

type Due = Pick<AdvanceAnswer, "due" | "asked" | "takesBack">;

/**
 * An alarm that calls `ring` once the workflow's clock reaches what it was last set to.
 * `set(answer, clock)`: to the answer's `due` (UTC, or null for never); `clock` is the workflow's, in milliseconds, for
 * answers recorded without `asked`. A new timer is armed only if none that is pending rings at or before it; with
 * `takesBack`, those that would ring before it are taken back first.
 */
export function makeAlarm(ring: () => void): { set(answer: Due, clock: number): void } {
  const pending = new Map<number, CancellationScope>();
  let due: number | null = null;
  let saysWhenAsked = false;

  /** Nothing is taken back for what is overdue: whoever is asked often enough would put it off for ever. */
  function takeBack(now: number): void {
    if (due !== null && due <= now) return;
    for (const [at, timer] of pending) {
      if (due !== null && at >= due) continue;
      pending.delete(at);
      timer.cancel();
    }
  }

  function arm(now: number): void {
    if (due === null) return;
    const at = due > now ? due + (isLastSecond(due) ? 1_000 : 0) : now + OVERDUE_MS;
    for (const other of pending.keys()) if (other <= at) return;
    const timer = new CancellationScope();
    pending.set(at, timer);
    const rang = timer
      .run(() => sleep(Math.max(1, at - Date.now()), { summary: `next date: ${inLondon(at)}` }))
      .then(
        () => true,
        () => false, // taken back
      );
    void rang.then((itDid) => {
      if (!itDid) return;
      pending.delete(at);
      const now = saysWhenAsked ? at : Date.now();
      if (due !== null && now >= due) ring();
      else arm(now);
    });
  }

  return {
    set(answer, clock) {
      due = answer.due === null ? null : Date.parse(answer.due);
      saysWhenAsked = answer.asked !== undefined;
      const now = answer.asked === undefined ? clock : Date.parse(answer.asked);
      if (answer.takesBack) takeBack(now);
      arm(now);
    },
  };
}

// The one timer. Never cancelled: a change of plan costs nothing, a ring that comes too early is let pass.

import { sleep } from "@temporalio/workflow";

/**
 * A date that stays due after `advance` was asked (an old worker met an event it does not know) is asked about once a
 * minute.
 */
const OVERDUE_MS = 60_000;

/** A year ends in the last second of its day and the next begins a second later: one ring does for both. */
const isLastSecond = (ms: number): boolean => ms % 60_000 >= 59_000;

/**
 * An alarm that calls `ring` once the workflow's clock reaches what it was last set to.
 * `set(due)`: a UTC instant, or null for never. A new timer is armed only if none that is pending rings at or before
 * it.
 */
export function makeAlarm(ring: () => void): { set(due: string | null): void } {
  const pending = new Set<number>();
  let due: number | null = null;

  function arm(): void {
    if (due === null) return;
    const now = Date.now();
    const at = due > now ? due + (isLastSecond(due) ? 1_000 : 0) : now + OVERDUE_MS;
    for (const other of pending) if (other <= at) return;
    pending.add(at);
    void sleep(at - now, { summary: `next date: ${new Date(at).toISOString()}` }).then(() => {
      pending.delete(at);
      if (due !== null && Date.now() >= due) ring();
      else arm();
    });
  }

  return {
    set(next) {
      due = next === null ? null : Date.parse(next);
      arm();
    },
  };
}

// The one timer. A ring that comes too early because plans have changed is let pass, which costs a whole task; where
// the answer says so (histories from before do not), a timer is taken back instead: two events in place of five.

import { CancellationScope, sleep } from "@temporalio/workflow";

/**
 * A date that stays due after `advance` was asked (an old worker met an event it does not know) is asked about once a
 * minute.
 */
const OVERDUE_MS = 60_000;

/** A year ends in the last second of its day and the next begins a second later: one ring does for both. */
const isLastSecond = (ms: number): boolean => ms % 60_000 >= 59_000;

/*
 * Whether something is overdue, and what rings before what, is decided by the time at which was asked. The clock after
 * a local activity is no ground for it: where one outlasts a workflow task (a machine too busy by far), a replay shows
 * another time there than the run did, and the run stands still. How long a timer takes is free.
 */

/**
 * An alarm that calls `ring` once the workflow's clock reaches what it was last set to.
 * `set(due, now, takesBack)`: a UTC instant, or null for never, as it stood at `now`, in milliseconds. A new timer is
 * armed only if none that is pending rings at or before it; with `takesBack`, those that would ring before it are taken
 * back first.
 */
export function makeAlarm(ring: () => void): { set(due: string | null, now: number, takesBack?: boolean): void } {
  const pending = new Map<number, CancellationScope>();
  let due: number | null = null;

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
      .run(() => sleep(Math.max(1, at - Date.now()), { summary: `next date: ${new Date(at).toISOString()}` }))
      .then(
        () => true,
        () => false, // taken back
      );
    void rang.then((itDid) => {
      if (!itDid) return;
      pending.delete(at);
      if (due !== null && Date.now() >= due) ring();
      else arm(Date.now());
    });
  }

  return {
    set(next, now, takesBack = false) {
      due = next === null ? null : Date.parse(next);
      if (takesBack) takeBack(now);
      arm(now);
    },
  };
}

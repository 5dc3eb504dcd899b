import { setTimeout as pause } from "node:timers/promises";

/** Waits until it is so; the test's own time-out ends it where it never is. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(100);
}

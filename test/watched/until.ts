import { setTimeout as pause } from "node:timers/promises";

/** Less than any test has: who waits in vain is told what for. */
const PATIENCE_MS = 50_000;

/** Waits until it is so; rejects with what `instead` says where it never is. */
export async function until(isSo: () => Promise<boolean>, instead: () => string = () => "it is not so"): Promise<void> {
  for (const patience = performance.now() + PATIENCE_MS; !(await isSo()); await pause(100)) {
    if (performance.now() > patience) throw new Error(`after ${PATIENCE_MS / 1000} s ${instead()}`);
  }
}

// The plain alternatives in Temporal: workflows that do nothing but what the SDK does for every workflow.

import {
  condition,
  defineSignal,
  defineUpdate,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  sleep,
} from "@temporalio/workflow";

type Nothing = Record<"nothing", () => Promise<void>>;
const local = proxyLocalActivities<Nothing>({ startToCloseTimeout: "5 seconds" });
const ordinary = proxyActivities<Nothing>({ startToCloseTimeout: "5 seconds" });

export const perform = defineUpdate<{ ok: true }, [{ id: string }]>("perform");
export const wake = defineSignal("wake");

/** Takes Updates, and does nothing with them. */
export async function takesUpdates(): Promise<void> {
  setHandler(perform, () => ({ ok: true as const }));
  await condition(() => false);
}

/** Wakes, does one local activity, and waits for a timer. */
export async function wakesAndWaits(): Promise<void> {
  let woken = true;
  setHandler(wake, () => {
    woken = true;
  });
  for (;;) {
    await condition(() => woken);
    woken = false;
    await local.nothing();
    await Promise.race([condition(() => woken), sleep("30 days")]);
  }
}

/** Waits for a moment (milliseconds since 1970), does one activity, and is over. */
export async function waitsForMorning(at: number): Promise<void> {
  await sleep(Math.max(1, at - Date.now()));
  await ordinary.nothing();
}

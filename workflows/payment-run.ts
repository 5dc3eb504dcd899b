// A payment run's life: grants are taken into it, it is authorised, and each of its payments is confirmed or fails.

import { makeContinueAsNewFunc } from "@temporalio/workflow";
import { runName } from "../libs/contract/payment-run.ts";
import { idOf, isOver, live, showAttributes, startedWith } from "./life.ts";

/** One run of the workflow of a payment run. @param given its id */
export async function paymentRun(given: string, before?: unknown): Promise<void> {
  const run = idOf(given);
  const last = await live({ name: runName(run), activity: "advanceRun", about: { run } }, before);
  if (!isOver(last)) await makeContinueAsNewFunc<typeof paymentRun>(startedWith(last))(run, last.news);
  showAttributes(last.attributes);
}

// A payment run's life: grants are taken into it, it is authorised, and each of its payments is confirmed or fails.

import { makeContinueAsNewFunc } from "@temporalio/workflow";
import { RUN_ENDED, runName } from "../libs/contract/payment-run.ts";
import { live, showAttributes, startedWith, type Answer } from "./life.ts";

/** One run of the workflow of a payment run. @param run its id */
export async function paymentRun(run: string): Promise<void> {
  const last = await live({ name: runName(run), activity: "advanceRun", about: { run } }, isOver);
  if (!isOver(last)) await makeContinueAsNewFunc<typeof paymentRun>(startedWith(last))(run);
  showAttributes(last.attributes);
}

/** Nobody has prepared it, or it is complete or cancelled and nothing of it goes on. */
function isOver({ version, attributes, effects }: Answer): boolean {
  const ended = version === 0 || RUN_ENDED.some((status) => status === attributes.JourneyStatus);
  return ended && effects.length === 0;
}

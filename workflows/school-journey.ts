// A school's life in the programme: application, then one run for each stage-year, each continued as new from the last.

import { makeContinueAsNewFunc } from "@temporalio/workflow";
import { idOf, isOver, live, showAttributes, startedWith } from "./life.ts";

/** One run of a journey. @param given its id, `{urn}-{phase}` */
export async function schoolJourney(given: string, before?: unknown): Promise<void> {
  const journey = idOf(given);
  const last = await live({ name: journey, activity: "advance", about: { journey } }, before);
  if (!isOver(last)) await makeContinueAsNewFunc<typeof schoolJourney>(startedWith(last))(journey, last.news);
  // A school that comes back goes on with its journey: the next command starts a run.
  showAttributes(last.attributes);
}

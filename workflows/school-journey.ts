// A school's life in the programme: application, then one run for each stage-year, each continued as new from the last.

import { makeContinueAsNewFunc } from "@temporalio/workflow";
import { ENDED_STATUSES } from "../libs/contract/journey.ts";
import { live, showAttributes, startedWith, type Answer } from "./life.ts";

/** One run of a journey. @param journey its id, `{urn}-{phase}` */
export async function schoolJourney(journey: string): Promise<void> {
  const last = await live({ name: journey, activity: "advance", about: { journey } }, isOver);
  if (!isOver(last)) await makeContinueAsNewFunc<typeof schoolJourney>(startedWith(last))(journey);
  // A school that comes back goes on with its journey: the next command starts a run.
  showAttributes(last.attributes);
}

/** Nothing has begun, or it has ended and nothing is left to happen by itself or to be performed. */
function isOver({ version, attributes, due, effects }: Answer): boolean {
  const ended = version === 0 || ENDED_STATUSES.some((status) => status === attributes.JourneyStatus);
  return ended && due === null && effects.length === 0;
}

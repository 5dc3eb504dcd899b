// A Work Group's year: it is formed, its places are offered and taken, it meets, and it ends with its academic year.

import { makeContinueAsNewFunc } from "@temporalio/workflow";
import { GROUP_ENDED, groupName } from "../libs/contract/work-group.ts";
import { live, showAttributes, startedWith, type Answer } from "./life.ts";

/** One run of a Work Group. @param group its id */
export async function workGroup(group: string): Promise<void> {
  const last = await live({ name: groupName(group), activity: "advanceGroup", about: { group } }, isOver);
  if (!isOver(last)) await makeContinueAsNewFunc<typeof workGroup>(startedWith(last))(group);
  showAttributes(last.attributes);
}

/** Nobody has formed it, or its year is over and no offer is left to be made. */
function isOver({ version, attributes, due, effects }: Answer): boolean {
  const ended = version === 0 || attributes.JourneyStatus === GROUP_ENDED;
  return ended && due === null && effects.length === 0;
}

// A Work Group's year: it is formed, its places are offered and taken, it meets, and it ends with its academic year.

import { makeContinueAsNewFunc } from "@temporalio/workflow";
import { groupName } from "../libs/contract/work-group.ts";
import { idOf, isOver, live, showAttributes, startedWith } from "./life.ts";

/** One run of a Work Group. @param given its id */
export async function workGroup(given: string, before?: unknown): Promise<void> {
  const group = idOf(given);
  const last = await live({ name: groupName(group), activity: "advanceGroup", about: { group } }, before);
  if (!isOver(last)) await makeContinueAsNewFunc<typeof workGroup>(startedWith(last))(group, last.news);
  showAttributes(last.attributes);
}

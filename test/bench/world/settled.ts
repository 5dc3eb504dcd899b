// When workflows have come to rest: nothing is under way in any, and each waits for what comes.

import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "@temporalio/client";
import { callAll } from "../measure/callers.ts";

/** Waits until all of these (by id) have come to rest. */
export async function settled(client: Client, ids: readonly string[]): Promise<void> {
  await callAll(ids, async (id) => {
    while (!(await isAtRest(client, id))) await pause(20);
  });
}

async function isAtRest(client: Client, id: string): Promise<boolean> {
  const { raw } = await client.workflow.getHandle(id).describe();
  return !raw.pendingWorkflowTask && (raw.pendingActivities ?? []).length === 0;
}

// Who sends Updates to the plain workflows, in a process of its own, as the API is for ours.

import { randomUUID } from "node:crypto";
import { Client, Connection, WithStartWorkflowOperation } from "@temporalio/client";
import { WorkflowIdConflictPolicy } from "@temporalio/common";
import { callAll, callFor } from "../measure/callers.ts";
import { PLAIN_QUEUE } from "./queue.ts";

/**
 * What is asked of it: Updates to these workflows in turn for so many seconds, or one to each; a wake of each, which
 * starts it; or that each waits for a moment (milliseconds since 1970).
 */
export type PlainCall = { ids: readonly string[] } & ({ seconds: number | null } | { wake: true } | { until: number });
/** How many were answered, how many were not; how long each waited (milliseconds). */
export interface PlainCalled {
  operations: number;
  failed: number;
  waits: readonly number[];
}

const [address = "", namespace = "default"] = process.argv.slice(2);
const client = new Client({ connection: await Connection.connect({ address }), namespace });

process.on("message", (call: PlainCall) => {
  void answer(call).then(
    (called) => process.send?.(called),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    },
  );
});
process.on("disconnect", () => process.exit(0));
process.send?.({ working: true });

async function answer(call: PlainCall): Promise<PlainCalled> {
  const { ids } = call;
  if ("seconds" in call && call.seconds !== null) return updatesFor(call.seconds, ids);
  const one = "wake" in call ? wake : "until" in call ? (id: string) => wait(id, call.until) : update;
  await callAll(ids, (id) => one(id).catch(() => one(id)));
  return { operations: ids.length, failed: 0, waits: [] };
}

async function updatesFor(seconds: number, ids: readonly string[]): Promise<PlainCalled> {
  let failed = 0;
  const { waits } = await callFor(seconds, async (no) => {
    await update(ids[no % ids.length] ?? "").catch(() => {
      failed += 1;
    });
  });
  return { operations: waits.length - failed, failed, waits };
}

const options = { taskQueue: PLAIN_QUEUE, workflowTaskTimeout: "5 seconds" } as const;

async function wake(workflowId: string): Promise<void> {
  await client.workflow.signalWithStart("wakesAndWaits", { ...options, workflowId, signal: "wake", signalArgs: [] });
}

async function wait(workflowId: string, until: number): Promise<void> {
  await client.workflow.start("waitsForMorning", { ...options, workflowId, args: [until] });
}

async function update(workflowId: string): Promise<void> {
  await client.withDeadline(Date.now() + 10_000, () =>
    client.workflow.executeUpdateWithStart("perform", {
      args: [{ id: workflowId }],
      updateId: randomUUID(),
      startWorkflowOperation: new WithStartWorkflowOperation("takesUpdates", {
        ...options,
        workflowId,
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
      }),
    }),
  );
}

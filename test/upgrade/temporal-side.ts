// What Temporal knows of the workflows that an older release left: each goes on under the code of today, or it is said
// why not.

import type { Client, WorkflowHandle } from "@temporalio/client";
import { wakeSubject } from "../../libs/temporal/subject-client.ts";
import { eventually } from "../workflows/service.ts";

/** A run as it was found, by its workflow's id. */
export interface Ran {
  workflowId: string;
  type: string;
  historyLength: number;
}

type History = Awaited<ReturnType<WorkflowHandle["fetchHistory"]>>;

/** Every workflow that is running. */
export async function runningWorkflows(client: Client): Promise<Ran[]> {
  const found: Ran[] = [];
  for await (const { workflowId, type, historyLength } of client.workflow.list({
    query: "ExecutionStatus = 'Running'",
  }))
    found.push({ workflowId, type, historyLength });
  return found;
}

/**
 * Wakes each of them, and waits until it has completed a workflow task since then; the sentences say which has not.
 * Those that recur (the sweep, retention) are woken by their Schedule and left out.
 */
export async function turnedSince(client: Client, ran: readonly Ran[], since: Date): Promise<string[]> {
  const faults: string[] = [];
  for (const { workflowId, type } of ran.filter(({ type: one }) => LIVES.includes(one))) {
    try {
      if ((await client.workflow.getHandle(workflowId).describe()).status.name === "RUNNING")
        await wakeSubject(client, nameOf(workflowId), { timeoutMs: 10_000 });
      await eventually(async () => {
        const history = await client.workflow.getHandle(workflowId).fetchHistory();
        if (!completedSince(history, since)) throw new Error("no workflow task of it was completed");
      }, 30_000);
    } catch (error) {
      faults.push(`${type} ${workflowId}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return faults;
}

/** Workflow tasks that failed since then, each by its cause: non-determinism is one of them. */
export async function failedTasks(client: Client, since: Date): Promise<string[]> {
  const faults: string[] = [];
  for await (const { workflowId, runId } of client.workflow.list()) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    for (const event of history.events ?? []) {
      const failed = event.workflowTaskFailedEventAttributes;
      if (failed && after(event, since)) faults.push(`${workflowId}: ${failed.failure?.message ?? failed.cause}`);
    }
  }
  return faults;
}

const LIVES: readonly string[] = ["schoolJourney", "workGroup", "paymentRun", "hubTurn"];

/** What the client calls a workflow by: journeys by their id alone. */
const nameOf = (workflowId: string): string => workflowId.replace(/^journey\//u, "");

const completedSince = (history: History, since: Date): boolean =>
  (history.events ?? []).some((event) => event.workflowTaskCompletedEventAttributes && after(event, since));

const after = ({ eventTime }: NonNullable<History["events"]>[number], since: Date): boolean =>
  Number(eventTime?.seconds ?? 0) * 1_000 >= Math.floor(since.getTime() / 1_000) * 1_000;

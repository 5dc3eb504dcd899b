// The recorded histories of a workflow: one for each run, the oldest first.

import type { Client, WorkflowHandle } from "@temporalio/client";

export type History = Awaited<ReturnType<WorkflowHandle["fetchHistory"]>>;

/** Every run of a workflow that continued as new, followed back from the latest one. */
export async function historiesOf(client: Client, workflowId: string): Promise<History[]> {
  const { runId } = await client.workflow.getHandle(workflowId).describe();
  const runs: History[] = [];
  for (let run: string | null | undefined = runId; run;) {
    const history: History = await client.workflow.getHandle(workflowId, run).fetchHistory();
    runs.unshift(history);
    run = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
  }
  return runs;
}

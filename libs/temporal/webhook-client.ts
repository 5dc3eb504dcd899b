// How the rest of the service tells a webhook's workflow that there is something to do.

import type { Client } from "@temporalio/client";
import { WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from "@temporalio/common";
import { JOURNEY_TASK_QUEUE, WAKE } from "../contract/journey.ts";
import { WEBHOOK, webhookWorkflowId } from "../contract/webhook.ts";

/**
 * Has a webhook look at once whether there is something to deliver; its workflow is started where none runs. Answers
 * whether Temporal took it: where it did not, nothing is lost, for every minute all webhooks are looked at
 * (activities/wake-webhooks.ts).
 */
export async function wakeWebhook(
  client: Client,
  { id, hub }: { id: string; hub: string },
  options: { timeoutMs: number },
): Promise<boolean> {
  try {
    await client.withDeadline(Date.now() + options.timeoutMs, () =>
      client.workflow.signalWithStart(WEBHOOK, {
        workflowId: webhookWorkflowId(id),
        taskQueue: JOURNEY_TASK_QUEUE,
        args: [id],
        signal: WAKE,
        signalArgs: [],
        workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
        staticSummary: `A webhook of ${hub}`,
      }),
    );
    return true;
  } catch {
    return false; // whatever it was: it may quote what was sent
  }
}

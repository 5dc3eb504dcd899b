// What Temporal remembers of a time of which PostgreSQL, restored to before it, knows nothing any more.

import type { Client, WorkflowHandle } from "@temporalio/client";
import { defaultPayloadConverter, type Payload } from "@temporalio/common";
import { tsToMs } from "@temporalio/common/lib/time.js";
import { instantFromMs, type Instant } from "../calendar/instants.ts";
import type { AdvanceAnswer, EffectResult, Outcome } from "../contract/journey.ts";
import { WORKFLOW_TYPES } from "../contract/subjects.ts";
import { WEBHOOK } from "../contract/webhook.ts";

/** One run of a workflow. */
export interface Run {
  workflowId: string;
  runId: string;
}

/** An effect that was performed. `id`: `{subject}:{seq}`. */
export interface Performed {
  id: string;
  activity: string;
  at: Instant;
  /** As the mail server took them. */
  messageIds: string[];
}

/** A command whose sender was told that it is accepted. */
export interface Answered {
  workflowId: string;
  command: string;
  at: Instant;
}

const TYPES = Object.values(WORKFLOW_TYPES)
  .map((type) => `'${type}'`)
  .join(", ");

/** The runs that went on after an instant: those open, and those that closed since. Rejects as the SDK does. */
export async function runsSince(client: Client, since: Instant): Promise<Run[]> {
  const query = `WorkflowType in (${TYPES}) and (ExecutionStatus = 'Running' or CloseTime >= '${since}')`;
  const runs: Run[] = [];
  for await (const { workflowId, runId } of client.workflow.list({ query })) runs.push({ workflowId, runId });
  return runs;
}

/** What a run says was performed and answered from an instant on. Rejects as the SDK does. */
export async function whatWentOn(
  client: Client,
  { workflowId, runId }: Run,
  since: Instant,
): Promise<{ performed: Performed[]; answered: Answered[] }> {
  const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  const asked = new Map<string, { id: string; activity: string }>();
  const [performed, answered]: [Performed[], Answered[]] = [[], []];
  for (const event of events ?? []) {
    const { activityTaskScheduledEventAttributes: scheduled, activityTaskCompletedEventAttributes: completed } = event;
    if (scheduled)
      asked.set(String(event.eventId), {
        id: scheduled.activityId ?? "",
        activity: scheduled.activityType?.name ?? "",
      });
    const at = instantFromMs(tsToMs(event.eventTime));
    if (at < since) continue;
    performed.push(
      ...sentWithin(event).map(({ id, activity, messageId }) => ({ id, activity, at, messageIds: idsIn(messageId) })),
    );
    const effect = completed && asked.get(String(completed.scheduledEventId));
    const result = completed && told<EffectResult>(completed.result?.payloads);
    if (effect && result?.outcome === "performed")
      performed.push({ ...effect, at, messageIds: idsIn(result.messageId) });
    const update = event.workflowExecutionUpdateCompletedEventAttributes;
    const outcome = update && told<Outcome>(update.outcome?.success?.payloads);
    if (outcome && "accepted" in outcome && outcome.accepted)
      answered.push({ workflowId, command: outcome.command, at });
  }
  return { performed, answered };
}

/**
 * Ends every open run of the service's own, webhooks' too: each goes on in a new one, by what PostgreSQL knows. Answers
 * how many there were. Rejects as the SDK does.
 */
export async function terminateAll(client: Client, reason: string): Promise<number> {
  const query = `WorkflowType in (${TYPES}, '${WEBHOOK}') and ExecutionStatus = 'Running'`;
  let ended = 0;
  for await (const { workflowId, runId } of client.workflow.list({ query })) {
    // What has ended by itself meanwhile is as good.
    const gone = await client.workflow
      .getHandle(workflowId, runId)
      .terminate(reason)
      .then(
        () => true,
        (error: unknown) => {
          if (error instanceof Error && error.name === "WorkflowNotFoundError") return false;
          throw error;
        },
      );
    ended += gone ? 1 : 0;
  }
  return ended;
}

type HistoryEvent = NonNullable<Awaited<ReturnType<WorkflowHandle["fetchHistory"]>>["events"]>[number];

/** Letters that went out within a round: its answer says so, in the marker of a local activity or as a result. */
function sentWithin({
  markerRecordedEventAttributes: marker,
  activityTaskCompletedEventAttributes: completed,
}: HistoryEvent): NonNullable<AdvanceAnswer["sent"]> {
  const answer = told<Partial<AdvanceAnswer>>((marker?.details?.["result"] ?? completed?.result)?.payloads);
  return answer?.sent ?? [];
}

const idsIn = (messageId = ""): string[] => messageId.split(" ").filter(Boolean);

function told<T>(payloads: readonly Payload[] | null | undefined): T | null {
  const [first] = payloads ?? [];
  return first === undefined ? null : defaultPayloadConverter.fromPayload<T>(first);
}

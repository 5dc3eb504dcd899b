// What can be seen of lives in PostgreSQL and in Temporal.

import type { Client } from "@temporalio/client";
import { tsToMs } from "@temporalio/common/lib/time.js";
import type { DataSource } from "typeorm";
import type { RuleClock } from "../../activities/in-rule-time.ts";
import { instantFromMs, msOf } from "../../libs/calendar/instants.ts";

/** Where a stream stands that has anything to come. */
export interface Standing {
  stream: string;
  due: string | null;
  open: number;
}

/** All of them, by name. */
export async function standing(dataSource: DataSource): Promise<Standing[]> {
  return dataSource.query(
    `select stream, to_char(due_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as due, open_effects as open
     from streams where due_at is not null or open_effects > 0 order by stream`,
  );
}

/** Those that wait for a day to come, and for nothing else. */
export async function quiet(dataSource: DataSource, clock: RuleClock): Promise<Standing[]> {
  const soon = clock.ours(instantFromMs(Date.now() + 60_000));
  return (await standing(dataSource)).filter(({ open, due }) => open === 0 && due !== null && due > soon);
}

/** The workflows of lives that run, by their ids. */
export async function running(client: Client): Promise<string[]> {
  const ids: string[] = [];
  const query = "ExecutionStatus = 'Running' and WorkflowType != 'sweep'";
  for await (const { workflowId } of client.workflow.list({ query })) ids.push(workflowId);
  return ids.sort();
}

/** A timer is armed in whole seconds, and in the last second of a day for the first of the next. */
const NEAR_MS = 2_000;

/** Whether a run has a timer yet: one that was just begun is still to look. */
export async function hasTimer(client: Client, { stream }: Standing): Promise<boolean> {
  return (await armed(client, stream)) !== undefined;
}

/**
 * Whether the last timer of a run rings when its stream is due, or later by no more than the task took that armed it:
 * it is armed by the clock of the workflow, and runs from the task's end. Rejects where there is none.
 */
export async function ringsInTime(client: Client, { stream, due }: Standing, clock: RuleClock): Promise<boolean> {
  const timer = await armed(client, stream);
  if (timer === undefined) throw new Error(`${stream} has no timer`);
  const late = timer.rings - msOf(clock.theirs(due ?? ""));
  return late >= -NEAR_MS && late <= NEAR_MS + timer.took;
}

/** When the last timer of a run rings, and how long the workflow task took that armed it; in milliseconds. */
async function armed(client: Client, stream: string): Promise<{ rings: number; took: number } | undefined> {
  const { events } = await client.workflow.getHandle(stream).fetchHistory();
  const all = events ?? [];
  const timer = all.findLast(({ timerStartedEventAttributes: started }) => started);
  if (timer === undefined) return undefined;
  const at = tsToMs(timer.eventTime);
  const { startToFireTimeout, workflowTaskCompletedEventId: by } = timer.timerStartedEventAttributes ?? {};
  const ended = all.find(({ eventId }) => String(eventId) === String(by))?.workflowTaskCompletedEventAttributes;
  const began = all.find(({ eventId }) => String(eventId) === String(ended?.startedEventId));
  return { rings: at + tsToMs(startToFireTimeout), took: at - tsToMs(began?.eventTime ?? timer.eventTime) };
}

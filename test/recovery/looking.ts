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
  return (await lastTimer(client, stream)) !== undefined;
}

async function lastTimer(client: Client, stream: string) {
  const { events } = await client.workflow.getHandle(stream).fetchHistory();
  return (events ?? []).findLast(({ timerStartedEventAttributes: started }) => started);
}

/** Whether the last timer of a run rings when its stream is due. Rejects where there is none. */
export async function ringsInTime(client: Client, { stream, due }: Standing, clock: RuleClock): Promise<boolean> {
  const timer = await lastTimer(client, stream);
  if (timer === undefined) throw new Error(`${stream} has no timer`);
  const rings = tsToMs(timer.eventTime) + tsToMs(timer.timerStartedEventAttributes?.startToFireTimeout);
  return Math.abs(rings - msOf(clock.theirs(due ?? ""))) <= NEAR_MS;
}

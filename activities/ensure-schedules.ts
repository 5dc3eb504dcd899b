// What recurs for the service has its Schedules in the cluster that is home.

import type { Client } from "@temporalio/client";
import { ensureRetentionSchedule } from "./apply-retention.ts";
import { ensureMorningSchedule } from "./hub-mornings.ts";
import { ensureSweepSchedule } from "./sweep.ts";

/** Makes all of them, where they are missing; those that are there stay paused if they were. Rejects as the SDK does. */
export async function ensureSchedules(client: Pick<Client, "schedule">): Promise<void> {
  await ensureSweepSchedule(client);
  await ensureRetentionSchedule(client);
  await ensureMorningSchedule(client);
}

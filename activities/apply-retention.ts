// Once a day: erases whose data the policy says is kept no longer.

import type { Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { applyRetention, type Retained } from "../libs/people/apply-retention.ts";
import { failingByCode } from "./failures.ts";
import { ensureSchedule } from "./schedules.ts";

/** `erasureLog`: path of the file where erasures are noted. */
export interface RetentionDeps {
  dataSource: DataSource;
  erasureLog: string;
}

/** The activity `apply-retention`: answers counts. Rejects with a failure by code. */
export function makeApplyRetention({ dataSource, erasureLog }: RetentionDeps): () => Promise<Retained> {
  return () => failingByCode(() => applyRetention(dataSource, erasureLog));
}

/** Makes the Schedule that starts workflow `retention` each night, at a moment of its own. */
export async function ensureRetentionSchedule(client: Pick<Client, "schedule">): Promise<void> {
  await ensureSchedule(client, "retention", {
    spec: { calendars: [{ hour: 2 }], timezone: "Europe/London", jitter: "2 hours" },
    catchupWindow: "1 day",
  });
}

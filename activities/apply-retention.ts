// Once a day: erases whose data the policy says is kept no longer, and drops what nobody will ask for again.

import type { Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import type { Instant } from "../libs/calendar/instants.ts";
import { applyRetention, type Retained } from "../libs/people/apply-retention.ts";
import { dropEndedLeases, dropSettledCommands } from "../libs/store/prune.ts";
import { failingByCode } from "./failures.ts";
import { ensureSchedule } from "./schedules.ts";

/** `erasureLog`: path of the file where erasures are noted. */
export interface RetentionDeps {
  dataSource: DataSource;
  erasureLog: string;
}

/**
 * The activity `apply-retention`: answers counts. `now`: this machine's clock unless told. Rejects with a failure by
 * code.
 */
export function makeApplyRetention({
  dataSource,
  erasureLog,
}: RetentionDeps): (request?: { now?: Instant }) => Promise<Retained> {
  // Of what is told, the time alone counts: who reaches Temporal has no policy of their own.
  return ({ now } = {}) =>
    failingByCode(async () => {
      const retained = await applyRetention(dataSource, erasureLog, { ...(now && { now }) });
      await dropSettledCommands(dataSource);
      await dropEndedLeases(dataSource);
      return retained;
    });
}

/** Makes the Schedule that starts workflow `retention` each night, at a moment of its own. */
export async function ensureRetentionSchedule(client: Pick<Client, "schedule">): Promise<void> {
  await ensureSchedule(client, "retention", {
    spec: { calendars: [{ hour: 2 }], timezone: "Europe/London", jitter: "2 hours" },
    catchupWindow: "1 day",
  });
}

// Wakes journeys whose date or effect is late. An Update that was accepted can be lost with the servers that held it,
// after PostgreSQL committed: nothing depends on Temporal's memory.

import type { Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { instantFromMs, type Instant } from "../libs/calendar/instants.ts";
import { ServiceUnavailable, wakeSubject } from "../libs/temporal/subject-client.ts";
import { findLate, noteWoken, type LateStream } from "../libs/store/events/late.ts";
import { failingByCode } from "./failures.ts";
import { fewAtOnce } from "../libs/store/few-at-once.ts";
import { ensureSchedule } from "./schedules.ts";

export interface SweepDeps {
  dataSource: DataSource;
  client: Client;
}
export interface Swept {
  woken: number;
  failed: number;
}

/** So many in one round; the rest are later still a minute on, and come first then. */
const ROUND = 500;
const BATCH = 100;
const AT_ONCE = 10;
const WAKE_MS = 5_000;
const SWEEP = "sweep";

/**
 * The activity `sweep`: one round. Answers how many journeys it woke, and how many it could not: they come first in the
 * next round.
 * `now` (UTC) is the clock of this machine unless told. Rejects with a failure by code.
 */
export function makeSweep({ dataSource, client }: SweepDeps): (request?: { now?: Instant }) => Promise<Swept> {
  return (request = {}) =>
    failingByCode(async () => {
      const now = request.now ?? instantFromMs(Date.now());
      const late = await findLate(dataSource, now, { limit: ROUND });
      const swept: Swept = { woken: 0, failed: 0 };
      for (let start = 0; start < late.length; start += BATCH) {
        const woken = await wakeAll(client, late.slice(start, start + BATCH));
        if (woken.length === 0) throw new ServiceUnavailable("Temporal does not answer.");
        await noteWoken(dataSource, woken, now);
        swept.woken += woken.length;
      }
      return { ...swept, failed: late.length - swept.woken };
    });
}

/**
 * Makes the Schedule that starts workflow `sweep` every minute, never two at a time; one that is there is brought to
 * this shape.
 */
export async function ensureSweepSchedule(client: Pick<Client, "schedule">): Promise<void> {
  // A round that was missed needs no making up: the next one finds the same and more.
  await ensureSchedule(client, SWEEP, { spec: { intervals: [{ every: "1 minute" }] }, catchupWindow: "1 minute" });
}

/** Wakes streams, a few at a time; gives back those that it could. */
export async function wakeAll(client: Client, streams: readonly LateStream[]): Promise<string[]> {
  const woken: string[] = [];
  await fewAtOnce(streams, AT_ONCE, async ({ subject, stream }) => {
    if (await wake(client, subject)) woken.push(stream);
  });
  return woken;
}

async function wake(client: Client, subject: string): Promise<boolean> {
  try {
    await wakeSubject(client, subject, { timeoutMs: WAKE_MS });
    return true;
  } catch (error) {
    // One that cannot be woken must not keep the others waiting.
    if (error instanceof ServiceUnavailable) return false;
    throw error;
  }
}

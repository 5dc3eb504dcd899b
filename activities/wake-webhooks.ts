// Every minute: which webhooks have something to do? Only those are woken, so that one for which nothing happens costs
// nothing.

import type { Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { addSeconds, instantFromMs, type Instant } from "../libs/calendar/instants.ts";
import { wakeWebhook } from "../libs/temporal/webhook-client.ts";
import { feedHead, keptCursor, readFeed } from "../libs/store/feed/feed.ts";
import { moveCursor, watchedWebhooks, type Webhook } from "../libs/store/webhooks.ts";
import { failingByCode } from "./failures.ts";

const WAKE_MS = 5_000;
/** So many events are looked through for one that is wanted; the rest the next minute. */
const PAGE = 200;
/** A try that is later than this has been lost by Temporal. */
const LATE_SECONDS = 60;

/**
 * The activity `wake-webhooks`: one round. Answers how many it woke, and how many it could not: they come again in the
 * next.
 * `now` (UTC) is the clock of this machine unless told. Rejects with a failure by code.
 */
export function makeWakeWebhooks({
  dataSource,
  client,
}: {
  dataSource: DataSource;
  client: Client;
}): (request?: { now?: Instant }) => Promise<{ woken: number; failed: number }> {
  return (request = {}) =>
    failingByCode(async () => {
      const now = request.now ?? instantFromMs(Date.now());
      const round = { woken: 0, failed: 0 };
      for (const webhook of await watchedWebhooks(dataSource)) {
        if (!(await hasWork(dataSource, webhook, now))) continue;
        if (await wakeWebhook(client, webhook, { timeoutMs: WAKE_MS })) round.woken++;
        else round.failed++;
      }
      return round;
    });
}

async function hasWork(dataSource: DataSource, webhook: Webhook, now: Instant): Promise<boolean> {
  if (webhook.ping !== null && webhook.ping.doneAt === null) return true;
  if (webhook.disabled !== null) return false;
  if (webhook.failing?.next) return webhook.failing.next < addSeconds(now, -LATE_SECONDS);
  return hasNews(dataSource, webhook);
}

/**
 * Whether the feed has an event for it; where it has none, the cursor moves on, so that others' events are looked at
 * but once.
 */
async function hasNews(dataSource: DataSource, { id, hub, cursor, types }: Webhook): Promise<boolean> {
  // Asked first: what is committed later is after it.
  const head = await feedHead(dataSource);
  const { items, next } = await readFeed(
    dataSource,
    cursor === null ? null : await keptCursor(dataSource, cursor),
    PAGE,
    hub,
  );
  if (items.some(({ type }) => types?.includes(type) ?? true)) return true;
  const seen = items.length === PAGE ? next : head;
  if (seen !== null && seen !== cursor) await moveCursor(dataSource, id, cursor, seen);
  return false;
}

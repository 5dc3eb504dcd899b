// Brings a hub's events to one of its webhooks, one message an event, in the order of the feed, each again and again
// until it is taken. The cursor is moved after each: a process that dies between a receiver's yes and that sends the
// message twice, under the same id.

import type { DataSource } from "typeorm";
import { addSeconds, type Instant } from "../libs/calendar/instants.ts";
import { receiverAt, type Posted, type Receiver } from "../libs/webhooks/post.ts";
import { secondsToWait } from "../libs/webhooks/retries.ts";
import { signedHeaders } from "../libs/webhooks/signature.ts";
import type { DeliverAnswer, DeliverWebhook } from "../libs/contract/webhook.ts";
import { openWebhook, signing, type WebhookSecrets } from "../libs/people/webhook-secrets.ts";
import { keptCursor, readFeed, type FeedItem } from "../libs/store/feed/feed.ts";
import { messageIdOf, presentFeedItem } from "../libs/store/feed/feed-item.ts";
import { isAtHome } from "../libs/store/home.ts";
import { changeWebhook, findWebhook, moveCursor, type Webhook } from "../libs/store/webhooks.ts";
import { DELIVERED_ELSEWHERE } from "./elsewhere.ts";
import { failingByCode } from "./failures.ts";
import { webhookDetails, webhookNews } from "./webhook-details.ts";

/** `loopback`: receivers on this machine are allowed. `log`: one line for the operators, of ids and codes. */
export interface WebhookDeps {
  dataSource: DataSource;
  loopback: boolean;
  log?: (message: string, facts: Readonly<Record<string, string>>) => void;
}

const PAGE = 50;
/**
 * Then another webhook has its time. With one message's patience on top it ends well within the activity's own time.
 */
const ENOUGH_MS = 20_000;
const SERVICE = "service";

/** A message to one receiver, signed. */
type Send = (id: string, body: object) => Promise<Posted>;
type Went = "all-heard" | "more" | "stopped";

/**
 * The activity `deliver-webhook`: what there is to deliver now, for 20 seconds at most. Rejects with a failure by code.
 */
export function makeDeliverWebhook({
  dataSource,
  loopback,
  log,
}: WebhookDeps): (request: DeliverWebhook) => Promise<DeliverAnswer> {
  return ({ webhook: id, now, heard }) =>
    failingByCode(async () => {
      if (!(await isAtHome(dataSource))) return DELIVERED_ELSEWHERE;
      const webhook = await findWebhook(dataSource, id);
      if (webhook === null) return { over: true, more: false, next: null, details: "Taken away." };
      const opened = openWebhook(dataSource, webhook);
      const receiver = receiverAt(opened.url, { loopback });
      try {
        const send = sender(receiver, opened, now);
        if (webhook.ping !== null && webhook.ping.doneAt === null)
          await sendPing(dataSource, webhook, webhook.ping.id, now, send);
        const went = isWaiting(webhook, now) ? "stopped" : await sendEvents(dataSource, webhook, now, send);
        const after = await findWebhook(dataSource, id);
        const told = { webhook: id, hub: webhook.hub, code: after?.failing?.code ?? "" };
        // The first of its tries alone: it is tried for days.
        if (after?.failing && webhook.failing === null) log?.("webhook not taken", told);
        if (after?.disabled && webhook.disabled === null)
          log?.("webhook disabled", { ...told, because: after.disabled.because });
        const answer = answerOf(after, went === "more");
        return { ...answer, ...(await webhookNews(dataSource.manager, id, heard?.to ?? 0)) };
      } finally {
        receiver.close();
      }
    });
}

function answerOf(webhook: Webhook | null, more: boolean): DeliverAnswer {
  if (webhook === null) return { over: true, more: false, next: null, details: "Taken away." };
  const next = webhook.disabled === null ? (webhook.failing?.next ?? null) : null;
  return {
    over: false,
    more: more && webhook.disabled === null && next === null,
    next,
    details: webhookDetails(webhook),
  };
}

function isWaiting({ disabled, failing }: Webhook, now: Instant): boolean {
  return disabled !== null || (failing?.next ?? now) > now;
}

function sender(receiver: Receiver, opened: WebhookSecrets, now: Instant): Send {
  const secrets = signing(opened, now);
  return (id, body) => {
    const text = JSON.stringify(body);
    // The receiver holds it to its own clock, whatever the workflow's.
    return receiver.post(signedHeaders(secrets, { id, body: text }, new Date()), text);
  };
}

/** One try, whatever became of it: who asked looks on. */
async function sendPing(
  dataSource: DataSource,
  { id, hub }: Webhook,
  ping: string,
  now: Instant,
  send: Send,
): Promise<void> {
  const posted = await send(ping, { type: "Ping", at: now, hub, webhook: id });
  const code = posted.ok ? null : posted.code;
  await changeWebhook(
    dataSource,
    id,
    { at: now, what: "pinged", by: SERVICE, code, command: `${ping}:done` },
    (webhook) => (webhook.ping?.id === ping ? { ping_done_at: now, ping_code: code } : {}),
  );
}

async function sendEvents(dataSource: DataSource, webhook: Webhook, now: Instant, send: Send): Promise<Went> {
  const ends = performance.now() + ENOUGH_MS;
  let from = webhook.cursor;
  while (performance.now() < ends) {
    const after = from === null ? null : await keptCursor(dataSource, from);
    const { items, next } = await readFeed(dataSource, after, PAGE, webhook.hub);
    if (items.length === 0 || next === null) return "all-heard";
    for (const item of items.filter(({ type }) => webhook.types?.includes(type) ?? true)) {
      const posted = await send(messageIdOf(item), presentFeedItem(item));
      if (!posted.ok) {
        await noteFailed(dataSource, webhook.id, now, posted);
        return "stopped";
      }
      if (!(await noteDelivered(dataSource, webhook.id, from, item, now))) return "more";
      from = item.cursor;
      if (performance.now() >= ends) return "more";
    }
    if (from !== next && !(await moveCursor(dataSource, webhook.id, from, next))) return "more";
    from = next;
  }
  return "more";
}

/**
 * False where somebody has set the cursor elsewhere, or taken the webhook out of service, while this was under way; or
 * the service has moved: what has arrived is noted all the same, and what comes after it is delivered at home.
 */
function noteDelivered(
  dataSource: DataSource,
  id: string,
  from: string | null,
  item: FeedItem,
  now: Instant,
): Promise<boolean> {
  return moveCursor(dataSource, id, from, item.cursor, { id: messageIdOf(item), at: now });
}

/**
 * The next try is later each time; after the last the webhook is disabled, and its history says so: nothing is skipped,
 * it goes on from there.
 */
async function noteFailed(
  dataSource: DataSource,
  id: string,
  now: Instant,
  posted: Extract<Posted, { ok: false }>,
): Promise<void> {
  const webhook = await findWebhook(dataSource, id);
  if (webhook === null || webhook.disabled !== null) return;
  const tries = (webhook.failing?.tries ?? 0) + 1;
  const wait = posted.gone ? null : secondsToWait(tries, posted.retryAfter, Math.random());
  const failed = {
    failures: tries,
    failing_since: webhook.failing?.since ?? now,
    failed_at: now,
    failed_code: posted.code,
  };
  const what = wait === null ? "disabled" : "failed";
  // A try that Temporal has made twice of is one line, and one step of the schedule.
  const command = `${id}:${webhook.cursor ?? "beginning"}:failed:${tries}:${failed.failing_since}`;
  await changeWebhook(dataSource, id, { at: now, what, by: SERVICE, code: posted.code, command }, () =>
    wait === null
      ? { ...failed, next_try_at: null, disabled_at: now, disabled_because: posted.gone ? "gone" : "failing" }
      : { ...failed, next_try_at: addSeconds(now, wait) },
  );
}

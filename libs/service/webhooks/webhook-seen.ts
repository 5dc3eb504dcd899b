// A webhook as it is shown: never its secrets, nor what follows the question mark of its address.

import type { DataSource } from "typeorm";
import { keptCursor, readFeed } from "../../store/feed/feed.ts";
import type { Webhook } from "../../store/webhooks.ts";

/** More than that many are waiting: they are not counted. */
const MOST_PENDING = 200;

/** `events`: those that it is told, null: all. `pending`: so many wait for it. */
export interface WebhookSeen extends Omit<Webhook, "shownUrl" | "sealed" | "wrapped" | "kek" | "types"> {
  url: string;
  events: readonly string[] | null;
  status: "enabled" | "failing" | "disabled";
  pending: number;
}

/** A webhook with what it waits for. Rejects with StoreError. */
export async function webhookSeen(source: DataSource, webhook: Webhook): Promise<WebhookSeen> {
  const { id, hub, shownUrl, types, cursor, delivered, failing, disabled, ping, createdBy, createdAt } = webhook;
  return {
    id,
    hub,
    url: shownUrl,
    events: types,
    status: disabled !== null ? "disabled" : failing !== null ? "failing" : "enabled",
    cursor,
    delivered,
    pending: await pendingOf(source, webhook),
    failing,
    disabled,
    ping,
    createdBy,
    createdAt,
  };
}

async function pendingOf(source: DataSource, { hub, types, cursor }: Webhook): Promise<number> {
  const { items } = await readFeed(
    source,
    cursor === null ? null : await keptCursor(source, cursor),
    MOST_PENDING,
    hub,
  );
  return items.filter(({ type }) => types?.includes(type) ?? true).length;
}

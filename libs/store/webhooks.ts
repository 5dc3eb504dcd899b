// Webhooks as they are kept: where each goes, how far it has heard, and how it is getting on.

import type { DataSource, EntityManager } from "typeorm";
import { instantFromMs, type Instant } from "../calendar/instants.ts";
import { clusterOf } from "./cluster-of.ts";
import { coded } from "./errors.ts";
import type { Queryable } from "./prepared.ts";

/** `failing`: by itself, after days; `gone`: its receiver wanted no more; `asked`: by a person. */
export type DisabledBecause = "failing" | "gone" | "asked";

/**
 * One webhook. `types`: the events it wants, null: all. `cursor`: all up to there is delivered or was not wanted; null:
 * nothing yet.
 */
export interface Webhook {
  id: string;
  hub: string;
  shownUrl: string;
  sealed: Buffer | null;
  wrapped: Buffer | null;
  kek: string | null;
  types: readonly string[] | null;
  cursor: string | null;
  delivered: { id: string; cursor: string; at: Instant } | null;
  /** Tries in a row that failed, since when, the last one's code, and when it is tried again. */
  failing: { tries: number; since: Instant; at: Instant; code: string; next: Instant | null } | null;
  disabled: { at: Instant; because: DisabledBecause } | null;
  /** The last ping that was asked for; `code` is null where it arrived. */
  ping: { id: string; askedAt: Instant; doneAt: Instant | null; code: string | null } | null;
  createdBy: string;
  createdAt: Instant;
}

/** What can be set of a webhook, by its columns' names. */
export type Columns = Partial<{
  shown_url: string;
  sealed: Buffer | null;
  wrapped: Buffer | null;
  kek: string | null;
  event_types: string[] | null;
  cursor: string | null;
  failures: number;
  failing_since: Instant | null;
  failed_at: Instant | null;
  failed_code: string | null;
  next_try_at: Instant | null;
  disabled_at: Instant | null;
  disabled_because: DisabledBecause | null;
  ping_id: string;
  ping_asked_at: Instant;
  ping_done_at: Instant | null;
  ping_code: string | null;
  deleted_at: Instant;
}>;

/** A line of a webhook's history. `command`: the command that asked, null where the service did it by itself. */
export interface Noted {
  at: Instant;
  what: string;
  by: string;
  code: string | null;
  command: string | null;
}

/** What stands after all tries are forgotten. */
export const NOT_FAILING = {
  failures: 0,
  failing_since: null,
  failed_at: null,
  failed_code: null,
  next_try_at: null,
} satisfies Columns;

interface WebhookRow {
  id: string;
  hub: string;
  shown_url: string;
  sealed: Buffer | null;
  wrapped: Buffer | null;
  kek: string | null;
  event_types: string[] | null;
  cursor: string | null;
  delivered_id: string | null;
  delivered_cursor: string | null;
  delivered_at: Date | null;
  failures: number;
  failing_since: Date | null;
  failed_at: Date | null;
  failed_code: string | null;
  next_try_at: Date | null;
  disabled_at: Date | null;
  disabled_because: DisabledBecause | null;
  ping_id: string | null;
  ping_asked_at: Date | null;
  ping_done_at: Date | null;
  ping_code: string | null;
  created_by: string;
  created_at: Date;
}

/** A webhook that is there, or null: none, or taken away. Rejects with StoreError. */
export async function findWebhook(
  db: Queryable,
  id: string,
  options: { forUpdate?: boolean } = {},
): Promise<Webhook | null> {
  const rows = await coded<WebhookRow[]>(() =>
    db.query(`select * from webhooks where id = $1 and deleted_at is null ${options.forUpdate ? "for update" : ""}`, [
      id,
    ]),
  );
  return rows[0] ? webhookOf(rows[0]) : null;
}

/** A hub's webhooks, by id. Rejects with StoreError. */
export async function webhooksOf(db: Queryable, hub: string): Promise<Webhook[]> {
  const rows = await coded<WebhookRow[]>(() =>
    db.query("select * from webhooks where hub = $1 and deleted_at is null order by created_at, id", [hub]),
  );
  return rows.map(webhookOf);
}

/**
 * Every webhook for which there may be something to do: enabled, or with a ping that was not sent. Rejects with
 * StoreError.
 */
export async function watchedWebhooks(db: Queryable): Promise<Webhook[]> {
  const rows = await coded<WebhookRow[]>(() =>
    db.query(
      "select * from webhooks where deleted_at is null and (disabled_at is null or (ping_id is not null and " +
        "ping_done_at is null)) order by id",
    ),
  );
  return rows.map(webhookOf);
}

/** What a new webhook begins with. `types`: null for all. */
export type NewWebhook = Pick<Webhook, "id" | "hub" | "shownUrl" | "types" | "cursor" | "createdBy" | "createdAt"> & {
  sealed: Buffer;
  wrapped: Buffer;
  kek: string;
  command: string;
};

/** Keeps a new webhook; one under that id already, taken away or not, stays as it is. Rejects with StoreError. */
export async function addWebhook(dataSource: DataSource, made: NewWebhook): Promise<void> {
  await coded(() =>
    dataSource.transaction(async (manager) => {
      const added = await manager.query<unknown[]>(
        `insert into webhooks (id, hub, shown_url, sealed, wrapped, kek, event_types, cursor, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing returning id`,
        [
          made.id,
          made.hub,
          made.shownUrl,
          made.sealed,
          made.wrapped,
          made.kek,
          made.types,
          made.cursor,
          made.createdBy,
          made.createdAt,
        ],
      );
      if (added.length > 0)
        await note(manager, made.id, {
          at: made.createdAt,
          what: "created",
          by: made.createdBy,
          code: null,
          command: made.command,
        });
    }),
  );
}

/**
 * Changes a webhook once for each command, in one transaction with the line that says so; `edit` sees it locked.
 * Answers what stands then; null where there is none. A command that was done before changes nothing. Rejects with
 * StoreError, or as `edit` does.
 */
export async function changeWebhook(
  dataSource: DataSource,
  id: string,
  noted: Noted,
  edit: (webhook: Webhook) => Columns,
): Promise<Webhook | null> {
  return coded(() =>
    dataSource.transaction(async (manager) => {
      const webhook = await findWebhook(manager, id, { forUpdate: true });
      if (webhook === null || !(await note(manager, id, noted))) return webhook;
      const columns = Object.entries(edit(webhook));
      const set = columns.map(([name], index) => `${name} = $${index + 2}`).join(", ");
      if (columns.length > 0)
        await manager.query(`update webhooks set ${set} where id = $1`, [id, ...columns.map(([, value]) => value)]);
      return findWebhook(manager, id);
    }),
  );
}

/**
 * Moves a webhook's cursor on, if it still is where it was read (a replay may have set it back meanwhile) and the
 * webhook is enabled.
 * `delivered`: what arrived at its receiver last; then its failures are over. Answers whether it moved and this
 * worker's cluster is still home. Rejects with StoreError.
 */
export async function moveCursor(
  db: Queryable,
  id: string,
  from: string | null,
  to: string,
  delivered?: { id: string; at: Instant },
): Promise<boolean> {
  const over = "failures = 0, failing_since = null, failed_at = null, failed_code = null, next_try_at = null";
  const arrived = delivered ? `, delivered_id = $5, delivered_cursor = $3, delivered_at = $6, ${over}` : "";
  const rows = await coded<{ home: boolean }[]>(() =>
    db.query(
      `with moved as (
         update webhooks set cursor = $3${arrived}
         where id = $1 and cursor is not distinct from $2 and deleted_at is null and disabled_at is null returning 1)
       select is_home($4) as home from moved`,
      [id, from, to, clusterOf(db), ...(delivered ? [delivered.id, delivered.at] : [])],
    ),
  );
  return rows[0]?.home ?? false;
}

/** The last lines of a webhook's history, the newest first. Rejects with StoreError. */
export async function historyOf(db: Queryable, id: string, limit: number): Promise<Omit<Noted, "command">[]> {
  const rows = await coded<{ at: Date; what: string; by: string; code: string | null }[]>(() =>
    db.query("select at, what, by, code from webhook_history where webhook = $1 order by no desc limit $2", [
      id,
      limit,
    ]),
  );
  return rows.map((row) => ({ ...row, at: instantFromMs(row.at.getTime()) }));
}

/** Whether the line is new. */
async function note(manager: EntityManager, id: string, { at, what, by, code, command }: Noted): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    "insert into webhook_history (webhook, at, what, by, code, command) values ($1, $2, $3, $4, $5, $6) on " +
      "conflict (command) do nothing returning no",
    [id, at, what, by, code, command],
  );
  return rows.length > 0;
}

function webhookOf(row: WebhookRow): Webhook {
  const { id, hub, sealed, wrapped, kek, cursor } = row;
  return {
    id,
    hub,
    shownUrl: row.shown_url,
    sealed,
    wrapped,
    kek,
    types: row.event_types,
    cursor,
    delivered:
      row.delivered_id === null || row.delivered_cursor === null || row.delivered_at === null
        ? null
        : { id: row.delivered_id, cursor: row.delivered_cursor, at: instantOf(row.delivered_at) },
    failing:
      row.failures === 0 || row.failing_since === null || row.failed_at === null
        ? null
        : {
            tries: row.failures,
            since: instantOf(row.failing_since),
            at: instantOf(row.failed_at),
            code: row.failed_code ?? "",
            next: row.next_try_at && instantOf(row.next_try_at),
          },
    disabled:
      row.disabled_at === null || row.disabled_because === null
        ? null
        : { at: instantOf(row.disabled_at), because: row.disabled_because },
    ping:
      row.ping_id === null || row.ping_asked_at === null
        ? null
        : {
            id: row.ping_id,
            askedAt: instantOf(row.ping_asked_at),
            doneAt: row.ping_done_at && instantOf(row.ping_done_at),
            code: row.ping_code,
          },
    createdBy: row.created_by,
    createdAt: instantOf(row.created_at),
  };
}

const instantOf = (date: Date): Instant => instantFromMs(date.getTime());

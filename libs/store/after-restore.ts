// What a database that was restored knows of itself: how far it comes, and what of a later time it does not know.

import { instantFromMs, type Instant } from "../calendar/instants.ts";
import { coded } from "./errors.ts";
import type { Queryable } from "./prepared.ts";

/** By PostgreSQL's clock, when it last kept something; null for one in which nothing is. Rejects with StoreError. */
export async function lastKept(db: Queryable): Promise<Instant | null> {
  const rows = await coded<{ at: Date | null }[]>(() =>
    db.query(
      `select greatest((select max(recorded_at) from events), (select max(recorded_at) from commands),
         (select max(done_at) from effect_leases)) as at`,
    ),
  );
  const at = rows[0]?.at ?? null;
  return at === null ? null : instantFromMs(at.getTime());
}

/** Of effects that were performed, those that are not known as done; `event`: is the one that asked still there? */
export async function notDone(db: Queryable, ids: readonly string[]): Promise<Map<string, { event: boolean }>> {
  const rows = await coded<{ id: string; event: boolean }[]>(() =>
    db.query(
      `select id, exists (select from events where seq = substring(id from ':([0-9]+)$')::int and stream =
         case when id like '%/%' then '' else 'journey/' end || substring(id from '^(.*):[0-9]+$')) as event
       from unnest($1::text[]) as id
       where not exists (select from effect_leases where effect_id = id and done_at is not null)`,
      [[...ids]],
    ),
  );
  return new Map(rows.map(({ id, event }) => [id, { event }]));
}

/** Of commands that were answered, those of which no outcome is known. Rejects with StoreError. */
export async function notKept(db: Queryable, ids: readonly string[]): Promise<Set<string>> {
  const rows = await coded<{ id: string }[]>(() =>
    db.query(
      `select asked.id from unnest($1::text[]) as asked (id)
       where not exists (select from commands where commands.id = asked.id and outcome is not null)`,
      [[...ids]],
    ),
  );
  return new Set(rows.map(({ id }) => id));
}

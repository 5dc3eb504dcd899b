// What nobody will ask for again goes, so that a night's work and a backup do not grow with the years.

import { coded } from "./errors.ts";
import type { Queryable } from "./prepared.ts";

/** So long a key is good (CONTRACT): the same request finds its answer until then. */
const KEPT = "interval '90 days'";
/** So many rows are looked at in one statement: none is a long one. */
const BATCH = 5_000;

/**
 * By its id, whose work a command of the service's own is: `turn/{hub}/{year}/…` and `step/turn/…` of a turn,
 * `offer:{subject}:{seq}` and `effect:{subject}:{seq}:…` of an effect.
 */
const TURN = `substring(old.id from '^(?:step/)?(turn/[^/]+/[^/]+)(?:/|$)')`;
const SUBJECT = `substring(old.id from '^(?:offer|effect):(.*):[0-9]+')`;

/** A turn goes on until it is done, interrupted or not; a run until it is complete; an effect while any is open. */
const STILL_NEEDED = `old.name = 'NoteWindow'
  or exists (select from streams
    where stream = coalesce(${TURN}, case when old.stream like 'turn/%' then old.stream end)
    and not exists (select from events where events.stream = streams.stream and type = 'TurnDone'))
  or exists (select from streams left join payment_runs on 'payment-run/' || payment_runs.id = stream
    where stream = old.stream and stream like 'payment-run/%'
      and (open_effects > 0 or coalesce(payment_runs.status, '') not in ('complete', 'cancelled')))
  or exists (select from streams where stream in (${SUBJECT}, 'journey/' || ${SUBJECT}) and open_effects > 0)`;

/**
 * Drops commands whose outcome has stood for 90 days, but what a turn, a payment run or an open effect still relies on,
 * and which windows an interested school was told of. Answers how many. Rejects with StoreError; it may be broken off.
 */
export function dropSettledCommands(db: Queryable): Promise<number> {
  return inBatches(
    db,
    `with old as materialized (
       select id, stream, name from commands
       where id > $1 and outcome is not null and recorded_at < now() - ${KEPT} order by id limit ${BATCH}),
     dropped as (
       delete from commands using old where commands.id = old.id and not (${STILL_NEEDED}) returning 1)
     select (select max(id) from old) as last, (select count(*)::int from dropped) as dropped`,
  );
}

/**
 * Drops the leases of effects that were performed 90 days ago and whose stream has ended: nothing of it is open, and
 * nothing comes to it by itself. Answers how many. Rejects with StoreError; it may be broken off.
 */
export function dropEndedLeases(db: Queryable): Promise<number> {
  return inBatches(
    db,
    `with old as materialized (
       select effect_id as id from effect_leases
       where effect_id > $1 and done_at < now() - ${KEPT} order by effect_id limit ${BATCH}),
     dropped as (
       delete from effect_leases using old, streams
       where effect_id = old.id and open_effects = 0 and due_at is null and stream =
         case when old.id like '%/%' then '' else 'journey/' end || substring(old.id from '^(.*):[0-9]+$') returning 1)
     select (select max(id) from old) as last, (select count(*)::int from dropped) as dropped`,
  );
}

async function inBatches(db: Queryable, sql: string): Promise<number> {
  let [all, after] = [0, ""];
  for (;;) {
    const [row] = await coded<{ last: string | null; dropped: number }[]>(() => db.query(sql, [after]));
    if (row === undefined || row.last === null) return all;
    [all, after] = [all + row.dropped, row.last];
  }
}

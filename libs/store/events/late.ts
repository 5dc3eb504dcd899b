// Streams that should have moved on by themselves and did not: what the sweep wakes.

import { addSeconds, instantFromMs, type Instant } from "../../calendar/instants.ts";
import { SUBJECT_KINDS } from "../../contract/subjects.ts";
import { coded } from "../errors.ts";
import { subjectOf } from "./streams.ts";
import type { Queryable } from "../prepared.ts";

/**
 * `subject`: a journey's id, or the name of a Work Group (`work-group/{id}`), a payment run (`payment-run/{id}`) or a
 * hub's turn (`turn/{hub}/{year}`).
 */
export interface LateStream {
  stream: string;
  subject: string;
  lateSince: Instant;
}

/** Those that a workflow of this release keeps the time of. */
const KINDS = SUBJECT_KINDS.map((kind) => `${kind}/%`);

interface LateRow {
  stream: string;
  late_since: Date;
}

/** Nobody is woken again sooner than this: an effect that stays stalled must not crowd out the others. */
const PATIENCE_SECONDS = 300;

/**
 * Journeys, Work Groups and turns of hubs whose `due` or oldest open effect is more than `seconds` (60) before `now`;
 * those never woken first, then the longest left alone, at most `limit`. Rejects with StoreError.
 */
export async function findLate(
  db: Queryable,
  now: Instant,
  options: { seconds?: number; limit: number },
): Promise<LateStream[]> {
  const late = addSeconds(now, -(options.seconds ?? 60));
  const rows = await coded<LateRow[]>(() =>
    db.query(
      `select stream, least(due_at, effects_since) as late_since from streams
       where stream like any ($1::text[]) and (due_at < $2 or effects_since < $2) and (woken_at is null or woken_at <
         $3)
       order by woken_at nulls first, late_since, stream limit $4`,
      [KINDS, late, addSeconds(now, -PATIENCE_SECONDS), options.limit],
    ),
  );
  return rows.map(lateStream);
}

/** How many are more than a minute late, and how old the oldest is; 0 seconds where none is late at all. */
interface Late {
  late: number;
  oldestSeconds: number;
}

/** What is late at `now`: dates that have passed, and effects that are still open. */
export interface Lateness {
  dates: Late;
  effects: Late;
}

/** How late the service is, in four numbers. Rejects with StoreError. */
export async function howLate(db: Queryable, now: Instant): Promise<Lateness> {
  const of = (column: "due_at" | "effects_since"): string =>
    `select count(*) filter (where ${column} < $2::timestamptz)::int as late,
       coalesce(greatest(0, extract(epoch from $1::timestamptz - min(${column}))), 0)::float8 as "oldestSeconds"
     from streams where ${column} <= $1::timestamptz`;
  const read = async (column: "due_at" | "effects_since"): Promise<Late> => {
    const rows = await coded<Late[]>(() => db.query(of(column), [now, addSeconds(now, -60)]));
    return rows[0] ?? { late: 0, oldestSeconds: 0 };
  };
  return { dates: await read("due_at"), effects: await read("effects_since") };
}

/** Notes that streams were woken at `now`; forgotten as soon as they move on. */
export async function noteWoken(db: Queryable, streams: readonly string[], now: Instant): Promise<void> {
  await coded(() => db.query("update streams set woken_at = $2 where stream = any($1::text[])", [[...streams], now]));
}

/**
 * Every journey, Work Group and turn of a hub that has anything to come, late or not, by stream name after `after`: for
 * `recover`.
 */
export async function findOpen(db: Queryable, after: string, limit: number): Promise<LateStream[]> {
  const rows = await coded<LateRow[]>(() =>
    db.query(
      `select stream, least(due_at, effects_since) as late_since from streams
       where stream like any ($1::text[]) and stream > $2 and (due_at is not null or open_effects > 0) order by stream
         limit $3`,
      [KINDS, after, limit],
    ),
  );
  return rows.map(lateStream);
}

/** How many `findOpen` finds. Rejects with StoreError. */
export async function countOpen(db: Queryable): Promise<number> {
  const rows = await coded<{ count: number }[]>(() =>
    db.query(
      `select count(*)::int as count from streams
       where stream like any ($1::text[]) and (due_at is not null or open_effects > 0)`,
      [KINDS],
    ),
  );
  return rows[0]?.count ?? 0;
}

function lateStream(row: LateRow): LateStream {
  return { stream: row.stream, subject: subjectOf(row.stream), lateSince: instantFromMs(row.late_since.getTime()) };
}

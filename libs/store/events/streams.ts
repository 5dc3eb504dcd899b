// A stream is what is appended to and locked as one: a journey, a Work Group, or a payment run.

import type { EntityManager } from "typeorm";
import type { Instant } from "../../calendar/instants.ts";
import { isJourneyId } from "../../contract/journey.ts";
import { coded } from "../errors.ts";
import { clusterOf } from "../cluster-of.ts";
import { named, type Queryable } from "../prepared.ts";

const JOURNEY = "journey/";

/** `137482-primary` → `journey/137482-primary`; any other subject's name (`work-group/north-1`) is its stream's too. */
export function streamOf(subject: string): string {
  return isJourneyId(subject) ? JOURNEY + subject : subject;
}

/** `journey/137482-primary` → `137482-primary`; another kind of stream keeps its whole name. */
export function subjectOf(stream: string): string {
  return stream.startsWith(JOURNEY) ? stream.slice(JOURNEY.length) : stream;
}

/**
 * Locks all streams that a transaction will touch, until its end. To be called before its first write: then the
 * transaction gets its id while it holds the locks, and in each stream ids follow the order of commits, which the feed
 * relies on. Sorted by the hash that is locked (not by name), so that two transactions never wait for each other.
 * Before all of them, in the same statement, a worker's pool holds on to its home: rejects with StoreError `not-home`
 * where that is another cluster.
 */
export async function lockStreams(manager: EntityManager, streams: readonly string[]): Promise<void> {
  await named(manager, LOCK, [[...streams], clusterOf(manager)]);
}

const LOCK = {
  name: "streams_locked",
  // A sub-select of its own is evaluated once, and before the first lock.
  text: `select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended(stream, 0) as key from unnest($1::text[]) as stream order by key) as keys
    where (select must_be_home($2))`,
};

/**
 * Where a stream stands, for the sweep; all of it follows from its events. `effectsSince`: when the oldest open effect
 * was asked for.
 */
export interface StreamRow {
  stream: string;
  version: number;
  dueAt: Instant | null;
  openEffects: number;
  effectsSince: Instant | null;
}

/** Where a stream stands, by its events and what they fold to. `dueAt`: when something next happens by itself. */
export function streamRow(
  stream: string,
  events: readonly { at: Instant }[],
  state: { status: "none" } | { seq: number; effects: readonly { seq: number }[] },
  dueAt: Instant | null,
): StreamRow {
  if (!("seq" in state)) return { stream, version: 0, dueAt: null, openEffects: 0, effectsSince: null };
  const oldest = state.effects[0];
  const effectsSince = oldest === undefined ? null : (events[oldest.seq - 1]?.at ?? null);
  return { stream, version: state.seq, dueAt, openEffects: state.effects.length, effectsSince };
}

/** The `seq` of a stream's last event, 0 before the first. */
export async function versionOfStream(db: Queryable, stream: string): Promise<number> {
  const rows = await coded<{ version: number }[]>(() =>
    db.query("select coalesce(max(seq), 0)::int as version from events where stream = $1", [stream]),
  );
  return rows[0]?.version ?? 0;
}

/**
 * Writes where a stream stands. A row that says the same already is left alone, and with it when the stream was last
 * woken.
 */
export function saveStream(db: Queryable, row: StreamRow): Promise<void> {
  return saveStreams(db, [row]);
}

/** The same of several, in one statement. */
export async function saveStreams(db: Queryable, rows: readonly StreamRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db.query(
    `insert into streams (stream, version, due_at, open_effects, effects_since)
     select stream, version, due_at, open_effects, effects_since from jsonb_populate_recordset(null::streams, $1::jsonb)
     on conflict (stream) do update set version = excluded.version, due_at = excluded.due_at,
       open_effects = excluded.open_effects, effects_since = excluded.effects_since, woken_at = null
     where (streams.version, streams.due_at, streams.open_effects, streams.effects_since)
       is distinct from (excluded.version, excluded.due_at, excluded.open_effects, excluded.effects_since)`,
    [JSON.stringify(rows.map(asKept))],
  );
}

/** A row as PostgreSQL reads it from JSON. */
export function asKept({ stream, version, dueAt, openEffects, effectsSince }: StreamRow): object {
  return { stream, version, due_at: dueAt, open_effects: openEffects, effects_since: effectsSince };
}

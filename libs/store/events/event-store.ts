// What happened, kept for good: streams of events, `seq` from 1 without gaps.

import type { EntityManager } from "typeorm";
import { instantFromMs, type Instant } from "../../calendar/instants.ts";
import type { Actor } from "../../journey/commands.ts";
import type { JourneyEvent } from "../../journey/events.ts";
import type { RunEvent } from "../../payments/events.ts";
import type { TurnEvent } from "../../turn/events.ts";
import type { GroupEvent } from "../../work-group/events.ts";
import { coded, StoreError } from "../errors.ts";
import { named, type Queryable } from "../prepared.ts";
import { subjectOf } from "./streams.ts";
import { currentVersion, kindOf, upcast } from "./upcast.ts";

/** An event that is to be kept: what happened, who asked, by which command (null: by time itself). */
export interface NewEvent<E = JourneyEvent> {
  event: E;
  actor: Actor;
  commandId: string | null;
  /** To which hub it belongs, of what may go from one to another. */
  hub?: string | null;
}

/**
 * An event as it is kept. `subject`: whose it is (a journey's id, `work-group/{id}` of a Work Group). `at`: when it
 * happened for the rules; `recordedAt`: PostgreSQL's clock; `schemaVersion`: the shape of `data`.
 */
export interface StoredEvent {
  stream: string;
  subject: string;
  seq: number;
  type: string;
  schemaVersion: number;
  at: Instant;
  data: Record<string, unknown>;
  actor: Actor;
  commandId: string | null;
  /** Null for a Work Group's or a payment run's, and for one of before events named their hub. */
  hub: string | null;
  recordedAt: Instant;
}

/** A row of `events` as the driver gives it. */
export interface EventRow {
  stream: string;
  seq: number;
  type: string;
  at: Date;
  data: Record<string, unknown>;
  actor: Actor;
  command_id: string | null;
  of_hub: string | null;
  schema_version: number;
  recorded_at: Date;
}

export const EVENT_COLUMNS = "stream, seq, type, at, data, actor, command_id, of_hub, schema_version, recorded_at";

/** A row as an event in today's shape. */
export function storedEvent(row: EventRow): StoredEvent {
  const [kind, version] = [kindOf(row.stream), row.schema_version];
  return {
    stream: row.stream,
    subject: subjectOf(row.stream),
    seq: row.seq,
    type: row.type,
    schemaVersion: Math.max(version, currentVersion(kind, row.type)),
    at: instantFromMs(row.at.getTime()),
    data: upcast({ kind, type: row.type, version }, row.data),
    actor: row.actor,
    commandId: row.command_id,
    hub: row.of_hub,
    recordedAt: instantFromMs(row.recorded_at.getTime()),
  };
}

/**
 * All events of a stream, oldest first; none for a stream that never began. Types that this release does not know come
 * as they are.
 */
export async function load(db: Queryable, stream: string): Promise<StoredEvent[]> {
  const rows = await named<EventRow>(db, ALL_OF_ONE, [stream]);
  return rows.map(storedEvent);
}

const ALL_OF_ONE = {
  name: "events_of_a_stream",
  text: `select ${EVENT_COLUMNS} from events where stream = $1 order by seq`,
};

/** All events of several streams, each oldest first, by stream; a stream that never began is not among them. */
export async function loadMany(db: Queryable, streams: readonly string[]): Promise<Map<string, StoredEvent[]>> {
  const rows = await coded<EventRow[]>(() =>
    db.query(`select ${EVENT_COLUMNS} from events where stream = any($1::text[]) order by stream, seq`, [[...streams]]),
  );
  return byStream(rows, storedEvent);
}

function byStream<R extends { stream: string }, E>(rows: readonly R[], eventOf: (row: R) => E): Map<string, E[]> {
  const found = new Map<string, E[]>();
  for (const row of rows) {
    const events = found.get(row.stream);
    if (events === undefined) found.set(row.stream, [eventOf(row)]);
    else events.push(eventOf(row));
  }
  return found;
}

/** Single events, where they are. Rejects with StoreError. */
export async function loadEach(db: Queryable, of: readonly { stream: string; seq: number }[]): Promise<StoredEvent[]> {
  const rows = await coded<EventRow[]>(() =>
    db.query(
      `select ${EVENT_COLUMNS} from events join unnest($1::text[], $2::int[]) as wanted (stream, seq)
       using (stream, seq)`,
      [of.map(({ stream }) => stream), of.map(({ seq }) => seq)],
    ),
  );
  return rows.map(storedEvent);
}

/** Part of a stream: at most `limit` events after `seq`; `hub`: those of a journey that it hears, null for all. */
export async function loadAfter(
  db: Queryable,
  stream: string,
  seq: number,
  limit: number,
  hub: string | null = null,
): Promise<StoredEvent[]> {
  const rows = await coded<EventRow[]>(() =>
    db.query(
      `select ${EVENT_COLUMNS} from events
       where stream = $1 and seq > $2 and ($4::text is null or of_hub = $4 or (of_hub is null and exists (
         select from journey_stays as stay
         where stay.journey = $5 and stay.hub = $4 and seq between since and coalesce(until, seq))))
       order by seq limit $3`,
      [stream, seq, limit, hub, subjectOf(stream)],
    ),
  );
  return rows.map(storedEvent);
}

/** Events for one stream, which is to stand at `expectedVersion`. */
export interface Appended {
  stream: string;
  expectedVersion: number;
  events: readonly NewEvent<JourneyEvent | GroupEvent | RunEvent | TurnEvent>[];
}

/**
 * Appends events in one multi-row insert; they get the numbers after `expectedVersion`. Returns the new version.
 * Rejects with StoreError `version-conflict` where the stream does not stand at `expectedVersion`; the transaction is
 * then lost.
 */
export async function append(
  manager: EntityManager,
  stream: string,
  expectedVersion: number,
  events: Appended["events"],
): Promise<number> {
  await appendAll(manager, [{ stream, expectedVersion, events }]);
  return expectedVersion + events.length;
}

/** The same to several streams, in the same one insert. */
export async function appendAll(manager: EntityManager, appended: readonly Appended[]): Promise<void> {
  const rows = rowsToAppend(appended);
  if (rows.length === 0) return;
  try {
    await named(manager, APPEND, [JSON.stringify(rows)]);
  } catch (error) {
    const elsewhere = error instanceof StoreError && (error.sqlState === "23505" || error.sqlState === "SJ002");
    throw elsewhere ? new StoreError("version-conflict") : error;
  }
}

const APPEND = {
  name: "events_appended",
  text: `insert into events (stream, seq, type, at, data, actor, command_id, of_hub, schema_version)
    select stream, seq, type, at, data, actor, command_id, of_hub, schema_version
    from rows from (jsonb_to_recordset($1::jsonb) as
      (stream text, seq int, type text, at timestamptz, data jsonb, actor jsonb, command_id text, of_hub text,
        schema_version int)) with ordinality
      as new (stream, seq, type, at, data, actor, command_id, of_hub, schema_version, number)
    order by number`,
};

/** The rows of events to be appended, in their order, as PostgreSQL reads them from JSON. */
export function rowsToAppend(appended: readonly Appended[]): object[] {
  return appended.flatMap(({ stream, expectedVersion, events }) =>
    events.map((event, index) => ({ stream, seq: expectedVersion + index + 1, ...asRow(kindOf(stream), event) })),
  );
}

function asRow(kind: string, { event, actor, commandId, hub = null }: Appended["events"][number]): object {
  const { type, at, ...data } = event;
  return { type, at, data, actor, command_id: commandId, of_hub: hub, schema_version: currentVersion(kind, type) };
}

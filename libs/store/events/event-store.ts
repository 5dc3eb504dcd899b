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
  const rows = await coded<EventRow[]>(() =>
    db.query(`select ${EVENT_COLUMNS} from events where stream = $1 order by seq`, [stream]),
  );
  return rows.map(storedEvent);
}

/** All events of several streams, each oldest first, by stream; a stream that never began is not among them. */
export async function loadMany(db: Queryable, streams: readonly string[]): Promise<Map<string, StoredEvent[]>> {
  const rows = await coded<EventRow[]>(() =>
    db.query(`select ${EVENT_COLUMNS} from events where stream = any($1::text[]) order by stream, seq`, [[...streams]]),
  );
  return byStream(rows, storedEvent);
}

/** What a fold needs of an event. */
export type Told = Pick<StoredEvent, "stream" | "seq" | "type" | "schemaVersion" | "at" | "data">;

/**
 * All that is told of a stream in one row: a driver that makes an object of each event takes twice as long. Instants as
 * the rules write them: PostgreSQL does it in less time than a Date takes.
 */
const toldWith = (data: string): string => `'[' || string_agg('[' || seq || ',"' || type || '","'
  || to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || '",' || schema_version || ',' || ${data} || ']', ','
  order by seq) || ']' as events`;
const TOLD = toldWith("data::text");
const OF_THESE = "from events where stream = any($1::text[]) group by stream order by stream";

type ToldTuple = [seq: number, type: string, at: Instant, version: number, data: Record<string, unknown>];
interface ToldRow {
  stream: string;
  events: string;
}

/** The same of what a fold needs alone. */
export async function loadTold(db: Queryable, streams: readonly string[]): Promise<Map<string, Told[]>> {
  const rows = await coded<ToldRow[]>(() => db.query(`select stream, ${TOLD} ${OF_THESE}`, [[...streams]]));
  return new Map(rows.map((row) => [row.stream, toldIn(row)]));
}

const IN_PART = {
  name: "events_in_part",
  text: `select stream, ${toldWith("case when type = any($2::text[]) then '{}' else data::text end")} ${OF_THESE}`,
};

/**
 * The same for who reads many of them, one after the other: each is made of its text when it is asked for, and dies
 * young. `bare`: types of which nothing is read but when they happened.
 */
export async function loadInPart(
  db: Queryable,
  streams: readonly string[],
  bare: readonly string[],
): Promise<Map<string, () => Told[]>> {
  const rows = await named<ToldRow>(db, IN_PART, [[...streams], [...bare]]);
  return new Map(rows.map((row) => [row.stream, () => toldIn(row)]));
}

const WITH_MARKS = {
  name: "events_of_streams",
  text: `select stream, ${TOLD},
    floor(extract(epoch from (array_agg(recorded_at order by seq desc))[1]) * 1000)::float8 as mark ${OF_THESE}`,
};

/** The same, and when the last of each was recorded, in milliseconds: nothing is locked. Rejects with StoreError. */
export async function loadStreams(
  db: Queryable,
  streams: readonly string[],
): Promise<Map<string, { events: Told[]; mark: number }>> {
  const rows = await named<ToldRow & { mark: number }>(db, WITH_MARKS, [[...streams]]);
  return new Map(rows.map((row) => [row.stream, { events: toldIn(row), mark: row.mark }]));
}

function toldIn({ stream, events }: ToldRow): Told[] {
  const kind = kindOf(stream);
  return (JSON.parse(events) as ToldTuple[]).map(([seq, type, at, version, data]) => {
    const schemaVersion = Math.max(version, currentVersion(kind, type));
    return { stream, seq, type, schemaVersion, at, data: upcast({ kind, type, version }, data) };
  });
}

/** `version`: the number of its last event; `mark`: when that was recorded, in ms. */
export interface Stands {
  version: number;
  mark: number;
}

const WHERE_THEY_STAND = {
  name: "where_streams_stand",
  text: `select restored_epoch() as epoch, stream, last.seq as version, last.mark
    from unnest($1::text[]) as stream left join lateral (
      select seq, floor(extract(epoch from recorded_at) * 1000)::float8 as mark from events
      where events.stream = stream.stream order by seq desc limit 1) as last on true`,
};

/**
 * The epoch of the feed (null in the first) and where streams stand in it, without their events; one that never began
 * is not among them. Rejects with StoreError.
 */
export async function whereTheyStand(
  db: Queryable,
  streams: readonly string[],
): Promise<{ epoch: string | null; stands: ReadonlyMap<string, Stands> }> {
  type Row = { epoch: string | null; stream: string } & (Stands | { version: null });
  const rows = await named<Row>(db, WHERE_THEY_STAND, [[...streams]]);
  const stands = rows.flatMap((row) => (row.version === null ? [] : [[row.stream, row] as const]));
  return { epoch: rows[0]?.epoch ?? null, stands: new Map(stands) };
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

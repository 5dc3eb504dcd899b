// What a fold needs of streams, read fast.

import type { Instant } from "../../calendar/instants.ts";
import { coded } from "../errors.ts";
import { named, type Queryable } from "../prepared.ts";
import type { StoredEvent } from "./event-store.ts";
import { currentVersion, kindOf, upcast } from "./upcast.ts";

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

const WITH_EPOCH = {
  name: "events_and_epoch_of_one",
  text: `select told.*, left(feed_epoch.id::text, 8) as epoch,
      (select id::text from hub_figures order by no desc limit 1) as figures
    from (select stream, ${TOLD}, max(epoch) filter (where seq = $2) as no
      from events where stream = $1 group by stream) as told
    left join feed_epoch on feed_epoch.no = told.no and told.no > 1`,
};

/**
 * All of a stream, what names of one event's letters carry beside its number, as `epochOf` (feed.ts) has it, and the
 * latest decision of any hub on its figures. Rejects with StoreError.
 */
export async function loadWithEpoch(
  db: Queryable,
  stream: string,
  seq: number,
): Promise<{ events: Told[]; epoch: string | null; figures: string | null }> {
  const [row] = await named<ToldRow & Record<"epoch" | "figures", string | null>>(db, WITH_EPOCH, [stream, seq]);
  return row === undefined ? { events: [], epoch: null, figures: null } : { ...row, events: toldIn(row) };
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

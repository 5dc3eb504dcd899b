// All events of all streams, in an order that never skips one, for whoever follows along.

import type { DataSource } from "typeorm";
import { coded, StoreError } from "../errors.ts";
import { EVENT_COLUMNS, storedEvent, type EventRow, type StoredEvent } from "../events/event-store.ts";
import { named, type Queryable } from "../prepared.ts";

export type FeedItem = StoredEvent & { cursor: string };
export interface FeedPage {
  items: FeedItem[];
  next: string | null;
}

/**
 * Where a reader stands: the epoch it read in, and the last event it saw. `seq`: of which event, where several are told
 * at one place; without it, all that is told there was seen.
 */
interface Cursor {
  id: string;
  epoch: number;
  tx: string;
  position: string;
  seq: number | null;
}

const SHAPE = /^([0-9a-f-]{36}) (\d{1,9}) (\d{1,20}) (\d{1,19})(?: (\d{1,9}))?$/;
/** The largest xid8, bigint and int. */
const MOST_TX = 2n ** 64n - 1n,
  MOST_POSITION = 2n ** 63n - 1n,
  MOST_SEQ = 2 ** 31 - 1;

type PlacedRow = EventRow & Omit<Cursor, "id" | "seq">;

/** A hub's turn is none of it: what it brings to schools and groups stands in their own events. */
const ALL = `
select ${EVENT_COLUMNS}, epoch, tx::text as tx, position::text as position from events
where (epoch, tx, position) > ($1::int, $2::xid8, $3::bigint) and (epoch < $4 or tx <
  pg_snapshot_xmin(pg_current_snapshot())) and stream not like 'turn/%'
order by epoch, events.tx, events.position limit $5`;

/**
 * Of one hub: the events that name it; of those that name none, what happened to a school while it was there, and its
 * groups' and runs'. Two ways in, each in its order and no longer than asked: neither looks at others' events.
 */
const OF_HUB = `
with mine as (
  select 'journey/' || journey as stream, since, coalesce(until, ${MOST_SEQ}) as until from journey_stays where hub = $6
  union all select 'work-group/' || id, 1, ${MOST_SEQ} from work_groups where hub = $6
  union all select 'payment-run/' || id, 1, ${MOST_SEQ} from payment_runs where hub = $6),
told as (
  (select * from events
   where of_hub = $6 and (epoch, tx, position) > ($1::int, $2::xid8, $3::bigint)
     and (epoch < $4 or tx < pg_snapshot_xmin(pg_current_snapshot()))
   order by epoch, tx, position limit $5)
  union all
  (select events.* from events join mine using (stream)
   where of_hub is null and seq between since and until
     and (epoch, tx, position) > ($1::int, $2::xid8, $3::bigint)
     and (epoch < $4 or tx < pg_snapshot_xmin(pg_current_snapshot()))
   order by epoch, tx, position limit $5))
select ${EVENT_COLUMNS}, epoch, tx::text as tx, position::text as position from told
order by told.epoch, told.tx, told.position limit $5`;

/**
 * At most `limit` events after a cursor (null: from the beginning). Ordered by transaction, and only from transactions
 * older than any still open on the server: numbers are handed out before the commit, so a later one can be seen first.
 * `next` goes back in as `after`; it is null only while there is nothing at all. Throws StoreError `cursor-unknown` for
 * a cursor that is none, or from before a restore: what it read may be gone, the reader begins anew.
 * `hub`: only this hub's events: of schools while they are there, of its grants to the end, of its Work Groups and
 * payment runs. A school that comes from another hub brings no past; of one that left, what was is told as before.
 */
export async function readFeed(
  dataSource: DataSource,
  after: string | null,
  limit: number,
  hub: string | null = null,
): Promise<FeedPage> {
  const epoch = await currentEpoch(dataSource);
  const from = after === null ? { id: epoch.id, epoch: 0, tx: "0", position: "0", seq: null } : read(after);
  if (from.id !== epoch.id) throw new StoreError("cursor-unknown");
  const place = [from.epoch, from.tx, startOf(from), epoch.no, limit];
  const rows = await coded<PlacedRow[]>(() =>
    hub === null ? dataSource.query(ALL, place) : dataSource.query(OF_HUB, [...place, hub]),
  );
  const items = rows.map((row) => ({
    ...storedEvent(row),
    cursor: write({ id: epoch.id, epoch: row.epoch, tx: row.tx, position: row.position, seq: null }),
  }));
  return { items, next: items.at(-1)?.cursor ?? after };
}

/** A cursor of before may stand in the midst of what was told at one place: the event there is still to come. */
const startOf = ({ seq, position }: Cursor): string => (seq === null ? position : String(BigInt(position) - 1n));

/**
 * Begins a new epoch, after a restore: transaction ids may start again, so events order by epoch first, and readers
 * that had seen more than was restored are told. For the owner of the schema alone. Rejects with StoreError.
 */
export async function renewEpoch(owner: Queryable, reason: string): Promise<void> {
  await coded(() => owner.query("insert into feed_epoch (reason) values ($1)", [reason]));
}

/**
 * What names of an event's letters carry beside its number: of the epoch in which it was recorded, null in the first.
 * Rejects with StoreError.
 */
export async function epochOf(db: Queryable, stream: string, seq: number): Promise<string | null> {
  const rows = await named<{ epoch: string }>(db, EPOCH, [stream, seq]);
  return rows[0]?.epoch ?? null;
}

const EPOCH = {
  name: "epoch_of_event",
  text: `select left(feed_epoch.id::text, 8) as epoch from events join feed_epoch on no = epoch
    where stream = $1 and seq = $2 and epoch > 1`,
};

/**
 * The cursor of the last event that may be read now, whose ever it is; null while there is none. A reader of one hub's
 * events that finds none after this was asked goes on from here: it need not look at the others' again. Rejects with
 * StoreError.
 */
export async function feedHead(dataSource: DataSource): Promise<string | null> {
  const epoch = await currentEpoch(dataSource);
  const rows = await coded<Omit<Cursor, "id" | "seq">[]>(() =>
    dataSource.query(
      `select epoch, tx::text as tx, position::text as position from events
       where epoch < $1 or tx < pg_snapshot_xmin(pg_current_snapshot())
       order by events.epoch desc, events.tx desc, events.position desc limit 1`,
      [epoch.no],
    ),
  );
  return rows[0] ? write({ ...rows[0], id: epoch.id, seq: null }) : null;
}

/**
 * The same place under today's epoch, for a cursor that is kept in this database: a restore brought it back together
 * with the events up to it. Throws StoreError `cursor-unknown` for one that is none.
 */
export async function keptCursor(dataSource: DataSource, cursor: string): Promise<string> {
  return write({ ...read(cursor), id: (await currentEpoch(dataSource)).id });
}

async function currentEpoch(db: Queryable): Promise<{ no: number; id: string }> {
  const rows = await coded<{ no: number; id: string }[]>(() =>
    db.query("select no, id from feed_epoch order by no desc limit 1"),
  );
  const epoch = rows[0];
  if (epoch === undefined) throw new StoreError("database-error");
  return epoch;
}

function write(cursor: Cursor): string {
  const { id, epoch, tx, position, seq } = cursor;
  return Buffer.from([id, epoch, tx, position, ...(seq === null ? [] : [seq])].join(" ")).toString("base64url");
}

function read(text: string): Cursor {
  const [, id, epoch, tx, position, seq] = SHAPE.exec(Buffer.from(text, "base64url").toString()) ?? [];
  if (id === undefined || epoch === undefined || tx === undefined || position === undefined)
    throw new StoreError("cursor-unknown");
  if (BigInt(tx) > MOST_TX || BigInt(position) > MOST_POSITION) throw new StoreError("cursor-unknown");
  return { id, epoch: Number(epoch), tx, position, seq: seq === undefined ? null : Number(seq) };
}

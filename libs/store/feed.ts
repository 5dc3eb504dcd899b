// All events of all streams, in an order that never skips one, for whoever follows along.

import type { DataSource } from 'typeorm';
import { coded, StoreError } from './errors.ts';
import { EVENT_COLUMNS, storedEvent, type EventRow, type StoredEvent } from './event-store.ts';
import type { Queryable } from './streams.ts';

export type FeedItem = StoredEvent & { cursor: string };
export interface FeedPage { items: FeedItem[]; next: string | null }

/** Where a reader stands: the epoch it read in, and the last event it saw. */
interface Cursor { id: string; epoch: number; tx: string; position: string }

const SHAPE = /^([0-9a-f-]{36}) (\d{1,9}) (\d{1,20}) (\d{1,19})$/;
/** The largest xid8 and the largest bigint. */
const MOST_TX = 2n ** 64n - 1n, MOST_POSITION = 2n ** 63n - 1n;

/**
 * At most `limit` events after a cursor (null: from the beginning). Ordered by transaction, and only from transactions older
 * than any still open on the server: numbers are handed out before the commit, so a later one can be seen first.
 * `next` goes back in as `after`; it is null only while there is nothing at all. Throws StoreError `cursor-unknown` for a cursor
 * that is none, or from before a restore: what it read may be gone, the reader begins anew.
 * `hub`: only events of journeys, Work Groups and payment runs that are this hub's now.
 */
export async function readFeed(dataSource: DataSource, after: string | null, limit: number, hub: string | null = null): Promise<FeedPage> {
  const epoch = await currentEpoch(dataSource);
  const from = after === null ? { id: epoch.id, epoch: 0, tx: '0', position: '0' } : read(after);
  if (from.id !== epoch.id) throw new StoreError('cursor-unknown');
  const rows = await coded<(EventRow & Omit<Cursor, 'id'>)[]>(() =>
    dataSource.query(
      `select ${EVENT_COLUMNS}, epoch, tx::text as tx, position::text as position from events
       where (epoch, tx, position) > ($1::int, $2::xid8, $3::bigint)
         and (epoch < $4 or tx < pg_snapshot_xmin(pg_current_snapshot()))
         and ($6::text is null or stream in (select 'journey/' || id from journeys where hub = $6 union all select 'work-group/' || id from work_groups where hub = $6
           union all select 'payment-run/' || id from payment_runs where hub = $6))
       order by epoch, events.tx, events.position limit $5`,
      [from.epoch, from.tx, from.position, epoch.no, limit, hub],
    ));
  const items = rows.map((row) => ({ ...storedEvent(row), cursor: write({ id: epoch.id, epoch: row.epoch, tx: row.tx, position: row.position }) }));
  return { items, next: items.at(-1)?.cursor ?? after };
}

/**
 * Begins a new epoch, after a restore: transaction ids may start again, so events order by epoch first, and readers that
 * had seen more than was restored are told. For the owner of the schema alone. Rejects with StoreError.
 */
export async function renewEpoch(owner: Queryable, reason: string): Promise<void> {
  await coded(() => owner.query('insert into feed_epoch (reason) values ($1)', [reason]));
}

async function currentEpoch(db: Queryable): Promise<{ no: number; id: string }> {
  const rows = await coded<{ no: number; id: string }[]>(() => db.query('select no, id from feed_epoch order by no desc limit 1'));
  const epoch = rows[0];
  if (epoch === undefined) throw new StoreError('database-error');
  return epoch;
}

function write(cursor: Cursor): string {
  return Buffer.from(`${cursor.id} ${cursor.epoch} ${cursor.tx} ${cursor.position}`).toString('base64url');
}

function read(text: string): Cursor {
  const [, id, epoch, tx, position] = SHAPE.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  if (id === undefined || epoch === undefined || tx === undefined || position === undefined) throw new StoreError('cursor-unknown');
  if (BigInt(tx) > MOST_TX || BigInt(position) > MOST_POSITION) throw new StoreError('cursor-unknown');
  return { id, epoch: Number(epoch), tx, position };
}

// How far readers of the feed are behind what is committed.

import { coded } from "../errors.ts";
import type { Queryable } from "../prepared.ts";

/**
 * Seconds since the oldest event was recorded that is committed and cannot be read yet, because a transaction older
 * than its own is still open somewhere on the server; 0 where there is none. By the clock of PostgreSQL. Rejects with
 * StoreError.
 */
export async function feedLag(db: Queryable): Promise<number> {
  const rows = await coded<{ seconds: number }[]>(() =>
    db.query(
      `select coalesce(extract(epoch from clock_timestamp() - min(recorded_at)), 0)::float8 as seconds from events
       where epoch = current_feed_epoch() and tx >= pg_snapshot_xmin(pg_current_snapshot())`,
    ),
  );
  return Math.max(0, rows[0]?.seconds ?? 0);
}

// How far a recovery has come, so that one that was broken off goes on. It counts for that very store of Temporal:
// where that is lost again, it begins anew.

import { coded } from "./errors.ts";
import type { Queryable } from "./prepared.ts";

/** `reached`: the last stream that was looked at, in the order of their names. `woken`: how many up to there. */
export interface Reached {
  reached: string;
  woken: number;
}

/** Where a recovery into this store was broken off; null: it is to begin. Rejects with StoreError. */
export async function reachedIn(db: Queryable, store: string): Promise<Reached | null> {
  const rows = await coded<Reached[]>(() => db.query("select reached, woken from recovery where store = $1", [store]));
  return rows[0] ?? null;
}

/** Notes how far it is. Rejects with StoreError. */
export async function noteReached(db: Queryable, store: string, { reached, woken }: Reached): Promise<void> {
  await coded(() =>
    db.query(
      `insert into recovery (store, reached, woken) values ($1, $2, $3)
       on conflict (one) do update set store = excluded.store, reached = excluded.reached, woken = excluded.woken`,
      [store, reached, woken],
    ),
  );
}

/** It has come to its end: the next one begins. Rejects with StoreError. */
export async function forgetReached(db: Queryable): Promise<void> {
  await coded(() => db.query("delete from recovery"));
}

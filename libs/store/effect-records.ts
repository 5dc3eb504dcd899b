// What is known of an effect, by its own record: that it was tried, and that it was done. What a message says of it
// counts for nothing without that.

import type { EffectResult } from "../contract/journey.ts";
import { clusterOf } from "./cluster-of.ts";
import { coded } from "./errors.ts";
import type { Queryable } from "./prepared.ts";

/** `result`: null while it is not done. */
export interface EffectRecord {
  attempts: number;
  result: EffectResult | null;
}

/**
 * Notes that an effect is tried, by whoever and beside whomever: for what may be done twice without harm. Answers what
 * it came to where it was done before, else null. Rejects with StoreError (`not-home` where another cluster is).
 */
export async function noteAttempt(db: Queryable, id: string, holder: string): Promise<EffectResult | null> {
  const rows = await coded<EffectRecord[]>(() =>
    db.query(
      `insert into effect_leases as known (effect_id, holder, leased_until, attempts)
       select $1, $2, clock_timestamp(), 1 where must_be_home($3)
       on conflict (effect_id) do update
         set attempts = known.attempts + (case when known.done_at is null then 1 else 0 end)
       returning attempts, result`,
      [id, holder, clusterOf(db)],
    ),
  );
  return rows[0]?.result ?? null;
}

/** Notes what an effect came to; what was noted first stands. Rejects with StoreError. */
export async function noteDone(db: Queryable, id: string, result: EffectResult): Promise<void> {
  await coded(() =>
    db.query(
      `update effect_leases set done_at = clock_timestamp(), result = $2::jsonb
       where effect_id = $1 and done_at is null`,
      [id, JSON.stringify(result)],
    ),
  );
}

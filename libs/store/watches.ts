// Which schools somebody watches: their own mark, that nobody else sees.

import { coded } from "./errors.ts";
import type { Queryable } from "./prepared.ts";

/** Marks a journey, or takes the mark away; twice is once. Rejects with StoreError. */
export async function setWatch(db: Queryable, who: string, journey: string, on: boolean): Promise<void> {
  await coded(() =>
    on
      ? db.query("insert into watches (who, journey) values ($1, $2) on conflict do nothing", [who, journey])
      : db.query("delete from watches where who = $1 and journey = $2", [who, journey]),
  );
}

/** Which of these journeys somebody watches. Rejects with StoreError. */
export async function watchedOf(db: Queryable, who: string, journeys: readonly string[]): Promise<Set<string>> {
  const rows = await coded<{ journey: string }[]>(() =>
    db.query("select journey from watches where who = $1 and journey = any($2::text[])", [who, [...journeys]]),
  );
  return new Set(rows.map(({ journey }) => journey));
}

// Which mornings of a hub were written, and from which moment to which each of them tells.

import { instantFromMs, type Instant, type LocalDate } from "../../calendar/instants.ts";
import { coded } from "../errors.ts";
import type { Queryable } from "../prepared.ts";

/** `since`: when the morning before was written; `at`: what came later is the next one's. */
export interface KnownMorning {
  since: Instant;
  at: Instant;
  done: boolean;
}

interface Row {
  since: Date;
  as_of: Date;
  done: boolean;
}

/**
 * Begins the morning of a day, or goes on with it: whoever asks later on that day gets the same moments. It tells what
 * came since the last morning that was done, or since `first` where none was. Rejects with StoreError.
 */
export async function beginMorning(
  db: Queryable,
  hub: string,
  day: LocalDate,
  { at, first }: { at: Instant; first: Instant },
): Promise<KnownMorning> {
  await coded(() =>
    db.query(
      `insert into hub_mornings (hub, day, as_of, since)
       select $1, $2, greatest($3::timestamptz, last.since), last.since
       from (select coalesce((select max(as_of) from hub_mornings where hub = $1 and day < $2 and done_at is not null),
         $4::timestamptz) as since) as last
       on conflict (hub, day) do nothing`,
      [hub, day, at, first],
    ),
  );
  const rows = await coded<Row[]>(() =>
    db.query("select since, as_of, done_at is not null as done from hub_mornings where hub = $1 and day = $2", [
      hub,
      day,
    ]),
  );
  return rows[0] ? morningOf(rows[0]) : { since: first, at, done: false };
}

/** When the last morning that was done was written; null where none was. Rejects with StoreError. */
export async function lastMorning(db: Queryable, hub: string): Promise<Instant | null> {
  const rows = await coded<{ at: Date | null }[]>(() =>
    db.query("select max(as_of) as at from hub_mornings where hub = $1 and done_at is not null", [hub]),
  );
  const at = rows[0]?.at ?? null;
  return at === null ? null : instantFromMs(at.getTime());
}

/** Notes that every letter of a morning has gone. Rejects with StoreError. */
export async function endMorning(db: Queryable, hub: string, day: LocalDate, letters: number): Promise<void> {
  await coded(() =>
    db.query(
      `update hub_mornings set done_at = clock_timestamp(), letters = $3
       where hub = $1 and day = $2 and done_at is null`,
      [hub, day, letters],
    ),
  );
}

const morningOf = ({ since, as_of, done }: Row): KnownMorning => ({
  since: instantFromMs(since.getTime()),
  at: instantFromMs(as_of.getTime()),
  done,
});

// Which hubs have set something up here themselves: beside those that the directory names, a school may go to them.

import { coded } from "../errors.ts";
import type { Queryable } from "../prepared.ts";

/**
 * Whether people of a hub have opened a window here or formed a Work Group. That a school is said to be there does not
 * count: so a code that was mistyped once would be a hub. Rejects with StoreError.
 */
export async function hasSetUp(db: Queryable, hub: string): Promise<boolean> {
  const rows = await coded<{ known: boolean }[]>(() =>
    db.query(
      `select exists (select from windows where hub = $1)
         or exists (select from work_groups where hub = $1) as known`,
      [hub],
    ),
  );
  return rows[0]?.known === true;
}

/** The hub at which a journey is, and the one that asks for it; none before it begins. Rejects with StoreError. */
export async function hubsAround(db: Queryable, journey: string): Promise<string[]> {
  const rows = await coded<{ hub: string }[]>(() =>
    db.query(`select hub from journeys where id = $1 union all select to_hub from moves where journey = $1`, [journey]),
  );
  return rows.map(({ hub }) => hub);
}

// What somebody asked for and was told is not there: whether it is, and so belongs to others.

import { coded } from "./errors.ts";
import type { Queryable } from "./prepared.ts";

/** Whether there is one, by its id, `$1`: of each kind of thing that an address or a body can name. */
const THERE = {
  journey: `select from journeys where phase = split_part($1, '-', 2)
    and (urn = split_part($1, '-', 1) or aliases @> array[split_part($1, '-', 1)])`,
  "work-group": "select from work_groups where id = $1",
  "payment-run": "select from payment_runs where id = $1",
  person: "select from people.persons where id = $1",
  letter: "select from people.sent_letters where id::text = $1",
  webhook: "select from webhooks where id = $1",
  "calendar-link": "select from calendar_links where id::text = $1",
  note: "select from journey_notes where id = $1",
  "hub-letter": "select from hub_letters where id = $1",
  hub: `select from journeys where hub = $1 union all select from windows where hub = $1
    union all select from work_groups where hub = $1`,
} as const;

/** A thing by its kind and id: as it was asked for, so maybe none. */
export interface Sought {
  kind: keyof typeof THERE;
  id: string;
}

/** Whether it is there, whosesoever it is. Rejects with StoreError. */
export async function isThere(db: Queryable, { kind, id }: Sought): Promise<boolean> {
  const rows = await coded<{ there: boolean }[]>(() => db.query(`select exists (${THERE[kind]}) as there`, [id]));
  return rows[0]?.there === true;
}

// Letters that were made and have not gone, in numbers: nothing of them is opened.

import { coded } from "../store/errors.ts";
import type { Queryable } from "../store/prepared.ts";

/** `fresh`: made in the last ten minutes; `old`: before. Older than a week they are a fault of ours, not the mail's. */
export interface LettersWaiting {
  fresh: number;
  old: number;
}

/**
 * How many the mail server has neither taken nor refused, of effects that are not done: a letter that was worded anew,
 * or became needless, waits no more. By the clock of PostgreSQL. Rejects with StoreError.
 */
export async function lettersWaiting(db: Queryable): Promise<LettersWaiting> {
  const rows = await coded<LettersWaiting[]>(() =>
    db.query(
      `select count(*) filter (where kept_at > now() - interval '10 minutes')::int as fresh,
         count(*) filter (where kept_at <= now() - interval '10 minutes')::int as old
       from people.sent_letters as letter
       where sent_at is null and refused_at is null and kept_at > now() - interval '7 days'
         and not exists (select from effect_leases where effect_id = letter.effect and done_at is not null)`,
    ),
  );
  return rows[0] ?? { fresh: 0, old: 0 };
}

// The mail server's turns, so many a second for all workers together. The queue of letters keeps its own rate, which is
// Temporal's to keep; what goes past it takes the turns that the queue leaves.

import { named, type Queryable } from "./prepared.ts";

/** The mail server is leased as an effect is, by a row of its own: its turns up to then are taken. */
const MAIL_SERVER = "mail-server";
/** Seconds whose turns may be taken together; as long again, a letter waits for its turn. */
const TOGETHER = 1;
const WAITS = 1;
/** Seconds that are remembered of what the queue took beyond the rate. */
const REMEMBERED = 10;

export interface MailTurns {
  /**
   * Takes a turn for the letter of an effect. Answers in how many milliseconds it comes; null where there is none soon,
   * or where this effect has been tried before: then it is somebody's already.
   */
  take(effect: string): Promise<number | null>;
  /** A letter of the queue takes its turn whether there is one or not. */
  count(): Promise<void>;
}

const TAKE = {
  name: "mail_turn_is_taken",
  text: `insert into effect_leases as mail (effect_id, holder, leased_until, attempts)
    select $1, '', clock_timestamp() + make_interval(secs => $2), 1
    where not exists (select from effect_leases where effect_id = $3)
    on conflict (effect_id) do update
      set leased_until = greatest(mail.leased_until, clock_timestamp()) + make_interval(secs => $2)
      where mail.leased_until <= clock_timestamp() + make_interval(secs => $4)
    returning greatest(0, extract(epoch from leased_until - clock_timestamp()) - $5)::float8 * 1000 as wait`,
};
const COUNT = {
  name: "mail_turns_are_counted",
  text: `insert into effect_leases as mail (effect_id, holder, leased_until, attempts)
    values ($1, '', clock_timestamp() + make_interval(secs => $2), 1)
    on conflict (effect_id) do update
      set leased_until = least(
        greatest(mail.leased_until, clock_timestamp()) + make_interval(secs => $2),
        clock_timestamp() + make_interval(secs => $3))`,
};

/** Turns at `rate` a second. Both reject with StoreError. */
export function mailTurns(db: Queryable, rate: number): MailTurns {
  return {
    async take(effect) {
      const patience = TOGETHER + WAITS - 1 / rate;
      const [row] = await named<{ wait: number }>(db, TAKE, [MAIL_SERVER, 1 / rate, effect, patience, TOGETHER]);
      return row?.wait ?? null;
    },
    count: together(async (letters) => {
      await named(db, COUNT, [MAIL_SERVER, letters / rate, REMEMBERED]);
    }),
  };
}

/**
 * Counts one at a time, and who comes meanwhile together next: all count in one row, and each would wait for the
 * commits of those before.
 */
function together(count: (letters: number) => Promise<void>): () => Promise<void> {
  let before: Promise<unknown> = Promise.resolve();
  let next: { letters: number; counted: Promise<void> } | null = null;
  return () => {
    if (next === null) {
      const mine = { letters: 0, counted: Promise.resolve() };
      mine.counted = before.then(() => {
        next = null;
        return count(mine.letters);
      });
      before = mine.counted.catch(() => undefined); // told to each who counted
      next = mine;
    }
    next.letters++;
    return next.counted;
  };
}

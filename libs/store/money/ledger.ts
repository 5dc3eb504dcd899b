// Money as double entry, in pence: debits positive, credits negative, every transaction adds up to nothing (the schema
// sees to it). Each is in the books of one hub, and posted with the event it follows from, under that event's id.
//
// The account plan; what debits and credits it:
//   hub:{hub}:grants-committed       what grants have cost the hub: + released, − recalled
//   journey:{id}:grant-payable       owed to the school, in no run: − released, − failed, − held back, − given back by
//                                    the bank, − cancelled, + taken into a run, + recalled
//   journey:{id}:grant-in-run        owed to the school, in a payment run: − taken into a run, + failed, + held back,
//                                    + cancelled, + paid
//   hub:{hub}:bank                   gone out of the hub's account: − paid, + recovered by invoice, + given back
//   journey:{id}:clawback-due        what the school owes back: + asked back, − recovered, − kept back from a payment,
//                                    + given back with that payment
//   hub:{hub}:grants-recovered       asked back, it lessens what grants cost: − asked back
//   hub:{hub}:recovery-difference    came back less (+) or more (−) than asked
// A grant is adjusted before it is released, when nothing of it has been posted: its release posts what it is then.

import type { DataSource } from "typeorm";
import type { Instant } from "../../calendar/instants.ts";
import { grantPayable, grantsCommitted, type Posting } from "../../payments/postings.ts";
import { coded } from "../errors.ts";
import type { Queryable } from "../prepared.ts";

/** An approved grant on its way to a school. `id`: of the effect that releases it, the same for every attempt. */
export interface GrantToPost {
  id: string;
  journey: string;
  hub: string;
  stage: string;
  academicYear: string;
  amountPence: number;
  releasedAt: Instant;
}

/**
 * Posts a released grant and hands it to the next payment run, in one transaction under its own unique id. Posted
 * before: nothing happens and the answer is false. Two at once: the second waits for the first. Rejects with
 * StoreError.
 */
export async function postGrantRelease(dataSource: DataSource, grant: GrantToPost): Promise<boolean> {
  const { id, journey, hub, stage, academicYear, amountPence, releasedAt } = grant;
  const entries = [
    { account: grantsCommitted(hub), amountPence },
    { account: grantPayable(journey), amountPence: -amountPence },
  ];
  return coded(() =>
    dataSource.transaction(async (manager) => {
      const posted = await post(manager, [{ id, kind: "grant-released", journey, hub, entries }]);
      if (posted === 0) return false;
      const values = [id, journey, hub, stage, academicYear, amountPence, releasedAt];
      const columns = "(id, journey, hub, stage, academic_year, amount_pence, released_at)";
      const into = (table: string): Promise<unknown[]> =>
        manager.query(
          `insert into ${table} ${columns} values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
          values,
        );
      // A grant that was released before, and taken back by a decision, is released anew.
      if ((await into("payables")).length === 0) await into("payables_again");
      return true;
    }),
  );
}

/**
 * Posts transactions; one whose id was posted before is left out. Answers how many were posted. Rejects with
 * StoreError.
 */
export async function post(db: Queryable, postings: readonly Posting[]): Promise<number> {
  if (postings.length === 0) return 0;
  const posted = await coded<{ id: string }[]>(() =>
    db.query(
      `insert into ledger_transactions (id, kind, journey, hub) select id, kind, journey, hub
     from jsonb_to_recordset($1::jsonb) as posting (id text, kind text, journey text, hub text) on conflict (id) do
       nothing returning id`,
      [JSON.stringify(postings)],
    ),
  );
  const ids = new Set(posted.map(({ id }) => id));
  const entries = postings
    .filter(({ id }) => ids.has(id))
    .flatMap(({ id, entries: lines }) =>
      lines.map(({ account, amountPence }, index) => ({
        transaction: id,
        line: index + 1,
        account,
        amount_pence: amountPence,
      })),
    );
  if (entries.length > 0) {
    await coded(() =>
      db.query(
        `insert into ledger_entries (transaction, line, account, amount_pence)
       select transaction, line, account, amount_pence from jsonb_populate_recordset(null::ledger_entries, $1::jsonb)`,
        [JSON.stringify(entries)],
      ),
    );
  }
  return posted.length;
}

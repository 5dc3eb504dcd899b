// A hub's money by the month (Europe/London) in which it moved, by the academic year of its grants. All amounts are
// pence.

import { coded } from "../errors.ts";
import type { Queryable } from "../prepared.ts";

/** What was posted to an account for one kind of thing in a month, `2024-10`. `academicYear`: of the grant. */
export interface PostedInMonth {
  month: string;
  academicYear: string;
  account: string;
  kind: string;
  debitPence: number;
  creditPence: number;
}
/** What fell due in a month, at what it amounts to now; what is withheld is none of it. */
export interface DueInMonth {
  month: string;
  academicYear: string;
  grants: number;
  pence: number;
}

const MONTH = (at: string): string => `to_char(${at} at time zone 'Europe/London', 'YYYY-MM')`;

/**
 * The ledger of a hub by month. A posting is of the day of the event that it follows from, by whose clock the rules
 * decide; it may be written later. Rejects with StoreError.
 */
export async function postedByMonth(db: Queryable, hub: string): Promise<PostedInMonth[]> {
  const rows = await coded<(Omit<PostedInMonth, "debitPence" | "creditPence"> & { debit: string; credit: string })[]>(
    () =>
      db.query(
        `select ${MONTH("coalesce(events.at, posted_at)")} as month,
          coalesce(events.data->>'academicYear', payables.academic_year, '') as "academicYear",
          case when account like 'journey:%' then 'schools:' else '' end || substring(account from '[^:]+$') as account,
          kind, coalesce(sum(ledger_entries.amount_pence) filter (where ledger_entries.amount_pence > 0), 0) as debit,
          coalesce(-sum(ledger_entries.amount_pence) filter (where ledger_entries.amount_pence < 0), 0) as credit
         from ledger_transactions as posted join ledger_entries on transaction = posted.id
         left join events on stream = 'journey/' || posted.journey
           and seq = substring(posted.id from ':([0-9]{1,9})$')::int
         left join payables on payables.id = posted.id
         where posted.hub = $1 group by 1, 2, 3, 4 order by 1, 3, 4, 2`,
        [hub],
      ),
  );
  return rows.map(({ debit, credit, ...row }) => ({ ...row, debitPence: Number(debit), creditPence: Number(credit) }));
}

/** What fell due of a hub's grants, by month. Rejects with StoreError. */
export async function dueByMonth(db: Queryable, hub: string): Promise<DueInMonth[]> {
  const rows = await coded<(Omit<DueInMonth, "pence"> & { pence: string })[]>(() =>
    db.query(
      `select ${MONTH("events.at")} as month, academic_year as "academicYear", count(*)::int as grants,
        sum(amount_pence) as pence
       from grants join events on stream = 'journey/' || grants.journey and type = 'GrantDue'
         and data->>'stage' = grants.stage and data->>'academicYear' = grants.academic_year
       where grants.hub = $1 and status <> 'withheld' group by 1, 2 order by 1, 2`,
      [hub],
    ),
  );
  return rows.map(({ pence, ...row }) => ({ ...row, pence: Number(pence) }));
}

/** Every hub that has a grant. Rejects with StoreError. */
export async function hubsWithGrants(db: Queryable): Promise<string[]> {
  const rows = await coded<{ hub: string }[]>(() =>
    db.query("select distinct hub from grants where hub <> '' order by hub", []),
  );
  return rows.map(({ hub }) => hub);
}

// What is read of the ledger: a hub's trial balance, and what schools are to be invoiced for. All amounts are pence.

import { instantFromMs, type Instant } from "../../calendar/instants.ts";
import { coded } from "../errors.ts";
import type { Queryable } from "../prepared.ts";
import { RELEASED, STILL_WAITS } from "./payment-lines.ts";

/**
 * An account of a hub, or one of its schools' taken together (`schools:grant-payable`); the balance is debits less
 * credits.
 */
export interface AccountBalance {
  account: string;
  debitPence: number;
  creditPence: number;
  balancePence: number;
}
export interface TrialBalance {
  hub: string;
  accounts: AccountBalance[];
  debitPence: number;
  creditPence: number;
  balancePence: number;
}

/**
 * The trial balance of a hub's books (account plan: libs/store/money/ledger.ts): its balances add up to nothing.
 * Rejects with StoreError.
 */
export async function trialBalance(db: Queryable, hub: string): Promise<TrialBalance> {
  const rows = await coded<Record<"account" | "debit" | "credit", string>[]>(() =>
    db.query(
      `select case when account like 'journey:%' then 'schools:' else '' end || substring(account from '[^:]+$') as
        account,
       coalesce(sum(amount_pence) filter (where amount_pence > 0), 0) as debit, coalesce(-sum(amount_pence) filter
         (where amount_pence < 0), 0) as credit
     from ledger_entries join ledger_transactions on ledger_transactions.id = transaction where hub = $1 group by 1
       order by 1`,
      [hub],
    ),
  );
  const accounts = rows.map(({ account, debit, credit }) => balanceOf(account, Number(debit), Number(credit)));
  const { debitPence, creditPence, balancePence } = balanceOf(
    "",
    total(accounts, "debitPence"),
    total(accounts, "creditPence"),
  );
  return { hub, accounts, debitPence, creditPence, balancePence };
}

const balanceOf = (account: string, debitPence: number, creditPence: number): AccountBalance => ({
  account,
  debitPence,
  creditPence,
  balancePence: debitPence - creditPence,
});
const total = (accounts: readonly AccountBalance[], of: "debitPence" | "creditPence"): number =>
  accounts.reduce((sum, one) => sum + one[of], 0);

/**
 * What a school is to be asked for by invoice: of a clawback, what no payment that waits for it will keep back.
 * `keptBackPence`: what the next run will keep back of it.
 */
export interface Invoice {
  journey: string;
  urn: string;
  schoolName: string | null;
  stage: string;
  academicYear: string;
  requestedAt: Instant | null;
  clawbackPence: number;
  keptBackPence: number;
  invoicePence: number;
}

interface ClawbackRow extends Omit<Invoice, "requestedAt" | "keptBackPence" | "invoicePence"> {
  requestedAt: Date | null;
  waiting: string;
  invoiced: boolean;
}

/**
 * What is to be invoiced for a hub, the oldest first. What a payment run is keeping back is left to it. Rejects with
 * StoreError.
 */
export async function invoicesOf(db: Queryable, hub: string): Promise<Invoice[]> {
  const rows = await coded<ClawbackRow[]>(() =>
    db.query(
      `select grants.journey, journeys.urn, schools.name as "schoolName", grants.stage, grants.academic_year as
        "academicYear", clawback_at as "requestedAt",
       clawback_pence as "clawbackPence", (select coalesce(sum(amount_pence), 0) from ${RELEASED} where
         payables.journey = grants.journey and payables.hub = grants.hub and ${STILL_WAITS}) as waiting, invoiced
     from grants join journeys on journeys.id = grants.journey left join schools on schools.urn = journeys.urn
     where grants.hub = $1 and clawback = 'requested' and kept_back_in is null order by clawback_at, grants.journey,
       no`,
      [hub],
    ),
  );
  const left = new Map(rows.map(({ journey, waiting }) => [journey, Number(waiting)]));
  return rows.flatMap(({ waiting: _waiting, requestedAt, invoiced, ...row }) => {
    // What an invoice asks for, no payment keeps back.
    const keptBackPence = invoiced ? 0 : Math.min(left.get(row.journey) ?? 0, row.clawbackPence);
    left.set(row.journey, (left.get(row.journey) ?? 0) - keptBackPence);
    const invoicePence = row.clawbackPence - keptBackPence;
    return invoicePence === 0
      ? []
      : [
          {
            ...row,
            requestedAt: requestedAt === null ? null : instantFromMs(requestedAt.getTime()),
            keptBackPence,
            invoicePence,
          },
        ];
  });
}

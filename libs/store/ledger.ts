// Money as double entry, in pence: debits positive, credits negative, every transaction adds up to nothing (the schema sees to it).

import type { DataSource, EntityManager } from 'typeorm';
import { coded } from './errors.ts';

/** An approved grant on its way to a school. `id`: of the effect that releases it, the same for every attempt. */
export interface GrantToPost { id: string; journey: string; hub: string; stage: string; academicYear: string; amountPence: number }

/** What the hub has promised to pay out; a release takes it from there. */
export const grantsCommitted = (hub: string): string => `hub:${hub}:grants-committed`;
/** What is owed to the school until a payment run has paid it. */
export const grantPayable = (journey: string): string => `journey:${journey}:grant-payable`;

/**
 * Posts a released grant and hands it to the next payment run, in one transaction under its own unique id. Posted before:
 * nothing happens and the answer is false. Two at once: the second waits for the first. Rejects with StoreError.
 */
export async function postGrantRelease(dataSource: DataSource, grant: GrantToPost): Promise<boolean> {
  return coded(() => dataSource.transaction((manager) => post(manager, grant)));
}

async function post(manager: EntityManager, grant: GrantToPost): Promise<boolean> {
  const { id, journey, hub, stage, academicYear, amountPence } = grant;
  const posted: unknown[] = await manager.query(
    `insert into ledger_transactions (id, kind, journey) values ($1, 'grant-released', $2) on conflict (id) do nothing returning id`,
    [id, journey],
  );
  if (posted.length === 0) return false;
  await manager.query(
    `insert into ledger_entries (transaction, line, account, amount_pence) values ($1, 1, $2, $4::bigint), ($1, 2, $3, -$4::bigint)`,
    [id, grantsCommitted(hub), grantPayable(journey), amountPence],
  );
  await manager.query(
    `insert into payables (id, journey, hub, stage, academic_year, amount_pence) values ($1, $2, $3, $4, $5, $6)`,
    [id, journey, hub, stage, academicYear, amountPence],
  );
  return true;
}

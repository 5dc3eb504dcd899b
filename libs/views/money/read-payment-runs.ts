// What is read of payment runs by the API. PostgreSQL alone is asked.

import type { DataSource } from "typeorm";
import { coded } from "../../store/errors.ts";
import { page, type Page } from "../page.ts";
import { PaymentRunRow } from "./payment-runs.ts";

/** `own`: only runs of this hub; null: all, also those of every hub at once. */
export interface PaymentRunFilter {
  own: string | null;
  hub?: string;
  status?: string;
  after?: string;
  limit: number;
}

/** Payment runs by id, those that fit everything asked. Rejects with StoreError. */
export async function findPaymentRuns(
  dataSource: DataSource,
  filter: PaymentRunFilter,
): Promise<Page<PaymentRunRow, string>> {
  const query = dataSource
    .getRepository(PaymentRunRow)
    .createQueryBuilder("run")
    .orderBy("run.id")
    .limit(filter.limit + 1);
  if (filter.own !== null) query.andWhere("run.hub = :own", { own: filter.own });
  for (const field of ["hub", "status"] as const) {
    if (filter[field] !== undefined) query.andWhere(`run.${field} = :${field}`, { [field]: filter[field] });
  }
  if (filter.after !== undefined) query.andWhere("run.id > :after", { after: filter.after });
  const found = await coded(() => query.getMany());
  return page(found, filter.limit, (row) => row.id);
}

/** A payment run's row, or null. Rejects with StoreError. */
export async function findPaymentRun(dataSource: DataSource, id: string): Promise<PaymentRunRow | null> {
  return coded(() => dataSource.manager.findOne(PaymentRunRow, { where: { id } }));
}

// One row a payment run: what it comes to, how far it is, who prepared and who authorised it.

import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Instant, LocalDate } from "../../calendar/instants.ts";
import { describe } from "../../payments/describe.ts";
import { INSTANT, PENCE } from "../columns.ts";
import type { RunHistory } from "../history.ts";

@Entity("payment_runs")
export class PaymentRunRow {
  @PrimaryColumn({ type: "text" }) id: string;
  /** Null: every hub's. */
  @Column({ type: "text", nullable: true }) hub: string | null;
  @Column({ name: "cut_off", type: "date" }) cutOff: LocalDate;
  @Column({ type: "text" }) status: string;
  /** Opaque ids of principals. */
  @Column({ name: "prepared_by", type: "text" }) preparedBy: string;
  @Column({ ...INSTANT, name: "prepared_at" }) preparedAt: Instant;
  @Column({ name: "authorised_by", type: "text", nullable: true }) authorisedBy: string | null;
  @Column({ type: "int" }) payments: number;
  @Column({ ...PENCE, name: "gross_pence" }) grossPence: number;
  @Column({ ...PENCE, name: "recovered_pence" }) recoveredPence: number;
  @Column({ ...PENCE, name: "net_pence" }) netPence: number;
  @Column({ name: "paid_payments", type: "int" }) paidPayments: number;
  @Column({ ...PENCE, name: "paid_pence" }) paidPence: number;
  @Column({ name: "failed_payments", type: "int" }) failedPayments: number;
  @Column({ ...PENCE, name: "failed_pence" }) failedPence: number;
  @Column({ name: "returned_payments", type: "int", default: 0 }) returnedPayments: number;
  @Column({ ...PENCE, name: "returned_pence", default: 0 }) returnedPence: number;
  /** The `seq` of its last event: its ETag. */
  @Column({ type: "int" }) version: number;
  @Column({ type: "text" }) summary: string;
  @Column({ ...INSTANT, name: "updated_at" }) updatedAt: Instant;
}

/** A payment run's row; none before it is prepared. */
export function project({ run: id, events, state }: RunHistory): PaymentRunRow[] {
  if (state.status === "none") return [];
  const { hub, cutOff, status, preparedBy, authorisedBy, taken, paid, failed, returned } = state;
  return [
    {
      id,
      hub,
      cutOff,
      status,
      preparedBy: preparedBy.who,
      preparedAt: events[0]?.at ?? state.lastAt,
      authorisedBy: authorisedBy?.who ?? null,
      payments: taken.payments,
      grossPence: taken.grossPence,
      recoveredPence: taken.recoveredPence,
      netPence: taken.netPence,
      paidPayments: paid.payments,
      paidPence: paid.netPence,
      failedPayments: failed.payments,
      failedPence: failed.netPence,
      returnedPayments: returned.payments,
      returnedPence: returned.netPence,
      version: state.seq,
      summary: describe(id, state).summary,
      updatedAt: state.lastAt,
    },
  ];
}

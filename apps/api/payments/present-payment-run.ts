// A payment run as the API answers it. All amounts are pence.

import type { HubStatement, PaymentLine } from "../../../libs/store/money/payment-lines.ts";
import type { PaymentRunRow } from "../../../libs/views/money/payment-runs.ts";

/** A run as lists show it; as it is read by itself; and a payment of it. */
export interface PresentedRow extends PaymentRunRow {
  openPayments: number;
}
export interface PresentedRun extends PresentedRow {
  statement: readonly HubStatement[];
}
export interface PresentedPayment extends Omit<PaymentLine, "payable" | "run" | "no"> {
  grant: string;
}

/** One line of a list of payment runs. */
export function presentRunRow(row: PaymentRunRow): PresentedRow {
  const { payments, paidPayments, failedPayments } = row;
  const {
    id,
    hub,
    cutOff,
    status,
    preparedBy,
    preparedAt,
    authorisedBy,
    grossPence,
    recoveredPence,
    netPence,
    paidPence,
    failedPence,
    version,
    summary,
    updatedAt,
  } = row;
  return {
    id,
    hub,
    cutOff,
    status,
    preparedBy,
    preparedAt,
    authorisedBy,
    payments,
    grossPence,
    recoveredPence,
    netPence,
    paidPayments,
    paidPence,
    failedPayments,
    failedPence,
    openPayments: payments - paidPayments - failedPayments,
    version,
    summary,
    updatedAt,
  };
}

/** A payment run with its statement by hub. */
export function presentRun(row: PaymentRunRow, statement: readonly HubStatement[]): PresentedRun {
  return { ...presentRunRow(row), statement };
}

/** One payment. */
export function presentPayment(line: PaymentLine): PresentedPayment {
  const {
    payment,
    journey,
    urn,
    schoolName,
    hub,
    payable,
    stage,
    academicYear,
    grossPence,
    recoveredPence,
    netPence,
    status,
    reasonCode,
  } = line;
  return {
    payment,
    journey,
    urn,
    schoolName,
    hub,
    grant: payable,
    stage,
    academicYear,
    grossPence,
    recoveredPence,
    netPence,
    status,
    reasonCode,
  };
}

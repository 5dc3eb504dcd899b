// Where a payment run stands, folded from its events; and a line of its book, one a payment.

import type { Instant, LocalDate } from "../calendar/instants.ts";
import type { Stage } from "../prospectus/prospectus.ts";
import type { Person, Sums } from "./events.ts";

/**
 * `gathering`: payments are being taken into it; `authorising`: they are being authorised, one school's journey after
 * another.
 */
export const RUN_STATUSES = ["gathering", "prepared", "authorising", "authorised", "complete", "cancelled"] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];
export type RunEffect = "take-payables" | "authorise-payments" | "confirm-payments" | "let-payments-go";
/** What goes on by itself, batch by batch; `after`: the number of the last line that was come to. */
export interface OpenEffect {
  seq: number;
  kind: RunEffect;
  after: number;
  by: Person;
  stalled: boolean;
}

export interface Run {
  status: RunStatus;
  seq: number;
  lastAt: Instant;
  /** Null: every hub's. */
  hub: string | null;
  cutOff: LocalDate;
  preparedBy: Person;
  authorisedBy: Person | null;
  taken: Sums;
  paid: Sums;
  failed: Sums;
  /** Made, and given back by the bank: no longer paid. */
  returned: Sums;
  effects: readonly OpenEffect[];
}
export type PaymentRun = { status: "none" } | Run;

/** A released grant that waits for a payment run. */
export interface Payable {
  id: string;
  journey: string;
  hub: string;
  stage: Stage;
  academicYear: string;
  amountPence: number;
}

/**
 * `refused`: its journey did not let it into the run; it is none of its payments. `returned`: it was paid, and the bank
 * gave it back.
 */
export const LINE_STATUSES = ["prepared", "authorised", "paid", "failed", "cancelled", "refused", "returned"] as const;
export type LineStatus = (typeof LINE_STATUSES)[number];

/**
 * One payment of a run. `payment`: its reference, the same on the remittance. `payable`: which released grant it pays.
 */
export interface Line {
  payment: string;
  run: string;
  no: number;
  payable: string;
  journey: string;
  urn: string;
  hub: string;
  stage: Stage;
  academicYear: string;
  grossPence: number;
  recoveredPence: number;
  netPence: number;
  status: LineStatus;
  reasonCode: string | null;
}

export const NO_SUMS: Sums = { payments: 0, grossPence: 0, recoveredPence: 0, netPence: 0 };

/** `pr-3f2a91c0-00017`: short enough for a bank's reference of 18 characters. */
export const reference = (run: string, no: number): string => `${run}-${String(no).padStart(5, "0")}`;

/** May a payment run be called this? */
export function isRunId(id: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id) && id.length <= 40;
}

export function sumOf(lines: readonly Line[]): Sums {
  return lines.reduce(
    (sums, { grossPence, recoveredPence, netPence }) =>
      plus(sums, { payments: 1, grossPence, recoveredPence, netPence }),
    NO_SUMS,
  );
}

export function plus(a: Sums, b: Sums): Sums {
  return {
    payments: a.payments + b.payments,
    grossPence: a.grossPence + b.grossPence,
    recoveredPence: a.recoveredPence + b.recoveredPence,
    netPence: a.netPence + b.netPence,
  };
}

export const minus = (a: Sums, { payments, grossPence, recoveredPence, netPence }: Sums): Sums =>
  plus(a, {
    payments: -payments,
    grossPence: -grossPence,
    recoveredPence: -recoveredPence,
    netPence: -netPence,
  });

/** Payments that are neither confirmed nor failed. */
export function openPayments({ taken, paid, failed, returned }: Run): number {
  return taken.payments - paid.payments - failed.payments - returned.payments;
}

// The shapes of payment runs, and an example of each.

import { FAILURES } from "../../../libs/payments/commands.ts";
import { REJECTION_CODES } from "../../../libs/journey/rejection.ts";
import { LINE_STATUSES, RUN_STATUSES } from "../../../libs/payments/state.ts";
import { STAGES } from "./command-schema.ts";
import { date, instant, listOf, object, orNull, pence, ref, text, whole, words, type Schema } from "./schema.ts";

const sums = {
  payments: whole(),
  grossPence: pence,
  recoveredPence: { ...pence, description: "Kept back of what schools owe, in pence" },
  netPence: pence,
};
const settled = { paidPayments: whole(), paidPence: pence, failedPayments: whole(), failedPence: pence };
const run = {
  id: text(),
  hub: orNull(text("Null: every hub")),
  cutOff: date,
  status: words(RUN_STATUSES),
  preparedBy: text("An opaque id"),
  preparedAt: instant,
  authorisedBy: orNull(text("An opaque id")),
  ...sums,
  ...settled,
  openPayments: whole("Neither confirmed nor failed"),
  version: whole("The seq of its last event; its ETag"),
  summary: text(),
  updatedAt: instant,
};
const budget = {
  hub: text(),
  academicYear: text(),
  allocatedPence: orNull(pence),
  duePence: pence,
  committedPence: pence,
  releasedPence: pence,
  paidPence: pence,
  recoveredPence: pence,
  leftPence: orNull(whole("Pence")),
  setBy: orNull(text("An opaque id")),
  setAt: orNull(instant),
};
const balance = { debitPence: pence, creditPence: pence, balancePence: whole("Debits less credits, in pence") };

export const PAYMENT_SCHEMAS: Readonly<Record<string, Schema>> = {
  PaymentRunRow: object(run),
  PaymentRunPage: object({ items: listOf(ref("PaymentRunRow")), next: orNull(text()) }),
  PaymentRun: object({ ...run, statement: listOf(object({ hub: text(), ...sums, ...settled })) }),
  Payment: object({
    payment: text("Its reference, at the bank too"),
    journey: text(),
    urn: text(),
    schoolName: text("As it was when the payment was prepared"),
    hub: text(),
    grant: text("Which released grant it pays"),
    stage: words(STAGES),
    academicYear: text(),
    grossPence: pence,
    recoveredPence: pence,
    netPence: pence,
    status: words(LINE_STATUSES),
    reasonCode: orNull(text(`Why it failed: ${FAILURES.join(", ")}; or the problem code of its journey`)),
  }),
  PaymentPage: object({ items: listOf(ref("Payment")), next: orNull(whole()) }),
  PaymentRunAnswer: object({
    run: text(),
    version: whole(),
    status: words(RUN_STATUSES),
    skipped: listOf(object({ payment: text(), why: words(REJECTION_CODES), detail: text() })),
  }),
  Remittance: text("CSV"),
  BudgetBody: object({ allocatedPence: pence }),
  Budget: object(budget),
  TrialBalance: object({
    hub: text(),
    accounts: listOf(object({ account: text("Of the hub, or of its schools taken together"), ...balance })),
    ...balance,
  }),
  InvoicePage: object({
    items: listOf(
      object({
        journey: text(),
        urn: text(),
        schoolName: orNull(text()),
        stage: words(STAGES),
        academicYear: text(),
        requestedAt: orNull(instant),
        clawbackPence: pence,
        keptBackPence: { ...pence, description: "What the next payment run will keep back, in pence" },
        invoicePence: pence,
      }),
    ),
    next: { type: "null" },
  }),
  BudgetPage: object({ items: listOf(ref("Budget")), next: { type: "null" } }),
};

const SUMS = { payments: 2, grossPence: 200_000, recoveredPence: 40_000, netPence: 160_000 };
const SETTLED = { paidPayments: 1, paidPence: 100_000, failedPayments: 0, failedPence: 0 };
const RUN = {
  id: "r3f2a91c0de",
  hub: "great-north",
  cutOff: "2021-11-30",
  status: "authorised",
  preparedBy: "finance-officer.great-north",
  preparedAt: "2021-12-01T09:00:00Z",
  authorisedBy: "hub-lead.great-north",
  ...SUMS,
  ...SETTLED,
  openPayments: 1,
  version: 6,
  summary: "great-north, up to 2021-11-30: 2 payments, £1,600, authorised",
  updatedAt: "2021-12-03T09:00:00Z",
};
const BUDGET = {
  hub: "great-north",
  academicYear: "2020/21",
  allocatedPence: 1_200_000,
  duePence: 400_000,
  committedPence: 100_000,
  releasedPence: 300_000,
  paidPence: 200_000,
  recoveredPence: 0,
  leftPence: 800_000,
  setBy: "hub-lead.great-north",
  setAt: "2020-09-01T09:00:00Z",
};

export const PAYMENT_EXAMPLES: Readonly<Record<string, unknown>> = {
  Budget: BUDGET,
  TrialBalance: {
    hub: "great-north",
    debitPence: 400_000,
    creditPence: 400_000,
    balancePence: 0,
    accounts: [
      { account: "bank", debitPence: 0, creditPence: 100_000, balancePence: -100_000 },
      { account: "grants-committed", debitPence: 200_000, creditPence: 0, balancePence: 200_000 },
      { account: "schools:grant-in-run", debitPence: 100_000, creditPence: 100_000, balancePence: 0 },
      { account: "schools:grant-payable", debitPence: 100_000, creditPence: 200_000, balancePence: -100_000 },
    ],
  },
  InvoicePage: {
    items: [
      {
        journey: "100001-primary",
        urn: "100001",
        schoolName: "Example Primary School",
        stage: "development",
        academicYear: "2021/22",
        requestedAt: "2022-03-01T09:00:00Z",
        clawbackPence: 100_000,
        keptBackPence: 0,
        invoicePence: 100_000,
      },
    ],
    next: null,
  },
  BudgetPage: { items: [BUDGET], next: null },
  PaymentRunPage: { items: [RUN], next: null },
  PaymentRun: { ...RUN, statement: [{ hub: "great-north", ...SUMS, ...SETTLED }] },
  PaymentPage: {
    items: [
      {
        payment: "r3f2a91c0de-00001",
        journey: "100001-primary",
        urn: "100001",
        schoolName: "Example Primary School",
        hub: "great-north",
        grant: "100001-primary:44",
        stage: "development",
        academicYear: "2021/22",
        grossPence: 100_000,
        recoveredPence: 40_000,
        netPence: 60_000,
        status: "authorised",
        reasonCode: null,
      },
    ],
    next: null,
  },
  PaymentRunAnswer: {
    run: "r3f2a91c0de",
    version: 7,
    status: "authorised",
    skipped: [
      {
        payment: "r3f2a91c0de-00002",
        why: "already-released",
        detail: "This payment has been confirmed: it is made once.",
      },
    ],
  },
  Remittance:
    "\uFEFFreference,urn,school,hub,grant,prospectus,grant_pounds,kept_back_pounds,amount_pounds,amount_pence\r\n" +
    "r3f2a91c0de-00001,100001,Example Primary " +
    "School,great-north,100001-primary:44,2021-22/primary-development,1000.00,400.00,600.00,60000\r\n",
};

// Payment runs, the payments of one, and budgets, each as a file for spreadsheets: amounts in pounds.

import { localDate, type Instant } from "../../../libs/calendar/instants.ts";
import type { Budget } from "../../../libs/service/money/budgets.ts";
import type { PaymentSeen, RunSeen } from "../../../libs/service/money/payment-runs.ts";
import { asCsv, inPounds, OF_FIGURES } from "../../../libs/service/shape/as-csv.ts";
import { inWords } from "../words.ts";
import { latestFirst } from "./runs-page.ts";

type Called = (id: string) => string;

const dayOf = (at: Instant | null): string => (at === null ? "" : localDate(at));
const named = (id: string | null, called: Called): string => (id === null ? "" : called(id));

/** The runs, the latest first. `called`: what those who prepare and authorise them are called. */
export function runsFile(runs: readonly RunSeen[], called: Called): string {
  const rows = latestFirst(runs).map((one) => [
    ...[one.id, dayOf(one.preparedAt), named(one.preparedBy, called), named(one.authorisedBy, called), one.cutOff],
    ...[inWords(one.status), String(one.payments)],
    ...[one.grossPence, one.recoveredPence, one.netPence].map(inPounds),
    ...[String(one.paidPayments), inPounds(one.paidPence), String(one.failedPayments), inPounds(one.failedPence)],
    ...[String(one.returnedPayments), inPounds(one.returnedPence), String(one.openPayments)],
  ]);
  return asCsv(rows, [
    ...["Run", "Prepared on", "Prepared by", "Authorised by", "Cut-off", "Status", "Payments"],
    ...["Grants, pounds", "Kept back, pounds", "To be paid, pounds"],
    ...["Confirmed", "Confirmed, pounds", "Failed", "Failed, pounds", "Came back", "Came back, pounds", "Open"],
  ]);
}

/** The payments of a run, in their order. */
export function paymentsFile(payments: readonly PaymentSeen[]): string {
  const rows = payments.map((one) => [
    ...[one.payment, one.urn, one.schoolName, inWords(one.stage), one.academicYear],
    ...[one.grossPence, one.recoveredPence, one.netPence].map(inPounds),
    ...[inWords(one.status), one.reasonCode === null ? "" : inWords(one.reasonCode)],
  ]);
  return asCsv(rows, [
    ...["Payment", "URN", "School", "Stage", "Academic year"],
    ...["Grant, pounds", "Kept back, pounds", "To be paid, pounds", "Status", "Why"],
  ]);
}

/** The years of a hub. `called`: what those who set a budget are called. */
export function budgetsFile(budgets: readonly Budget[], called: Called): string {
  const rows = budgets.map((one) => [
    one.academicYear,
    ...[one.allocatedPence, one.duePence, one.committedPence, one.releasedPence, one.paidPence].map(pounds),
    ...[one.recoveredPence, one.leftPence].map(pounds),
    ...[dayOf(one.setAt), named(one.setBy, called)],
  ]);
  return asCsv(
    rows,
    [
      ...["Academic year", "Allocated, pounds", "Due and not approved, pounds", "Committed, pounds"],
      ...["Released, pounds", "Of it paid, pounds", "Came back, pounds", "Left, pounds", "Set on", "Set by"],
    ],
    OF_FIGURES,
  );
}

/** Nothing where no budget is set. */
const pounds = (pence: number | null): string => (pence === null ? "" : inPounds(pence));

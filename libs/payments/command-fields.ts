// The shape of each command of a payment run, as data: for the check at the edge and for the API's documentation.

import { may, must, type Field, type Fields } from "../journey/field.ts";
import { FAILURES, type CommandName } from "./commands.ts";

/** The names that callers may use. */
export type RunWireName = Exclude<CommandName, "CarryOn" | "RecordEffect">;

/** So many payments may be named at a time: they are decided in one transaction. */
export const MOST_PAYMENTS = 200;

const payments = (required: boolean, note: string): Field => ({
  kind: "ids",
  required,
  note: `${note}, at most ${MOST_PAYMENTS} at a time`,
  example: ["pr-3f2a91c0-00001"],
});
const reason = may("text", "Why, in words", "The school has moved its account");

export const RUN_FIELDS: Readonly<Record<RunWireName, Fields>> = {
  PreparePaymentRun: {
    hub: may("id", "Code of the hub; else your own, for an operator every hub", "great-north"),
    cutOff: may(
      "date",
      "The last day (Europe/London) on which a grant may have been released; else today",
      "2021-11-30",
    ),
  },
  AuthorisePaymentRun: {},
  ConfirmPayment: {
    payments: payments(false, "What was paid, by reference; none named: all that are neither confirmed nor failed"),
    made: may(
      "flag",
      "The bank has made those that are named, whatever has happened to their schools since the run was prepared",
      true,
    ),
  },
  FailPayment: {
    payments: payments(true, "What was not paid, by reference"),
    reasonCode: { ...must("word", "Why", "account-closed"), words: FAILURES },
    reason,
  },
  HoldPayment: {
    payments: payments(true, "What does not go to the bank, by reference"),
    nextRun: may("flag", "The next run takes it; else somebody decides on it first", true),
    reason: { ...reason, note: "Why, in words; not blank", example: "The school is about to close" },
  },
  ReturnPayment: {
    payments: payments(true, "What the bank had made and gave back, by reference"),
    reasonCode: { ...must("word", "Why", "account-closed"), words: FAILURES },
    reason,
  },
  CancelPaymentRun: {
    reason: { ...reason, note: "Why, in words; not blank" },
    reasonCode: may("code", "Why, as a code", "wrong-cut-off"),
  },
};

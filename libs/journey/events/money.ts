// What can have happened to a grant.

import type { Because, GrantCause, GrantDoubt, Grants, Netted } from "../event-words.ts";
import { carries } from "../event-map.ts";

/** What a task about a grant came to. */
export type GrantDecision = "release" | "part" | "withhold" | "keep" | "ask-back";

export const MONEY_EVENTS = {
  /** `doubts`: what a person settles before it can be payable; left out where nothing is, and in years of before. */
  GrantDue: carries<Grants & { amountPence: number; doubts?: readonly GrantDoubt[] }>(),
  GrantPayable: carries<Grants>(),
  /** `doubts`: of a school that left and comes late to the same year. */
  GrantReopened: carries<Grants & { doubts?: readonly GrantDoubt[] }>(),
  GrantApproved: carries<Grants & { approver: string }>(),
  GrantReleased: carries<Grants & { amountPence: number; approvers: string[] }>(),
  GrantWithheld: carries<Grants & Because>(),
  /** A person has decided what its task asked. `permits`: it may be paid, whoever of the teachers was where. */
  GrantDecided: carries<Grants & Because & { cause: GrantCause; decision: GrantDecision; permits?: true }>(),
  /** It was released, and waits again: what was approved is not to go out like this. */
  GrantRecalled: carries<Grants>(),
  GrantAdjusted: carries<Grants & Because & { amountPence: number }>(),
  /** `nets`: clawbacks of other grants that are kept back from this payment; left out where none is. */
  PaymentRunPrepared: carries<Grants & { run: string | null; preparedBy: string; nets?: readonly Netted[] }>(),
  PaymentRunAuthorised: carries<Grants & { run: string | null; authorisedBy: string }>(),
  GrantPaid: carries<Grants & { run: string | null }>(),
  PaymentFailed: carries<Grants & Because & { run: string | null }>(),
  /** Taken out of a run before the bank had it. `until`: the next run takes it, or a person decides first. */
  PaymentHeld: carries<Grants & Because & { run: string | null; until: "next-run" | "decision" }>(),
  /** The bank had made it, and gave it back. */
  PaymentReturned: carries<Grants & Because & { run: string | null }>(),
  PaymentRunCancelled: carries<Grants & { run: string | null }>(),
  /** `invoiced`: an invoice asks for it, so that no payment keeps it back. */
  ClawbackRequested: carries<Grants & Because & { amountPence: number; invoiced?: boolean }>(),
  ClawbackInvoiced: carries<Grants & Because & { invoiced: boolean }>(),
  /** What was kept back from a payment that came back is owed again. */
  ClawbackReopened: carries<Grants & { amountPence: number; run: string | null }>(),
  /** `run`: kept back from a payment of that run; `leftPence`: what is still to come back, where anything is. */
  ClawbackRecovered: carries<Grants & { amountPence: number; leftPence?: number; run?: string | null }>(),
};

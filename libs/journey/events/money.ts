// What can have happened to a grant.

import type { Because, Grants, Netted } from "../event-words.ts";
import { carries } from "../event-map.ts";

export const MONEY_EVENTS = {
  GrantDue: carries<Grants & { amountPence: number }>(),
  GrantPayable: carries<Grants>(),
  GrantReopened: carries<Grants>(),
  GrantApproved: carries<Grants & { approver: string }>(),
  GrantReleased: carries<Grants & { amountPence: number; approvers: string[] }>(),
  GrantWithheld: carries<Grants & Because>(),
  GrantAdjusted: carries<Grants & Because & { amountPence: number }>(),
  /** `nets`: clawbacks of other grants that are kept back from this payment; left out where none is. */
  PaymentRunPrepared: carries<Grants & { run: string | null; preparedBy: string; nets?: readonly Netted[] }>(),
  PaymentRunAuthorised: carries<Grants & { run: string | null; authorisedBy: string }>(),
  GrantPaid: carries<Grants & { run: string | null }>(),
  PaymentFailed: carries<Grants & Because & { run: string | null }>(),
  PaymentRunCancelled: carries<Grants & { run: string | null }>(),
  ClawbackRequested: carries<Grants & Because & { amountPence: number }>(),
  /** `run`: kept back from a payment of that run; `leftPence`: what is still to come back, where anything is. */
  ClawbackRecovered: carries<Grants & { amountPence: number; leftPence?: number; run?: string | null }>(),
};

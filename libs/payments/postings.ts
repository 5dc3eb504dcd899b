// What each step of a grant means for the ledger: double entry, in pence. The account plan stands in
// libs/store/money/ledger.ts.

import { step } from "../journey/settle.ts";
import type { JourneyEvent, Recorded } from "../journey/events.ts";
import type { Grant, Journey } from "../journey/state.ts";

/** What the hub's grants have cost it: a release takes it from there. */
export const grantsCommitted = (hub: string): string => `hub:${hub}:grants-committed`;
/** What is owed to the school until a payment run takes it. */
export const grantPayable = (journey: string): string => `journey:${journey}:grant-payable`;
/** What is owed to the school and in a payment run. */
export const grantInRun = (journey: string): string => `journey:${journey}:grant-in-run`;
/** What the school owes back. */
export const clawbackDue = (journey: string): string => `journey:${journey}:clawback-due`;
/** What has gone out of the hub's account, and come back into it. */
export const bank = (hub: string): string => `hub:${hub}:bank`;
/** What has been asked back: it lessens what grants have cost. */
export const grantsRecovered = (hub: string): string => `hub:${hub}:grants-recovered`;
/** What came back less, or more, than was asked. */
export const recoveryDifference = (hub: string): string => `hub:${hub}:recovery-difference`;

/** Debits are positive, credits negative. `id`: of the event, `{journey}:{seq}`. */
export interface Posting {
  id: string;
  kind: string;
  journey: string;
  hub: string;
  entries: { account: string; amountPence: number }[];
}

/**
 * The postings that a journey's new events bring, in order. A release is none of them: it is posted when it is handed
 * to the payment runs (release-grant). `before`: the journey before the first of them.
 */
export function postingsOf(journey: string, before: Journey, added: readonly Recorded[]): Posting[] {
  let state = before;
  return added.flatMap((event) => {
    const posting = postingOf(journey, state, event);
    state = step(state, event);
    return posting;
  });
}

function postingOf(journey: string, state: Journey, event: Recorded): Posting[] {
  const grant = grantOf(state, event);
  if (grant === undefined) return [];
  const entries = entriesOf(journey, grant, event).filter(({ amountPence }) => amountPence !== 0);
  return entries.length === 0
    ? []
    : [{ id: `${journey}:${event.seq}`, kind: KINDS[event.type] ?? event.type, journey, hub: grant.hub, entries }];
}

const KINDS: Partial<Record<JourneyEvent["type"], string>> = {
  PaymentRunPrepared: "grant-in-run",
  GrantPaid: "grant-paid",
  PaymentFailed: "payment-failed",
  PaymentRunCancelled: "run-cancelled",
  PaymentHeld: "payment-held",
  PaymentReturned: "payment-returned",
  GrantRecalled: "grant-recalled",
  ClawbackRequested: "clawback-requested",
  ClawbackRecovered: "clawback-recovered",
};

function entriesOf(journey: string, grant: Grant, event: JourneyEvent): Posting["entries"] {
  const { hub, amountPence, nets, clawback } = grant;
  switch (event.type) {
    case "PaymentRunPrepared":
      return grant.run === null ? move(amountPence, grantPayable(journey), grantInRun(journey)) : [];
    case "PaymentFailed":
    case "PaymentRunCancelled":
    case "PaymentHeld":
      return grant.run === null ? [] : move(amountPence, grantInRun(journey), grantPayable(journey));
    case "GrantPaid": {
      const kept = nets.reduce((sum, one) => sum + one.amountPence, 0);
      return [
        { account: grantInRun(journey), amountPence },
        { account: bank(hub), amountPence: kept - amountPence },
        { account: clawbackDue(journey), amountPence: -kept },
      ];
    }
    // As if it had never been paid: what was kept back from it is owed again.
    case "PaymentReturned": {
      const kept = nets.reduce((sum, one) => sum + one.amountPence, 0);
      return [
        { account: bank(hub), amountPence: amountPence - kept },
        { account: clawbackDue(journey), amountPence: kept },
        { account: grantPayable(journey), amountPence: -amountPence },
      ];
    }
    case "GrantRecalled":
      return move(amountPence, grantPayable(journey), grantsCommitted(hub));
    case "ClawbackRequested":
      return move(event.amountPence, clawbackDue(journey), grantsRecovered(hub));
    case "ClawbackRecovered": {
      // Kept back from a payment: posted with it.
      if (event.run !== undefined) return [];
      // What is left is owed on; where nothing is left of less than was asked, the rest was let go.
      const { leftPence = 0 } = event;
      const closed = clawback.amountPence - leftPence;
      return [
        { account: bank(hub), amountPence: event.amountPence },
        { account: clawbackDue(journey), amountPence: -closed },
        { account: recoveryDifference(hub), amountPence: closed - event.amountPence },
      ];
    }
    default:
      return [];
  }
}

const move = (amountPence: number, debit: string, credit: string): Posting["entries"] => [
  { account: debit, amountPence },
  { account: credit, amountPence: -amountPence },
];

function grantOf(state: Journey, event: JourneyEvent): Grant | undefined {
  if (state.status === "none" || !("stage" in event) || !("academicYear" in event)) return undefined;
  return state.grants.find((one) => one.stage === event.stage && one.academicYear === event.academicYear);
}

// What becomes of a grant, told as it stands when the letter goes: nobody is told of what will not come.

import { localDate } from "../calendar/instants.ts";
import type { EventType, Recorded } from "../journey/events.ts";
import { questionOf } from "../journey/grant-questions.ts";
import { stagesOf, type Begun, type Grant } from "../journey/state.ts";
import {
  clawbackInvoiced,
  clawbackRecovered,
  clawbackRequested,
  grantAdjusted,
  grantKept,
  grantPaid,
  grantPayable,
  grantRecalled,
  grantWaits,
  grantWithheld,
  paymentFailed,
  paymentHeld,
  paymentReturned,
} from "./grant-news.ts";
import type { Envelope, Letter } from "./letter.ts";
import type { TellsOf } from "./told.ts";

interface OfGrant {
  seq: number;
  at: string;
  type: EventType;
  stage: Grant["stage"];
  academicYear: string;
}

/** The grant of an event, as it stands; null where a later event of its kind says more. */
function grantOf(event: OfGrant, events: readonly Recorded[], { grants }: Begun): Grant | null {
  const outdone = alike(events, event).some(({ seq, type }) => seq > event.seq && type === event.type);
  if (outdone) return null;
  return grants.findLast((one) => one.stage === event.stage && one.academicYear === event.academicYear) ?? null;
}

/** All that happened to the same grant. */
const alike = (events: readonly Recorded[], { stage, academicYear }: OfGrant): Recorded[] =>
  events.filter(
    (one) => "stage" in one && "academicYear" in one && one.stage === stage && one.academicYear === academicYear,
  );

/** Happened with it, and tells of it. */
const withIt = (events: readonly Recorded[], { at }: OfGrant, ...types: EventType[]): boolean =>
  events.some((one) => one.at === at && types.includes(one.type));

const tells = <F extends object>(
  kind: string,
  state: Begun,
  { stage, academicYear, amountPence }: Grant,
  write: (
    envelope: Envelope,
    facts: { stage: Grant["stage"]; academicYear: string; amountPence: number } & F,
  ) => Letter,
  more: F,
) => ({
  kind,
  about: ["grant"],
  prospectus:
    stagesOf(state).findLast((one) => one.stage === stage && one.academicYear === academicYear)?.prospectus ?? null,
  write: (envelope: Envelope) => write(envelope, { stage, academicYear, amountPence, ...more }),
});

export const OF_MONEY: {
  [
    T in
      | "GrantPayable"
      | "GrantReopened"
      | "GrantWithheld"
      | "GrantDecided"
      | "GrantRecalled"
      | "GrantAdjusted"
      | "GrantPaid"
      | "PaymentFailed"
      | "PaymentHeld"
      | "PaymentReturned"
      | "ClawbackRequested"
      | "ClawbackInvoiced"
      | "ClawbackRecovered"
  ]: TellsOf<T>;
} = {
  GrantPayable: ({ event, events, state }) => {
    const grant = grantOf(event, events, state);
    if (grant?.status !== "payable") return null;
    return tells("grant-payable", state, grant, grantPayable, { permitted: grant.permitted });
  },

  // Only where people had been told that it can be paid.
  GrantReopened: ({ event, events, state }) => {
    const grant = grantOf(event, events, state);
    const before = alike(events, event).findLast(
      ({ seq, type }) => seq < event.seq && (type === "GrantPayable" || type === "GrantReopened"),
    );
    const wasTold = before?.type === "GrantPayable" && localDate(before.at) < localDate(event.at);
    if (grant?.status !== "due" || !wasTold || withIt(events, event, "SchoolWithdrawn", "GrantAdjusted")) return null;
    return tells("grant-waits", state, grant, grantWaits, { cause: questionOf(state, grant)?.cause ?? null });
  },

  GrantWithheld: ({ event, events, state }) => {
    const grant = grantOf(event, events, state);
    if (grant?.status !== "withheld" || withIt(events, event, "SchoolWithdrawn")) return null;
    return tells("grant-withheld", state, grant, grantWithheld, {});
  },

  GrantDecided: ({ event, events, state }) => {
    const grant = grantOf(event, events, state);
    if (event.decision !== "keep" || grant?.status !== "paid" || grant.clawback.status !== "none") return null;
    return tells("grant-kept", state, grant, grantKept, {});
  },

  GrantRecalled: ({ event, events, state }) => {
    const grant = grantOf(event, events, state);
    if (grant === null || grant.status === "released" || grant.status === "paid") return null;
    if (withIt(events, event, "GrantWithheld", "GrantAdjusted")) return null;
    return tells("grant-recalled", state, grant, grantRecalled, {});
  },

  GrantAdjusted: ({ event, events, state }) => {
    const grant = grantOf(event, events, state);
    if (grant === null || grant.status === "released" || grant.status === "paid") return null;
    const before = alike(events, event).findLast(
      ({ seq, type }) => seq < event.seq && (type === "GrantDue" || type === "GrantAdjusted"),
    );
    const wasPence = before !== undefined && "amountPence" in before ? before.amountPence : undefined;
    return tells("grant-adjusted", state, grant, grantAdjusted, { wasPence: wasPence ?? null });
  },

  GrantPaid: ({ event, events, state }) => {
    const grant = grantOf(event, events, state);
    if (grant?.status !== "paid") return null;
    const keptBackPence = grant.nets.reduce((sum, one) => sum + one.amountPence, 0);
    return tells("grant-paid", state, grant, grantPaid, { keptBackPence });
  },

  PaymentFailed: ({ event, events, state }) => {
    const grant = grantOf(event, events, state);
    return grant?.status === "released" ? tells("payment-failed", state, grant, paymentFailed, {}) : null;
  },

  PaymentHeld: ({ event, events, state }) => {
    const grant = grantOf(event, events, state);
    if (grant?.status !== "released") return null;
    return tells("payment-held", state, grant, paymentHeld, { decides: event.until === "decision" });
  },

  PaymentReturned: ({ event, events, state }) => {
    const grant = grantOf(event, events, state);
    return grant?.status === "released" ? tells("payment-returned", state, grant, paymentReturned, {}) : null;
  },

  ClawbackRequested: ({ event, events, state }) => {
    const grant = grantOf(event, events, state);
    if (grant?.clawback.status !== "requested") return null;
    const { invoiced } = grant.clawback;
    return tells("clawback-requested", state, grant, clawbackRequested, { backPence: event.amountPence, invoiced });
  },

  ClawbackInvoiced: ({ event, events, state }) => {
    const grant = grantOf(event, events, state);
    if (grant?.clawback.status !== "requested") return null;
    const { invoiced, amountPence: backPence } = grant.clawback;
    return tells("clawback-invoiced", state, grant, clawbackInvoiced, { invoiced, backPence });
  },

  ClawbackRecovered: ({ event, events, state }) => {
    const grant = grantOf(event, events, state);
    if (grant === null) return null;
    const { amountPence: backPence, leftPence = 0 } = event;
    return tells("clawback-recovered", state, grant, clawbackRecovered, { backPence, leftPence });
  },
};

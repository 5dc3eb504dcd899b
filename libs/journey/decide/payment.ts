// A released grant is paid by a payment run that two people put through; what fails, or is cancelled, waits for the
// next one. What the school owes back is kept back from its next payment.

import type { CommandData } from "../commands.ts";
import type { Decide, Rules, Verbs } from "../rules.ts";
import type { EventOf, JourneyEvent, Netted } from "../events.ts";
import { stopOf } from "../grant-questions.ts";
import { reject } from "../rejection.ts";
import type { Begun, Grant, Journey } from "../state.ts";
import { because, decided, needsReason, notNow } from "./common.ts";
import { askedWith } from "./grant-task.ts";
import { findGrant, keptBackIn, type Found } from "./money.ts";

export const PAYMENT: Verbs<RunCommand | "ReturnPayment"> = {
  PreparePaymentRun: inRun((found, { at, by, data }, state) => {
    const stop = stopOf(state, found.grant);
    if (stop !== null) return notNow(state, "grant-waits", { cause: stop });
    const nets = netted(state, found.grant);
    return decided({
      type: "PaymentRunPrepared",
      at,
      ...found.of,
      run: data.run ?? null,
      preparedBy: by.who,
      ...(nets.length > 0 && { nets }),
    });
  }),

  AuthorisePaymentRun: inRun((found, { at, by, data }, state) => {
    const { preparedBy } = found.grant;
    if (preparedBy === null) return notNow(state, "no-run-prepared");
    const stop = stopOf(state, found.grant);
    if (stop !== null) return notNow(state, "grant-waits", { cause: stop });
    if (preparedBy === by.who) return reject("self-approval", "payment-run");
    return decided({ type: "PaymentRunAuthorised", at, ...found.of, run: data.run ?? null, authorisedBy: by.who });
  }),

  ConfirmPayment: inRun((found, { at, data }, state, rules) => {
    if (found.grant.authorisedBy === null) return notNow(state, "run-not-authorised");
    // What the bank has made is so. Else somebody looks first: it may be with the bank, and paid again would be worse.
    const stop = data.made === true ? null : stopOf(state, found.grant);
    if (stop !== null) return notNow(state, "grant-waits", { cause: stop });
    const paid: JourneyEvent[] = [
      { type: "GrantPaid", at, ...found.of, run: data.run ?? null },
      ...recovered(state, found.grant, at),
    ];
    return decided(...paid, ...askedWith(state, paid, rules));
  }),

  FailPayment: inRun<"FailPayment">((found, { at, data }) =>
    decided({ type: "PaymentFailed", at, ...found.of, run: data.run ?? null, ...because(data) }),
  ),

  CancelPaymentRun: inRun((found, { at, data }, state) => {
    if (found.grant.preparedBy === null) return notNow(state, "no-run-prepared");
    if (found.grant.authorisedBy !== null) return notNow(state, "run-authorised");
    return decided({ type: "PaymentRunCancelled", at, ...found.of, run: data.run ?? null });
  }),

  HoldPayment: inRun<"HoldPayment">((found, { at, data }, state, rules) => {
    if (found.grant.preparedBy === null) return notNow(state, "no-run-prepared");
    const until = data.nextRun === true ? "next-run" : "decision";
    const held = { type: "PaymentHeld" as const, at, ...found.of, run: data.run ?? null, until, ...because(data) };
    const events = [held as EventOf<"PaymentHeld">];
    return needsReason(data) ?? decided(...events, ...askedWith(state, events, rules));
  }),

  ReturnPayment: (state, { at, data }) => {
    const found = findGrant(state, data);
    if ("rejection" in found) return found;
    const { grant, of } = found;
    if (grant.status !== "paid") return reject("grant-not-due", "return", { status: grant.status });
    if (grant.run !== null && data.run !== undefined && grant.run !== data.run)
      return notNow(state, "in-another-run", { run: grant.run });
    const { run, nets } = grant;
    return decided(
      { type: "PaymentReturned", at, ...of, run: data.run ?? run, ...because(data) },
      ...nets.map((net): EventOf<"ClawbackReopened"> => ({ type: "ClawbackReopened", at, ...net, run })),
    );
  },
};

type RunCommand =
  "PreparePaymentRun" | "AuthorisePaymentRun" | "ConfirmPayment" | "FailPayment" | "CancelPaymentRun" | "HoldPayment";
type RunStep<N extends RunCommand> = (
  found: Found,
  command: Parameters<Decide<N>>[1],
  state: Begun,
  rules: Rules,
) => ReturnType<Decide<N>>;

/** A step of a payment run: for a grant that is released and not yet paid, and in no other run. */
function inRun<N extends RunCommand>(step: RunStep<N>): Decide<N> {
  return (state, command, rules) => {
    const data = command.data as CommandData["PreparePaymentRun"];
    const found = findGrant(state, data);
    if ("rejection" in found) return found;
    const { grant } = found;
    if (grant.status === "paid") return reject("already-released", "paid");
    if (grant.status !== "released") return reject("grant-not-due", "pay", { status: grant.status });
    if (grant.run !== null && data.run !== undefined && grant.run !== data.run)
      return notNow(state, "in-another-run", { run: grant.run });
    return step(found, command, state as Begun, rules);
  };
}

/**
 * What is asked back by the same hub and not being kept back already, the oldest first, up to the amount of the
 * payment.
 */
function netted(state: Journey, paying: Grant): Netted[] {
  let leftPence = paying.amountPence;
  const nets: Netted[] = [];
  for (const grant of state.status === "none" ? [] : state.grants) {
    const { stage, academicYear, clawback } = grant;
    if (
      clawback.status !== "requested" ||
      clawback.invoiced ||
      grant.hub !== paying.hub ||
      keptBackIn(state, grant) !== null ||
      leftPence === 0
    )
      continue;
    const amountPence = Math.min(clawback.amountPence, leftPence);
    leftPence -= amountPence;
    nets.push({ stage, academicYear, amountPence });
  }
  return nets;
}

/** What was kept back from the payment has come back with it. */
function recovered({ grants }: Begun, { nets, run }: Grant, at: string): EventOf<"ClawbackRecovered">[] {
  return nets.map(({ stage, academicYear, amountPence }) => {
    const asked =
      grants.find((one) => one.stage === stage && one.academicYear === academicYear)?.clawback.amountPence ??
      amountPence;
    const leftPence = asked - amountPence;
    return {
      type: "ClawbackRecovered",
      at,
      stage,
      academicYear,
      amountPence,
      run,
      ...(leftPence > 0 && { leftPence }),
    };
  });
}

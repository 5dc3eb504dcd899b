// Events → state of a payment run. Knows no rule.

import { minus, plus, NO_SUMS, type OpenEffect, type PaymentRun, type Run, type RunEffect } from "./state.ts";
import type { Person, Recorded, RunEvent, Sums } from "./events.ts";

export const NO_RUN: PaymentRun = { status: "none" };

/** Folds a run's events, in the order of their `seq`. */
export function fold(events: Iterable<Recorded>, from: PaymentRun = NO_RUN): PaymentRun {
  let state = from;
  for (const event of events) state = evolve(state, event);
  return state;
}

/** One event that is decided but not yet kept: it takes the next `seq`. */
export function step(run: PaymentRun, event: RunEvent): PaymentRun {
  return evolve(run, { ...event, seq: run.status === "none" ? 1 : run.seq + 1 });
}

/** One event later. Throws where the event cannot follow: the stream is damaged, or written by newer code. */
export function evolve(state: PaymentRun, event: Recorded): PaymentRun {
  if (event.type === "PaymentRunPrepared") {
    const { seq, at: lastAt, hub, cutOff, preparedBy } = event;
    return {
      status: "gathering",
      seq,
      lastAt,
      hub,
      cutOff,
      preparedBy,
      authorisedBy: null,
      taken: NO_SUMS,
      paid: NO_SUMS,
      failed: NO_SUMS,
      returned: NO_SUMS,
      effects: [asked(seq, "take-payables", preparedBy)],
    };
  }
  if (state.status === "none") throw new Error(`${event.type} (seq ${event.seq}) comes before the run was prepared`);
  return { ...state, ...change(state, event), seq: event.seq, lastAt: event.at };
}

function change(state: Run, event: Exclude<Recorded, { type: "PaymentRunPrepared" }>): Partial<Run> {
  const { seq } = event;
  switch (event.type) {
    case "PaymentsTaken":
      return {
        taken: plus(state.taken, sums(event)),
        effects: goneOn(state, event),
        ...(!event.more && { status: "prepared" as const }),
      };
    case "PaymentRunAuthorised":
      return {
        status: "authorising",
        authorisedBy: event.authorisedBy,
        effects: [asked(seq, "authorise-payments", event.authorisedBy)],
      };
    case "PaymentsAuthorised":
      return {
        failed: plus(state.failed, event.failed),
        paid: plus(state.paid, event.settled),
        effects: goneOn(state, event),
        ...(!event.more && { status: "authorised" as const }),
      };
    case "AllConfirmed":
      return { effects: [...state.effects, asked(seq, "confirm-payments", event.confirmedBy)] };
    case "PaymentsConfirmed": {
      const { effect, after = 0, more = false } = event;
      return {
        paid: plus(state.paid, sums(event)),
        ...(effect !== undefined && { effects: goneOn(state, { effect, after, more, seq }) }),
      };
    }
    case "PaymentsFailed":
    case "PaymentsHeld":
      return { failed: plus(state.failed, sums(event)) };
    case "PaymentsReturned":
      return { paid: minus(state.paid, sums(event)), returned: plus(state.returned, sums(event)) };
    // What was being taken into it is left where it is.
    case "PaymentRunCancelled":
      return { status: "cancelled", effects: [asked(seq, "let-payments-go", state.preparedBy)] };
    case "PaymentsLetGo":
      return { effects: goneOn(state, event) };
    case "PaymentRunCompleted":
      return { status: "complete", effects: [] };
    case "EffectPerformed":
      return { effects: state.effects.filter((one) => one.seq !== event.effect) };
    case "EffectStalled":
      return { effects: state.effects.map((one) => (one.seq === event.effect ? { ...one, stalled: true } : one)) };
    default:
      return event satisfies never;
  }
}

const asked = (seq: number, kind: RunEffect, by: Person): OpenEffect => ({ seq, kind, by, after: 0, stalled: false });
const sums = ({ payments, grossPence, recoveredPence, netPence }: Sums): Sums => ({
  payments,
  grossPence,
  recoveredPence,
  netPence,
});

/** A batch is done; the event that says so asks for the next. */
function goneOn(
  state: Run,
  { effect, after, more, seq }: { effect: number; after: number; more: boolean; seq: number },
): OpenEffect[] {
  return state.effects.flatMap((one) =>
    one.seq !== effect ? [one] : more ? [{ ...one, seq, after, stalled: false }] : [],
  );
}

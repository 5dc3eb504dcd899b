// What happened to a payment run, as a line of the history that an operator reads in the Temporal Web UI.

import { longDate } from "../calendar/long-dates.ts";
import { pounds } from "../journey/sentences.ts";
import type { EventOf, EventType, RunEvent, Sums } from "./events.ts";

const some = ({ payments, netPence }: Sums): string =>
  `${payments} ${payments === 1 ? "payment" : "payments"} (${pounds(netPence)})`;

const SENTENCES: { [T in EventType]: (event: EventOf<T>) => string | null } = {
  PaymentRunPrepared: ({ cutOff }) => `The run is prepared, for grants released up to ${longDate(cutOff)}.`,
  PaymentsTaken: (event) => `${some(event)} are taken into it${event.more ? "" : "; no more are to come"}.`,
  PaymentRunAuthorised: () => "It is authorised.",
  PaymentsAuthorised: ({ failed, more }) =>
    `Payments are authorised${failed.payments === 0 ? "" : `, ${failed.payments} may not go out`}` +
    `${more ? "; more follow" : ""}.`,
  AllConfirmed: () => "All that is open is confirmed.",
  PaymentsConfirmed: (event) => `Paid: ${some(event)}.`,
  PaymentsFailed: (event) => `Failed: ${some(event)}.`,
  PaymentsHeld: (event) => `Taken out before the bank has them: ${some(event)}.`,
  PaymentsReturned: (event) => `Given back by the bank: ${some(event)}.`,
  PaymentRunCancelled: () => "It is cancelled.",
  PaymentsLetGo: ({ payments }) => `${payments} grants wait for the next run again.`,
  PaymentRunCompleted: ({ paid, failed }) => `The run is complete: ${some(paid)} paid, ${some(failed)} failed.`,
  EffectPerformed: () => null,
  EffectStalled: () => "The next batch does not get through; it is tried again.",
};

/** A sentence without ids and codes; null for what is nobody's news. */
export function happened(event: RunEvent): string | null {
  // The table holds for each type the sentence of that very type; TypeScript cannot see that through a union.
  return (SENTENCES[event.type] as (event: RunEvent) => string | null)(event);
}

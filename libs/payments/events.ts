// What happened to a payment run. Its payments are lines of a book beside it (Line); here stands how many, and how
// much.

import type { Instant, LocalDate } from "../calendar/instants.ts";
import type { ActorRole } from "../journey/commands.ts";

interface Because {
  reasonId?: string;
  reasonCode?: string;
}

/** A person and the role in which they acted. */
export interface Person {
  who: string;
  role: ActorRole;
}
/** How many payments, and their sums in pence: grants, what is kept back of clawbacks, what goes to the schools. */
export interface Sums {
  payments: number;
  grossPence: number;
  recoveredPence: number;
  netPence: number;
}
/**
 * One batch of what the event `effect` asked for. `after`: the number of the last line it came to; `more`: another
 * batch is to follow.
 */
interface Batch {
  effect: number;
  after: number;
  more: boolean;
}

export interface EventData {
  PaymentRunPrepared: { hub: string | null; cutOff: LocalDate; preparedBy: Person };
  PaymentsTaken: Sums & Batch;
  PaymentRunAuthorised: { authorisedBy: Person };
  /**
   * `failed`: what its school's journey would not let go out; `settled`: where nothing is left to pay, all of it being
   * kept back.
   */
  PaymentsAuthorised: Batch & { failed: Sums; settled: Sums };
  AllConfirmed: { confirmedBy: Person };
  PaymentsConfirmed: Sums & Partial<Batch>;
  PaymentsFailed: Sums & Because;
  PaymentRunCancelled: Because;
  PaymentsLetGo: Batch & { payments: number };
  PaymentRunCompleted: { paid: Sums; failed: Sums };
  EffectPerformed: { effect: number; messageId: string | null };
  EffectStalled: { effect: number; code: string };
}

export type EventType = keyof EventData;
export type EventOf<T extends EventType> = { type: T; at: Instant } & EventData[T];
export type RunEvent = { [T in EventType]: EventOf<T> }[EventType];
export type Recorded<E = RunEvent> = E & { seq: number };

// What happened to a payment run. Its payments are lines of a book beside it (Line); here stands how many, and how
// much.

import type { Instant, LocalDate } from "../calendar/instants.ts";
import type { ActorRole } from "../journey/commands.ts";
import { carries, type DataOf } from "../journey/event-map.ts";

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

/** Every event of a payment run, and what it carries. The one place where they are listed. */
export const EVENTS = {
  PaymentRunPrepared: carries<{ hub: string | null; cutOff: LocalDate; preparedBy: Person }>(),
  PaymentsTaken: carries<Sums & Batch>(),
  PaymentRunAuthorised: carries<{ authorisedBy: Person }>(),
  /**
   * `failed`: what its school's journey would not let go out; `settled`: where nothing is left to pay, all of it being
   * kept back.
   */
  PaymentsAuthorised: carries<Batch & { failed: Sums; settled: Sums }>(),
  AllConfirmed: carries<{ confirmedBy: Person }>(),
  PaymentsConfirmed: carries<Sums & Partial<Batch>>(),
  PaymentsFailed: carries<Sums & Because>(),
  PaymentsHeld: carries<Sums & Because>(),
  PaymentsReturned: carries<Sums & Because>(),
  PaymentRunCancelled: carries<Because>(),
  PaymentsLetGo: carries<Batch & { payments: number }>(),
  PaymentRunCompleted: carries<{ paid: Sums; failed: Sums }>(),
  EffectPerformed: carries<{ effect: number; messageId: string | null }>(),
  EffectStalled: carries<{ effect: number; code: string }>(),
};

/** What each event carries beside its type and time. */
export type EventData = DataOf<typeof EVENTS>;

export type EventType = keyof EventData;
export type EventOf<T extends EventType> = { type: T; at: Instant } & EventData[T];
export type RunEvent = { [T in EventType]: EventOf<T> }[EventType];
export type Recorded<E = RunEvent> = E & { seq: number };

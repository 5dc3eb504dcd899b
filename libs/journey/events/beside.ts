// What a Work Group passed on, and what became of letters and other effects.

import type { Instant, LocalDate } from "../../calendar/instants.ts";
import type { Arranged, Times } from "../arranged.ts";
import type { Because, Recipient } from "../event-words.ts";
import type { Bounce } from "../bounce.ts";
import { carries } from "../event-map.ts";

export const BESIDE_EVENTS = {
  /**
   * With all that is known of how it is held; what a release before these fields recorded has none of it.
   * `announceAt`: when those who are to come are told of it; absent where its own news does.
   */
  SessionScheduled: carries<Arranged & { session: string; on: LocalDate; announceAt?: Instant }>(),
  /** The same; `from`: the day on which it was to be, the same where only times, place or link are others. */
  SessionMoved: carries<
    Because & Arranged & { session: string; on: LocalDate; from?: LocalDate; announceAt?: Instant }
  >(),
  SessionCancelled: carries<Because & { session: string }>(),
  SupportVisitBooked: carries<Times & { on: LocalDate; commitment: string; announceAt?: Instant }>(),
  /** `until`: the last day on which nobody is chased; `chaseFrom`: what came due meanwhile is chased then. */
  DeliveryAdapted: carries<Because & { delivery: string | null; until?: LocalDate; chaseFrom?: Instant }>(),
  WorkGroupFormed: carries<{ workGroup: string | null }>(),
  LeadChanged: carries<Because & { lead: string | null }>(),
  /** `code`: what was particular (`superseded`, `fell-back`). */
  EffectPerformed: carries<{ effect: number; messageId: string | null; code?: string }>(),
  /** `letter`: the seq of the event that asked for the one that came back; it goes to that reader alone. */
  LetterResent: carries<Because & { letter: number; addressee: string }>(),
  /**
   * The hub writes. `letter`: one to many schools, by its id. `addressees`: who gets it by this school, as a Message-ID
   * names them (none: all have it by another school of theirs); left out: all of `to`. `newsOf`: the session of
   * which it is news.
   */
  LetterWritten: carries<{
    letter: string;
    subjectId: string;
    textId: string;
    to: Recipient[];
    addressees?: readonly string[];
    newsOf?: string;
  }>(),
  LetterBounced: carries<Bounce & { effect: number }>(),
  EffectStalled: carries<{ effect: number; code: string }>(),
};

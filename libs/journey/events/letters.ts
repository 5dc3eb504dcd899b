// What people are told as one letter, and that a meeting was announced.

import type { Instant, LocalDate } from "../../calendar/instants.ts";
import type { Announcing, Because, DueLetter, HeldLetter, Recipient } from "../event-words.ts";
import { carries } from "../event-map.ts";

export const LETTER_EVENTS = {
  /**
   * What time has brought on a morning, or what has changed within ten minutes: one letter a person. `held`: what is
   * not told yet, and stands in a later letter; `passed`: the events that nobody need be told of any more.
   */
  LettersDue: carries<{
    letters: readonly DueLetter[];
    held?: readonly HeldLetter[];
    passed?: readonly number[];
  }>(),
  /** The hub holds back what letters would tell, by its codes (hold.ts). `until`: the last day on which it does. */
  LetterHeld: carries<Because & { tells: readonly string[]; until: LocalDate | null }>(),
  /** `hold`: the event by which it was held; what waits for it is told `goesAt`. */
  HoldLifted: carries<Because & { hold: number; goesAt: Instant }>(),
  /**
   * A session or a visit is near: who is to come is told when and where. `into`: it is one of the year to which the
   * school is invited and has not said yes; `again`: by now it has another day, before which it is announced; `off`:
   * it had been announced for that day, and is called off.
   */
  MeetingAnnounced: carries<{
    meeting: string;
    on: LocalDate;
    to: Recipient[];
    into?: string;
    again?: Announcing;
    off?: true;
  }>(),
};

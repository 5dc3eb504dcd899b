// What the commands of letters carry: one that the hub writes itself, and one that it holds back. `B`: a reason; `T`: a
// text that is kept elsewhere.

import type { LocalDate } from "../calendar/instants.ts";

/**
 * A letter of the hub's own to people of many schools, as one of them is told of it. `to`: teachers, headteacher,
 * applicant. `letter`: by its id, where it is one to many. `addressees`: who of them gets it by this school, as a
 * Message-ID names them; else all. `session`: it is news of this one.
 */
interface ToMany {
  to: string[];
  letter?: string;
  addressees?: string[];
  session?: string;
}

export interface LetterCommands<B, T> {
  WriteLetter: ToMany & { subject?: T; text?: T };
  /** `tells`: what the letter would tell, by its codes (hold.ts). `until`: to which day; else until it is lifted. */
  HoldLetter: B & { tells: string[]; until?: LocalDate };
  /** `hold`: the event by which it was held. */
  LiftHold: B & { hold: number };
}

// What a letter is written from: the event that it tells of, the journey as it stands when it goes out, and what is
// known beside the journey.

import type { Instant } from "../calendar/instants.ts";
import type { LetterCause } from "../journey/event-words.ts";
import type { EventOf, EventType, Recipient, Recorded } from "../journey/events.ts";
import type { Rules } from "../journey/rules.ts";
import type { Begun } from "../journey/state.ts";
import type { Formed } from "../work-group/state.ts";
import type { Meeting } from "./invitation.ts";
import type { Envelope, Letter } from "./letter.ts";
import type { EscalationFacts } from "./missed.ts";

/**
 * An event to tell of, and the journey as it stands now, at the moment of telling. `toLeft`: to teachers who by it do
 * not take part any more.
 */
export interface Told {
  event: Recorded;
  toLeft?: true;
  events: readonly Recorded[];
  state: Begun;
}

/**
 * What was read beside the journey. `rules`: as the school's hub has them; `text`: what people wrote, by its id, null
 * where it is gone; `groups`: the Work Groups that the letter speaks of, as they stand; `together`: whether the schools
 * that it named have their places in its group, null where it named none; `nameOf`: who leads a group by name, null
 * where the service does not know them.
 */
export interface Beside {
  rules: Rules;
  text(id: string): string | null;
  group(workGroup: string): Formed | null;
  together: boolean | null;
  /** Of a letter to many: other schools of an addressee, for which theirs is meant too. */
  also?(key: string): readonly Envelope["school"][];
  nameOf(person: string): string | null;
  /** What Message-IDs call somebody who is known by an opaque id; where it is left out, all letters reach everybody. */
  keyOf?(person: string): string;
}

/** Nothing is known beside the journey: a rehearsal's groups are names, and its texts nobody wrote. */
export const nothingBeside = (rules: Rules): Beside => ({
  rules,
  text: () => null,
  group: () => null,
  together: null,
  nameOf: () => null,
});

/**
 * Somebody who was invited to a meeting: by their opaque id, or the role where nobody of it is known; and as what.
 * `instead`: it did not reach them, and somebody had it in their stead.
 */
export interface Invitee {
  who: string;
  role: Recipient;
  instead?: true;
}

/**
 * A meeting as an invitation has it: see `invitationFor` (invitation.ts). `atSchool`: of a visit; `only`: it is theirs
 * alone among the readers of its letter; `hub`: who had invited to it, where that is another hub than the school's.
 */
export interface Invited {
  meeting: Omit<Meeting, "journey">;
  called: string;
  version: number;
  at: Instant;
  cancelled: boolean;
  atSchool?: true;
  only?: readonly Invitee[];
  hub?: string;
}

/** What is to be said to whom. */
export interface Notice {
  /** The file of its words: `place-offered`. */
  kind: string;
  /** By which event it is told, by its seq. */
  of?: number;
  /** Of a letter of what time brings, or of news that was gathered: why it is written. */
  cause?: LetterCause;
  to: readonly Recipient[];
  /** Who reads along, where an address of theirs is known: nobody stands in for them. */
  copies?: readonly Recipient[];
  /** Of these roles, people who have a letter of their own, or none: by their opaque ids. */
  not?: readonly string[];
  /** Teachers who do not take part any more, by their opaque ids: nobody stands in for them. */
  left?: readonly string[];
  /** It reminds or chases: who wants none of that until the term ends is passed over. */
  reminds?: true;
  /** Of several told in one: each by itself. */
  parts?: readonly Notice[];
  /** The meetings to which it invites, or that are called off: they go with it for its readers’ calendars. */
  invites?: readonly Invited[];
  /** Of what was missed: told in one with others of its kind. */
  missed?: EscalationFacts;
  /** What it is about, by its codes: commitments, sessions, a programme. */
  about: readonly string[];
  /** Id of the prospectus the letter is about, or null. */
  prospectus: string | null;
  /** Of those whom it is for, these alone, as Message-IDs name them. */
  among?: readonly string[];
  /** The letter for one reader, whom a Message-ID names `key`. */
  write(envelope: Envelope, key?: string): Letter;
}

/** What is said of one event of a type; null where the journey has gone on. To whom, `newsTo` says. */
export type TellsOf<T extends EventType> = (
  told: Omit<Told, "event"> & { event: Recorded<EventOf<T>> },
  beside: Beside,
) => Omit<Notice, "to" | "copies"> | null;

/** An event for which no letter is written asks for one: a defect of whoever asks. */
export class NothingToTell extends Error {
  constructor({ type, seq }: Recorded) {
    super(`Nothing is told of ${type} (seq ${seq})`);
  }
}

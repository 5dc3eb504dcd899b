// Why a letter to come will be written, and what would cancel it.

import { localDate, type Instant } from "../../calendar/instants.ts";
import { longDate } from "../../calendar/long-dates.ts";
import type { EventType, JourneyEvent, Recorded } from "../../journey/events.ts";
import { toldCodes } from "../../journey/hold.ts";
import { capital, listed, sentenceOf, type Naming, type NamingOf } from "../../journey/sentences.ts";
import { currentYear, type Begun, type StageYear } from "../../journey/state.ts";
import { UNLESS } from "./unless.ts";

/**
 * One thing in a letter. `codes`: by which the hub can hold it; none where it cannot. `why`: a sentence; `unless`: the
 * end of one, what would cancel it; null where nothing does: it has happened, and is only told.
 */
export interface Reason {
  codes: readonly string[];
  why: string;
  unless: string | null;
}

/** Why people are told of an event `at`, the journey standing as it does then; in the words of whoever reads it. */
export function reasonOf(event: Recorded, state: Begun, at: Instant, namingOf: NamingOf): Reason {
  const year = currentYear(state);
  const name = namingOf(year?.commitments ?? []);
  return {
    codes: toldCodes(event, state),
    why: whyOf(event, year, name),
    unless: unlessOf(event, localDate(at), name),
  };
}

function whyOf(event: JourneyEvent, year: StageYear | null, name: Naming): string {
  const dueOn = (code: string): string => {
    const found = year?.commitments.find((one) => one.code === code);
    return found === undefined ? "" : `, which was due on ${longDate(found.dueOn)}`;
  };
  switch (event.type) {
    case "CommitmentEscalated": {
      const { commitment, level } = event;
      const which = level === 1 ? "first" : "second";
      const what = `${name.commitment(commitment)}${dueOn(commitment)}`;
      return `Nothing has come in for ${what}: the ${which} letter about it.`;
    }
    case "ReminderDue":
      return `It is the letter of the ${event.term} term: every school has one, whatever it owes.`;
    case "ChaserDue":
      return `Due soon: ${listed(event.commitments.map((code) => name.commitment(code)))}.`;
    case "MeetingAnnounced":
      return `${name.first(name.commitment(event.meeting))} is on ${longDate(event.on)}: who comes is told before.`;
    case "OfferReminderDue":
      return `Nobody has answered the offer of a place, which is open until ${longDate(event.respondBy)}.`;
    case "NextStageReminderDue":
      return `Nobody has answered the invitation for ${event.academicYear}.`;
    default:
      return sentenceOf(event, name);
  }
}

/** What only the letters have: the events themselves are not among what lies ahead. */
const UNLESS_TOLD: Partial<Record<EventType, string>> = {
  MeetingAnnounced: "it is moved or called off before, or the school pauses or withdraws",
  NextStageReminderDue: "the school answers before, or the hub settles it",
  NextStageLapsed: "the school or its hub settles it before",
};

function unlessOf(event: JourneyEvent, on: string, name: Naming): string | null {
  switch (event.type) {
    case "CommitmentEscalated":
      return doneBefore([event.commitment], on, name);
    case "ChaserDue":
      return doneBefore(event.commitments, on, name);
    default:
      return UNLESS_TOLD[event.type] ?? UNLESS[event.type] ?? null;
  }
}

function doneBefore(codes: readonly string[], on: string, name: Naming): string {
  const what = listed(codes.map((code) => name.commitment(code)));
  return (
    `${what} ${codes.length === 1 ? "is" : "are"} recorded as done, given another day or let go before ` +
    `${longDate(on)}, or the school pauses or withdraws`
  );
}

/** What would cancel it, as a sentence of its own. */
export const unlessInWords = ({ unless }: Pick<Reason, "unless">): string =>
  unless === null ? "Nothing: it has happened, and is only told." : `${capital(unless)}.`;

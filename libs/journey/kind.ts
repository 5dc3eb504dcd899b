// A journey as one of the kinds that a round serves (libs/book): what is the same question to each of them.

import { describe } from "./describe.ts";
import { standsAs } from "./details.ts";
import { due } from "./due.ts";
import type { JourneyEvent, Recorded } from "./events.ts";
import { evolve, fold } from "./evolve.ts";
import { happened } from "./happened.ts";
import { low, stageYear } from "../words/in-words.ts";
import { pounds } from "./sentences.ts";
import { hubOf } from "./stays.ts";
import { ENDED_STATUSES, type EffectKind, type Journey, type OpenEffect } from "./state.ts";

/** Nothing has begun, or it has ended, and nothing is left to happen by itself or to be performed. */
function isOver(state: Journey): boolean {
  if (state.status === "none") return true;
  const ended = ENDED_STATUSES.some((status) => status === state.status);
  return ended && due(state) === null && state.effects.length === 0;
}

/** In characters; Temporal takes no summary of more than 400 bytes. */
const MOST_OF_A_SUMMARY = 200;

/** In words; promises by their codes' words, for the year that made them may be over. */
function summaryOf({ seq }: { seq: number }, _: Journey, events: readonly Recorded[]): string {
  return inFull(seq, events).slice(0, MOST_OF_A_SUMMARY);
}

function inFull(seq: number, events: readonly Recorded[]): string {
  const event = events[seq - 1];
  if (event === undefined) return "";
  switch (event.type) {
    case "ReminderDue":
      return `${event.term} ${event.academicYear}, ${event.outstanding.length} outstanding`;
    case "ChaserDue":
      return `due soon: ${event.commitments.map(low).join(", ")}`;
    case "ReminderResent":
      return `${event.term} ${event.academicYear}, again`;
    case "CommitmentEscalated":
      return `${low(event.commitment)}, level ${event.level}`;
    case "TaskOpened":
      return "is the school Mastery Ready? for the hub lead to decide";
    case "LettersDue":
      return event.letters
        .map(({ cause, to, copies = [] }) => `${cause} to ${[...to, ...copies].map(low).join(", ")}`)
        .join("; ");
    case "GrantReleased":
      return `${pounds(event.amountPence)} for ${stageYear(event)}`;
    default:
      return event.type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
  }
}

/** What a place depends on goes before what only reminds (3 is what is usual). A grant is no letter. */
const LETTERS: Readonly<Record<EffectKind, number | null>> = {
  "send-notice": 2,
  "escalate-commitment": 3,
  "send-reminder": 4,
  "release-grant": null,
};

export const JOURNEY = {
  fold,
  evolve,
  due,
  describe,
  happened,
  standsAs: (state: Journey): string => (state.status === "none" ? "" : standsAs(state)),
  isOver,
  effectsOf: (state: Journey): readonly OpenEffect[] => (state.status === "none" ? [] : state.effects),
  summaryOf,
  hubOf: (event: JourneyEvent, after: Journey): string | null => (after.status === "none" ? null : hubOf(event, after)),
  letterRank: ({ kind }: OpenEffect): number | null => LETTERS[kind],
};

// The letters that will go out if nothing comes in: time passes on a copy of the journey by the service's own rules,
// each letter is done with as the service does it, and is written by the functions that write it when it goes. Nothing
// of it is kept.

import type { Instant } from "../../calendar/instants.ts";
import { SERVICE } from "../../journey/commands.ts";
import { decide } from "../../journey/decide.ts";
import { effectOf } from "../../journey/effects.ts";
import type { LetterCause } from "../../journey/event-words.ts";
import type { JourneyEvent, Recorded } from "../../journey/events.ts";
import { evolve, fold } from "../../journey/evolve.ts";
import { lettersHeld } from "../../journey/gather.ts";
import type { Rules } from "../../journey/rules.ts";
import type { NamingOf } from "../../journey/sentences.ts";
import type { Begun, Journey } from "../../journey/state.ts";
import { codeOf } from "../../letters/answers.ts";
import { noticesAsked } from "../../letters/gathered.ts";
import type { Letter } from "../../letters/letter.ts";
import { answersIn, letterFor, messagesOf, type About, type Book, type Message } from "../../letters/messages.ts";
import type { Beside, Told } from "../../letters/told.ts";
import { causeOf } from "../letters.ts";
import { MOST_STEPS, nextBrought } from "./forward.ts";
import { reasonOf, type Reason } from "./letter-reasons.ts";

/**
 * Letters of one event, with the journey as it stands then. `held`: the holds (by seq) for which they do not go; none
 * where they do.
 */
export interface Moment {
  at: Instant;
  told: Told;
  held: readonly number[];
}

/** One message of them: `to` its reader, `tells` each thing in it, the most urgent first. */
export interface LetterAhead {
  at: Instant;
  kind: string;
  cause: LetterCause;
  to: Message;
  letter: Letter;
  tells: readonly Reason[];
  held: readonly number[];
}

/**
 * When letters of a journey go, or would, to the instant `until` included; what is overdue at `from` is dated `from`.
 * What is on its way already is not among them. `past`: all its events.
 */
export function momentsAhead(past: readonly Recorded[], rules: Rules, from: Instant, until: Instant): Moment[] {
  const found: Moment[] = [];
  const events = [...past];
  let now: Journey = fold(past);
  const keep = (event: JourneyEvent): Recorded => {
    const recorded = { ...event, seq: events.length + 1 };
    now = evolve(now, recorded);
    events.push(recorded);
    return recorded;
  };
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    for (const { seq } of effectsOf(now)) for (const event of effectDone(now, seq, rules)) keep(event);
    const before = now;
    const brought = nextBrought(now, rules, from, until).map(keep);
    if (brought.length === 0 || now.status === "none") break;
    const then = { events: [...events], state: now };
    found.push(...brought.flatMap((event, index) => momentsOf(event, fold(brought.slice(0, index), before), then)));
  }
  return found;
}

const effectsOf = (state: Journey): Begun["effects"] => (state.status === "none" ? [] : state.effects);

/** What the service reports of letters that it has sent: it counts among the events of the journey. */
function effectDone(state: Journey, effect: number, rules: Rules): readonly JourneyEvent[] {
  if (state.status === "none") return [];
  const data = { effect, outcome: "performed" as const, messageId: "<ahead>" };
  const done = decide(state, { id: "ahead", type: "RecordEffect", at: state.lastAt, by: SERVICE, data }, rules);
  return "rejection" in done ? [] : done.events;
}

/** The letters that an event asks for, and those that the hub holds back of it. `before`: the journey before it. */
function momentsOf(event: Recorded, before: Journey, then: { events: readonly Recorded[]; state: Begun }): Moment[] {
  const { at } = event;
  const kind = effectOf(event);
  const goes = kind === null || kind === "release-grant" ? [] : [{ at, told: { ...then, event }, held: [] }];
  if (event.type !== "LettersDue" || before.status === "none") return goes;
  const letters = lettersHeld(before, event);
  const held = [...new Set((event.held ?? []).flatMap(({ hold }) => hold ?? []))];
  return letters.length === 0 ? goes : [...goes, { at, told: { ...then, event: { ...event, letters } }, held }];
}

/**
 * What the letters of a moment are written from. `book`: whom it finds then; `beside`: what is known beside the journey;
 * `about`: as `aboutOf` has it; `catalogue`: the programmes as published; `publicUrl`: of the service.
 */
export interface Written {
  book: Book;
  beside: Beside;
  about: About;
  catalogue: Rules["catalogue"];
  publicUrl: string | undefined;
  namingOf: NamingOf;
}

/** The messages of a moment, as they go; without the keys by which their readers answer. */
export function lettersOfMoment({ at, told, held }: Moment, written: Written): LetterAhead[] {
  const { event, events, state } = told;
  const { book, beside, about, catalogue, publicUrl, namingOf } = written;
  return messagesOf(book, noticesAsked(told, beside)).map((to) => {
    const answers = publicUrl === undefined ? [] : answersIn(to, state);
    const urls = new Map(answers.map((thing) => [codeOf(thing), `${publicUrl}/answer/…`]));
    const { notice } = to;
    const tells = (notice.parts ?? [notice]).flatMap(({ of }) => {
      const one = events.find(({ seq }) => seq === of);
      return one === undefined ? [] : [reasonOf(one, state, at, namingOf)];
    });
    const letter = letterFor(to, about, { catalogue, state, urls });
    return { at, kind: notice.kind, cause: causeOf(event, notice), to, letter, tells, held };
  });
}

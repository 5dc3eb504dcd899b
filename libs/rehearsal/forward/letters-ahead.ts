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
import { KeptAhead, type Stretch } from "./kept-ahead.ts";
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
 * When letters of a journey go, or would, in a stretch of time; what is overdue at its beginning is dated then. What is
 * on its way already is not among them. `past`: all its events, and how it stands; `supposed`: so many of them, the
 * last ones, are only supposed, and their letters are among those that would go.
 */
export function momentsAhead(
  past: { events: readonly Recorded[]; state: Journey; supposed?: number },
  rules: Rules,
  span: Stretch,
): Moment[] {
  const found = momentsSupposed(past);
  const events = [...past.events];
  let now = past.state;
  for (const { performed, brought } of stepsAhead(past.state, rules, span)) {
    if (brought.some(({ at }) => at > span.until)) break;
    const before = fold(performed, now);
    now = fold(brought, before);
    events.push(...performed, ...brought);
    const asking = brought.filter(asksForLetters);
    if (asking.length === 0 || now.status === "none") continue;
    const then = { events: [...events], state: now };
    const beforeThat = (seq: number): Journey =>
      fold(
        brought.filter((one) => one.seq < seq),
        before,
      );
    found.push(...asking.flatMap((event) => momentsOf(event, beforeThat, then)));
  }
  return found;
}

/** What goes out is done with, and then time brings something, all of it at one instant. */
interface Step {
  performed: readonly Recorded[];
  brought: readonly Recorded[];
}

function stepsAhead(state: Journey, rules: Rules, span: Stretch): readonly Step[] {
  return STEPS.of(state, rules, span, () => {
    const found: Step[] = [];
    let now = state;
    const keep = (event: JourneyEvent): Recorded => {
      const recorded = { ...event, seq: now.status === "none" ? 1 : now.seq + 1 };
      now = evolve(now, recorded);
      return recorded;
    };
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      const performed: Recorded[] = [];
      for (const { seq } of effectsOf(now)) performed.push(...effectDone(now, seq, rules).map(keep));
      const brought = nextBrought(now, rules, span).map(keep);
      if (brought.length === 0) break;
      found.push({ performed, brought });
    }
    return { first: found[0]?.brought[0]?.at ?? null, found };
  });
}
const STEPS = new KeptAhead<readonly Step[]>();

function momentsSupposed({
  events,
  state,
  supposed = 0,
}: {
  events: readonly Recorded[];
  state: Journey;
  supposed?: number;
}): Moment[] {
  if (supposed === 0 || state.status === "none") return [];
  const then = { events: [...events], state };
  const beforeThat = (seq: number): Journey => fold(events.filter((one) => one.seq < seq));
  return events
    .slice(-supposed)
    .filter(asksForLetters)
    .flatMap((event) => momentsOf(event, beforeThat, then));
}

const effectsOf = (state: Journey): Begun["effects"] => (state.status === "none" ? [] : state.effects);

/** What the service reports of letters that it has sent: it counts among the events of the journey. */
function effectDone(state: Journey, effect: number, rules: Rules): readonly JourneyEvent[] {
  if (state.status === "none") return [];
  const data = { effect, outcome: "performed" as const, messageId: "<ahead>" };
  const done = decide(state, { id: "ahead", type: "RecordEffect", at: state.lastAt, by: SERVICE, data }, rules);
  return "rejection" in done ? [] : done.events;
}

const holdsIn = (event: Recorded): number[] =>
  event.type === "LettersDue" ? [...new Set((event.held ?? []).flatMap(({ hold }) => hold ?? []))] : [];

const goesOut = (event: Recorded): boolean => ![null, "release-grant"].includes(effectOf(event));

const asksForLetters = (event: Recorded): boolean => goesOut(event) || holdsIn(event).length > 0;

/** The letters that an event asks for, and those that the hub holds back of it. */
function momentsOf(
  event: Recorded,
  before: (seq: number) => Journey,
  then: { events: readonly Recorded[]; state: Begun },
): Moment[] {
  const { at, seq } = event;
  const goes = goesOut(event) ? [{ at, told: { ...then, event }, held: [] }] : [];
  const held = holdsIn(event);
  const was = held.length === 0 ? null : before(seq);
  if (event.type !== "LettersDue" || was === null || was.status === "none") return goes;
  return [...goes, { at, told: { ...then, event: { ...event, letters: lettersHeld(was, event) } }, held }];
}

/**
 * What the letters of a moment are written from. `book`: whom it finds then; `beside`: what is known beside the
 * journey; `about`: as `aboutOf` has it; `catalogue`: the programmes as published; `publicUrl`: of the service.
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

// Events → state. Knows no rule: what an event says, happened. An event of a later version that is not known here
// throws.

import { effectOf } from "./effects.ts";
import type { EventType, JourneyEvent, Recorded } from "./events.ts";
import { evolveHub } from "./evolve-hub.ts";
import { enter, evolveIntake } from "./evolve-intake.ts";
import { evolveKnown } from "./evolve-known.ts";
import { evolvePeople } from "./evolve-people.ts";
import { evolveSaid } from "./said.ts";
import { evolveStages } from "./evolve-stages.ts";
import { evolveUndo, undoMarks } from "./evolve-undo.ts";
import { evolveYear } from "./evolve-year.ts";
import { unsaidAfter, writtenAfter } from "./gather.ts";
import { evolveHolds, toldCodes, unsaidFreed } from "./hold.ts";
import type { Begun, Journey, Known, Unsaid } from "./state.ts";
import { sayingOf } from "./told.ts";

export const NOTHING: Journey = { status: "none" };

/** Folds a journey's events, in the order of their `seq`. */
export function fold(events: Iterable<Recorded>, from: Journey = NOTHING): Journey {
  let state = from;
  for (const event of events) state = evolve(state, event);
  return state;
}

/**
 * One event later. Throws where the event cannot follow this state: the stream is then damaged, or written by newer
 * code.
 */
export function evolve(state: Journey, event: Recorded): Journey {
  // Its marks are put to the journey that is made anew: copying it once more for them took an eighth longer.
  const after = apply(state, event);
  const { unsaid = after.unsaid, written = after.written } = toldMarks(after, event);
  after.effects = effectsAfter(after.effects, event);
  after.unsaid = unsaid;
  after.written = written;
  after.holds = evolveHolds(after.holds, event);
  return marked(state, after, event);
}

/** What became of letters and other effects. No rule goes by it, but those of letters. */
export const OF_EFFECTS = ["EffectPerformed", "EffectStalled", "LettersDue"] as const satisfies EventType[];
type OfEffects = (typeof OF_EFFECTS)[number];

/** An event for who leaves letters and effects out: what became of those need not be read. */
export type Untold =
  Exclude<Recorded, { type: OfEffects }> | { type: OfEffects; at: JourneyEvent["at"]; seq: Recorded["seq"] };

/** The same journey without its letters and effects: for who only asks what time brings it. Throws as `evolve`. */
export function evolveUntold(state: Journey, event: Untold): Journey {
  if (!isOfEffects(event)) return marked(state, apply(state, event), event);
  if (state.status === "none") throw tooEarly(event);
  return { ...state, seq: event.seq, lastAt: event.at };
}

/** Folds a journey's events without its letters and effects. */
export function foldUntold(events: Iterable<Untold>): Journey {
  let state = NOTHING;
  for (const event of events) state = evolveUntold(state, event);
  return state;
}

const OF_EFFECTS_ALONE: ReadonlySet<string> = new Set(OF_EFFECTS);
const isOfEffects = (event: Untold): event is Extract<Untold, { type: OfEffects }> => OF_EFFECTS_ALONE.has(event.type);

/** What every event leaves its mark on. */
function marked(state: Journey, after: Begun, event: Recorded): Begun {
  const { undoable, takenBack } = undoMarks(state, after, event);
  after.seq = event.seq;
  after.lastAt = event.at;
  after.undoable = undoable;
  after.takenBack = takenBack;
  after.said = evolveSaid(after.said, event);
  return after;
}

const tooEarly = ({ type, seq }: { type: EventType; seq: number }): Error =>
  new Error(`${type} (seq ${seq}) comes before the journey has begun`);

/** The journey as the event leaves it: always another object than it was, for whoever adds to it. */
function apply(state: Journey, event: Recorded): Begun {
  if (event.type === "InterestExpressed" || event.type === "ApplicationSubmitted") return enter(state, event);
  if (state.status === "none") throw tooEarly(event);
  const after =
    evolveUndo(state, event) ?? evolveHub(state, event) ?? evolveIntake(state, event) ?? evolveStages(state, event);
  if (after === null) return withinYear(state, event);
  const people = evolvePeople(state, event);
  return people === null ? after : { ...after, ...people };
}

function withinYear(state: Begun, event: Recorded): Begun {
  const after = { ...state, ...(evolvePeople(state, event) ?? evolveKnown(state, event)) };
  if (after.status !== "participating" && after.status !== "paused") return after;
  after.year &&= evolveYear(after.year, event, after.participants);
  return after;
}

/** What people are still to be told, and how often they were. */
function toldMarks(state: Begun, event: Recorded): Partial<Pick<Known, "unsaid" | "written">> {
  if (event.type === "LettersDue")
    return { unsaid: unsaidAfter(state.unsaid, event), written: writtenAfter(state, event) };
  if (event.type === "HoldLifted") return { unsaid: unsaidFreed(state.unsaid, event.hold, event.goesAt) };
  if (event.tellAt === undefined || event.tellAt === null) return {};
  const saying = sayingOf(event, state);
  if (saying === null) return {};
  const { cause, to, copies = [], dueSoon = false, inYear = false, about = [], who = null, left } = saying;
  const codes = toldCodes(event, state);
  const of = { cause, to, copies, dueSoon, inYear, about, codes, ...(left && { left }) };
  const one: Unsaid = { seq: event.seq, at: event.tellAt, ...of, who, hold: null };
  return { unsaid: [...state.unsaid, one] };
}

function effectsAfter(before: Known["effects"], event: Recorded): Known["effects"] {
  const kind = effectOf(event);
  const effects = kind ? [...before, { seq: event.seq, kind, stalled: false }] : before;
  if (event.type === "EffectPerformed") return effects.filter((one) => one.seq !== event.effect);
  if (event.type === "EffectStalled")
    return effects.map((one) => (one.seq === event.effect ? { ...one, stalled: true } : one));
  return effects;
}

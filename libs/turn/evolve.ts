// Events → state of a hub's turn. Knows no rule.

import type { Recorded, TurnEvent } from "./events.ts";
import { waitingSteps, type Begun, type OpenEffect, type Turn } from "./state.ts";

export const NO_TURN: Turn = { status: "none" };

/** Folds a turn's events, in the order of their `seq`. */
export function fold(events: Iterable<Recorded>, from: Turn = NO_TURN): Turn {
  let state = from;
  for (const event of events) state = evolve(state, event);
  return state;
}

/** One event that is decided but not yet kept: it takes the next `seq`. */
export function step(turn: Turn, event: TurnEvent): Turn {
  return evolve(turn, { ...event, seq: turn.status === "none" ? 1 : turn.seq + 1 });
}

/** One event later. Throws where the event cannot follow: the stream is damaged, or written by newer code. */
export function evolve(state: Turn, event: Recorded): Turn {
  if (event.type === "TurnBegun") {
    const { type: _, at, seq, ...begun } = event;
    return {
      ...begun,
      status: "running",
      seq,
      lastAt: at,
      taken: new Map(),
      startedAt: at,
      endedAt: null,
      effects: [asked(seq)],
    };
  }
  if (state.status === "none") throw new Error(`${event.type} (seq ${event.seq}) comes before the turn was begun`);
  return { ...state, ...change(state, event), seq: event.seq, lastAt: event.at };
}

function change(state: Begun, event: Exclude<Recorded, { type: "TurnBegun" }>): Partial<Begun> {
  const { seq } = event;
  switch (event.type) {
    case "StepTaken":
      return { taken: new Map([...state.taken, [event.no, event.rejection]]) };
    case "TurnInterrupted":
      return { status: "interrupted", effects: [] };
    case "TurnResumed":
      return { status: "running", effects: [asked(seq)] };
    case "TurnDone":
      return { status: "done", endedAt: event.at, effects: [] };
    // Some are taken: the event that says so asks for the next.
    case "EffectPerformed":
      return { effects: waitingSteps(state).length > 0 ? [asked(seq)] : [] };
    case "EffectStalled":
      return { effects: state.effects.map((one) => (one.seq === event.effect ? { ...one, stalled: true } : one)) };
    default:
      return event satisfies never;
  }
}

const asked = (seq: number): OpenEffect => ({ seq, kind: "take-steps", stalled: false });

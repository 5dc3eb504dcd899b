// Decisions on a hub's turn: it is begun once, its steps are taken one by one, and it is interrupted, resumed, and done
// with the last of them. What a step brings to a school or a group is decided there.

import { reject, type Rejection } from "../journey/rejection.ts";
import type { Command, CommandName, CommandOf } from "./commands.ts";
import type { TurnEvent } from "./events.ts";
import { step } from "./evolve.ts";
import { waitingSteps, type Begun, type Turn } from "./state.ts";

export type Decision = { events: TurnEvent[] } | { rejection: Rejection };
type Decide<N extends CommandName> = (turn: Begun, command: CommandOf<N>) => Decision;

/** Decides a command of a turn. Never throws for what a caller sent. */
export function decide(turn: Turn, command: Command): Decision {
  const version = turn.status === "none" ? 0 : turn.seq;
  if (command.expected !== undefined && command.expected !== version) {
    return reject("version-conflict", "turn", { version, expected: command.expected });
  }
  const decision = command.type === "BeginTurn" ? begin(turn, command) : goOn(turn, command);
  return "rejection" in decision ? decision : { events: completed(turn, decision.events, command) };
}

function begin(turn: Turn, { at, by: startedBy, data }: CommandOf<"BeginTurn">): Decision {
  if (turn.status !== "none") return reject("already-active", "turn");
  return { events: [{ type: "TurnBegun", at, ...data, startedBy }] };
}

function goOn(turn: Turn, command: Exclude<Command, { type: "BeginTurn" }>): Decision {
  if (turn.status === "none") return reject("not-found", "turn");
  return (VERBS[command.type] as Decide<Exclude<CommandName, "BeginTurn">>)(turn, command as never);
}

const VERBS: { [N in Exclude<CommandName, "BeginTurn">]: Decide<N> } = {
  // A step that was under way when the hub interrupted the turn is kept all the same.
  RecordStep: (turn, { at, data }) => {
    const waits = waitingSteps(turn).some(({ no }) => no === data.no);
    return { events: waits ? [{ type: "StepTaken", at, no: data.no, rejection: data.rejection }] : [] };
  },

  InterruptTurn: (turn, { at }) =>
    turn.status === "done" ? allDone() : { events: turn.status === "running" ? [{ type: "TurnInterrupted", at }] : [] },

  ResumeTurn: (turn, { at }) =>
    turn.status === "done" ? allDone() : { events: turn.status === "interrupted" ? [{ type: "TurnResumed", at }] : [] },

  RecordEffect: (turn, { at, data: { effect, outcome, code } }) => {
    const open = turn.effects.find(({ seq }) => seq === effect);
    if (!open || (outcome === "stalled" && open.stalled)) return { events: [] };
    return outcome === "stalled"
      ? { events: [{ type: "EffectStalled", at, effect, code: code ?? "unknown" }] }
      : { events: [{ type: "EffectPerformed", at, effect }] };
  },
};

/** A turn that runs is done when no step of it waits. */
function completed(turn: Turn, events: readonly TurnEvent[], { at }: Command): TurnEvent[] {
  const after = events.reduce(step, turn);
  const over = after.status === "running" && waitingSteps(after).length === 0;
  return over ? [...events, { type: "TurnDone", at }] : [...events];
}

const allDone = (): { rejection: Rejection } => reject("not-in-this-state", "turn-done");

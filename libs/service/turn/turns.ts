// A hub's turn as the hub has it: begun, interrupted, resumed. Each is decided and kept here, in a round of the turn's
// own book; Temporal is told of it afterwards, and the sweep tells it if that fails.

import type { Outcome } from "../../contract/journey.ts";
import { turnName, type WhichTurn } from "../../contract/turn.ts";
import type { Instant } from "../../calendar/instants.ts";
import { advanceSubject, type BookDeps } from "../../book/advance.ts";
import { foresee, type ForeseenRound } from "../../book/foresee.ts";
import { stateOf } from "../../book/state-of.ts";
import type { Actor } from "../../journey/commands.ts";
import type { Queryable } from "../../store/prepared.ts";
import type { Command, CommandData } from "../../turn/commands.ts";
import type { Begun } from "../../turn/state.ts";

/** Who asks, under which command id, at which instant (UTC). */
export interface Request {
  id: string;
  by: Actor;
  at: Instant;
}

/**
 * A hub's turn into a year, as it stands or as it stood after its event number `version`; null where nobody has begun
 * it. Rejects with StoreError.
 */
export async function findTurn(db: Queryable, which: WhichTurn, version?: number): Promise<Begun | null> {
  const turn = await stateOf("turn", db, turnName(which), version);
  return turn.status === "none" ? null : turn;
}

/** Begins a turn with its steps; `already-active` where it has begun. Rejects with StoreError. */
export function beginTurn(deps: BookDeps, request: Request, data: CommandData["BeginTurn"]): Promise<Outcome> {
  return decided(deps, data, { ...request, type: "BeginTurn", data });
}

/**
 * Interrupts a turn that is running, or lets one that was interrupted run on; `not-in-this-state` where it is done.
 * Rejects with StoreError.
 */
export function setRunning(deps: BookDeps, which: WhichTurn, request: Request, running: boolean): Promise<Outcome> {
  return decided(deps, which, toRun(request, running));
}

/** What `setRunning` would come to: nothing is kept. Rejects with StoreError. */
export function foreseeRunning(
  deps: BookDeps,
  which: WhichTurn,
  request: Request,
  running: boolean,
): Promise<ForeseenRound> {
  return foresee(deps, { subject: turnName(which), command: toRun(request, running) });
}

function toRun(request: Request, running: boolean): Command {
  return { ...request, type: running ? "ResumeTurn" : "InterruptTurn", data: {} };
}

function askedOf(which: WhichTurn, command: Command) {
  return { subject: turnName(which), now: command.at, commands: [command] };
}

async function decided(deps: BookDeps, which: WhichTurn, command: Command): Promise<Outcome> {
  const [outcome] = (await advanceSubject(deps, askedOf(which, command))).outcomes;
  return outcome ?? { command: command.id, fault: "no outcome came back" };
}

// What a command would come to, decided by the very rules that will decide it, and kept by nobody.

import { addSeconds } from "../calendar/instants.ts";
import { SERVICE, type Command } from "../journey/commands.ts";
import type { AtHand, Rules } from "../journey/rules.ts";
import { due } from "../journey/due.ts";
import type { JourneyEvent } from "../journey/events.ts";
import type { Rejection } from "../journey/rejection.ts";
import { step } from "../journey/settle.ts";
import type { Journey } from "../journey/state.ts";
import { decideWithGroups, type Groups } from "./together.ts";

/**
 * The events that a command would bring to a journey as it stands, and where it would stand then; or why it would be
 * turned down. What time brings before `command.at` comes first, as it does when the command is sent; it is no
 * consequence of it and is not among `events`.
 */
export function preview(
  journey: string,
  state: Journey,
  groups: Groups,
  command: Command,
  rules: Rules,
  budgets: Pick<AtHand, "budgetOf"> = {},
): { events: JourneyEvent[]; after: Journey } | { rejection: Rejection } {
  const now = caughtUp(journey, state, groups, command, rules);
  const at = now.status !== "none" && now.lastAt > command.at ? now.lastAt : command.at;
  const decision = decideWithGroups(journey, now, groups, { ...command, at }, rules, budgets);
  return "rejection" in decision
    ? { rejection: decision.rejection }
    : { events: decision.events, after: decision.events.reduce(step, now) };
}

function caughtUp(journey: string, state: Journey, groups: Groups, command: Command, rules: Rules): Journey {
  const before = addSeconds(command.at, -1);
  const next = due(state);
  if (next === null || next > before || state.status === "none") return state;
  const at = state.lastAt > before ? state.lastAt : before;
  const ticked = decideWithGroups(
    journey,
    state,
    groups,
    { id: "tick", type: "Tick", at, by: SERVICE, data: {} },
    rules,
  );
  return "events" in ticked ? ticked.events.reduce(step, state) : state;
}

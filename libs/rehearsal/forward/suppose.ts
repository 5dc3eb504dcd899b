// What is only supposed: schools withdraw and sessions move on a copy of the journeys and Work Groups at hand, decided
// by the rules that decide when it is meant. Nothing of it is kept.

import { notBefore, type Instant, type LocalDate } from "../../calendar/instants.ts";
import type { Actor, Command as JourneyCommand, TextRef } from "../../journey/commands.ts";
import type { JourneyEvent, Recorded } from "../../journey/events.ts";
import { evolve } from "../../journey/evolve.ts";
import type { Rejection } from "../../journey/rejection.ts";
import type { Rules } from "../../journey/rules.ts";
import type { Journey } from "../../journey/state.ts";
import type { Command as GroupCommand } from "../../work-group/commands.ts";
import type { GroupEvent } from "../../work-group/events.ts";
import { step } from "../../work-group/evolve.ts";
import type { WorkGroup } from "../../work-group/state.ts";
import { decideOnGroup, decideWithGroups, thenTime } from "../../work-group/together.ts";

/** A journey: all its events, and how it stands. */
export interface Past {
  events: readonly Recorded[];
  state: Journey;
}

/** All that is concerned, by id; the groups of each journey must be among them, and the schools of each group. */
export interface World {
  journeys: ReadonlyMap<string, Past>;
  groups: ReadonlyMap<string, WorkGroup>;
}

/** One thing that is supposed. */
export type Supposal =
  { what: "withdrawal"; journey: string } | { what: "session"; workGroup: string; session: string; on: LocalDate };

/** How the world stands then, and what the Work Groups record on the way. */
export interface Supposed {
  world: World;
  ofGroups: readonly { workGroup: string; event: GroupEvent }[];
}

const WHY: TextRef = { id: "supposed", words: 1 };

/**
 * The world as it stands at an instant once all of this has happened, in order, each by whoever asks. `no`: which of
 * them the rules turn down, from 0, and with what.
 */
export function suppose(
  world: World,
  all: readonly Supposal[],
  rules: Rules,
  { at, by }: { at: Instant; by: Actor },
): Supposed | { rejection: Rejection; no: number } {
  let now: Supposed = { world, ofGroups: [] };
  for (const [no, one] of all.entries()) {
    const come =
      one.what === "withdrawal" ? withdrawn(now.world, one, rules, at, by) : moved(now.world, one, rules, at, by);
    if ("rejection" in come) return { rejection: come.rejection, no };
    now = { world: come.world, ofGroups: [...now.ofGroups, ...come.ofGroups] };
  }
  return now;
}

type Come = Supposed | { rejection: Rejection };

function withdrawn(world: World, { journey }: { journey: string }, rules: Rules, at: Instant, by: Actor): Come {
  const state = world.journeys.get(journey)?.state ?? { status: "none" };
  const data = { reason: WHY };
  const command: JourneyCommand = { id: "supposed", type: "WithdrawSchool", at: notBefore(state, at), by, data };
  const decision = decideWithGroups(journey, state, world.groups, command, rules);
  if ("rejection" in decision) return { rejection: decision.rejection };
  return after(world, new Map([[journey, decision.events]]), decision.groups);
}

function moved(
  world: World,
  { workGroup, session, on }: { workGroup: string; session: string; on: LocalDate },
  rules: Rules,
  at: Instant,
  by: Actor,
): Come {
  const group = world.groups.get(workGroup) ?? { status: "none" };
  const data = { session, on, reason: WHY };
  const command: GroupCommand = { id: "supposed", type: "MoveSession", at: notBefore(group, at), by, data };
  const states = new Map([...world.journeys].map(([id, { state }]) => [id, state]));
  const decision = decideOnGroup(workGroup, group, states, command, rules);
  if ("rejection" in decision) return { rejection: decision.rejection };
  const ofGroup = thenTime(group, decision.events, command.at);
  return after(world, decision.journeys, new Map([[workGroup, ofGroup]]));
}

function after(
  { journeys, groups }: World,
  ofJourneys: ReadonlyMap<string, readonly JourneyEvent[]>,
  ofGroups: ReadonlyMap<string, readonly GroupEvent[]>,
): Supposed {
  const pasts = new Map(journeys);
  for (const [id, events] of ofJourneys) pasts.set(id, withEvents(pasts.get(id) ?? NO_PAST, events));
  const stand = new Map(groups);
  for (const [id, events] of ofGroups) stand.set(id, events.reduce(step, stand.get(id) ?? { status: "none" }));
  return {
    world: { journeys: pasts, groups: stand },
    ofGroups: [...ofGroups].flatMap(([workGroup, events]) => events.map((event) => ({ workGroup, event }))),
  };
}

const NO_PAST: Past = { events: [], state: { status: "none" } };

function withEvents({ events, state }: Past, more: readonly JourneyEvent[]): Past {
  const all = [...events];
  let now = state;
  for (const event of more) {
    const recorded = { ...event, seq: all.length + 1 };
    now = evolve(now, recorded);
    all.push(recorded);
  }
  return { events: all, state: now };
}

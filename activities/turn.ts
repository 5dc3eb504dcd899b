// One turn of a journey, decided in memory: each command apart, then what time brings; and what its Work Groups record
// of it. Nothing is written here.

import { addSeconds, instantFromMs, type Instant } from "../libs/calendar/instants.ts";
import type { AdvanceRequest, Outcome } from "../libs/contract/journey.ts";
import { SERVICE, type Actor, type Command } from "../libs/journey/commands.ts";
import type { Rules } from "../libs/journey/rules.ts";
import { due } from "../libs/journey/due.ts";
import type { JourneyEvent, Recorded } from "../libs/journey/events.ts";
import { evolve, fold } from "../libs/journey/evolve.ts";
import type { Journey } from "../libs/journey/state.ts";
import type { CommandRecord } from "../libs/store/command-log.ts";
import type { NewEvent } from "../libs/store/events/event-store.ts";
import { decideWithGroups, type GroupsEvents } from "../libs/work-group/together.ts";
import { whereItBroke } from "./failures.ts";
import { beginGroup, recordInGroup, type GroupPast, type GroupStanding } from "./group-standing.ts";

export interface Turn {
  before: Journey;
  state: Journey;
  past: readonly Recorded[];
  added: readonly Recorded[];
  /** The same events with who asked, for the store. */
  news: readonly NewEvent[];
  /** The Work Groups at hand, with what they record of this turn. */
  groups: readonly GroupStanding[];
  /** For every command of the request, in its order. */
  outcomes: readonly Outcome[];
  /** Those decided in this turn, to be kept; a fault is not, it may be sent again. */
  settled: readonly { command: Command; outcome: Outcome }[];
  /** Where `Tick` broke, or null. */
  tickFault: string | null;
}

interface Standing {
  state: Journey;
  added: Recorded[];
  news: NewEvent[];
  groups: ReadonlyMap<string, GroupStanding>;
}

/**
 * Decides a request on a journey's past. `known`: commands of it that were met before; what was answered is answered
 * again. `groups`: every Work Group concerned, as it stands. A command that breaks the rules' code becomes its own
 * `fault`; the others and the clock go on.
 */
export function takeTurn(
  rules: Rules,
  request: AdvanceRequest,
  past: readonly Recorded[],
  known: ReadonlyMap<string, CommandRecord>,
  groups: readonly GroupPast[],
): Turn {
  const before = fold(past);
  let standing: Standing = {
    state: before,
    added: [],
    news: [],
    groups: new Map(groups.map((one) => [one.group, beginGroup(one)])),
  };
  const outcomes = new Map<string, Outcome>();
  const settled: { command: Command; outcome: Outcome }[] = [];
  for (const command of request.commands) {
    if (outcomes.has(command.id)) continue;
    const answered = answeredBefore(request.journey, command, known.get(command.id));
    if (answered !== null) {
      outcomes.set(command.id, answered);
      continue;
    }
    standing = caughtUp(rules, request.journey, standing, command.at);
    const result = decideOne(rules, request.journey, standing, command);
    standing = result.standing;
    outcomes.set(command.id, result.outcome);
    if (!("fault" in result.outcome)) settled.push({ command, outcome: result.outcome });
  }
  const ticked = tick(rules, request.journey, standing, request.now);
  const { state, added, news } = ticked.standing;
  const inOrder = request.commands.flatMap((command) => outcomes.get(command.id) ?? []);
  return {
    before,
    state,
    past,
    added,
    news,
    groups: [...ticked.standing.groups.values()],
    outcomes: inOrder,
    settled,
    tickFault: ticked.fault,
  };
}

/**
 * The outcome that stands for a command that was met before; null for one that is new. `journey`: an id, or the name of
 * a Work Group.
 */
export function answeredBefore(
  journey: string,
  command: { id: string },
  record: CommandRecord | undefined,
): Outcome | null {
  if (record === undefined) return null;
  if (record.journey !== journey) {
    const detail = "This key was used for another journey or Work Group. Send a new Idempotency-Key.";
    return { command: command.id, accepted: false, rejection: { code: "key-reused", detail } };
  }
  return record.outcome;
}

function decideOne(
  rules: Rules,
  journey: string,
  standing: Standing,
  command: Command,
): { standing: Standing; outcome: Outcome } {
  try {
    const dated = { ...command, at: notBefore(standing.state, wholeSecond(command.at)) };
    const decision = decideWithGroups(journey, standing.state, statesOf(standing), dated, rules);
    const news = "events" in decision ? decision.events : [];
    const after = follow(standing, news, decision.groups, command.by, command.id);
    if ("rejection" in decision)
      return { standing: after, outcome: { command: command.id, accepted: false, rejection: decision.rejection } };
    return { standing: after, outcome: { command: command.id, accepted: true, version: versionOf(after.state) } };
  } catch (error) {
    return { standing, outcome: { command: command.id, fault: whereItBroke(error) } };
  }
}

/**
 * What time brought before a command comes before it: after an outage over the year's end, a report of September is
 * none of the year that is over. At one instant the command comes first. Where time cannot be caught up with, the
 * command is decided all the same.
 */
function caughtUp(rules: Rules, journey: string, standing: Standing, at: string): Standing {
  const next = due(standing.state);
  const before = addSeconds(wholeSecond(at), -1);
  return next !== null && next <= before ? tick(rules, journey, standing, before).standing : standing;
}

function tick(
  rules: Rules,
  journey: string,
  standing: Standing,
  now: string,
): { standing: Standing; fault: string | null } {
  if (standing.state.status === "none") return { standing, fault: null };
  const id = `tick/${journey}/${versionOf(standing.state)}`;
  try {
    const at = notBefore(standing.state, wholeSecond(now));
    const decision = decideWithGroups(
      journey,
      standing.state,
      statesOf(standing),
      { id, type: "Tick", at, by: SERVICE, data: {} },
      rules,
    );
    if ("rejection" in decision) return { standing, fault: null };
    return { standing: follow(standing, decision.events, decision.groups, SERVICE, null), fault: null };
  } catch (error) {
    return { standing, fault: whereItBroke(error) };
  }
}

const statesOf = ({ groups }: Standing) => new Map([...groups].map(([id, { state }]) => [id, state]));

/** A copy that has gone on by these events: the one given stays, for the case that one of them breaks. */
function follow(
  standing: Standing,
  events: readonly JourneyEvent[],
  inGroups: GroupsEvents,
  actor: Actor,
  commandId: string | null,
): Standing {
  const gone = goOn(standing.state, events, actor, commandId);
  const groups = new Map(
    [...standing.groups].map(([id, group]) => [id, recordInGroup(group, inGroups.get(id) ?? [], actor, commandId)]),
  );
  return {
    state: gone.state,
    added: [...standing.added, ...gone.added],
    news: [...standing.news, ...gone.news],
    groups,
  };
}

/** A journey gone on by these events: as they are kept, and for the store. Time never goes back within a journey. */
export function goOn(
  before: Journey,
  events: readonly JourneyEvent[],
  actor: Actor,
  commandId: string | null,
): { state: Journey; added: Recorded[]; news: NewEvent[] } {
  let state = before;
  const added: Recorded[] = [];
  const news: NewEvent[] = [];
  for (const event of events) {
    const dated = { ...event, at: notBefore(state, event.at) };
    const next: Recorded = { ...dated, seq: versionOf(state) + 1 };
    state = evolve(state, next);
    added.push(next);
    news.push({ event: dated, actor, commandId });
  }
  return { state, added, news };
}

/** The `seq` of the last event, 0 before the first. */
export function versionOf(state: { status: "none" } | { seq: number }): number {
  return "seq" in state ? state.seq : 0;
}

/** Clocks show milliseconds, the rules whole seconds. Throws RangeError for what is no instant. */
export function wholeSecond(at: string): Instant {
  return instantFromMs(Date.parse(at));
}

/** Time never goes back within a journey or a Work Group, whatever clock it was read from. */
export function notBefore(state: { status: "none" } | { lastAt: Instant }, at: Instant): Instant {
  return "lastAt" in state && state.lastAt > at ? state.lastAt : at;
}

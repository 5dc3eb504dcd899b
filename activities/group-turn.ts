// One turn of a Work Group, decided in memory: each command with all that it means for the schools of the group, then
// what time brings. Nothing is written here.

import type { Outcome } from "../libs/contract/journey.ts";
import { groupName, type GroupRequest } from "../libs/contract/work-group.ts";
import { SERVICE } from "../libs/journey/commands.ts";
import type { Rules } from "../libs/journey/rules.ts";
import type { Recorded } from "../libs/journey/events.ts";
import { fold } from "../libs/journey/evolve.ts";
import type { Journey } from "../libs/journey/state.ts";
import type { CommandRecord } from "../libs/store/command-log.ts";
import type { NewEvent } from "../libs/store/events/event-store.ts";
import type { Command } from "../libs/work-group/commands.ts";
import { decideOnGroup, thenTime } from "../libs/work-group/together.ts";
import type { GroupDecision } from "../libs/work-group/decision.ts";
import type { WorkGroup } from "../libs/work-group/state.ts";
import { whereItBroke } from "./failures.ts";
import { beginGroup, recordInGroup, type GroupPast, type GroupStanding } from "./group-standing.ts";
import { answeredBefore, goOn, notBefore, versionOf, wholeSecond } from "./turn.ts";

/** A school's journey within a Work Group's turn: as it was, and what it records now. */
export interface JourneyStanding {
  journey: string;
  past: readonly Recorded[];
  before: Journey;
  state: Journey;
  added: readonly Recorded[];
  news: readonly NewEvent[];
}

export interface GroupTurn {
  standing: GroupStanding;
  state: WorkGroup;
  journeys: readonly JourneyStanding[];
  outcomes: readonly Outcome[];
  settled: readonly { command: Command; outcome: Outcome }[];
  tickFault: string | null;
}

interface Standing {
  group: GroupStanding;
  journeys: ReadonlyMap<string, JourneyStanding>;
}

/** A school's journey at the beginning of a turn. */
export function beginJourney(journey: string, past: readonly Recorded[]): JourneyStanding {
  const state = fold(past);
  return { journey, past, before: state, state, added: [], news: [] };
}

/**
 * Decides a request on a Work Group. `journeys`: every school of it that a command may concern. As `takeTurn` in all
 * else.
 */
export function takeGroupTurn(
  rules: Rules,
  request: GroupRequest,
  past: GroupPast,
  journeys: readonly JourneyStanding[],
  known: ReadonlyMap<string, CommandRecord>,
): GroupTurn {
  let standing: Standing = { group: beginGroup(past), journeys: new Map(journeys.map((one) => [one.journey, one])) };
  const outcomes = new Map<string, Outcome>();
  const settled: { command: Command; outcome: Outcome }[] = [];
  for (const command of request.commands) {
    if (outcomes.has(command.id)) continue;
    const answered = answeredBefore(groupName(request.group), command, known.get(command.id));
    if (answered !== null) {
      outcomes.set(command.id, answered);
      continue;
    }
    const result = decideOne(rules, request.group, standing, command);
    standing = result.standing;
    outcomes.set(command.id, result.outcome);
    if (!("fault" in result.outcome)) settled.push({ command, outcome: result.outcome });
  }
  const ticked = tick(standing, request);
  const inOrder = request.commands.flatMap((command) => outcomes.get(command.id) ?? []);
  const { group } = ticked.standing;
  return {
    standing: group,
    state: group.state,
    journeys: [...ticked.standing.journeys.values()],
    outcomes: inOrder,
    settled,
    tickFault: ticked.fault,
  };
}

function decideOne(
  rules: Rules,
  group: string,
  standing: Standing,
  command: Command,
): { standing: Standing; outcome: Outcome } {
  try {
    const dated = { ...command, at: notBefore(standing.group.state, wholeSecond(command.at)) };
    const states = new Map([...standing.journeys].map(([id, { state }]) => [id, state]));
    const decision = decideOnGroup(group, standing.group.state, states, dated, rules);
    if ("rejection" in decision)
      return { standing, outcome: { command: command.id, accepted: false, rejection: decision.rejection } };
    const after = follow(standing, decision, dated);
    const { skipped } = decision;
    const outcome = {
      command: command.id,
      accepted: true as const,
      version: versionOf(after.group.state),
      ...(skipped.length > 0 && { skipped }),
    };
    return { standing: after, outcome };
  } catch (error) {
    return { standing, outcome: { command: command.id, fault: whereItBroke(error) } };
  }
}

function follow({ group, journeys }: Standing, decision: GroupDecision, { id, at, by }: Command): Standing {
  const events = thenTime(group.state, decision.events, at);
  const gone = [...journeys].map(([journey, before]): [string, JourneyStanding] => {
    const { state, added, news } = goOn(before.state, decision.journeys.get(journey) ?? [], by, `${id}/${journey}`);
    return [journey, { ...before, state, added: [...before.added, ...added], news: [...before.news, ...news] }];
  });
  return { group: recordInGroup(group, events, by, id), journeys: new Map(gone) };
}

function tick(standing: Standing, { now }: GroupRequest): { standing: Standing; fault: string | null } {
  const { group } = standing;
  try {
    const events = thenTime(group.state, [], notBefore(group.state, wholeSecond(now)));
    return { standing: { ...standing, group: recordInGroup(group, events, SERVICE, null) }, fault: null };
  } catch (error) {
    return { standing, fault: whereItBroke(error) };
  }
}

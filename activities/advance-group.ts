// The whole of a Work Group's turn, in one transaction: what it decides, and what that means for each school in it. A
// register for seven schools is one of these.

import type { EntityManager } from "typeorm";
import { groupName, type GroupAnswer, type GroupRequest } from "../libs/contract/work-group.ts";
import { findCommands, recordOutcomes } from "../libs/store/command-log.ts";
import { coded } from "../libs/store/errors.ts";
import { load } from "../libs/store/events/event-store.ts";
import { recordedOfGroup } from "../libs/store/events/known-events.ts";
import { journeyStream, lockStreams } from "../libs/store/events/streams.ts";
import { eventsOf } from "../libs/views/events-of.ts";
import { journeysNaming, schoolsOf } from "../libs/views/work-groups/read-work-groups.ts";
import { fold } from "../libs/work-group/evolve.ts";
import { isPassedOn } from "../libs/work-group/pass-on.ts";
import { members } from "../libs/work-group/state.ts";
import { orOneByOne, withLocks, type AdvanceDeps } from "./advance.ts";
import { groupAnswerOf } from "./answer.ts";
import { failingByCode } from "./failures.ts";
import { beginJourney, takeGroupTurn } from "./group-turn.ts";
import { isStirred, keepGroup, keepJourneys } from "./keep.ts";

/** The activity `advanceGroup`: as `advance`, for a Work Group. */
export function makeAdvanceGroup(deps: AdvanceDeps): (request: GroupRequest) => Promise<GroupAnswer> {
  const inOneTransaction = (request: GroupRequest): Promise<GroupAnswer> =>
    coded(async () => {
      const first = [
        ...named(request),
        ...(request.commands.some(isPassedOn) ? await schoolsOf(deps.dataSource.manager, request.group) : []),
      ];
      return withLocks(deps, first, (manager, journeys) => advanceGroup(manager, deps, request, journeys));
    });
  return (request) => failingByCode(() => orOneByOne(request, inOneTransaction));
}

/** The journeys that commands name; what is no journey's id is left to the rules, which find none. */
function named({ commands }: GroupRequest): string[] {
  return commands.flatMap((command) =>
    command.type === "OfferTogether" ? command.data.schools.filter((id) => /^\d{6}-[a-z]+$/u.test(id)) : [],
  );
}

async function advanceGroup(
  manager: EntityManager,
  deps: AdvanceDeps,
  request: GroupRequest,
  locked: readonly string[],
): Promise<{ answer: GroupAnswer; toWake: string[] } | { needs: string[] }> {
  const { group, commands } = request;
  const stream = groupName(group);
  await lockStreams(manager, [stream, ...locked.map(journeyStream)]);
  const events = recordedOfGroup(await load(manager, stream));
  const needs = [
    ...named(request),
    ...(commands.some(isPassedOn) ? members(fold(events)) : []),
    // No school can be offered a place under this name meanwhile: that takes the lock held here.
    ...(await journeysNaming(
      manager,
      group,
      commands.flatMap((command) => (command.type === "FormWorkGroup" ? [command.data.hub] : [])),
    )),
  ];
  if (needs.some((journey) => !locked.includes(journey))) return { needs };
  const wanted = [...new Set(needs)];
  const pasts = await eventsOf(manager, wanted);
  const journeys = wanted.map((journey) => beginJourney(journey, pasts.get(journey) ?? []));
  const known = await findCommands(
    manager,
    commands.map((command) => command.id),
  );
  const turn = takeGroupTurn(deps.rules, request, { group, events }, journeys, known);
  await keepGroup(manager, turn.standing);
  const changed = turn.journeys.filter((one) => one.added.length > 0);
  await keepJourneys(manager, changed);
  await recordOutcomes(
    manager,
    turn.settled.map(({ command, outcome }) => ({
      id: command.id,
      stream,
      name: command.type,
      principal: command.by.who,
      receivedAt: command.at,
      outcome,
    })),
  );
  return { answer: groupAnswerOf(request, turn), toWake: changed.filter(isStirred).map((one) => one.journey) };
}

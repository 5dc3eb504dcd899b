// The whole of a journey's turn, in one transaction: lock, load, decide, append, and what is read of it; its Work
// Group's book with it. Run again, it answers the same.

import type { DataSource, EntityManager } from "typeorm";
import type { AdvanceAnswer, AdvanceRequest, Outcome } from "../libs/contract/journey.ts";
import { groupName } from "../libs/contract/work-group.ts";
import type { Rules } from "../libs/journey/rules.ts";
import { budgetsConcerned } from "../libs/journey/decide/money.ts";
import { fold } from "../libs/journey/evolve.ts";
import { budgetLock, budgetsAtHand } from "../libs/store/money/budgets.ts";
import { findCommands, recordOutcomes } from "../libs/store/command-log.ts";
import { coded, StoreError } from "../libs/store/errors.ts";
import { load } from "../libs/store/events/event-store.ts";
import { recorded, recordedOfGroup } from "../libs/store/events/known-events.ts";
import { journeyStream, lockStreams } from "../libs/store/events/streams.ts";
import { workGroupOf } from "../libs/views/work-groups/read-work-groups.ts";
import { concerned } from "../libs/work-group/together.ts";
import { answerOf } from "./answer.ts";
import { failingByCode, whereItBroke } from "./failures.ts";
import type { GroupPast } from "./group-standing.ts";
import { isStirred, keepGroup, keepJourneys } from "./keep.ts";
import { takeTurn } from "./turn.ts";
import type { Wake } from "./wake.ts";

export interface AdvanceDeps {
  dataSource: DataSource;
  rules: Rules;
  wake?: Wake;
}

/**
 * The activity `advance`. It rejects with failures by code (failures.ts); a command that is turned down is an answer,
 * no failure.
 */
export function makeAdvance(deps: AdvanceDeps): (request: AdvanceRequest) => Promise<AdvanceAnswer> {
  const inOneTransaction = (request: AdvanceRequest): Promise<AdvanceAnswer> => coded(() => withGroups(deps, request));
  return (request) => failingByCode(() => orOneByOne(request, inOneTransaction));
}

/**
 * The way out where keeping a turn fails for what is in it (a number too large for its column, say): it would fail for
 * ever, and the journey or the Work Group with it. Each command then has its own transaction, and the one at fault its
 * own `fault`.
 */
export async function orOneByOne<
  C extends { id: string },
  R extends { commands: C[] },
  A extends { outcomes: Outcome[] },
>(request: R, inOneTransaction: (part: R) => Promise<A>): Promise<A> {
  try {
    return await inOneTransaction(request);
  } catch (error) {
    if (request.commands.length === 0 || !isDefect(error)) throw error;
  }
  const outcomes: Outcome[] = [];
  for (const command of request.commands) {
    try {
      outcomes.push(...(await inOneTransaction({ ...request, commands: [command] })).outcomes);
    } catch (error) {
      if (!isDefect(error)) throw error;
      outcomes.push({ command: command.id, fault: whereItBroke(error) });
    }
  }
  return { ...(await inOneTransaction({ ...request, commands: [] })), outcomes };
}

/** Would it fail again, here and elsewhere? Not for an outage, nor for what a newer worker can do. */
function isDefect(error: unknown): boolean {
  return !(error instanceof StoreError) || error.code === "database-error";
}

/**
 * What a transaction came to; or, for want of a lock, what it needs: all locks are taken at once, before anything else.
 */
type Came<A> = { answer: A; toWake: string[] } | { needs: string[] };

/**
 * Runs a transaction with what it needs under lock (streams, a hub's budget, by their names), as often as it finds that
 * it needs more; then wakes whom it concerns.
 */
export async function withLocks<A>(
  { dataSource, wake }: AdvanceDeps,
  first: readonly string[],
  work: (manager: EntityManager, locked: readonly string[]) => Promise<Came<A>>,
): Promise<A> {
  for (let locked = first; ;) {
    const came = await dataSource.transaction((manager) => work(manager, locked));
    if ("answer" in came) {
      if (came.toWake.length > 0) await wake?.(came.toWake);
      return came.answer;
    }
    locked = [...new Set([...locked, ...came.needs])];
  }
}

async function withGroups(deps: AdvanceDeps, request: AdvanceRequest): Promise<AdvanceAnswer> {
  const near = await workGroupOf(deps.dataSource.manager, request.journey);
  const first = [...concerned({ status: "none" }, request.commands), ...(near === null ? [] : [near])].map(groupName);
  return withLocks(deps, first, (manager, locked) => advance(manager, deps, request, locked));
}

async function advance(
  manager: EntityManager,
  deps: AdvanceDeps,
  request: AdvanceRequest,
  locked: readonly string[],
): Promise<Came<AdvanceAnswer>> {
  const { journey } = request;
  const stream = journeyStream(journey);
  await lockStreams(manager, [stream, ...locked]);
  const past = recorded(await load(manager, stream));
  const before = fold(past);
  const groups = concerned(before, request.commands);
  const budgets = budgetsConcerned(before, request.commands);
  const needs = [...groups.map(groupName), ...budgets.map(({ hub, academicYear }) => budgetLock(hub, academicYear))];
  if (needs.some((name) => !locked.includes(name))) return { needs };
  const inGroups: GroupPast[] = [];
  for (const group of groups) inGroups.push({ group, events: recordedOfGroup(await load(manager, groupName(group))) });
  const known = await findCommands(
    manager,
    request.commands.map((command) => command.id),
  );
  const rules: Rules = { ...deps.rules, budgetOf: await budgetsAtHand(manager, budgets, journey) };
  const turn = takeTurn(rules, request, past, known, inGroups);
  await keepJourneys(manager, [{ journey, ...turn }]);
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
  const changed = turn.groups.filter((one) => one.added.length > 0);
  for (const one of changed) await keepGroup(manager, one);
  return { answer: answerOf(request, turn), toWake: changed.filter(isStirred).map((one) => groupName(one.group)) };
}

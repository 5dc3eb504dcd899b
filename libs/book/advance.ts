// The whole of a round, in one transaction: lock, load, decide, append, and what is read of it; whatever the subject.
// Run again, it answers the same.

import type { DataSource, EntityManager } from "typeorm";
import type { AdvanceAnswer, Outcome } from "../contract/journey.ts";
import { kindOf } from "../contract/subjects.ts";
import type { Rules } from "../journey/rules.ts";
import { findCommands } from "../store/command-log.ts";
import { coded, StoreError } from "../store/errors.ts";
import { loadTold } from "../store/events/told.ts";
import { streamOf, lockStreams } from "../store/events/streams.ts";
import type { Begun } from "../store/rounds.ts";
import type { GroupNaming } from "../words/group-name.ts";
import { answerOf } from "./answer.ts";
import { booksOf } from "./books.ts";
import { groupNaming } from "./group-naming.ts";
import { rulesOfHubs } from "./hub-rules.ts";
import { changedOf, keep } from "./keep.ts";
import type { Books, Concerned, Kind, KindName, Standing } from "./kind.ts";
import { KINDS, KIND_NAMES, PURE_KINDS } from "./kinds.ts";
import type { Memory } from "./memory.ts";
import { onMemory } from "./remembered.ts";
import { decideRound, type Asked } from "./round.ts";
import { begin, withStanding } from "./standing.ts";
import { whereItBroke } from "./where-it-broke.ts";

export interface BookDeps {
  dataSource: DataSource;
  rules: Rules;
  /** What was committed, for the next round; without it every round begins with what is stored. */
  memory?: Memory;
  /** Tells the workflows of other subjects that something comes sooner, or stands otherwise, than they know of. */
  wake?: (subjects: readonly string[]) => Promise<unknown>;
}

/** What is asked of a subject of any kind. */
export type AnyAsked = { [K in KindName]: Asked<K> }[KindName];

/**
 * Has a subject decide its commands and look at the clock, and keeps what that comes to. A command that is turned down
 * is an answer. `begun`: where it was read just now. Rejects with StoreError where the store is away, or for what only
 * a newer release knows.
 */
export function advanceSubject(deps: BookDeps, asked: AnyAsked, begun?: Begun): Promise<AdvanceAnswer> {
  return advanceKind(deps, kindOf(asked.subject), asked, begun);
}

// `asked` holds the commands of the kind that its subject's name says: who sends a command has checked it by its name.
function advanceKind<K extends KindName>(
  deps: BookDeps,
  name: K,
  asked: AnyAsked,
  begun: Begun | undefined,
): Promise<AdvanceAnswer> {
  return coded(() =>
    orOneByOne(asked as Asked<K>, (part) => onceFor(deps, KINDS[name], part, part === asked ? begun : undefined)),
  );
}

/** On what is remembered, where that can be; else under lock from the beginning. */
async function onceFor<K extends KindName>(
  deps: BookDeps,
  kind: Kind<K>,
  asked: Asked<K>,
  begun: Begun | undefined,
): Promise<AdvanceAnswer> {
  const { memory, wake } = deps;
  const came = memory && (await onMemory({ ...deps, memory }, kind, asked, begun));
  if (!came) return inOneTransaction(deps, kind, asked);
  const toWake = stirredBy(came.books, asked.subject);
  if (toWake.length > 0) await wake?.(toWake);
  return came.answer;
}

/**
 * The way out where keeping a round fails for what is in it (a number too large for its column, say): it would fail for
 * ever, and its subject with it. Each command then has its own transaction, and the one at fault its own `fault`.
 */
async function orOneByOne<K extends KindName>(
  asked: Asked<K>,
  advance: (part: Asked<K>) => Promise<AdvanceAnswer>,
): Promise<AdvanceAnswer> {
  try {
    return await advance(asked);
  } catch (error) {
    if (asked.commands.length === 0 || !isDefect(error)) throw error;
  }
  const outcomes: Outcome[] = [];
  for (const command of asked.commands) {
    try {
      outcomes.push(...(await advance({ ...asked, commands: [command] })).outcomes);
    } catch (error) {
      if (!isDefect(error)) throw error;
      outcomes.push({ command: command.id, fault: whereItBroke(error) });
    }
  }
  return { ...(await advance({ ...asked, commands: [] })), outcomes };
}

/** Would it fail again, here and elsewhere? Not for an outage, nor for what a newer worker can do. */
function isDefect(error: unknown): boolean {
  return !(error instanceof StoreError) || error.code === "database-error";
}

/**
 * What a transaction came to; or, for want of a lock, what it needs: all locks are taken at once, before anything else.
 */
type Came = { answer: AdvanceAnswer; toWake: string[] } | { needs: string[] };

/** Runs the transaction with what it needs under lock, as often as it finds that it needs more; then wakes. */
async function inOneTransaction<K extends KindName>(
  { dataSource, rules, memory, wake }: BookDeps,
  kind: Kind<K>,
  asked: Asked<K>,
): Promise<AdvanceAnswer> {
  const called = await groupNaming(dataSource);
  const guessed = await kind.guess(dataSource.manager, asked.subject, asked.commands);
  for (let locked = namesOf(guessed); ;) {
    const came = await coded(() =>
      dataSource.transaction((manager) => underLock(manager, rules, kind, asked, { locked, called })),
    );
    if ("answer" in came) {
      memory?.forget([streamOf(asked.subject), ...locked]);
      if (came.toWake.length > 0) await wake?.(came.toWake);
      return came.answer;
    }
    locked = [...new Set([...locked, ...came.needs])];
  }
}

async function underLock<K extends KindName>(
  manager: EntityManager,
  rules: Rules,
  kind: Kind<K>,
  asked: Asked<K>,
  { locked, called }: { locked: readonly string[]; called: GroupNaming },
): Promise<Came> {
  const { subject, commands } = asked;
  const stream = streamOf(subject);
  await lockStreams(manager, [stream, ...locked]);
  const stored = await loadTold(manager, [stream, ...locked]);
  const own = begin(kind.pure, subject, kind.recorded(stored.get(stream) ?? []));
  const { hand, ...concerned } = await kind.needs(manager, subject, own.state, commands);
  const needs = namesOf(concerned);
  if (needs.some((name) => !locked.includes(name))) return { needs };
  const begun = withStanding(booksOf(concerned.subjects, stored), kind.name, own);
  const known = await findCommands(
    manager,
    commands.map(({ id }) => id),
  );
  const there = await rulesOfHubs(manager, rules);
  const round = decideRound(kind, PURE_KINDS, there, asked, { books: begun, hand }, known);
  await keep(manager, kind, round);
  const now = round.books[kind.name].get(subject) ?? own;
  const told = { asked: asked.now, heard: asked.heard, called };
  return { answer: answerOf(kind, now, round, told), toWake: stirredBy(round.books, subject) };
}

/** What is locked for it, by name. */
const namesOf = ({ subjects, locks }: Concerned): string[] => [...subjects.map(streamOf), ...locks];

/** Whose workflows have to be told: those that changed beside the subject, and were stirred by it. */
function stirredBy(books: Books, subject: string): string[] {
  return KIND_NAMES.flatMap((name) => stirred(books, name)).filter((one) => one !== subject);
}

function stirred<K extends KindName>(books: Books, name: K): string[] {
  return changedOf(books, name)
    .filter((standing) => isStirred(KINDS[name], standing))
    .map(({ subject }) => subject);
}

/**
 * Does something come sooner than its workflow knows of, is there something new to perform, or would what an operator
 * reads of it be wrong for long?
 */
function isStirred<K extends KindName>({ pure }: Kind<K>, { before, state }: Standing<K>): boolean {
  const known = new Set(pure.effectsOf(before).map(({ seq }) => seq));
  if (pure.effectsOf(state).some(({ seq }) => !known.has(seq))) return true;
  if (pure.standsAs(state) !== pure.standsAs(before)) return true;
  const [was, is] = [pure.due(before), pure.due(state)];
  return is !== null && (was === null || is < was);
}

// One round of a subject, decided in memory: each command apart, over the books at hand, then what time brings. Nothing
// is written here.

import { addSeconds, notBefore } from "../calendar/instants.ts";
import type { Outcome, Span } from "../contract/journey.ts";
import { reject } from "../journey/rejection.ts";
import type { Rules } from "../journey/rules.ts";
import type { CommandRecord } from "../store/command-log.ts";
import type { Rejection } from "../journey/rejection.ts";
import type {
  Books,
  CommandOf,
  Decided,
  Entry,
  Hand,
  Kind,
  KindName,
  PureKind,
  Recorded,
  Scene,
  Standing,
  State,
} from "./kind.ts";
import { goOn, versionOf, wholeSecond, withStanding } from "./standing.ts";
import { whereItBroke } from "./where-it-broke.ts";

/** What is asked of a subject. `now`: the workflow's time (UTC instant). */
export interface Asked<K extends KindName> {
  subject: string;
  now: string;
  commands: readonly CommandOf<K>[];
  /** What its workflow has been told of what happened; left out, it is told nothing of it. */
  heard?: Span;
}

/** What a round came to. */
export interface Round<K extends KindName> {
  subject: string;
  books: Books;
  hand: Hand<K>;
  /** For every command of the request, in its order. */
  outcomes: readonly Outcome[];
  /** Those decided in this round, to be kept; a fault is not, it may be sent again. */
  settled: readonly { command: CommandOf<K>; outcome: Outcome }[];
  /** Where time broke, or null. */
  tickFault: string | null;
}

/** The pure side of every kind, for what one kind's decision records in another's book. */
export type PureKinds = { readonly [K in KindName]: PureKind<K> };

type Decider<K extends KindName> = Pick<Kind<K>, "name" | "pure" | "decide" | "tick" | "timeFirst">;
interface Table<K extends KindName> {
  kind: Decider<K>;
  kinds: PureKinds;
  rules: Rules;
  subject: string;
}
interface Now<K extends KindName> {
  books: Books;
  hand: Hand<K>;
}

/**
 * Decides a request on a subject. `begun`: every book that it concerns, the subject's own among them, and what else is
 * at hand; `known`: commands of it that were met before; what was answered is answered again. A command that breaks the
 * rules' code becomes its own `fault`; the others and the clock go on.
 */
export function decideRound<K extends KindName>(
  kind: Decider<K>,
  kinds: PureKinds,
  rules: Rules,
  { subject, now, commands }: Asked<K>,
  begun: Now<K>,
  known: ReadonlyMap<string, CommandRecord>,
): Round<K> {
  const table = { kind, kinds, rules, subject };
  let at: Now<K> = begun;
  const outcomes = new Map<string, Outcome>();
  const settled: { command: CommandOf<K>; outcome: Outcome }[] = [];
  for (const command of commands) {
    if (outcomes.has(command.id)) continue;
    const answered = answeredBefore(subject, command, known.get(command.id));
    if (answered !== null) {
      outcomes.set(command.id, answered);
      continue;
    }
    at = caughtUp(table, at, command.at);
    const { outcome, after } = decideOne(table, at, command);
    at = after;
    outcomes.set(command.id, outcome);
    if (!("fault" in outcome)) settled.push({ command, outcome });
  }
  const { after, fault } = tick(table, at, now);
  const inOrder = commands.flatMap((command) => outcomes.get(command.id) ?? []);
  return { subject, ...after, outcomes: inOrder, settled, tickFault: fault };
}

/** An event, and in whose book: a journey's id, or the name of any other subject. */
export type EventSomewhere = { [K in KindName]: { kind: K; subject: string; event: Recorded<K> } }[KindName];

/** What a command would bring to its subject, and where that would then stand; `all`: in every book it concerns. */
export interface Foreseen<K extends KindName> {
  events: readonly Recorded<K>[];
  after: State<K>;
  all: readonly EventSomewhere[];
  skipped: NonNullable<Decided<K>["skipped"]>;
}

/**
 * What `command` would come to in a round of its own. What time brings before it comes first, as it does when it is
 * sent; it is no consequence of it and is not among the events.
 */
export function foreseeRound<K extends KindName>(
  kind: Decider<K>,
  kinds: PureKinds,
  rules: Rules,
  { subject, command }: { subject: string; command: CommandOf<K> },
  begun: Now<K>,
): Foreseen<K> | { rejection: Rejection } {
  const table = { kind, kinds, rules, subject };
  const before = caughtUp(table, begun, command.at);
  const { decided, after } = decide(table, before, command);
  if (decided.rejection !== undefined) return { rejection: decided.rejection };
  const { added, state } = standingOf(table, after);
  return {
    events: added.slice(standingOf(table, before).added.length),
    after: state,
    all: (Object.keys(kinds) as KindName[]).flatMap((name) => broughtTo(name, before.books, after.books)),
    skipped: decided.skipped ?? [],
  };
}

function broughtTo<L extends KindName>(kind: L, before: Books, after: Books): EventSomewhere[] {
  return [...after[kind].values()].flatMap(({ subject, added }) =>
    added
      .slice(before[kind].get(subject)?.added.length ?? 0)
      .map((event) => ({ kind, subject, event }) as EventSomewhere),
  );
}

/** The outcome that stands for a command that was met before; null for one that is new. */
export function answeredBefore(
  subject: string,
  command: { id: string },
  record: CommandRecord | undefined,
): Outcome | null {
  if (record === undefined) return null;
  if (record.subject !== subject) {
    return { command: command.id, accepted: false, ...reject("key-reused", "another-subject") };
  }
  return record.outcome;
}

function decideOne<K extends KindName>(
  table: Table<K>,
  now: Now<K>,
  command: CommandOf<K>,
): { outcome: Outcome; after: Now<K> } {
  try {
    const { decided, after } = decide(table, now, command);
    const { rejection, skipped = [] } = decided;
    if (rejection !== undefined) return { after, outcome: { command: command.id, accepted: false, rejection } };
    const { state } = standingOf(table, after);
    const outcome: Outcome = {
      command: command.id,
      accepted: true,
      version: versionOf(state),
      status: state.status,
      ...(skipped.length > 0 && { skipped }),
    };
    return { outcome, after };
  } catch (error) {
    return { outcome: { command: command.id, fault: whereItBroke(error) }, after: now };
  }
}

function decide<K extends KindName>(
  table: Table<K>,
  now: Now<K>,
  command: CommandOf<K>,
): { decided: Decided<K>; after: Now<K> } {
  const scene = sceneOf(table, now);
  const decided = table.kind.decide(scene, { ...command, at: notBefore(scene.state, wholeSecond(command.at)) });
  return { decided, after: recordedIn(table, now, decided) };
}

/**
 * The kind where time goes first gone on by what time brought before a command. At one instant the command comes first.
 * Where time cannot be caught up with, the command is decided all the same.
 */
function caughtUp<K extends KindName>(table: Table<K>, now: Now<K>, at: string): Now<K> {
  if (!table.kind.timeFirst) return now;
  const next = table.kind.pure.due(standingOf(table, now).state);
  const before = addSeconds(wholeSecond(at), -1);
  return next !== null && next <= before ? tick(table, now, before).after : now;
}

function tick<K extends KindName>(table: Table<K>, now: Now<K>, at: string): { after: Now<K>; fault: string | null } {
  const scene = sceneOf(table, now);
  if (scene.state.status === "none" || table.kind.tick === null) return { after: now, fault: null };
  try {
    const decided = table.kind.tick(scene, notBefore(scene.state, wholeSecond(at)));
    return { after: "rejection" in decided ? now : recordedIn(table, now, decided), fault: null };
  } catch (error) {
    return { after: now, fault: whereItBroke(error) };
  }
}

function sceneOf<K extends KindName>(table: Table<K>, now: Now<K>): Scene<K> {
  const { subject, rules } = table;
  return { subject, state: standingOf(table, now).state, rules, ...now };
}

function standingOf<K extends KindName>({ kind, subject }: Table<K>, { books }: Now<K>): Standing<K> {
  const own = books[kind.name].get(subject);
  if (own === undefined) throw new Error(`${subject} is not at hand`);
  return own;
}

/** Books that have gone on by a decision: those given stay, for the case that one of its events breaks. */
function recordedIn<K extends KindName>({ kinds }: Table<K>, { books, hand }: Now<K>, decided: Decided<K>): Now<K> {
  let after = books;
  for (const name of Object.keys(kinds) as KindName[]) after = recordAll(kinds, after, name, decided);
  return { books: after, hand: decided.hand ?? hand };
}

function recordAll<L extends KindName>(
  kinds: PureKinds,
  books: Books,
  name: L,
  { entries }: { entries: { readonly [K in KindName]?: readonly Entry<K>[] } },
): Books {
  let after = books;
  for (const { subject, events, actor, commandId } of entries[name] ?? []) {
    const before = after[name].get(subject);
    if (before === undefined) throw new Error(`${subject} is not at hand`);
    after = withStanding(after, name, goOn(kinds[name], before, events, actor, commandId));
  }
  return after;
}

// A round on what this worker remembers: decided first, then kept in one call that locks, checks that all still stands
// as it was decided on, and commits. What has moved on is read again and decided again; after some tries the round is
// begun under lock (advance.ts), which always comes to an end.

import type { DataSource } from "typeorm";
import type { AdvanceAnswer } from "../contract/journey.ts";
import { kindOf } from "../contract/subjects.ts";
import type { Rules } from "../journey/rules.ts";
import { StoreError } from "../store/errors.ts";
import { loadStreams, type Told } from "../store/events/told.ts";
import { streamOf } from "../store/events/streams.ts";
import { beginRound, keepRound, type Begun, type Stood } from "../store/rounds.ts";
import type { Rows } from "../views/write.ts";
import { answerOf } from "./answer.ts";
import { groupNaming } from "./group-naming.ts";
import { rulesOfHubs } from "./hub-rules.ts";
import { changedOf, keptOf } from "./keep.ts";
import type { Books, Kind, KindName, Standing } from "./kind.ts";
import { KINDS, KIND_NAMES, PURE_KINDS } from "./kinds.ts";
import type { Memory, Remembered } from "./memory.ts";
import { decideRound, type Asked } from "./round.ts";
import { NO_BOOKS, versionOf, withStanding } from "./standing.ts";

export interface RememberingDeps {
  dataSource: DataSource;
  rules: Rules;
  memory: Memory;
}

/** So often it is decided on what is remembered, where others go on with the same streams. */
const TRIES = 2;

/**
 * A round on what is remembered. `begun`: where it was read just now. Null where it has to be begun under lock: what
 * its commands need is to be asked there, something stands beside its events, others go on too fast. Rejects with
 * StoreError `database-unavailable` and `unknown-event`; throws for a defect.
 */
export async function onMemory<K extends KindName>(
  deps: RememberingDeps,
  kind: Kind<K>,
  asked: Asked<K>,
  begun?: Begun,
): Promise<{ answer: AdvanceAnswer; books: Books } | null> {
  let before = begun;
  for (let tries = 0; tries < TRIES; tries++) {
    const start =
      before ??
      (await beginRound(
        deps.dataSource,
        asked.commands.map(({ id }) => id),
      ));
    before = undefined;
    deps.memory.in(start.epoch);
    const came = await inLane(deps, kind, asked, start);
    if (came !== "again") return came;
  }
  return null;
}

type Came = { answer: AdvanceAnswer; books: Books } | "again" | null;

/** With the lanes of all that it concerns: what those are is looked at once more when its turn has come. */
async function inLane<K extends KindName>(
  deps: RememberingDeps,
  kind: Kind<K>,
  asked: Asked<K>,
  begun: Begun,
): Promise<Came> {
  const { memory } = deps;
  const own = streamOf(asked.subject);
  const concernedIn = ({ state }: Remembered<K>): Concerned<K> | null => {
    const concerned = kind.concerns(asked.subject, state, asked.commands);
    return concerned && { ...concerned, streams: [...new Set([own, ...concerned.subjects.map(streamOf)])] };
  };
  const before = memory.of<K>(own);
  for (let lane = (before && concernedIn(before)?.streams) ?? [own]; ;) {
    const came = await memory.alone(lane, async (): Promise<Came | { streams: readonly string[] }> => {
      const concerned = concernedIn((await remembered(deps, begun, [own]))<K>(own));
      if (concerned === null) return null;
      const { streams } = concerned;
      if (streams.some((stream) => !lane.includes(stream))) return { streams };
      return decideAndKeep(deps, kind, asked, begun, concerned);
    });
    if (came === null || came === "again" || "answer" in came) return came;
    lane = came.streams;
  }
}

type Concerned<K extends KindName> = NonNullable<ReturnType<Kind<K>["concerns"]>> & { streams: readonly string[] };

async function decideAndKeep<K extends KindName>(
  deps: RememberingDeps,
  kind: Kind<K>,
  asked: Asked<K>,
  begun: Begun,
  { streams, subjects, hand }: Concerned<K>,
): Promise<Came> {
  const { dataSource, memory } = deps;
  const known = await remembered(deps, begun, streams);
  const books = [asked.subject, ...subjects].reduce(
    (all, subject) => withRemembered(all, kindOf(subject), subject, known),
    NO_BOOKS,
  );
  const rules = await rulesOfHubs(dataSource, deps.rules, begun.figures);
  const round = decideRound(kind, PURE_KINDS, rules, asked, { books, hand }, begun.commands);
  if (KIND_NAMES.some((name) => hasBeside(round.books, name))) return null;
  const standing = round.books[kind.name].get(asked.subject);
  if (standing === undefined) throw new Error(`${asked.subject} is not at hand`);
  const called = await groupNaming(dataSource);
  const answer = answerOf(kind, standing, round, { asked: asked.now, heard: asked.heard, called });
  const kept = keptOf(dataSource, round, (stream) => memory.of(stream)?.rows ?? null);
  const stand = streams.map((stream): Stood => {
    const { version, mark } = known(stream);
    return { stream, version, mark };
  });
  const { epoch, figures } = begun;
  const came = await keepRound(dataSource, { locks: streams, stand, epoch, figures, ...kept }).catch(
    (error: unknown) => {
      // Whether it was committed is not known; or something in it cannot be kept, which is found out under lock.
      memory.forget(streams);
      if (error instanceof StoreError && error.code === "database-error") return null;
      throw error;
    },
  );
  if (came === null) return null;
  if ("moved" in came) {
    memory.forget(came.moved);
    return "again";
  }
  for (const name of KIND_NAMES) rememberKind(memory, epoch, round.books, name, kept.rows, came.mark);
  return { answer, books: round.books };
}

type Known = <L extends KindName>(stream: string) => Remembered<L>;

/** These streams as they are remembered; those that are not are read, after their last commit. */
async function remembered(
  { dataSource, memory }: RememberingDeps,
  { epoch }: Pick<Begun, "epoch">,
  streams: readonly string[],
): Promise<Known> {
  const found = new Map(streams.map((stream) => [stream, memory.of(stream)]));
  const missing = streams.filter((stream) => found.get(stream) === null);
  const stored = missing.length > 0 ? await loadStreams(dataSource, missing) : null;
  for (const stream of missing) {
    const read = fromEvents(kindOf(stream), stored?.get(stream));
    found.set(stream, read);
    memory.keep(epoch, stream, read);
  }
  return <L extends KindName>(stream: string) => {
    const one = found.get(stream);
    if (!one) throw new Error(`${stream} is not at hand`);
    return one as Remembered<L>; // a stream's kind is in its name
  };
}

/** A subject as its stored events have it. Throws StoreError `unknown-event`. */
export function fromEvents<L extends KindName>(
  name: L,
  stored: { events: readonly Told[]; mark: number } | undefined,
): Remembered<L> {
  const { pure, recorded } = KINDS[name];
  const past = recorded(stored?.events ?? []);
  const state = pure.fold(past);
  return { version: versionOf(state), mark: stored?.mark ?? null, past, state, rows: null };
}

function withRemembered<L extends KindName>(books: Books, name: L, subject: string, known: Known): Books {
  const { past, state } = known<L>(streamOf(subject));
  return withStanding(books, name, { subject, past, before: state, state, added: [], news: [] });
}

function hasBeside<L extends KindName>(books: Books, name: L): boolean {
  const changed = changedOf(books, name);
  return changed.length > 0 && (KINDS[name].hasBeside?.(changed) ?? KINDS[name].keepBeside !== undefined);
}

function rememberKind<L extends KindName>(
  memory: Memory,
  epoch: string | null,
  books: Books,
  name: L,
  rows: ReadonlyMap<string, Rows>,
  mark: number,
): void {
  for (const { subject, past, added, state } of changedOf(books, name) as Standing<L>[]) {
    const stream = streamOf(subject);
    const now = { version: versionOf(state), mark, past: [...past, ...added], state, rows: rows.get(stream) ?? null };
    memory.keep(epoch, stream, now);
  }
}

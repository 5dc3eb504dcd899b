// What is kept of a round: events, read rows, where each stream stands, what stands beside, what became of commands.

import type { DataSource, EntityManager } from "typeorm";
import { recordOutcomes, type Settled } from "../store/command-log.ts";
import { appendAll, type Appended } from "../store/events/event-store.ts";
import { streamOf, saveStreams, streamRow, type StreamRow } from "../store/events/streams.ts";
import { partsOf, rowsOf, writeParts, type Part, type Rows } from "../views/write.ts";
import type { Books, Kind, KindName, Standing } from "./kind.ts";
import { KINDS, KIND_NAMES } from "./kinds.ts";
import type { Round } from "./round.ts";
import { versionOf } from "./standing.ts";

/** Everything that a round has kept beside its postings and what was at hand. */
export interface Kept {
  appended: readonly Appended[];
  parts: readonly Part[];
  streams: readonly StreamRow[];
  settled: readonly Settled[];
  /** The read rows of each stream that changed, as they are then. */
  rows: ReadonlyMap<string, Rows>;
}

/** What a round keeps. `known`: the read rows of a stream as it was, where somebody has them; else they are made. */
export function keptOf<K extends KindName>(
  source: Pick<DataSource, "getMetadata">,
  { books, subject, settled }: Pick<Round<K>, "books" | "subject" | "settled">,
  known: (stream: string) => Rows | null = () => null,
): Kept {
  const rows = new Map<string, Rows>();
  return {
    appended: KIND_NAMES.flatMap((name) => appended(books, name)),
    parts: KIND_NAMES.flatMap((name) => partsOfKind(source, books, name, known, rows)),
    streams: KIND_NAMES.flatMap((name) => streamRows(books, name, subject)),
    settled: settled.map(({ command, outcome }) => ({
      id: command.id,
      stream: streamOf(subject),
      name: command.type,
      principal: command.by.who,
      receivedAt: command.at,
      outcome,
    })),
    rows,
  };
}

/** Keeps a round in every book that it changed, and its outcomes. Rejects with StoreError. */
export async function keep<K extends KindName>(manager: EntityManager, kind: Kind<K>, round: Round<K>): Promise<void> {
  const { books, hand } = round;
  const { appended: events, parts, streams, settled } = keptOf(manager.connection, round);
  await appendAll(manager, events);
  await writeParts(manager, parts);
  for (const name of KIND_NAMES) await keepBeside(manager, name, books);
  await kind.keepHand?.(manager, hand);
  await saveStreams(manager, streams);
  await recordOutcomes(manager, settled);
}

/** The subjects of a kind for which the round recorded something. */
export function changedOf<K extends KindName>(books: Books, name: K): Standing<K>[] {
  return [...books[name].values()].filter(({ added }) => added.length > 0);
}

function appended<K extends KindName>(books: Books, name: K): Appended[] {
  return changedOf(books, name).map(({ subject, before, news }) => ({
    stream: streamOf(subject),
    expectedVersion: versionOf(before),
    events: news,
  }));
}

function partsOfKind<K extends KindName>(
  source: Pick<DataSource, "getMetadata">,
  books: Books,
  name: K,
  known: (stream: string) => Rows | null,
  now: Map<string, Rows>,
): Part[] {
  const { tables, history, idOf } = KINDS[name];
  const changes = changedOf(books, name).map(({ subject, past, before, added, state }) => {
    const stream = streamOf(subject);
    const id = idOf(subject);
    const rows = known(stream) ?? rowsOf(source, tables, history(id, past, before));
    const after = rowsOf(source, tables, history(id, [...past, ...added], state), { rows, added });
    now.set(stream, after);
    return { before: rows, after };
  });
  return partsOf(source, tables, changes);
}

async function keepBeside<K extends KindName>(manager: EntityManager, name: K, books: Books): Promise<void> {
  const changed = changedOf(books, name);
  if (changed.length > 0) await KINDS[name].keepBeside?.(manager, changed);
}

/** Where the streams stand that changed, and the subject's own: a release may see its next date elsewhere. */
function streamRows<K extends KindName>(books: Books, name: K, own: string): StreamRow[] {
  return [...books[name].values()]
    .filter(({ subject, past, added }) => added.length > 0 || (subject === own && past.length > 0))
    .map(({ subject, past, added, state }) =>
      streamRow(streamOf(subject), [...past, ...added], state, KINDS[name].pure.due(state)),
    );
}

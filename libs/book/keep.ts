// Keeps what a round has decided, in its transaction: events, read rows, where each stream stands, what stands beside.

import type { EntityManager } from "typeorm";
import { recordOutcomes } from "../store/command-log.ts";
import { appendAll, type Appended } from "../store/events/event-store.ts";
import { streamOf, saveStreams, streamRow, type StreamRow } from "../store/events/streams.ts";
import { writeViews } from "../views/write.ts";
import type { Books, Kind, KindName, Standing } from "./kind.ts";
import { KINDS, KIND_NAMES } from "./kinds.ts";
import type { Round } from "./round.ts";
import { versionOf } from "./standing.ts";

/** Keeps a round in every book that it changed, and its outcomes. Rejects with StoreError. */
export async function keep<K extends KindName>(manager: EntityManager, kind: Kind<K>, round: Round<K>): Promise<void> {
  const { books, hand, subject, settled } = round;
  await appendAll(
    manager,
    KIND_NAMES.flatMap((name) => appended(books, name)),
  );
  for (const name of KIND_NAMES) await keepKind(manager, name, books);
  await kind.keepHand?.(manager, hand);
  await saveStreams(
    manager,
    KIND_NAMES.flatMap((name) => rowsOf(books, name, subject)),
  );
  await recordOutcomes(
    manager,
    settled.map(({ command, outcome }) => ({
      id: command.id,
      stream: streamOf(subject),
      name: command.type,
      principal: command.by.who,
      receivedAt: command.at,
      outcome,
    })),
  );
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

async function keepKind<K extends KindName>(manager: EntityManager, name: K, books: Books): Promise<void> {
  const [kind, changed] = [KINDS[name], changedOf(books, name)];
  if (changed.length === 0) return;
  await writeViews(
    manager,
    kind.tables,
    changed.map(({ subject, past, before, added, state }) => ({
      before: kind.history(kind.idOf(subject), past, before),
      after: kind.history(kind.idOf(subject), [...past, ...added], state),
    })),
  );
  await kind.keepBeside?.(manager, changed);
}

/** Where the streams stand that changed, and the subject's own: a release may see its next date elsewhere. */
function rowsOf<K extends KindName>(books: Books, name: K, own: string): StreamRow[] {
  return [...books[name].values()]
    .filter(({ subject, past, added }) => added.length > 0 || (subject === own && past.length > 0))
    .map(({ subject, past, added, state }) =>
      streamRow(streamOf(subject), [...past, ...added], state, KINDS[name].pure.due(state)),
    );
}

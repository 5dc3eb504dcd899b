// Many subjects as they stand, for questions about all of a hub: what this process has read for one before is read
// again only where it has moved on, or a restore has begun another epoch.

import { setImmediate as othersTurn } from "node:timers/promises";
import { EntityManager, type DataSource } from "typeorm";
import { loadStreams, whereTheyStand } from "../store/events/told.ts";
import { streamOf } from "../store/events/streams.ts";
import type { KindName, Recorded, State } from "./kind.ts";
import { Memory, type Remembered } from "./memory.ts";
import { fromEvents } from "./remembered.ts";

/** A subject with all that happened to it. */
export interface AsItStands<K extends KindName> {
  past: readonly Recorded<K>[];
  state: State<K>;
}

/** So many streams are read at a time. */
const AT_ONCE = 40;
/** So many are folded in one go, some milliseconds' work: whoever else asks this process is heard between. */
const IN_ONE_GO = 8;

/** What is known of a database. It dies with its pool. */
const MEMORIES = new WeakMap<DataSource, Memory>();

/**
 * Subjects of one kind as they stand, by name; one that never began is not among them. `db`: the pool, or a transaction
 * that has written nothing: then all are of its moment. Rejects with StoreError.
 */
export async function asTheyStand<K extends KindName>(
  db: DataSource | EntityManager,
  kind: K,
  subjects: readonly string[],
): Promise<Map<string, AsItStands<K>>> {
  if (subjects.length === 0) return new Map();
  const memory = memoryOf(db instanceof EntityManager ? db.dataSource : db);
  const { epoch, stands } = await whereTheyStand(db, subjects.map(streamOf));
  memory.in(epoch);
  const found = new Map<string, AsItStands<K>>();
  const moved: string[] = [];
  for (const subject of subjects) {
    const [stream, now] = [streamOf(subject), stands.get(streamOf(subject))];
    if (now === undefined) continue;
    const known = memory.of<K>(stream);
    if (known?.version === now.version && known.mark === now.mark) found.set(subject, known);
    else moved.push(subject);
  }
  for await (const [subject, read] of readAnew(db, kind, moved)) {
    memory.keep(epoch, streamOf(subject), read);
    found.set(subject, read);
  }
  return found;
}

function memoryOf(source: DataSource): Memory {
  const known = MEMORIES.get(source) ?? new Memory();
  MEMORIES.set(source, known);
  return known;
}

async function* readAnew<K extends KindName>(
  db: DataSource | EntityManager,
  kind: K,
  subjects: readonly string[],
): AsyncGenerator<[subject: string, read: Remembered<K>]> {
  const read = (start: number): ReturnType<typeof loadStreams> => {
    const loading = loadStreams(db, subjects.slice(start, start + AT_ONCE).map(streamOf));
    loading.catch(() => undefined); // heard where it is awaited
    return loading;
  };
  let coming = read(0);
  for (let start = 0; start < subjects.length; start += AT_ONCE) {
    const stored = await coming;
    // PostgreSQL reads the next while these are folded.
    if (start + AT_ONCE < subjects.length) coming = read(start + AT_ONCE);
    for (const [index, subject] of subjects.slice(start, start + AT_ONCE).entries()) {
      if (index % IN_ONE_GO === 0) await othersTurn();
      yield [subject, fromEvents(kind, stored.get(streamOf(subject)))];
    }
  }
}

// Makes every read table anew from the events, while the service runs.

import type { DataSource, EntityManager } from "typeorm";
import { coded } from "../store/errors.ts";
import { loadTold } from "../store/events/told.ts";
import { subjectOf, lockStreams, saveStreams, streamRow } from "../store/events/streams.ts";
import { forgetWithoutEvents, replaceViews } from "../views/write.ts";
import type { KindName } from "./kind.ts";
import { KINDS, KIND_NAMES } from "./kinds.ts";

/** Few enough that no journey waits long and the feed goes on (it waits for the oldest transaction). */
const BATCH = 50;
/** PostgreSQL reads and writes for two while this process makes the rows of another. */
const LANES = 3;

/**
 * Throws away the rows of every subject of every kind and makes them again from its events, some at a time under their
 * locks, so that commands may come in meanwhile; rows of those that have no events go. `told` hears how many journeys
 * so far. Answers how many journeys there were. Rejects with StoreError; can be broken off and run again.
 */
export async function rebuild(
  dataSource: DataSource,
  told: (journeys: number) => void = () => undefined,
): Promise<number> {
  let journeys = 0;
  const batches = batchesOf(dataSource);
  const lane = async (): Promise<void> => {
    for await (const { name, streams } of batches) {
      await coded(() => dataSource.transaction((manager) => replace(manager, name, streams)));
      if (name !== "journey") continue;
      journeys += streams.length;
      told(journeys);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  for (const name of KIND_NAMES) await forgetWithoutEvents(dataSource.manager, KINDS[name].tables, KINDS[name].prefix);
  return journeys;
}

/** Streams of one kind. */
interface Batch {
  name: KindName;
  streams: readonly string[];
}

/** All streams, kind by kind. Whoever asks while another waits for its batch gets the one after it. */
async function* batchesOf(dataSource: DataSource): AsyncGenerator<Batch> {
  for (const name of KIND_NAMES) {
    let streams = await streamsAfter(dataSource, KINDS[name].prefix, "");
    while (streams.length > 0) {
      yield { name, streams };
      streams = await streamsAfter(dataSource, KINDS[name].prefix, streams.at(-1) ?? "");
    }
  }
}

async function streamsAfter(dataSource: DataSource, prefix: string, after: string): Promise<string[]> {
  const rows = await coded(() =>
    dataSource.query<{ stream: string }[]>(
      "select stream from events where seq = 1 and stream like $1 and stream > $2 order by stream limit $3",
      [`${prefix}%`, after, BATCH],
    ),
  );
  return rows.map(({ stream }) => stream);
}

async function replace<K extends KindName>(manager: EntityManager, name: K, streams: readonly string[]): Promise<void> {
  const { pure, recorded, idOf, tables, history } = KINDS[name];
  await lockStreams(manager, streams);
  const stored = await loadTold(manager, streams);
  const now = [...stored].map(([stream, kept]) => {
    const events = recorded(kept);
    return { stream, id: idOf(subjectOf(stream)), events, state: pure.fold(events) };
  });
  await saveStreams(
    manager,
    now.map(({ stream, events, state }) => streamRow(stream, events, state, pure.due(state))),
  );
  await replaceViews(
    manager,
    tables,
    now.map(({ id, events, state }) => ({ id, history: history(id, events, state) })),
  );
}

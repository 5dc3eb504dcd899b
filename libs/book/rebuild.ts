// Makes every read table anew from the events, while the service runs.

import type { DataSource, EntityManager } from "typeorm";
import { coded } from "../store/errors.ts";
import { loadTold } from "../store/events/event-store.ts";
import { subjectOf, lockStreams, saveStreams, streamRow } from "../store/events/streams.ts";
import { forgetWithoutEvents, replaceViews } from "../views/write.ts";
import type { KindName } from "./kind.ts";
import { KINDS, KIND_NAMES } from "./kinds.ts";

/** Few enough that no journey waits long and the feed goes on (it waits for the oldest transaction). */
const BATCH = 50;
/** PostgreSQL reads and writes for one while this process makes the rows of another. */
const LANES = 2;

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
  for (const name of KIND_NAMES) {
    const done = await rebuildKind(dataSource, name, name === "journey" ? told : () => undefined);
    if (name === "journey") journeys = done;
  }
  return journeys;
}

async function rebuildKind(dataSource: DataSource, name: KindName, told: (done: number) => void): Promise<number> {
  const { prefix, tables } = KINDS[name];
  let [done, after] = [0, ""];
  let coming = Promise.resolve<readonly string[]>([]);
  const next = (): Promise<readonly string[]> => {
    coming = coming.then(async () => {
      const streams = await streamsAfter(dataSource, prefix, after);
      after = streams.at(-1) ?? after;
      return streams;
    });
    return coming;
  };
  const lane = async (): Promise<void> => {
    for (let streams = await next(); streams.length > 0; streams = await next()) {
      const batch = streams;
      await coded(() => dataSource.transaction((manager) => replace(manager, name, batch)));
      done += batch.length;
      told(done);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await forgetWithoutEvents(dataSource.manager, tables, prefix);
  return done;
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

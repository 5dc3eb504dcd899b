// Makes every read table anew from the events, while the service runs.

import type { DataSource, EntityManager } from 'typeorm';
import { fold } from '../journey/evolve.ts';
import { coded } from '../store/errors.ts';
import { load } from '../store/event-store.ts';
import { recorded } from '../store/known-events.ts';
import { journeyOf, journeyStream, lockStreams, saveStream, streamRow } from '../store/streams.ts';
import type { History } from './history.ts';
import { forgetWithoutEvents, replaceViews } from './write.ts';

/** Small, so that no journey waits long and the feed goes on (it waits for the oldest transaction). */
const BATCH = 50;

/**
 * Throws away the rows of every journey and makes them again from its events, some journeys at a time under their locks, so that
 * commands may come in meanwhile; rows of journeys that have no events go. `told` hears how many journeys so far.
 * Answers how many there were. Rejects with StoreError; can be broken off and run again.
 */
export async function rebuild(dataSource: DataSource, told: (journeys: number) => void = () => undefined): Promise<number> {
  let done = 0;
  for (let streams = await streamsAfter(dataSource, ''); streams.length > 0; streams = await streamsAfter(dataSource, streams.at(-1) ?? '')) {
    const batch = streams;
    await coded(() => dataSource.transaction((manager) => replace(manager, batch)));
    done += batch.length;
    told(done);
  }
  await forgetWithoutEvents(dataSource.manager);
  return done;
}

async function streamsAfter(dataSource: DataSource, after: string): Promise<string[]> {
  const rows = await coded(() =>
    dataSource.query<{ stream: string }[]>(
      'select stream from events where seq = 1 and stream like $1 and stream > $2 order by stream limit $3', [journeyStream('%'), after, BATCH]));
  return rows.map(({ stream }) => stream);
}

async function replace(manager: EntityManager, streams: readonly string[]): Promise<void> {
  await lockStreams(manager, streams);
  const histories: History[] = [];
  for (const stream of streams) {
    const events = recorded(await load(manager, stream));
    const state = fold(events);
    histories.push({ journey: journeyOf(stream), events, state });
    await saveStream(manager, streamRow(stream, events, state));
  }
  await replaceViews(manager, histories);
}

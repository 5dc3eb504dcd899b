// Makes every read table anew from the events, while the service runs.

import type { DataSource, EntityManager } from "typeorm";
import { runName, runOfName } from "../contract/payment-run.ts";
import { groupName, groupOfName } from "../contract/work-group.ts";
import { fold } from "../journey/evolve.ts";
import { coded } from "../store/errors.ts";
import { load } from "../store/events/event-store.ts";
import { recorded, recordedOfGroup, recordedOfRun } from "../store/events/known-events.ts";
import {
  groupStreamRow,
  journeyOf,
  journeyStream,
  lockStreams,
  runStreamRow,
  saveStream,
  streamRow,
} from "../store/events/streams.ts";
import { fold as foldRun } from "../payments/evolve.ts";
import { fold as foldGroup } from "../work-group/evolve.ts";
import type { GroupHistory, History, RunHistory } from "./history.ts";
import { forgetWithoutEvents, replaceGroupViews, replaceRunViews, replaceViews } from "./write.ts";

/** Small, so that no journey waits long and the feed goes on (it waits for the oldest transaction). */
const BATCH = 50;

/**
 * Throws away the rows of every journey, Work Group and payment run and makes them again from its events, some at a
 * time under their locks, so that commands may come in meanwhile; rows of those that have no events go. `told` hears
 * how many journeys so far. Answers how many journeys there were. Rejects with StoreError; can be broken off and run
 * again.
 */
export async function rebuild(
  dataSource: DataSource,
  told: (journeys: number) => void = () => undefined,
): Promise<number> {
  const journeys = await inBatches(dataSource, journeyStream("%"), replaceJourneys, told);
  await inBatches(dataSource, groupName("%"), replaceGroups, () => undefined);
  await inBatches(dataSource, runName("%"), replaceRuns, () => undefined);
  await forgetWithoutEvents(dataSource.manager);
  return journeys;
}

type Replace = (manager: EntityManager, streams: readonly string[]) => Promise<void>;

async function inBatches(
  dataSource: DataSource,
  like: string,
  replace: Replace,
  told: (done: number) => void,
): Promise<number> {
  let done = 0;
  for (
    let batch = await streamsAfter(dataSource, like, "");
    batch.length > 0;
    batch = await streamsAfter(dataSource, like, batch.at(-1) ?? "")
  ) {
    const streams = batch;
    await coded(() =>
      dataSource.transaction(async (manager) => {
        await lockStreams(manager, streams);
        await replace(manager, streams);
      }),
    );
    done += streams.length;
    told(done);
  }
  return done;
}

async function streamsAfter(dataSource: DataSource, like: string, after: string): Promise<string[]> {
  const rows = await coded(() =>
    dataSource.query<{ stream: string }[]>(
      "select stream from events where seq = 1 and stream like $1 and stream > $2 order by stream limit $3",
      [like, after, BATCH],
    ),
  );
  return rows.map(({ stream }) => stream);
}

async function replaceJourneys(manager: EntityManager, streams: readonly string[]): Promise<void> {
  const histories: History[] = [];
  for (const stream of streams) {
    const events = recorded(await load(manager, stream));
    const state = fold(events);
    histories.push({ journey: journeyOf(stream), events, state });
    await saveStream(manager, streamRow(stream, events, state));
  }
  await replaceViews(manager, histories);
}

async function replaceGroups(manager: EntityManager, streams: readonly string[]): Promise<void> {
  const histories: GroupHistory[] = [];
  for (const stream of streams) {
    const events = recordedOfGroup(await load(manager, stream));
    const state = foldGroup(events);
    histories.push({ group: groupOfName(stream) ?? stream, events, state });
    await saveStream(manager, groupStreamRow(stream, events, state));
  }
  await replaceGroupViews(manager, histories);
}

async function replaceRuns(manager: EntityManager, streams: readonly string[]): Promise<void> {
  const histories: RunHistory[] = [];
  for (const stream of streams) {
    const events = recordedOfRun(await load(manager, stream));
    const state = foldRun(events);
    histories.push({ run: runOfName(stream) ?? stream, events, state });
    await saveStream(manager, runStreamRow(stream, events, state));
  }
  await replaceRunViews(manager, histories);
}

// Journeys put straight into a database, without Temporal: for tests of what is read, and by whom.

import { due } from "../../libs/journey/due.ts";
import { fold } from "../../libs/journey/evolve.ts";
import type { JourneyEvent } from "../../libs/journey/events.ts";
import { append, load, type NewEvent } from "../../libs/store/events/event-store.ts";
import { recorded } from "../../libs/store/events/known-events.ts";
import { streamOf, saveStreams, streamRow } from "../../libs/store/events/streams.ts";
import { READ_TABLES } from "../../libs/views/tables.ts";
import { writeViews } from "../../libs/views/write.ts";
import { lifeOf, type TestStore } from "./store.ts";

export interface Wanted {
  urn: string;
  hub: string;
  workGroup: string;
  behaviour?: "exemplary" | "silent";
  /** Only what happened before. */ until?: string;
  more?: readonly NewEvent[];
}

/** A journey of a made-up school at a hub, in a Work Group, with its read tables; its id. */
export async function putJourney(
  store: TestStore,
  { urn, hub, workGroup, behaviour = "silent", until, more = [] }: Wanted,
): Promise<string> {
  const journey = `${urn}-primary`;
  const life = [
    ...lifeOf(behaviour, urn)
      .filter(({ event }) => until === undefined || event.at < until)
      .map((event) => elsewhere(event, hub, workGroup)),
    ...more,
  ];
  await store.app.transaction(async (manager) => {
    const stream = streamOf(journey);
    await append(manager, stream, 0, life);
    const events = recorded(await load(manager, stream));
    const state = fold(events);
    await writeViews(manager, READ_TABLES, [
      { before: { journey, events: [], state: fold([]) }, after: { journey, events, state } },
    ]);
    await saveStreams(manager, [streamRow(stream, events, state, due(state))]);
  });
  return journey;
}

/** The same at another hub, in another group: the rehearsal has but one of each. */
function elsewhere({ event, ...rest }: NewEvent, hub: string, workGroup: string): NewEvent {
  const words: Record<string, unknown> = { ...event };
  if ("hub" in words) words["hub"] = hub;
  if (typeof words["workGroup"] === "string") words["workGroup"] = workGroup;
  return { ...rest, event: words as unknown as JourneyEvent };
}

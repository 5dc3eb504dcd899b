import type { Recorded } from "../journey/events.ts";
import { OF_EFFECTS, type Untold } from "../journey/evolve.ts";
import { loadInPart, loadTold } from "../store/events/told.ts";
import { recorded } from "../store/events/known-events.ts";
import { subjectOf, streamOf } from "../store/events/streams.ts";
import type { Queryable } from "../store/prepared.ts";

/**
 * The events of these journeys, in one statement, by journey; one that never began is not among them. Rejects with
 * StoreError.
 */
export async function eventsOf(db: Queryable, journeys: readonly string[]): Promise<Map<string, Recorded[]>> {
  const found = await loadTold(db, journeys.map(streamOf));
  return new Map([...found].map(([stream, events]) => [subjectOf(stream), recorded(events)]));
}

/** The same without what became of letters and effects, each read when it is asked for. Rejects with StoreError. */
export async function untoldEventsOf(
  db: Queryable,
  journeys: readonly string[],
): Promise<Map<string, () => readonly Untold[]>> {
  const found = await loadInPart(db, journeys.map(streamOf), OF_EFFECTS);
  return new Map([...found].map(([stream, read]) => [subjectOf(stream), () => recorded(read())]));
}

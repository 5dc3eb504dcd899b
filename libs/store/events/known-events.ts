// The event types this release can fold. An older worker that meets one from a newer release leaves it to a newer
// worker.

import { EVENTS, type Recorded } from "../../journey/events.ts";
import { EVENTS as RUN_EVENTS, type Recorded as RecordedOfRun } from "../../payments/events.ts";
import { EVENTS as TURN_EVENTS, type Recorded as RecordedOfTurn } from "../../turn/events.ts";
import { EVENTS as GROUP_EVENTS, type Recorded as RecordedOfGroup } from "../../work-group/events.ts";
import { StoreError } from "../errors.ts";
import type { Told } from "./told.ts";
import { currentVersion, kindOf } from "./upcast.ts";

/** Every type of event that the feed may hold, of journeys and Work Groups. */
export const FEED_TYPES: ReadonlySet<string> = new Set([...Object.keys(EVENTS), ...Object.keys(GROUP_EVENTS)]);

/**
 * Stored events as the rules see them. Throws StoreError `unknown-event` for a type, or a shape of one, that only a
 * newer release knows.
 */
export function recorded(stored: readonly Told[]): Recorded[] {
  // The store gives back what `append` was given as a JourneyEvent, brought to today's shape.
  return known(stored, EVENTS) as Recorded[];
}

/** The same for a Work Group's. */
export function recordedOfGroup(stored: readonly Told[]): RecordedOfGroup[] {
  return known(stored, GROUP_EVENTS) as RecordedOfGroup[];
}

/** The same for a payment run's. */
export function recordedOfRun(stored: readonly Told[]): RecordedOfRun[] {
  return known(stored, RUN_EVENTS) as RecordedOfRun[];
}

/** The same for a hub's turn's. */
export function recordedOfTurn(stored: readonly Told[]): RecordedOfTurn[] {
  return known(stored, TURN_EVENTS) as RecordedOfTurn[];
}

function known(stored: readonly Told[], events: object): object[] {
  const names = namesOf(events);
  return stored.map((event) => {
    const type = names.get(event.type);
    if (type === undefined || event.schemaVersion > currentVersion(kindOf(event.stream), event.type))
      throw new StoreError("unknown-event");
    return { ...event.data, type, at: event.at, seq: event.seq };
  });
}

/**
 * The names of these events by themselves: the engine tells one text that the program has from another at once, and a
 * fold asks of each event what it is some sixty times.
 */
function namesOf(events: object): ReadonlyMap<string, string> {
  const had = NAMES.get(events) ?? new Map(Object.keys(events).map((name) => [name, name]));
  NAMES.set(events, had);
  return had;
}
const NAMES = new WeakMap<object, ReadonlyMap<string, string>>();

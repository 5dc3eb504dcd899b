// Events are never rewritten: one that was written in an older shape is brought to today's when it is read. What an
// event is, its kind of stream and its type say together: a `SessionScheduled` of a journey and one of a Work Group are
// two things.

import type { EventType } from "../../journey/events.ts";
import type { EventType as RunEventType } from "../../payments/events.ts";
import type { EventType as TurnEventType } from "../../turn/events.ts";
import type { EventType as GroupEventType } from "../../work-group/events.ts";

type Data = Record<string, unknown>;
type Steps = readonly ((data: Data) => Data)[];
/** By kind of stream and type of event, its steps: the first brings version 1 to 2, the next 2 to 3. */
export type Upcasts = Readonly<Record<string, Readonly<Record<string, Steps>>>>;

/** Where a step is for an event that does not exist, the compiler says so. */
interface Known {
  journey?: Partial<Record<EventType, Steps>>;
  "work-group"?: Partial<Record<GroupEventType, Steps>>;
  "payment-run"?: Partial<Record<RunEventType, Steps>>;
  turn?: Partial<Record<TurnEventType, Steps>>;
}

/** A step is a pure function and stays for good, as the rows that it is for do. */
export const UPCASTS: Upcasts = {
  journey: {
    // An interest of before windows were noted knows of none: nothing comes by itself until it is said again.
    InterestExpressed: [(data) => ({ ...data, coming: data["coming"] ?? [] })],
  },
} satisfies Known;

/** The kind of a stream, as its name begins: `journey/137482-primary` → `journey`. */
export function kindOf(stream: string): string {
  return stream.slice(0, Math.max(0, stream.indexOf("/")));
}

/** The version in which this release writes an event type of a kind; from 1. */
export function currentVersion(kind: string, type: string, upcasts: Upcasts = UPCASTS): number {
  return 1 + stepsFor(kind, type, upcasts).length;
}

/** The data of an event in today's shape. A kind, a type or a version that nobody here knows yet is read as it is. */
export function upcast(
  { kind, type, version }: { kind: string; type: string; version: number },
  data: Data,
  upcasts: Upcasts = UPCASTS,
): Data {
  return stepsFor(kind, type, upcasts)
    .slice(version - 1)
    .reduce((older, step) => step(older), data);
}

function stepsFor(kind: string, type: string, upcasts: Upcasts): Steps {
  return upcasts[kind]?.[type] ?? [];
}

// Events are never rewritten: one that was written in an older shape is brought to today's when it is read.

type Data = Record<string, unknown>;
/** For each event type its steps: the first brings version 1 to 2, the next 2 to 3. */
export type Upcasts = Readonly<Record<string, readonly ((data: Data) => Data)[]>>;

/** No event has changed its shape yet. A step is a pure function and stays for good. */
export const UPCASTS: Upcasts = {};

/** The version in which this release writes an event type; from 1. */
export function currentVersion(type: string, upcasts: Upcasts = UPCASTS): number {
  return 1 + (upcasts[type]?.length ?? 0);
}

/** The data of an event in today's shape. A type or a version that nobody here knows yet is read as it is. */
export function upcast(type: string, version: number, data: Data, upcasts: Upcasts = UPCASTS): Data {
  return (upcasts[type] ?? []).slice(version - 1).reduce((older, step) => step(older), data);
}

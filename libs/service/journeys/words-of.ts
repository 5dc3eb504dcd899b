// What was written with an event: events have the ids of such texts alone.

import type { StoredEvent } from "../../store/events/event-store.ts";

/** `field`: of the event, such as reason or notes. */
export interface WordsOf {
  seq: number;
  type: string;
  at: string;
  by: { who: string; role: string };
  words: { field: string; text: string }[];
}

/**
 * The ids of an event's data by the fields that have them (`reasonId`): those that this service has given, never one
 * that a caller chose. Which of them are texts, the people store knows.
 */
export function idsIn(data: unknown, field = ""): [field: string, id: string][] {
  if (typeof data === "string") return field.endsWith("Id") ? [[field.slice(0, -2), data]] : [];
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => idsIn(value, Array.isArray(data) ? field : key));
}

/** What was written with one event; nothing where no word can be read. */
export function wordsOf(
  { seq, type, at, actor }: StoredEvent,
  named: readonly [field: string, id: string][],
  texts: ReadonlyMap<string, string>,
): WordsOf[] {
  const words = named.flatMap(([field, id]) => {
    const text = texts.get(id);
    return text === undefined ? [] : [{ field, text }];
  });
  return words.length === 0 ? [] : [{ seq, type, at, by: { who: actor.who, role: actor.role }, words }];
}

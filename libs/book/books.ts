// The books of a round, made of what is stored.

import { kindOf } from "../contract/subjects.ts";
import type { Told } from "../store/events/told.ts";
import { streamOf } from "../store/events/streams.ts";
import type { Books, KindName } from "./kind.ts";
import { KINDS } from "./kinds.ts";
import { begin, NO_BOOKS, withStanding } from "./standing.ts";

/** The books of subjects. `stored`: the events of each by the name of its stream; without any it has not begun. */
export function booksOf(subjects: readonly string[], stored: ReadonlyMap<string, Told[]>): Books {
  return [...new Set(subjects)].reduce((books, subject) => withBook(books, kindOf(subject), subject, stored), NO_BOOKS);
}

function withBook<K extends KindName>(
  books: Books,
  name: K,
  subject: string,
  stored: ReadonlyMap<string, Told[]>,
): Books {
  const { pure, recorded } = KINDS[name];
  return withStanding(books, name, begin(pure, subject, recorded(stored.get(streamOf(subject)) ?? [])));
}

// A subject within a round: as it was when the round began, and gone on by what it records.

import { instantFromMs, notBefore, type Instant } from "../calendar/instants.ts";
import type { Actor } from "../journey/commands.ts";
import type { NewEvent } from "../store/events/event-store.ts";
import type { Books, EventOf, KindName, PureKind, Recorded, Standing, State } from "./kind.ts";

/** No book at hand. */
export const NO_BOOKS: Books = {
  journey: new Map(),
  "work-group": new Map(),
  "payment-run": new Map(),
  turn: new Map(),
};

/** A subject at the beginning of a round. */
export function begin<K extends KindName>(
  pure: PureKind<K>,
  subject: string,
  past: readonly Recorded<K>[],
): Standing<K> {
  const state = pure.fold(past);
  return { subject, past, before: state, state, added: [], news: [] };
}

/** The subject gone on by these events; the one given stays. Time never goes back within a subject. */
export function goOn<K extends KindName>(
  pure: PureKind<K>,
  standing: Standing<K>,
  events: readonly EventOf<K>[],
  actor: Actor,
  commandId: string | null,
): Standing<K> {
  let { state } = standing;
  const added: Recorded<K>[] = [...standing.added];
  const news: NewEvent<EventOf<K>>[] = [...standing.news];
  for (const event of events) {
    const dated = { ...event, at: notBefore(state, event.at) };
    const next = { ...dated, seq: versionOf(state) + 1 };
    state = pure.evolve(state, next);
    added.push(next);
    news.push({ event: dated, actor, commandId });
  }
  return { ...standing, state, added, news };
}

/** The books with this subject as it stands now. */
export function withStanding<K extends KindName>(books: Books, kind: K, standing: Standing<K>): Books {
  return { ...books, [kind]: new Map([...books[kind], [standing.subject, standing]]) };
}

/** The states of a kind's subjects, by `idOf` their names. */
export function statesOf<K extends KindName>(
  books: Books,
  kind: K,
  idOf: (subject: string) => string,
): Map<string, State<K>> {
  return new Map([...books[kind].values()].map(({ subject, state }) => [idOf(subject), state]));
}

/** The `seq` of the last event, 0 before the first. */
export function versionOf(state: { status: "none" } | { seq: number }): number {
  return "seq" in state ? state.seq : 0;
}

/** Clocks show milliseconds, the rules whole seconds. Throws RangeError for what is no instant. */
export function wholeSecond(at: string): Instant {
  return instantFromMs(Date.parse(at));
}

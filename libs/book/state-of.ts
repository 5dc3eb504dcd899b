// A subject read from its events, for whoever does not decide on it: no lock is held.

import { kindOf } from "../contract/subjects.ts";
import { load } from "../store/events/event-store.ts";
import { streamOf } from "../store/events/streams.ts";
import type { Queryable } from "../store/prepared.ts";
import type { KindName, State } from "./kind.ts";
import { KINDS } from "./kinds.ts";

/** Where a subject of this kind stands; or stood after its event number `version`. Rejects with StoreError. */
export async function stateOf<K extends KindName>(
  name: K,
  db: Queryable,
  subject: string,
  version = Infinity,
): Promise<State<K>> {
  const { pure, recorded } = KINDS[name];
  const events = await load(db, streamOf(subject));
  return pure.fold(recorded(events.filter(({ seq }) => seq <= version)));
}

/** The status of a subject after a command, for outcomes recorded before they said it. Rejects with StoreError. */
export async function statusAt(db: Queryable, subject: string, version: number): Promise<string> {
  return (await stateOf(kindOf(subject), db, subject, version)).status;
}

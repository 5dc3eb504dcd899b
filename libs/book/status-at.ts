// Where a subject stood after a command, for outcomes recorded before they said it themselves.

import { load } from "../store/events/event-store.ts";
import { journeyStream, type Queryable } from "../store/events/streams.ts";
import type { KindName } from "./kind.ts";
import { KINDS, kindOf } from "./kinds.ts";

/** The status of a subject after its event number `version`. Rejects with StoreError. */
export async function statusAt(db: Queryable, subject: string, version: number): Promise<string> {
  return statusOf(kindOf(subject), db, subject, version);
}

async function statusOf<K extends KindName>(name: K, db: Queryable, subject: string, version: number): Promise<string> {
  const { pure, recorded } = KINDS[name];
  const events = await load(db, journeyStream(subject));
  return pure.fold(recorded(events.filter(({ seq }) => seq <= version))).status;
}

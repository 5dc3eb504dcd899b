// A person's words corrected: they wait, sealed, until the command that brought them is accepted, and are put in place
// by whoever comes first, the request or a letter that is to go to them.

import type { DataSource } from "typeorm";
import type { Words } from "../journey/contact.ts";
import type { Recorded } from "../journey/events.ts";
import { coded } from "../store/errors.ts";
import type { Queryable } from "../store/prepared.ts";
import { decrypt, encrypt } from "./keyring.ts";
import { keysFor } from "./keys.ts";
import { getPeople, personWords, placeOfPerson } from "./people.ts";

const placeOfCorrection = (id: string): string => `people.corrections.sealed/${id}`;

/**
 * Keeps what is otherwise of a person, to be put in place later; twice, the first stands. Of one who was erased nothing
 * is kept. Rejects with StoreError, SealError; the person must be known.
 */
export async function putCorrection(
  db: Queryable,
  { id, person, words }: { id: string; person: string; words: Partial<Words> },
): Promise<void> {
  const key = (await keysFor(db, [person])).get(person);
  if (!key) return;
  await coded(() =>
    db.query("insert into people.corrections (id, person, sealed) values ($1, $2, $3) on conflict (id) do nothing", [
      id,
      person,
      encrypt(key, JSON.stringify(words), placeOfCorrection(id)),
    ]),
  );
}

/** The corrections that a journey has taken, the oldest first. */
export function correctionsIn(events: readonly Recorded[]): string[] {
  return events.flatMap((event) => (event.type === "PersonCorrected" ? [event.correction] : []));
}

/**
 * Puts corrections in place, in this order; those that were put there before are passed over. Rejects with StoreError,
 * SealError.
 */
export async function applyCorrections(dataSource: DataSource, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await coded(() =>
    dataSource.transaction(async (manager) => {
      const rows = await manager.query<{ id: string; person: string; sealed: Buffer }[]>(
        `select corrections.id, person, sealed from people.corrections join people.keys on owner = person
         where corrections.id = any($1::text[]) and sealed is not null and destroyed_at is null
         order by array_position($1::text[], corrections.id) for update of corrections`,
        [[...ids]],
      );
      for (const row of rows) await put(manager, row);
    }),
  );
}

async function put(
  db: Queryable,
  { id, person, sealed }: { id: string; person: string; sealed: Buffer },
): Promise<void> {
  const key = (await keysFor(db, [person])).get(person);
  const [before] = await getPeople(db, [person]);
  if (!key || before === undefined) return;
  const words = JSON.parse(decrypt(key, sealed, placeOfCorrection(id)).toString("utf8")) as Partial<Words>;
  await db.query("update people.persons set sealed = $2 where id = $1", [
    person,
    encrypt(key, personWords({ ...before, ...words }), placeOfPerson(person)),
  ]);
  await db.query("update people.corrections set sealed = null, applied_at = now() where id = $1", [id]);
}

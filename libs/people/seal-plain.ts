// Between migrations 0010 and 0011: what people.persons and people.texts hold in plain is sealed, a batch a
// transaction. Broken off at any point, it goes on where it was; where all is sealed it does nothing.

import type { DataSource, EntityManager } from "typeorm";
import { coded } from "../store/errors.ts";
import { encrypt, type Keyring } from "./keyring.ts";
import { keysFor } from "./keys.ts";
import { personWords, placeOfPerson, placeOfText, type Person } from "./people.ts";

const BATCH = 200;
/** Owner of texts that no event names: a command that was rejected brought them. Retention takes them. */
const UNCLAIMED = "unclaimed";

/**
 * Seals what is left in plain; answers how many rows. `database`: as the owner of the schema. Rejects with StoreError,
 * SealError.
 */
export async function sealPlain(database: DataSource, keyring: Keyring): Promise<number> {
  return coded(async () => {
    if (!(await hasPlainColumns(database))) return 0;
    await findOwners(database);
    let sealed = 0;
    for (const seal of [sealPersons, sealTexts]) {
      for (let batch = -1; batch !== 0; sealed += batch)
        batch = await database.transaction((manager) => seal(manager, keyring));
    }
    return sealed;
  });
}

async function hasPlainColumns(database: DataSource): Promise<boolean> {
  const rows = await database.query<unknown[]>(
    `select from information_schema.columns where table_schema = 'people' and table_name = 'texts' and column_name =
      'body'`,
  );
  return rows.length > 0;
}

/**
 * Whose each text is, from the event that names it: the applicant's, a teacher's whom it is about, else the journey's.
 */
async function findOwners(database: DataSource): Promise<void> {
  await database.query(
    `with named as (
       select distinct on (texts.id) texts.id, coalesce(person.id, events.stream) as owner
       from people.texts
       join (select stream, seq, data, word #>> '{}' as word
             from events cross join lateral jsonb_path_query(data, '$.** ? (@.type() == "string")') as word) as events
               on events.word = texts.id
       left join people.persons as person on person.id = coalesce(data ->> 'participant', data ->> 'contactId')
       where texts.owner is null order by texts.id, events.seq)
     update people.texts set owner = named.owner from named where named.id = texts.id`,
  );
  await database.query("update people.texts set owner = $1 where owner is null", [UNCLAIMED]);
}

async function sealPersons(manager: EntityManager, keyring: Keyring): Promise<number> {
  const people = await manager.query<Person[]>(
    `select id, coalesce(first_name, '') as "firstName", coalesce(last_name, '') as "lastName", coalesce(email, '') as
      email
     from people.persons where first_name is not null or last_name is not null or email is not null order by id limit
       $1 for update`,
    [BATCH],
  );
  const keys = await keysFor(
    manager,
    people.map(({ id }) => id),
    keyring,
  );
  await manager.query(
    `update people.persons set sealed = made.sealed, first_name = null, last_name = null, email = null
     from unnest($1::text[], $2::bytea[]) as made (id, sealed) where persons.id = made.id`,
    [
      people.map(({ id }) => id),
      people.map((person) => sealedUnder(keys.get(person.id), personWords(person), placeOfPerson(person.id))),
    ],
  );
  return people.length;
}

async function sealTexts(manager: EntityManager, keyring: Keyring): Promise<number> {
  const texts = await manager.query<{ id: string; owner: string; body: string }[]>(
    "select id, owner, body from people.texts where body is not null order by id limit $1 for update",
    [BATCH],
  );
  const keys = await keysFor(
    manager,
    texts.map(({ owner }) => owner),
    keyring,
  );
  await manager.query(
    "update people.texts set sealed = made.sealed, body = null from unnest($1::text[], $2::bytea[]) as made " +
      "(id, sealed) where texts.id = made.id",
    [
      texts.map(({ id }) => id),
      texts.map(({ id, owner, body }) => sealedUnder(keys.get(owner), body, placeOfText(id))),
    ],
  );
  return texts.length;
}

/** Nothing stays of one whose key was destroyed: an empty value opens for nobody. */
function sealedUnder(key: Buffer | null | undefined, words: string, place: string): Buffer {
  return key ? encrypt(key, words, place) : Buffer.alloc(0);
}

// Who is brought with a request, kept for a journey: one human is one person in a school, under whatever id they come.

import type { DataSource, EntityManager } from "typeorm";
import { asCompared, nameOf } from "../journey/contact.ts";
import { coded } from "../store/errors.ts";
import { clusterOf } from "../store/cluster-of.ts";
import { named } from "../store/prepared.ts";
import { SCHOOL_OF } from "./belonging.ts";
import { encrypt } from "./keyring.ts";
import { keyringOf, keysFor } from "./keys.ts";
import { getPeople, personOf, personWords, placeOfPerson, putPerson, type Person, type PersonRow } from "./people.ts";

/** Keeps one person, as `settlePeople` does. */
export async function settlePerson(dataSource: DataSource, person: Person, journey: string): Promise<string> {
  const [id = person.id] = await settlePeople(dataSource, [person], journey);
  return id;
}

/**
 * Keeps people for a journey, all or none, and answers their ids in its school, in their order: the one that each has
 * there already, if somebody of the same name and address is known (compared in memory, for there is no list of
 * addresses); else their own. The same ids again, from a retry, lead to the same people. Rejects with StoreError,
 * SealError.
 */
export async function settlePeople(
  dataSource: DataSource,
  people: readonly Person[],
  journey: string,
): Promise<string[]> {
  if (people.length === 0) return [];
  return coded(() =>
    dataSource.transaction(async (manager) => {
      const school = await lockSchoolOf(manager, journey);
      const settled = await settledAs(manager, people);
      const known = people.every(({ id }) => settled.has(id)) ? [] : await peopleOf(manager, school);
      const fresh: Person[] = [];
      const ids = people.map((person) => {
        const id = settled.get(person.id) ?? known.find((one) => isSame(one, person))?.id;
        if (id !== undefined) return id;
        fresh.push(person);
        known.push(person); // who is brought twice in one request is one person as well
        return person.id;
      });
      await putAll(manager, fresh, journey, ids);
      for (const [no, person] of people.entries()) await comesAs(manager, person, ids[no] ?? person.id);
      return ids;
    }),
  );
}

const LOCK_SCHOOL = {
  name: "school_of_people_locked",
  text: `select school, pg_advisory_xact_lock(hashtextextended('people/' || school, 0)) from (
      select coalesce(${SCHOOL_OF}, home) as school
      from (select $1::text as home) as asked left join journeys on journeys.id = home) as theirs
    where (select must_be_home($2))`,
};

/** Has its people to itself until the transaction ends, as `lockStreams` does it. */
async function lockSchoolOf(manager: EntityManager, journey: string): Promise<string> {
  const [row] = await named<{ school: string }>(manager, LOCK_SCHOOL, [journey, clusterOf(manager)]);
  return row?.school ?? journey;
}

const SETTLED = {
  name: "people_settled_as",
  text: `select id, id as person from people.persons where id = any($1::text[])
    union all select id, person from people.same where id = any($1::text[])`,
};

/** Who was kept under these ids before: themselves, or the person that they turned out to be. */
async function settledAs(manager: EntityManager, people: readonly Person[]): Promise<Map<string, string>> {
  const rows = await named<{ id: string; person: string }>(manager, SETTLED, [people.map(({ id }) => id)]);
  return new Map(rows.map(({ id, person }) => [id, person]));
}

/** Homes of one school: its journeys, and those of its URN that have not begun. By their keys, not school by school. */
const PEOPLE_OF_SCHOOL = {
  name: "people_of_school",
  text: `select persons.id, sealed, wrapped, kek from people.persons join people.keys on owner = persons.id
    where wrapped is not null and sealed is not null and persons.id in (
      select person from people.belongs where home in (select id from journeys where urn = $1)
      union all select person from people.belongs
      where home >= $1 || '-' and home < $1 || '.' and not exists (select from journeys where journeys.id = home))
    order by persons.created_at, persons.id`,
};

/** Those of a school who can be read, the one known longest first. */
async function peopleOf(manager: EntityManager, school: string): Promise<Person[]> {
  const rows = await named<PersonRow>(manager, PEOPLE_OF_SCHOOL, [school]);
  return rows.map((row) => personOf(manager, row));
}

function isSame(one: Person, other: Person): boolean {
  return asCompared(nameOf(one)) === asCompared(nameOf(other)) && asCompared(one.email) === asCompared(other.email);
}

const PUT = {
  name: "people_are_put",
  text: `with made as (
      select * from unnest($1::text[], $2::bytea[], $3::text[], $4::bytea[]) as made (owner, wrapped, kek, sealed)),
    key as (
      insert into people.keys (owner, wrapped, kek) select owner, wrapped, kek from made order by owner
      on conflict (owner) do nothing returning owner),
    put as (insert into people.persons (id, sealed) select owner, sealed from made join key using (owner)
      on conflict (id) do nothing),
    home as (
      insert into people.belongs (home, person)
      select $5, id from unnest($6::text[]) as id where id <> all($1::text[]) or id in (select owner from key)
      on conflict do nothing)
    select owner from key`,
};

/** Keeps new people under new keys, and notes that all of `ids` belong to this home, in one statement. */
async function putAll(
  manager: EntityManager,
  fresh: readonly Person[],
  home: string,
  ids: readonly string[],
): Promise<void> {
  const keyring = keyringOf(manager);
  const made = fresh.map((person) => {
    const key = keyring.newKey(person.id);
    const dataKey = keyring.unwrap(person.id, key);
    return { ...key, id: person.id, sealed: encrypt(dataKey, personWords(person), placeOfPerson(person.id)) };
  });
  const values = [
    made.map(({ id }) => id),
    made.map(({ wrapped }) => wrapped),
    made.map(({ kek }) => kek),
    made.map(({ sealed }) => sealed),
    home,
    [...new Set(ids)],
  ];
  const put = new Set((await named<{ owner: string }>(manager, PUT, values)).map(({ owner }) => owner));
  // Somebody had a key already, or is erased and has none any more: what is sealed goes by that.
  for (const person of fresh) if (!put.has(person.id)) await putUnderKeyThere(manager, person, home);
}

async function putUnderKeyThere(manager: EntityManager, person: Person, home: string): Promise<void> {
  await putPerson(manager, person);
  await manager.query("insert into people.belongs (home, person) values ($1, $2) on conflict do nothing", [
    home,
    person.id,
  ]);
}

/** Notes under which id of theirs somebody came, where it is not the one that they have. */
async function comesAs(manager: EntityManager, { id, telephone }: Person, person: string): Promise<void> {
  if (id === person) return;
  await manager.query("insert into people.same (id, person) values ($1, $2) on conflict do nothing", [id, person]);
  if (telephone !== undefined) await reachBy(manager, person, telephone);
}

/** Somebody who was known before is called by this number from now on. */
async function reachBy(manager: EntityManager, id: string, telephone: string): Promise<void> {
  const [known] = await getPeople(manager, [id]);
  const key = (await keysFor(manager, [id])).get(id);
  if (!key || known === undefined || known.telephone === telephone) return;
  await manager.query("update people.persons set sealed = $2 where id = $1", [
    id,
    encrypt(key, personWords({ ...known, telephone }), placeOfPerson(id)),
  ]);
}

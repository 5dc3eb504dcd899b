// To whom a person belongs: journeys of their school, or a hub. An id that is asked for elsewhere is nobody's there.

import type { DataSource } from "typeorm";
import { asCompared, nameOf } from "../journey/contact.ts";
import type { Instant } from "../calendar/instants.ts";
import { coded } from "../store/errors.ts";
import { lockStreams, type Queryable } from "../store/events/streams.ts";
import { encrypt } from "./keyring.ts";
import { keysFor } from "./keys.ts";
import { getPeople, personWords, placeOfPerson, putPerson, type Person } from "./people.ts";

/** `urn`: of the school, where the home is a journey; that of its id while the journey has not begun. */
export interface Home {
  home: string;
  urn: string | null;
}

/** Homes that are journeys, with their school. */
const SCHOOL_OF = `coalesce(journeys.urn, substring(home from '^\\d{6}(?=-)'))`;

/** All to whom a person belongs, erased or not. Rejects with StoreError. */
export async function homesOf(db: Queryable, person: string): Promise<Home[]> {
  return coded(() =>
    db.query<Home[]>(
      `select home, ${SCHOOL_OF} as urn from people.belongs left join journeys on journeys.id = home where person = $1
       order by home`,
      [person],
    ),
  );
}

/**
 * Whether this person belongs to one of these homes, and was not erased before `at`; `null` where no person has this
 * id. Rejects with StoreError.
 */
export async function belongsTo(
  db: Queryable,
  person: string,
  homes: readonly string[],
  at: Instant,
): Promise<boolean | null> {
  const [row] = await coded<{ belongs: boolean }[]>(() =>
    db.query(
      `select (destroyed_at is null or destroyed_at > $3)
         and exists (select from people.belongs where person = persons.id and home = any($2::text[])) as belongs
       from people.persons join people.keys on owner = persons.id where persons.id = $1`,
      [person, [...homes], at],
    ),
  );
  return row === undefined ? null : row.belongs;
}

/**
 * Takes in a person who belongs nowhere yet: a process of the release before may still bring some without saying to
 * whom. Of all others nothing changes. Rejects with StoreError.
 */
export async function takeIn(db: Queryable, person: string, home: string): Promise<void> {
  await coded(() =>
    db.query(
      `insert into people.belongs (home, person) select $2, id from people.persons
       where id = $1 and not exists (select from people.belongs where person = $1) on conflict do nothing`,
      [person, home],
    ),
  );
}

/** Whether this person belongs to a hub or one of its schools; `null` where no person has this id. */
export async function belongsToHub(db: Queryable, person: string, hub: string): Promise<boolean | null> {
  const [row] = await coded<{ belongs: boolean }[]>(() =>
    db.query(
      `select exists (select from people.belongs left join journeys on journeys.id = home
           where person = persons.id and (home = 'hub/' || $2 or journeys.hub = $2)) as belongs
       from people.persons where persons.id = $1`,
      [person, hub],
    ),
  );
  return row === undefined ? null : row.belongs;
}

/**
 * Keeps a person for a journey, and answers their id in its school: the one that they have there already, if somebody
 * of the same name and address is known (compared in memory, for there is no list of addresses); else their own. The
 * same id again, from a retry, leads to the same person. Rejects with StoreError, SealError.
 */
export async function settlePerson(dataSource: DataSource, person: Person, journey: string): Promise<string> {
  return coded(() =>
    dataSource.transaction(async (manager) => {
      const school = await schoolOf(manager, journey);
      await lockStreams(manager, [`people/${school}`]);
      const id = (await settledAs(manager, person.id)) ?? (await sameHuman(manager, person, school)) ?? person.id;
      if (id === person.id) await putPerson(manager, person);
      else {
        await manager.query("insert into people.same (id, person) values ($1, $2) on conflict do nothing", [
          person.id,
          id,
        ]);
        if (person.telephone !== undefined) await reachBy(manager, id, person.telephone);
      }
      await manager.query("insert into people.belongs (home, person) values ($1, $2) on conflict do nothing", [
        journey,
        id,
      ]);
      return id;
    }),
  );
}

/** Somebody who was known before is called by this number from now on. */
async function reachBy(db: Queryable, id: string, telephone: string): Promise<void> {
  const [known] = await getPeople(db, [id]);
  const key = (await keysFor(db, [id])).get(id);
  if (!key || known === undefined || known.telephone === telephone) return;
  await db.query("update people.persons set sealed = $2 where id = $1", [
    id,
    encrypt(key, personWords({ ...known, telephone }), placeOfPerson(id)),
  ]);
}

async function schoolOf(db: Queryable, journey: string): Promise<string> {
  const [row] = await db.query<{ urn: string | null }[]>(
    `select ${SCHOOL_OF} as urn from (select $1::text as home) as asked left join journeys on journeys.id = home`,
    [journey],
  );
  return row?.urn ?? journey;
}

/** Who was kept under this id before: themselves, or the person that they turned out to be. */
async function settledAs(db: Queryable, id: string): Promise<string | null> {
  const [row] = await db.query<{ person: string }[]>(
    "select person from people.same where id = $1 union all select id from people.persons where id = $1",
    [id],
  );
  return row?.person ?? null;
}

/** Somebody of that school who can be read, and goes by that name and address; the one known longest. */
async function sameHuman(
  db: Queryable,
  { firstName, lastName, email }: Person,
  school: string,
): Promise<string | null> {
  const rows = await db.query<{ id: string }[]>(
    `select distinct persons.id, persons.created_at from people.belongs join people.persons on persons.id = person
       left join journeys on journeys.id = home
     where ${SCHOOL_OF} = $1 order by persons.created_at, persons.id`,
    [school],
  );
  const asked = [asCompared(nameOf({ firstName, lastName })), asCompared(email)].join("\n");
  const people = await getPeople(
    db,
    rows.map(({ id }) => id),
  );
  const alike = new Set(
    people.filter((one) => [asCompared(nameOf(one)), asCompared(one.email)].join("\n") === asked).map(({ id }) => id),
  );
  return rows.find(({ id }) => alike.has(id))?.id ?? null;
}

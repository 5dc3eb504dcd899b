// To whom a person belongs: journeys of their school, or a hub. An id that is asked for elsewhere is nobody's there.

import type { Instant } from "../calendar/instants.ts";
import { coded } from "../store/errors.ts";
import type { Queryable } from "../store/prepared.ts";

/** `urn`: of the school, where the home is a journey; that of its id while the journey has not begun. */
export interface Home {
  home: string;
  urn: string | null;
}

/** Homes that are journeys, with their school. */
export const SCHOOL_OF = `coalesce(journeys.urn, substring(home from '^\\d{6}(?=-)'))`;

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

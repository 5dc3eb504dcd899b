// Names, addresses and free text: the only way to them. Events, workflows and logs carry the ids alone.

import { coded } from '../store/errors.ts';
import type { Queryable } from '../store/streams.ts';

export interface Person { id: string; firstName: string; lastName: string; email: string }
/** Who a journey can write to: `role` as in CONTRACT "Participant" (`applicant`, `headteacher`, `lead-teacher`, …). */
export interface Contact { journey: string; role: string; person: string }

/** Keeps a person under an opaque id. Put twice, the first stands: a retry changes nothing. Rejects with StoreError. */
export async function putPerson(db: Queryable, person: Person): Promise<void> {
  await coded(() =>
    db.query('insert into people.persons (id, first_name, last_name, email) values ($1, $2, $3, $4) on conflict (id) do nothing',
      [person.id, person.firstName, person.lastName, person.email]));
}

/** Those of the people who are known, in the order of their ids. Rejects with StoreError. */
export async function getPeople(db: Queryable, ids: readonly string[]): Promise<Person[]> {
  return coded(() =>
    db.query<Person[]>(`select id, first_name as "firstName", last_name as "lastName", email from people.persons where id = any($1::text[]) order by id`,
      [[...ids]]));
}

/** Keeps a free text under an opaque id. Put twice, the first stands. Rejects with StoreError. */
export async function putText(db: Queryable, text: { id: string; body: string }): Promise<void> {
  await coded(() => db.query('insert into people.texts (id, body) values ($1, $2) on conflict (id) do nothing', [text.id, text.body]));
}

/** A free text, or null where it is not known (or no longer). Rejects with StoreError. */
export async function getText(db: Queryable, id: string): Promise<string | null> {
  const rows = await coded(() => db.query<{ body: string }[]>('select body from people.texts where id = $1', [id]));
  return rows[0]?.body ?? null;
}

/** Notes that a person stands in a role for a journey. Twice is once. Rejects with StoreError; the person must be known. */
export async function putContact(db: Queryable, contact: Contact): Promise<void> {
  await coded(() =>
    db.query('insert into people.contacts (journey, role, person) values ($1, $2, $3) on conflict do nothing',
      [contact.journey, contact.role, contact.person]));
}

/** The same, in place of whoever stood in that role before. Rejects with StoreError; the person must be known. */
export async function replaceContact(db: Queryable, contact: Contact): Promise<void> {
  await coded(() =>
    db.query(
      `with gone as (delete from people.contacts where journey = $1 and role = $2 and person <> $3)
       insert into people.contacts (journey, role, person) values ($1, $2, $3) on conflict do nothing`,
      [contact.journey, contact.role, contact.person]));
}

/** The people of a journey with their roles, all or those in `roles`, by role and id. Rejects with StoreError. */
export async function contactsOf(db: Queryable, journey: string, roles?: readonly string[]): Promise<(Person & { role: string })[]> {
  return coded(() =>
    db.query<(Person & { role: string })[]>(
      `select id, first_name as "firstName", last_name as "lastName", email, role
       from people.contacts join people.persons on id = person
       where journey = $1 and ($2::text[] is null or role = any($2::text[])) order by role, id`,
      [journey, roles === undefined ? null : [...roles]],
    ));
}

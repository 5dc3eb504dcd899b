// Names, addresses and free text: the only way to them. Events, workflows and logs carry the ids alone. What is kept is
// sealed under its owner's key; who was erased is nobody any more: not found, like one who was never there.

import type { DataSource } from "typeorm";
import { coded } from "../store/errors.ts";
import { decrypt, encrypt } from "./keyring.ts";
import { named, prepared, type Queryable } from "../store/prepared.ts";
import { dataKeyOf, keyAmong, keyringOf, keysFor, usedKey, type KeyColumns } from "./keys.ts";
import { isNotShown, WORDS_NOT_SHOWN } from "./not-shown.ts";
import { Opened } from "./opened.ts";

export interface Person {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  /** Where they gave one. */
  telephone?: string;
}
/** Who a journey can write to: `role` as a nomination names it (`applicant`, `headteacher`, `lead-teacher`, …). */
export interface Contact {
  journey: string;
  role: string;
  person: string;
}

/** Where a person's row is sealed for, and a text's: read anywhere else, it does not open. */
export const placeOfPerson = (id: string): string => `people.persons.sealed/${id}`;
export const placeOfText = (id: string): string => `people.texts.sealed/${id}`;

/** What is sealed of a person. */
export function personWords({ firstName, lastName, email, telephone }: Person): string {
  return JSON.stringify({ firstName, lastName, email, ...(telephone && { telephone }) });
}

/**
 * Keeps a person under an opaque id. Put twice, the first stands: a retry changes nothing. Of one who was erased
 * nothing is kept. Rejects with StoreError, SealError.
 */
export async function putPerson(db: Queryable, person: Person): Promise<void> {
  const key = (await keysFor(db, [person.id])).get(person.id);
  const sealed = key ? encrypt(key, personWords(person), placeOfPerson(person.id)) : null;
  await coded(() =>
    db.query("insert into people.persons (id, sealed) values ($1, $2) on conflict (id) do nothing", [
      person.id,
      sealed,
    ]),
  );
}

const PEOPLE = {
  name: "people_by_id",
  text: `select id, sealed, wrapped, kek from people.persons join people.keys on owner = id
    where id = any($1::text[]) and wrapped is not null and sealed is not null order by id`,
};

/** Those of the people who are known, in the order of their ids. Rejects with StoreError, SealError. */
export async function getPeople(db: Queryable, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return [];
  const rows = await named<PersonRow>(db, PEOPLE, [[...ids]]);
  return rows.map((row) => personOf(db, row));
}

const OPENED = new Opened<Person>();

/** Of those who are erased nothing stays in memory either. */
export const forgetPeople = (ids: readonly string[]): void => OPENED.forget(ids);

/** What is kept of a person, with their key. */
export interface PersonRow extends KeyColumns {
  id: string;
  sealed: Buffer;
}

/** The person in a row. @throws SealError */
export function personOf(db: Queryable, row: PersonRow): Person {
  if (isNotShown()) return { id: row.id, firstName: "", lastName: WORDS_NOT_SHOWN, email: WORDS_NOT_SHOWN };
  return OPENED.of(keyringOf(db), row, () => {
    const words = JSON.parse(opened(db, row.id, row, row.sealed, placeOfPerson(row.id))) as Omit<Person, "id">;
    const { firstName, lastName, email, telephone } = words;
    return { id: row.id, firstName, lastName, email, ...(telephone !== undefined && { telephone }) };
  });
}

function opened(db: Queryable, owner: string, key: KeyColumns, sealed: Buffer, place: string): string {
  if (isNotShown()) return WORDS_NOT_SHOWN;
  const dataKey = dataKeyOf(keyringOf(db), owner, key);
  return dataKey === null ? "" : decrypt(dataKey, sealed, place).toString("utf8");
}

/**
 * Keeps a free text under an opaque id. `owner`: the person who wrote it or whom it is about, else the stream it
 * belongs to (`journey/137482-primary`). Put twice, the first stands. Rejects with StoreError, SealError.
 */
export async function putText(db: Queryable, text: { id: string; owner: string; body: string }): Promise<void> {
  await putTexts(db, text.owner, [text]);
}

/** The same for several texts of one owner. Of one who was erased nothing is kept. */
export async function putTexts(
  db: Queryable,
  owner: string,
  texts: readonly { id: string; body: string }[],
): Promise<void> {
  if (texts.length === 0) return;
  await putUnder(db, { owner, key: (await keysFor(db, [owner])).get(owner) ?? null }, texts);
}

async function putUnder(
  db: Queryable,
  { owner, key }: { owner: string; key: Buffer | null },
  texts: readonly { id: string; body: string }[],
): Promise<void> {
  if (key === null) return;
  const sealed = texts.map(({ id, body }) => encrypt(key, body, placeOfText(id)));
  await named(db, PUT_OF_ONE, [texts.map(({ id }) => id), owner, sealed]);
}

const PUT_OF_ONE = {
  name: "texts_of_one_are_put",
  text: `insert into people.texts (id, owner, sealed)
    select id, $2, sealed from unnest($1::text[], $3::bytea[]) as made (id, sealed) on conflict (id) do nothing`,
};

const PUT = {
  name: "texts_are_put",
  text: `with known as (
      select owner, ordinality as no, wrapped from unnest($1::text[]) with ordinality as asked (owner, ordinality)
      join people.keys using (owner)),
    theirs as (select owner, wrapped from known order by no limit 1),
    put as (
      insert into people.texts (id, owner, sealed)
      select id, $2, sealed from unnest($4::text[], $5::bytea[]) as made (id, sealed)
      where exists (select from theirs where owner = $2 and wrapped = $3)
      on conflict (id) do nothing)
    select owner = $2 and wrapped = $3 as put from theirs`,
};

/**
 * Keeps texts under the first of these that a key is known for (or was: an erased person's words are not kept under
 * another name), else under `otherwise`; put twice, the first stands. Where the key was used before, PostgreSQL is
 * asked once: it keeps them if that key is still this owner's, and nobody before them has one. Rejects with StoreError,
 * SealError.
 */
export async function putTextsOf(
  dataSource: DataSource,
  candidates: readonly string[],
  otherwise: string,
  texts: readonly { id: string; body: string }[],
): Promise<void> {
  if (texts.length === 0) return;
  const owners = [...candidates, otherwise];
  for (const owner of owners) {
    const used = usedKey(dataSource, owner);
    if (used === null) continue;
    const sealed = texts.map(({ id, body }) => encrypt(used.key, body, placeOfText(id)));
    const values = [owners, owner, used.wrapped, texts.map(({ id }) => id), sealed];
    const [row] = await prepared<{ put: boolean | null }>(dataSource, PUT, values);
    if (row?.put === true) return;
    break;
  }
  await putUnder(dataSource, await keyAmong(dataSource, candidates, otherwise), texts);
}

/**
 * Replaces those of the texts that `change` changes; answers their ids, and what they were. What they said before is
 * kept nowhere. Rejects with StoreError, SealError.
 */
export async function rewriteTexts(
  db: Queryable,
  ids: readonly string[],
  change: (text: string) => string,
): Promise<{ id: string; was: string }[]> {
  const rows = await coded<({ id: string; owner: string; sealed: Buffer } & KeyColumns)[]>(() =>
    db.query(
      `select id, owner, sealed, wrapped, kek from people.texts join people.keys using (owner)
       where id = any($1::text[]) and wrapped is not null order by id for update of texts`,
      [[...ids]],
    ),
  );
  const changed: { id: string; was: string }[] = [];
  for (const row of rows) {
    const key = dataKeyOf(keyringOf(db), row.owner, row);
    if (key === null) continue;
    const text = decrypt(key, row.sealed, placeOfText(row.id)).toString("utf8");
    const now = change(text);
    if (now === text.normalize("NFC")) continue;
    const sealed = encrypt(key, now, placeOfText(row.id));
    await coded(() => db.query("update people.texts set sealed = $2 where id = $1", [row.id, sealed]));
    changed.push({ id: row.id, was: text });
  }
  return changed;
}

/** Drops texts: nothing of them is kept. Rejects with StoreError. */
export async function dropTexts(db: Queryable, ids: readonly string[]): Promise<void> {
  await coded(() => db.query("delete from people.texts where id = any($1::text[])", [[...ids]]));
}

/** A free text, or null where it is not known (or no longer). Rejects with StoreError, SealError. */
export async function getText(db: Queryable, id: string): Promise<string | null> {
  return (await getTexts(db, [id])).get(id) ?? null;
}

const TEXTS = {
  name: "texts_by_id",
  text: `select id, owner, sealed, wrapped, kek from people.texts join people.keys using (owner)
    where id = any($1::text[]) and wrapped is not null`,
};

/** Those of the texts that can be read, by id. Rejects with StoreError, SealError. */
export async function getTexts(db: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  type Row = { id: string; owner: string; sealed: Buffer } & KeyColumns;
  const rows = await named<Row>(db, TEXTS, [[...ids]]);
  return new Map(rows.map((row) => [row.id, opened(db, row.owner, row, row.sealed, placeOfText(row.id))]));
}

/** Every text under one owner that can be read, the oldest first. Rejects with StoreError, SealError. */
export async function textsOf(db: Queryable, owner: string): Promise<{ id: string; at: Date; text: string }[]> {
  const rows = await coded<({ id: string; sealed: Buffer; created_at: Date } & KeyColumns)[]>(() =>
    db.query(
      `select id, sealed, texts.created_at, wrapped, kek from people.texts join people.keys using (owner)
       where owner = $1 and wrapped is not null order by texts.created_at, id`,
      [owner],
    ),
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.created_at,
    text: opened(db, owner, row, row.sealed, placeOfText(row.id)),
  }));
}

const PUT_CONTACTS = {
  name: "contacts_are_put",
  text: `with given as (select * from unnest($2::text[], $3::text[], $4::boolean[]) as given (role, person, alone)),
    gone as (
      delete from people.contacts using given
      where journey = $1 and contacts.role = given.role and contacts.person <> given.person and alone),
    home as (insert into people.belongs (home, person) select distinct $1, person from given on conflict do nothing)
    insert into people.contacts (journey, role, person) select $1, role, person from given on conflict do nothing`,
};

/**
 * Notes that people stand in roles for a journey, `alone`: in place of whoever stood there before. Twice is once.
 * Rejects with StoreError; the people must be known.
 */
export async function putContacts(
  db: Queryable,
  journey: string,
  contacts: readonly (Omit<Contact, "journey"> & { alone?: boolean })[],
): Promise<void> {
  if (contacts.length === 0) return;
  const values = [contacts.map(({ role }) => role), contacts.map(({ person }) => person)];
  await named(db, PUT_CONTACTS, [journey, ...values, contacts.map(({ alone = false }) => alone)]);
}

/** The same for one of them. */
export const putContact = (db: Queryable, { journey, ...contact }: Contact): Promise<void> =>
  putContacts(db, journey, [contact]);

/** The same, in place of whoever stood in that role before. */
export const replaceContact = (db: Queryable, { journey, ...contact }: Contact): Promise<void> =>
  putContacts(db, journey, [{ ...contact, alone: true }]);

const CONTACTS = {
  name: "contacts_of",
  text: `select id, sealed, wrapped, kek, role from people.contacts join people.persons on id = person
      join people.keys on owner = id
    where journey = $1 and ($2::text[] is null or role = any($2::text[])) and wrapped is not null
      and sealed is not null
    order by role, id`,
};

/**
 * The people of a journey with their roles, all or those in `roles`, by role and id. Rejects with StoreError,
 * SealError.
 */
export async function contactsOf(
  db: Queryable,
  journey: string,
  roles?: readonly string[],
): Promise<(Person & { role: string })[]> {
  const rows = await named<PersonRow & { role: string }>(db, CONTACTS, [
    journey,
    roles === undefined ? null : [...roles],
  ]);
  return rows.map((row) => ({ ...personOf(db, row), role: row.role }));
}

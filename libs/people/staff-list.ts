// The staff of a hub as its lead enters them: by name, address and role, sealed like every person here. Who signs in
// with an address that the sign-in has verified is known as the person of that address from then on.

import type { DataSource } from "typeorm";
import { asCompared } from "../journey/contact.ts";
import { coded } from "../store/errors.ts";
import { lockStreams } from "../store/events/streams.ts";
import type { Queryable } from "../store/prepared.ts";
import { encrypt } from "./keyring.ts";
import { keysFor } from "./keys.ts";
import { contactsOf, personWords, placeOfPerson, putContact, putPerson, type Person } from "./people.ts";

export const STAFF_LIST_ROLES = ["hub-lead", "hub-coordinator", "work-group-lead", "finance-officer"] as const;
export type StaffListRole = (typeof STAFF_LIST_ROLES)[number];

/** `id`: an opaque id. `signedIn`: they have signed in with this address. */
export interface StaffEntry extends Person {
  role: StaffListRole;
  signedIn: boolean;
}

const book = (hub: string): string => `hub/${hub}`;
/** Beside the one contact that a hub has in a role. */
const rowOf = (role: StaffListRole): string => `staff/${role}`;

/** Those whom a hub has entered and who can be read, by role and name. Rejects with StoreError, SealError. */
export async function staffList(db: Queryable, hub: string): Promise<StaffEntry[]> {
  const found = await contactsOf(db, book(hub), STAFF_LIST_ROLES.map(rowOf));
  const known = await signInsOf(
    db,
    found.map(({ id }) => id),
  );
  return STAFF_LIST_ROLES.flatMap((role) =>
    found
      .filter((one) => one.role === rowOf(role))
      .map(({ id, firstName, lastName, email }) => {
        const signedIn = known.some(({ person }) => person === id);
        return { id, firstName, lastName, email, role, signedIn };
      })
      .sort((a, b) =>
        asCompared(`${a.lastName} ${a.firstName}`) < asCompared(`${b.lastName} ${b.firstName}`) ? -1 : 1,
      ),
  );
}

/**
 * Enters somebody; who is there with that address already keeps their id, and has this name and role from now on.
 * Answers their id. Rejects with StoreError, SealError.
 */
export async function enterStaff(
  dataSource: DataSource,
  hub: string,
  { role, ...person }: Person & { role: StaffListRole },
): Promise<string> {
  return coded(() =>
    dataSource.transaction(async (manager) => {
      await lockStreams(manager, [book(hub)]);
      const there = (await staffList(manager, hub)).find((one) => isAddress(one, person.email));
      const id = there?.id ?? person.id;
      if (there === undefined) await putPerson(manager, person);
      else await rename(manager, { ...person, id });
      if (there !== undefined && there.role !== role) await takeOut(manager, hub, id);
      await putContact(manager, { journey: book(hub), role: rowOf(role), person: id });
      return id;
    }),
  );
}

/** Somebody is no longer of the hub's staff; what they did keeps their id. Rejects with StoreError. */
export async function staffLeaves(dataSource: DataSource, hub: string, person: string): Promise<void> {
  await coded(() =>
    dataSource.transaction(async (manager) => {
      await lockStreams(manager, [book(hub)]);
      await takeOut(manager, hub, person);
    }),
  );
}

/**
 * Knows who signs in by their verified address, the first time; who is known already stays who they are. Rejects with
 * StoreError, SealError.
 */
export async function staffSignsIn(dataSource: DataSource, hub: string, who: string, address: string): Promise<void> {
  const [known] = await coded<unknown[]>(() => dataSource.query("select 1 from people.same where id = $1", [who]));
  if (known !== undefined) return;
  const entry = (await staffList(dataSource, hub)).find((one) => isAddress(one, address));
  if (entry === undefined || entry.id === who) return;
  await coded(() =>
    dataSource.query("insert into people.same (id, person) values ($1, $2) on conflict do nothing", [who, entry.id]),
  );
}

/** The ids by which somebody who signs in is known: their own, and that of the list. Rejects with StoreError. */
export async function idsOfStaff(db: Queryable, who: string): Promise<string[]> {
  const rows = await coded<{ person: string }[]>(() => db.query("select person from people.same where id = $1", [who]));
  return [who, ...rows.map(({ person }) => person)];
}

/** The sign-ins by which people of a list are known, beside their own ids. Rejects with StoreError. */
export const signInsOf = (db: Queryable, people: readonly string[]): Promise<{ id: string; person: string }[]> =>
  coded(() => db.query("select id, person from people.same where person = any($1::text[])", [[...people]]));

const isAddress = (one: Pick<Person, "email">, address: string): boolean =>
  asCompared(one.email) === asCompared(address);

async function takeOut(db: Queryable, hub: string, person: string): Promise<void> {
  await db.query("delete from people.contacts where journey = $1 and person = $2 and role = any($3::text[])", [
    book(hub),
    person,
    STAFF_LIST_ROLES.map(rowOf),
  ]);
}

/** Of one who was erased nothing is kept. */
async function rename(db: Queryable, person: Person): Promise<void> {
  const key = (await keysFor(db, [person.id])).get(person.id);
  if (!key) return;
  await db.query("update people.persons set sealed = $2 where id = $1", [
    person.id,
    encrypt(key, personWords(person), placeOfPerson(person.id)),
  ]);
}

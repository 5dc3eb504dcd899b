// Who is written to at a hub: one contact a role, kept like every contact of a journey, under `hub/{code}`.

import { randomUUID } from "node:crypto";
import type { DataSource } from "typeorm";
import { coded } from "../store/errors.ts";
import { lockStreams } from "../store/events/streams.ts";
import type { Queryable } from "../store/prepared.ts";
import { contactsOf, putPerson, replaceContact, type Person } from "./people.ts";

/** Letters for the hub go to its lead, else to its coordinator; the finance officer's is for whoever looks it up. */
export const HUB_CONTACT_ROLES = ["hub-lead", "hub-coordinator", "finance-officer"] as const;
export type HubContactRole = (typeof HUB_CONTACT_ROLES)[number];

/** A person, or an inbox that several share: then without names. */
export type HubContact = Omit<Person, "id"> & { role: HubContactRole };
export type KnownHubContact = HubContact & { person: string };

/**
 * The contacts of a hub that can be read, the lead first; who was erased is not among them. Rejects with StoreError,
 * SealError.
 */
export async function hubContacts(db: Queryable, hub: string): Promise<KnownHubContact[]> {
  return hubContactsIn(await contactsOf(db, book(hub), HUB_CONTACT_ROLES));
}

/** Those among all that is kept of a hub. */
export function hubContactsIn(known: readonly (Person & { role: string })[]): KnownHubContact[] {
  return HUB_CONTACT_ROLES.flatMap((role) =>
    known
      .filter((one) => one.role === role)
      .map(({ id: person, firstName, lastName, email }) => ({ role, person, firstName, lastName, email })),
  );
}

/**
 * Makes these the contacts of a hub, one a role; a role that is not among them has none from now on. The same ones
 * again change nothing. Answers those that stand. Rejects with StoreError, SealError.
 */
export async function setHubContacts(
  dataSource: DataSource,
  hub: string,
  wanted: readonly HubContact[],
): Promise<KnownHubContact[]> {
  return coded(() =>
    dataSource.transaction(async (manager) => {
      await lockStreams(manager, [book(hub)]);
      const before = await hubContacts(manager, hub);
      // How the hub signs is none of these.
      const others = HUB_CONTACT_ROLES.filter((role) => !wanted.some((one) => one.role === role));
      await manager.query("delete from people.contacts where journey = $1 and role = any($2::text[])", [
        book(hub),
        others,
      ]);
      for (const { role, firstName, lastName, email } of wanted) {
        if (
          before.some(
            (one) =>
              one.role === role && one.firstName === firstName && one.lastName === lastName && one.email === email,
          )
        )
          continue;
        const person = { id: randomUUID(), firstName, lastName, email };
        await putPerson(manager, person);
        await replaceContact(manager, { journey: book(hub), role, person: person.id });
      }
      return hubContacts(manager, hub);
    }),
  );
}

const book = (hub: string): string => `hub/${hub}`;

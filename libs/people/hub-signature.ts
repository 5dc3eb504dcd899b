// How a hub signs its letters: a name, a telephone number and a few words, kept as a contact of the hub is: a person of
// their own, whose words go with them.

import { randomUUID } from "node:crypto";
import type { DataSource } from "typeorm";
import { coded } from "../store/errors.ts";
import { lockStreams } from "../store/events/streams.ts";
import type { Queryable } from "../store/prepared.ts";
import { HUB_CONTACT_ROLES, hubContactsIn, type KnownHubContact } from "./hub-contacts.ts";
import { contactsOf, getText, putPerson, putText, replaceContact, type Person } from "./people.ts";

/** `telephone`, `paragraph`: "" where the hub says none. */
export interface HubSignature {
  name: string;
  telephone: string;
  paragraph: string;
}

const ROLE = "signature";
const book = (hub: string): string => `hub/${hub}`;
const textOf = (person: string): string => `signature/${person}`;

/** How a hub signs; null where it has said nothing, or that was erased. Rejects with StoreError, SealError. */
export async function hubSignature(db: Queryable, hub: string): Promise<(HubSignature & { person: string }) | null> {
  return signatureIn(db, await contactsOf(db, book(hub), [ROLE]));
}

/** Both as one reads them who writes in the hub's name, asked for together. Rejects as `hubSignature`. */
export async function hubInLetters(
  db: Queryable,
  hub: string,
): Promise<{ contacts: KnownHubContact[]; signature: HubSignature | null }> {
  const known = await contactsOf(db, book(hub), [...HUB_CONTACT_ROLES, ROLE]);
  return { contacts: hubContactsIn(known), signature: await signatureIn(db, known) };
}

async function signatureIn(
  db: Queryable,
  contacts: readonly (Person & { role: string })[],
): Promise<(HubSignature & { person: string }) | null> {
  const known = contacts.find(({ role }) => role === ROLE);
  if (known === undefined) return null;
  const text = await getText(db, textOf(known.id));
  if (text === null) return null;
  const { telephone, paragraph } = JSON.parse(text) as Omit<HubSignature, "name">;
  return { person: known.id, name: known.firstName, telephone, paragraph };
}

/** Has a hub sign so from now on, or (null) not at all. The same again changes nothing. Rejects as `hubSignature`. */
export async function setHubSignature(dataSource: DataSource, hub: string, wanted: HubSignature | null): Promise<void> {
  await coded(() =>
    dataSource.transaction(async (manager) => {
      await lockStreams(manager, [book(hub)]);
      const before = await hubSignature(manager, hub);
      if (wanted === null) {
        await manager.query("delete from people.contacts where journey = $1 and role = $2", [book(hub), ROLE]);
        return;
      }
      const { name, telephone, paragraph } = wanted;
      if (before?.name === name && before.telephone === telephone && before.paragraph === paragraph) return;
      const id = randomUUID();
      await putPerson(manager, { id, firstName: name, lastName: "", email: "" });
      await putText(manager, { id: textOf(id), owner: id, body: JSON.stringify({ telephone, paragraph }) });
      await replaceContact(manager, { journey: book(hub), role: ROLE, person: id });
    }),
  );
}

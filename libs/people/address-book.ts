// Whom a letter goes to: roles in an event, people with addresses here. Nobody's letter is dropped: a role without an
// address falls back to the applicant, and a school without any to its hub.

import { nameOf } from "../journey/contact.ts";
import type { DataSource } from "typeorm";
import { sameReader, type Addressee } from "../letters/messages.ts";
import type { Notice } from "../letters/told.ts";
import { addresseeOf } from "../contract/message-id.ts";
import type { Recipient, Recorded } from "../journey/events.ts";
import type { Begun } from "../journey/state.ts";
import { notContacts, spared } from "../journey/said.ts";
import { teachersNow } from "../journey/teachers.ts";
import { applyCorrections, correctionsIn } from "./corrections.ts";
import { hubContacts, type KnownHubContact } from "./hub-contacts.ts";
import { contactsOf, getPeople, type Person } from "./people.ts";

/** A journey, as far as its people are found by it. */
interface Known {
  state: Begun;
  events: readonly Recorded[];
}

export interface AddressBook {
  /** Where answers go: an inbox that the hub shares, never a person's address. */
  replyTo: string;
  /**
   * The people for the roles of a letter, and those who get a copy: one entry an address, whatever roles it serves. Who
   * wants no reminders is passed over where it reminds or chases.
   */
  for(letter: Pick<Notice, "to" | "copies" | "left" | "reminds">): Addressee[];
  /** Who gets the letter of an addressee whose address is refused; null where nobody is left. */
  insteadOf(addressee: Addressee, reminds?: boolean): Addressee | null;
}

/**
 * Reads the addresses of a journey, for a letter that goes now. `hubInbox`: where mail for the hub goes while it has
 * named neither its lead nor its coordinator. `ofHub`: as of `readAddresses`.
 */
export async function openAddressBook(
  dataSource: DataSource,
  journey: string,
  asked: Known,
  hubInbox: string,
  ofHub?: (hub: string) => Promise<KnownHubContact[]>,
): Promise<AddressBook> {
  // Whoever has corrected an address means this letter too.
  await applyCorrections(dataSource, correctionsIn(asked.events));
  return addressBookOf(asked, await readAddresses(dataSource, journey, asked, ofHub), hubInbox);
}

/** Where answers to another hub go; `inbox`: while it has named none of its own. Rejects with StoreError, SealError. */
export async function inboxOfHub(dataSource: DataSource, hub: string, inbox: string): Promise<string> {
  return sharedInbox(writtenTo(await hubContacts(dataSource, hub))) ?? inbox;
}

/** Its lead comes first, then its coordinator; money is neither's letter. */
const writtenTo = (atHub: readonly KnownHubContact[]): KnownHubContact[] =>
  atHub.filter(({ role }) => role !== "finance-officer");

const sharedInbox = (own: readonly KnownHubContact[]): string | undefined =>
  own.find(({ firstName, lastName }) => firstName === "" && lastName === "")?.email;

/** Everybody who may be written to for a journey, and at its hub. */
export interface Addresses {
  contacts: readonly (Person & { role: string })[];
  atHub: readonly KnownHubContact[];
  people: readonly Person[];
}

/**
 * Reads them once, for several letters of a journey. `ofHub`: how those of a hub are read, for who reads several of its
 * journeys. Rejects with StoreError, SealError.
 */
export async function readAddresses(
  dataSource: DataSource,
  journey: string,
  asked: Known,
  ofHub = (hub: string) => hubContacts(dataSource, hub),
): Promise<Addresses> {
  const { state } = asked;
  const [contacts, atHub, people] = await Promise.all([
    contactsOf(dataSource, journey),
    ofHub(state.hub),
    getPeople(dataSource, [
      ...state.participants.map(({ id }) => id),
      ...applicantIds(asked),
      ...namedFor(state, "headteacher"),
    ]),
  ]);
  return { contacts, atHub, people };
}

/** The address book of a journey as it stands, from what was read. */
export function addressBookOf(asked: Known, { contacts, atHub, people }: Addresses, hubInbox: string): AddressBook {
  const { state } = asked;
  const byId = new Map(people.map((person) => [person.id, person]));
  const inbox = inboxOf(hubInbox);
  const own = writtenTo(atHub);
  const hub = own[0] ? addressee("hub-lead", "hub-lead", { ...own[0], id: own[0].person }) : inbox;
  const applicantPerson =
    applicantIds(asked)
      .map((id) => byId.get(id))
      .find((person) => person !== undefined) ?? contacts.find(({ role }) => role === "applicant");
  const applicant = applicantPerson ? addressee("applicant", "applicant", applicantPerson) : null;

  const { reachable, wants } = passingOver(state, [...people, ...contacts]);
  const inRole = (role: Recipient): Addressee[] => {
    if (role === "hub-lead") return [hub];
    if (role === "applicant") return applicant ? [applicant] : [];
    const named = namedFor(state, role).flatMap((id) => byId.get(id) ?? []);
    const found = named.length > 0 ? named : contacts.filter((contact) => contact.role === role);
    return found.map((person) =>
      addressee(found.length === 1 && role === "headteacher" ? role : addresseeOf(person.id), role, person),
    );
  };
  const reads = (one: Addressee, reminds: boolean): boolean => reachable(one) && wants(one, reminds);
  const known = (role: Recipient, reminds: boolean): Addressee[] =>
    inRole(role).filter((one) => one === hub || reads(one, reminds));
  /** Everybody in this role can be written to, and wants no reminders. */
  const isSpared = (role: Recipient, reminds: boolean): boolean => {
    const there = inRole(role).filter(reachable);
    return there.length > 0 && !there.some((one) => wants(one, reminds));
  };
  const whoLeft = (ids: readonly string[]): Addressee[] =>
    state.participants.flatMap(({ id, role, left }) => {
      const person = left && ids.includes(id) ? byId.get(id) : undefined;
      if (person === undefined) return [];
      return [{ ...addressee(addresseeOf(id), role, person), copy: true as const }].filter(reachable);
    });
  const fallBack = (role: Recipient, reminds: boolean): Addressee => {
    const instead = applicant && role !== "applicant" && reads(applicant, reminds) ? applicant : hub;
    return { ...instead, reader: { ...instead.reader, standsInFor: [role] } };
  };
  return {
    replyTo: sharedInbox(own) ?? hubInbox,
    for: ({ to: roles, copies = [], left = [], reminds = false }) =>
      merged([
        ...roles.flatMap((role) => {
          const found = known(role, reminds);
          if (found.length > 0) return found;
          // The other teachers have it: nobody stands in for one who wants no reminders.
          return isSpared(role, reminds) && roles.some((other) => known(other, reminds).length > 0)
            ? []
            : [fallBack(role, reminds)];
        }),
        ...copies.flatMap((role) => known(role, reminds)).map((one) => ({ ...one, copy: true as const })),
        ...whoLeft(left),
      ]),
    insteadOf: ({ reader, address }, reminds = false) => {
      const instead = reader.role === "hub-lead" ? inbox : fallBack(reader.role, reminds);
      return instead.address === address ? null : instead;
    },
  };
}

/**
 * Who is passed over, so that somebody stands in for them until the hub has dealt with it: whose letters came back, who
 * has said that they are not the contact. And, of what reminds or chases, who wants none of it. By address: what one of
 * their ids has said holds for the other.
 */
function passingOver(state: Begun, people: readonly Person[]) {
  const addressesOf = (ids: ReadonlySet<string>): Set<string> =>
    new Set(people.flatMap(({ id, email }) => (ids.has(id) ? [email.toLowerCase()] : [])));
  const bounced = new Set(state.bounced.map(({ addressee: key }) => key));
  const gone = addressesOf(notContacts(state));
  const off = addressesOf(spared(state, state.lastAt));
  return {
    reachable: ({ key, address }: Addressee): boolean => !bounced.has(key) && !gone.has(address.toLowerCase()),
    wants: ({ address }: Addressee, reminds: boolean): boolean => !reminds || !off.has(address.toLowerCase()),
  };
}

const inboxOf = (address: string): Addressee => ({
  key: "hub-lead",
  person: null,
  id: null,
  address,
  reader: { name: null, role: "hub-lead", standsInFor: [] },
});

/** The contact of the latest application first. */
function applicantIds({ events }: Known): string[] {
  return events
    .flatMap((event) => {
      if (event.type !== "ApplicationSubmitted" && event.type !== "InterestExpressed") return [];
      return event.contactId === null ? [] : [event.contactId];
    })
    .reverse();
}

/** Whom the journey itself names: the headteacher of now, the teachers who take part. */
function namedFor(state: Begun, role: Recipient): string[] {
  if (role === "headteacher") return [state.school.headteacherContact ?? []].flat();
  return teachersNow(state)
    .filter((one) => one.role === role)
    .map(({ id }) => id);
}

function addressee(key: string, role: Recipient, { id, firstName, lastName, email }: Person): Addressee {
  return {
    key,
    person: key.startsWith("p-") ? id : null,
    id,
    address: email,
    reader: { name: nameOf({ firstName, lastName }) || null, role, standsInFor: [] },
  };
}

/** One message an address: who is maths lead and headteacher gets one letter. */
function merged(addressees: readonly Addressee[]): Addressee[] {
  const byAddress = new Map<string, Addressee>();
  for (const one of addressees) {
    const address = one.address.toLowerCase();
    const before = byAddress.get(address);
    const standsInFor = [...new Set([...(before?.reader.standsInFor ?? []), ...one.reader.standsInFor])];
    // A role that the reader has is no stand-in: their own entry comes first.
    const first = before === undefined ? one : sameReader(before, one);
    byAddress.set(address, { ...first, reader: { ...first.reader, standsInFor } });
  }
  return [...byAddress.values()];
}

// Whom a letter goes to: roles in an event, people with addresses here. Nobody's letter is dropped: a role without an
// address falls back to the applicant, and a school without any to its hub.

import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Reader } from '../libs/clients/letters/letter.ts';
import type { Recipient } from '../libs/journey/events.ts';
import type { Begun } from '../libs/journey/state.ts';
import { contactsOf, getPeople, type Person } from '../libs/people/people.ts';
import type { Asked } from './effects.ts';

/** One person to write to. `key` names them in a Message-ID: a role, or for one of several teachers a hash of their opaque id. */
export interface Addressee { key: string; address: string; reader: Reader }

export interface AddressBook {
  /** The people for these roles: one entry an address, whatever roles it serves. */
  for(roles: readonly Recipient[]): Addressee[];
  /** Who gets the letter of an addressee whose address is refused; null where nobody is left. */
  insteadOf(addressee: Addressee): Addressee | null;
}

/** Reads the addresses of a journey. `hubInbox`: where mail for the hub goes while no hub lead's address is known. */
export async function openAddressBook(dataSource: DataSource, journey: string, asked: Asked, hubInbox: string): Promise<AddressBook> {
  const { state } = asked;
  const [contacts, hubLeads, people] = await Promise.all([
    contactsOf(dataSource, journey),
    contactsOf(dataSource, `hub/${state.hub}`, ['hub-lead']),
    getPeople(dataSource, [...state.participants.map(({ id }) => id), ...applicantIds(asked), ...namedFor(state, 'headteacher')]),
  ]);
  const byId = new Map(people.map((person) => [person.id, person]));
  const hub = hubLeads[0]
    ? addressee('hub-lead', 'hub-lead', hubLeads[0])
    : { key: 'hub-lead', address: hubInbox, reader: { name: null, role: 'hub-lead' as const, standsInFor: [] } };
  const applicantPerson = applicantIds(asked).map((id) => byId.get(id)).find((person) => person !== undefined)
    ?? contacts.find(({ role }) => role === 'applicant');
  const applicant = applicantPerson ? addressee('applicant', 'applicant', applicantPerson) : null;

  const known = (role: Recipient): Addressee[] => {
    if (role === 'hub-lead') return [hub];
    if (role === 'applicant') return applicant ? [applicant] : [];
    const named = namedFor(state, role).flatMap((id) => byId.get(id) ?? []);
    const found = named.length > 0 ? named : contacts.filter((contact) => contact.role === role);
    return found.map((person) => addressee(found.length === 1 && role === 'headteacher' ? role : keyOf(person.id), role, person));
  };
  const fallBack = (role: Recipient): Addressee => {
    const instead = applicant && role !== 'applicant' ? applicant : hub;
    return { ...instead, reader: { ...instead.reader, standsInFor: [role] } };
  };
  return {
    for: (roles) => merged(roles.flatMap((role) => {
      const found = known(role);
      return found.length > 0 ? found : [fallBack(role)];
    })),
    insteadOf: ({ reader, address }) => {
      const instead = fallBack(reader.role);
      return instead.address === address || reader.role === 'hub-lead' ? null : instead;
    },
  };
}

/** The contact of the latest application first. */
function applicantIds({ events }: Asked): string[] {
  return events.flatMap((event) => {
    if (event.type !== 'ApplicationSubmitted' && event.type !== 'InterestExpressed') return [];
    return event.contactId === null ? [] : [event.contactId];
  }).reverse();
}

/** Whom the journey itself names: the headteacher of now, the teachers who take part. */
function namedFor(state: Begun, role: Recipient): string[] {
  if (role === 'headteacher') return [state.school.headteacherContact ?? []].flat();
  return state.participants.filter((one) => one.role === role && !one.left).map(({ id }) => id);
}

function addressee(key: string, role: Recipient, { firstName, lastName, email }: Person): Addressee {
  return { key, address: email, reader: { name: `${firstName} ${lastName}`.trim() || null, role, standsInFor: [] } };
}

const keyOf = (id: string): string => `p-${createHash('sha256').update(id).digest('hex').slice(0, 10)}`;

/** One message an address: who is maths lead and headteacher gets one letter. */
function merged(addressees: readonly Addressee[]): Addressee[] {
  const byAddress = new Map<string, Addressee>();
  for (const one of addressees) {
    const address = one.address.toLowerCase();
    const before = byAddress.get(address);
    const standsInFor = [...new Set([...(before?.reader.standsInFor ?? []), ...one.reader.standsInFor])];
    // A role that the reader has is no stand-in: their own entry comes first.
    const first = before ?? one;
    byAddress.set(address, { ...first, reader: { ...first.reader, standsInFor } });
  }
  return [...byAddress.values()];
}

// Who at a hub has letters of their own: its contacts, and the leads of its Work Groups whose address is known here.

import type { StaffRole } from "../letters/morning-lines.ts";
import type { Queryable } from "../store/prepared.ts";
import { hubContacts, type KnownHubContact } from "./hub-contacts.ts";
import { getPeople, type Person } from "./people.ts";

/**
 * `person`: an opaque id, null for the inbox that the service has for a hub. `ids`: by which a task may be given to
 * them: that one, and their sign-in where it is the service's own. `leads`: Work Groups, by their ids.
 */
export interface StaffMember {
  person: string | null;
  ids: readonly string[];
  name: string | null;
  address: string;
  roles: readonly StaffRole[];
  leads: readonly string[];
}

/**
 * The staff of a hub, one entry an address, never none: where neither its lead nor its coordinator is known, `inbox` is
 * both. Rejects with StoreError, SealError.
 */
export async function hubStaff(
  db: Queryable,
  hub: string,
  groups: readonly { id: string; lead: string }[],
  inbox: string,
): Promise<StaffMember[]> {
  const contacts = await hubContacts(db, hub);
  const leads = await getPeople(db, [...new Set(groups.map(({ lead }) => lead))]);
  return staffOf(hub, { contacts, leads, groups, inbox });
}

/** Where answers to a hub's own letters go: an inbox that it shares, else the one that the service has for it. */
export function sharedInbox(staff: readonly StaffMember[], inbox: string): string {
  return staff.find(({ name, leads }) => name === null && leads.length === 0)?.address ?? inbox;
}

interface Known {
  contacts: readonly KnownHubContact[];
  leads: readonly Person[];
  groups: readonly { id: string; lead: string }[];
  inbox: string;
}

function staffOf(hub: string, { contacts, leads, groups, inbox }: Known): StaffMember[] {
  const named = contacts.map((one) => {
    const known = member(one.person, one, [one.role]);
    return { ...known, ids: [...known.ids, signInOf(one.role, hub)] };
  });
  const led = leads.map((one) =>
    member(
      one.id,
      one,
      ["work-group-lead"],
      groups.flatMap(({ id, lead }) => (lead === one.id ? [id] : [])),
    ),
  );
  const served = contacts.some(({ role }) => role !== "finance-officer");
  const shared: StaffMember = {
    person: null,
    ids: [],
    name: null,
    address: inbox,
    roles: ["hub-lead", "hub-coordinator"],
    leads: [],
  };
  return merged([...(served ? [] : [shared]), ...named, ...led]);
}

function member(
  person: string,
  { firstName, lastName, email }: Pick<Person, "firstName" | "lastName" | "email">,
  roles: readonly StaffRole[],
  leads: readonly string[] = [],
): StaffMember {
  return { person, ids: [person], name: `${firstName} ${lastName}`.trim() || null, address: email, roles, leads };
}

/** The embedded sign-in knows whoever has a role at a hub by this. */
const signInOf = (role: StaffRole, hub: string): string => `${role}.${hub}`;

/** Who leads a hub and one of its groups has one letter. */
function merged(all: readonly StaffMember[]): StaffMember[] {
  const byAddress = new Map<string, StaffMember>();
  for (const one of all) {
    const address = one.address.toLowerCase();
    const known = byAddress.get(address);
    byAddress.set(
      address,
      known === undefined
        ? one
        : {
            ...known,
            ids: [...known.ids, ...one.ids],
            roles: [...known.roles, ...one.roles],
            leads: [...known.leads, ...one.leads],
          },
    );
  }
  return [...byAddress.values()];
}

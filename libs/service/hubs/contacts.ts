// Whom this service writes to at a hub. Names and addresses are sealed; no event knows them.

import {
  hubContacts,
  setHubContacts,
  type HubContact,
  type HubContactRole,
  type KnownHubContact,
} from "../../people/hub-contacts.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import { sameHub } from "../access/scope.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";

export const CONTACT_ROLES = {
  read: ["hub-coordinator", "hub-lead", "finance-officer", "operator"],
  set: ["hub-coordinator", "hub-lead"],
} as const satisfies Record<string, Roles>;

/** One of them as it is sent: an inbox that several share has no names. */
export interface ContactWanted {
  role: HubContactRole;
  firstName?: string | null;
  lastName?: string | null;
  email: string;
}

export class HubContacts {
  constructor(private readonly database: Database) {}

  /** Those that a hub has named. @throws Refusal `forbidden`, `not-found` */
  async list(caller: Principal, hub: string): Promise<KnownHubContact[]> {
    mustHold(caller, CONTACT_ROLES.read);
    sameHub(caller, hub);
    return hubContacts(await this.database.open(), hubCode(hub));
  }

  /** All of them, one a role, in place of those before. @throws Refusal `forbidden`, `not-found` */
  async set(caller: Principal, hub: string, contacts: readonly ContactWanted[]): Promise<KnownHubContact[]> {
    mustHold(caller, CONTACT_ROLES.set);
    sameHub(caller, hub);
    const wanted = contacts.map(({ role, firstName, lastName, email }): HubContact => ({
      role,
      firstName: firstName?.trim() ?? "",
      lastName: lastName?.trim() ?? "",
      email,
    }));
    return setHubContacts(await this.database.open(), hubCode(hub), wanted);
  }
}

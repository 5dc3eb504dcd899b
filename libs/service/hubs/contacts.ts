// Whom this service writes to at a hub. Names and addresses are sealed; no event knows them.

import { ArrayUnique } from "class-validator";
import {
  HUB_CONTACT_ROLES,
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
import { Email, Name } from "../shape/contact-fields.ts";
import { ListOf, Named, Word } from "../shape/field.ts";

export { HUB_CONTACT_ROLES } from "../../people/hub-contacts.ts";
export type { HubContactRole } from "../../people/hub-contacts.ts";

export const CONTACT_ROLES = {
  read: ["hub-coordinator", "hub-lead", "finance-officer", "operator"],
  set: ["hub-coordinator", "hub-lead"],
} as const satisfies Record<string, Roles>;

/** So many characters has a name, or an address, at most. */
export const MOST_NAME = 254;
const LEAD = { role: "hub-lead", firstName: "Hella", lastName: "Example", email: "hella@hub.example" };
const OFFICE = { role: "hub-coordinator", email: "office@hub.example" };

/** The role of a contact, and where it is written to. */
export class HubContactReached {
  @Word(HUB_CONTACT_ROLES, { example: LEAD.role })
  role: HubContactRole;

  @Email({ says: "One e-mail address", example: LEAD.email })
  email: string;
}

/** One of them as it is sent: an inbox that several share has no names. */
@Named("HubContact")
export class HubContactBody extends HubContactReached {
  @Name({ optional: true, most: MOST_NAME, example: LEAD.firstName })
  firstName?: string | null;

  @Name({ optional: true, most: MOST_NAME, example: LEAD.lastName })
  lastName?: string | null;
}

@Named("HubContacts")
export class HubContactsBody {
  @ArrayUnique((one: HubContactBody) => Object(one).role, { message: "contacts names each role once." })
  @ListOf(HubContactBody, {
    most: HUB_CONTACT_ROLES.length,
    says: "One a role; who is not named is no contact",
    example: [LEAD, OFFICE],
  })
  contacts: HubContactBody[];
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
  async set(caller: Principal, hub: string, contacts: readonly HubContactBody[]): Promise<KnownHubContact[]> {
    mustHold(caller, CONTACT_ROLES.set);
    sameHub(caller, hub);
    const wanted = contacts.map(({ role, firstName, lastName, email }): HubContact => ({
      role,
      firstName: firstName ?? "",
      lastName: lastName ?? "",
      email,
    }));
    return setHubContacts(await this.database.open(), hubCode(hub), wanted);
  }
}

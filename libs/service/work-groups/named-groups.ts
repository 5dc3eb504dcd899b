// What Work Groups are called, and who leads them, for lists to choose from.

import { nameOf } from "../../journey/contact.ts";
import { getPeople } from "../../people/people.ts";
import { groupsInShort } from "../../views/work-groups/read-work-groups.ts";
import { isOfHub, type Principal } from "../access/principal.ts";
import { mustHold, READERS } from "../access/roles.ts";
import { withinOf } from "../access/scope.ts";
import type { Database } from "../database.ts";
import type { GroupNames } from "./group-names.ts";

/** `lead`: an opaque id; `leadName`: null where nobody knows it, or it is not the caller's to see. */
export interface NamedGroup {
  id: string;
  name: string;
  hub: string;
  prospectus: string;
  academicYear: string;
  status: string;
  lead: string;
  leadName: string | null;
}

export class NamedGroups {
  constructor(
    private readonly database: Database,
    private readonly names: GroupNames,
  ) {}

  /** The Work Groups that a caller sees, by id; a hub's own staff knows who leads them. */
  async of(caller: Principal): Promise<ReadonlyMap<string, NamedGroup>> {
    mustHold(caller, READERS);
    const source = await this.database.open();
    const groups = await groupsInShort(source, withinOf(caller));
    const leads = isOfHub(caller.role) ? [...new Set(groups.map(({ lead }) => lead))] : [];
    const people = new Map((await getPeople(source, leads)).map((one) => [one.id, nameOf(one)]));
    const called = await this.names.now();
    return new Map(
      groups.map((group) => [group.id, { ...group, leadName: people.get(group.lead) || null, name: called(group.id) }]),
    );
  }
}

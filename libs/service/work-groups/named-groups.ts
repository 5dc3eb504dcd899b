// What Work Groups are called, and who leads them: by programme, lead and year, for lists to choose from.

import { nameOf } from "../../journey/contact.ts";
import { atStart, groupNamed } from "../../letters/words.ts";
import { getPeople } from "../../people/people.ts";
import { groupsInShort } from "../../views/work-groups/read-work-groups.ts";
import { isOfHub, type Principal } from "../access/principal.ts";
import { mustHold, READERS } from "../access/roles.ts";
import { withinOf } from "../access/scope.ts";
import type { Database } from "../database.ts";
import type { ServiceSettings } from "../settings.ts";

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
    private readonly settings: Pick<ServiceSettings, "catalogue">,
  ) {}

  /** The Work Groups that a caller sees, by id; a hub's own staff has them by the names of their leads. */
  async of(caller: Principal): Promise<ReadonlyMap<string, NamedGroup>> {
    mustHold(caller, READERS);
    const source = await this.database.open();
    const groups = await groupsInShort(source, withinOf(caller));
    const leads = isOfHub(caller.role) ? [...new Set(groups.map(({ lead }) => lead))] : [];
    const people = new Map((await getPeople(source, leads)).map((one) => [one.id, nameOf(one)]));
    const named = groups.map((group): NamedGroup => {
      const leadName = people.get(group.lead) || null;
      const called = groupNamed(this.settings.catalogue.get(group.prospectus), leadName).slice("the ".length);
      return { ...group, leadName, name: `${atStart(called)}, ${group.academicYear}` };
    });
    return new Map(named.map((one) => [one.id, { ...one, name: told(one, named) }]));
  }
}

/** Those of a hub that would be called the same are numbered. */
function told({ id, hub, name }: NamedGroup, all: readonly NamedGroup[]): string {
  const alike = all.filter((one) => one.name === name && one.hub === hub);
  return alike.length === 1 ? name : `${name} (${alike.findIndex((one) => one.id === id) + 1} of ${alike.length})`;
}

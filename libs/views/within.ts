// What someone may see, as a filter of reads: of journeys, and of Work Groups.

import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";

/**
 * All that is named must fit: the hub, the Work Groups, the schools by their URN of now or of before. `lead`: beside
 * the groups that are named, those whose lead is this person (an opaque id).
 */
export interface Within {
  hub?: string;
  workGroups?: readonly string[];
  lead?: string;
  urns?: readonly string[];
}

/** The groups of a hub that someone leads now; a change of lead counts at once. */
const LED = `(select led.id from work_groups led where led.lead in ${idsOf(":ownLead")} and led.hub = :ownHub)`;

/** The ids by which somebody is known who signs in as this: theirs, and that of their hub's list of staff. */
export function idsOf(who: string): string {
  return `(select ${who}::text union select person from people.same where id = ${who})`;
}

/** Leaves of a query on `journey` what someone may see. `hubOf`: whose a row is, where not the hub of now's. */
export function keepWithin(
  query: SelectQueryBuilder<ObjectLiteral>,
  { hub, workGroups, lead, urns }: Within,
  hubOf = "journey.hub",
): void {
  if (hub !== undefined) query.andWhere(`${hubOf} = :ownHub`, { ownHub: hub });
  if (workGroups !== undefined)
    query.andWhere(
      `(journey.workGroup = any(:ownGroups) or journey.workGroup in ${LED})`,
      groupsOf({ hub, workGroups, lead }),
    );
  if (urns !== undefined)
    query.andWhere("(journey.urn = any(:ownUrns) or journey.aliases && :ownUrns)", { ownUrns: [...urns] });
}

/** The same of a query on `work_group`; a school sees none of it. */
export function keepGroupsWithin(
  query: SelectQueryBuilder<ObjectLiteral>,
  { hub, workGroups, lead, urns }: Within,
): void {
  if (hub !== undefined) query.andWhere("work_group.hub = :ownHub", { ownHub: hub });
  if (workGroups !== undefined)
    query.andWhere(`(work_group.id = any(:ownGroups) or work_group.id in ${LED})`, groupsOf({ hub, workGroups, lead }));
  if (urns !== undefined) query.andWhere("false");
}

function groupsOf({ hub, workGroups, lead }: Pick<Within, "hub" | "workGroups" | "lead">): ObjectLiteral {
  return { ownGroups: [...(workGroups ?? [])], ownLead: lead ?? null, ownHub: hub ?? null };
}

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
const LED = "(select led.id from work_groups led where led.lead = :ownLead and led.hub = :ownHub)";

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

/** Whether someone may see this Work Group. */
export function isGroupWithin(group: { id: string; hub: string; lead: string }, within: Within | null): boolean {
  if (within === null) return true;
  const { hub, workGroups, lead, urns } = within;
  const led = workGroups === undefined || workGroups.includes(group.id) || lead === group.lead;
  return urns === undefined && (hub === undefined || hub === group.hub) && led;
}

// What someone may see, as a filter of reads: of journeys, and of Work Groups.

import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** All that is named must fit: the hub, the Work Groups, the schools by their URN of now or of before. */
export interface Within { hub?: string; workGroups?: readonly string[]; urns?: readonly string[] }

/** Leaves of a query on `journey` what someone may see. */
export function keepWithin(query: SelectQueryBuilder<ObjectLiteral>, { hub, workGroups, urns }: Within): void {
  if (hub !== undefined) query.andWhere('journey.hub = :ownHub', { ownHub: hub });
  if (workGroups !== undefined) query.andWhere('journey.workGroup = any(:ownGroups)', { ownGroups: [...workGroups] });
  if (urns !== undefined) query.andWhere('(journey.urn = any(:ownUrns) or journey.aliases && :ownUrns)', { ownUrns: [...urns] });
}

/** The same of a query on `work_group`; a school sees none of it. */
export function keepGroupsWithin(query: SelectQueryBuilder<ObjectLiteral>, { hub, workGroups, urns }: Within): void {
  if (hub !== undefined) query.andWhere('work_group.hub = :ownHub', { ownHub: hub });
  if (workGroups !== undefined) query.andWhere('work_group.id = any(:ownGroups)', { ownGroups: [...workGroups] });
  if (urns !== undefined) query.andWhere('false');
}

/** Whether someone may see this Work Group. */
export function isGroupWithin(group: { id: string; hub: string }, within: Within | null): boolean {
  if (within === null) return true;
  const { hub, workGroups, urns } = within;
  return urns === undefined && (hub === undefined || hub === group.hub) && (workGroups === undefined || workGroups.includes(group.id));
}

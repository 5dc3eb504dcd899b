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

/** The ids by which somebody is known who signs in as this: theirs, and that of their hub's list of staff. */
export function idsOf(who: string): string {
  return `(select ${who}::text union select person from people.same where id = ${who})`;
}

/** The groups of a hub that someone leads now; a change of lead counts at once. */
const led = ({ lead, hub }: Pick<Names, "lead" | "hub">): string =>
  `(select led.id from work_groups led where led.lead in ${idsOf(lead)} and led.hub = ${hub})`;

type Names = Record<"groups" | "lead" | "hub", string>;
/** A group's column is one of those named, or of those led. */
const inGroups = (column: string, names: Names): string =>
  `(${column} = any(${names.groups}) or ${column} in ${led(names)})`;
const ofSchools = (journey: string, urns: string): string =>
  `(${journey}urn = any(${urns}) or ${journey}aliases && ${urns})`;

const NAMED: Names = { groups: ":ownGroups", lead: ":ownLead", hub: ":ownHub" };

/** Leaves of a query on `journey` what someone may see. `hubOf`: whose a row is, where not the hub of now's. */
export function keepWithin(
  query: SelectQueryBuilder<ObjectLiteral>,
  { hub, workGroups, lead, urns }: Within,
  hubOf = "journey.hub",
): void {
  if (hub !== undefined) query.andWhere(`${hubOf} = :ownHub`, { ownHub: hub });
  if (workGroups !== undefined)
    query.andWhere(inGroups("journey.workGroup", NAMED), groupsOf({ hub, workGroups, lead }));
  if (urns !== undefined) query.andWhere(ofSchools("journey.", ":ownUrns"), { ownUrns: [...urns] });
}

/** The same as a condition on `journeys`, for a statement of its own: four parameters from number `first` on. */
export function withinSql(first: number): string {
  const [hub, groups, lead, urns] = [0, 1, 2, 3].map((index) => `$${first + index}`) as [
    string,
    string,
    string,
    string,
  ];
  return `(${hub}::text is null or hub = ${hub})
    and (${groups}::text[] is null or ${inGroups("work_group", { groups, lead, hub })})
    and (${urns}::text[] is null or ${ofSchools("", urns)})`;
}

/** Its parameters; null: all. */
export function withinValues(within: Within | null): unknown[] {
  const { hub, workGroups, lead, urns } = within ?? {};
  return [hub ?? null, workGroups ? [...workGroups] : null, lead ?? null, urns ? [...urns] : null];
}

/**
 * The same for a statement that goes by a name: of what is not asked nothing is said, for PostgreSQL would plan each
 * time for what leaves that open. `as`: for the name, of this text alone.
 */
export function shortWithin(within: Within | null, first: number): { sql: string; values: unknown[]; as: string } {
  const { hub, workGroups, lead, urns } = within ?? {};
  if (workGroups !== undefined || lead !== undefined || (hub !== undefined && urns !== undefined))
    return { sql: withinSql(first), values: withinValues(within), as: "within" };
  if (hub !== undefined) return { sql: `hub = $${first}`, values: [hub], as: "of_hub" };
  if (urns !== undefined) return { sql: ofSchools("", `$${first}::text[]`), values: [[...urns]], as: "of_schools" };
  return { sql: "true", values: [], as: "of_all" };
}

/** The same of a query on `work_group`; a school sees none of it. */
export function keepGroupsWithin(
  query: SelectQueryBuilder<ObjectLiteral>,
  { hub, workGroups, lead, urns }: Within,
): void {
  if (hub !== undefined) query.andWhere("work_group.hub = :ownHub", { ownHub: hub });
  if (workGroups !== undefined) query.andWhere(inGroups("work_group.id", NAMED), groupsOf({ hub, workGroups, lead }));
  if (urns !== undefined) query.andWhere("false");
}

function groupsOf({ hub, workGroups, lead }: Pick<Within, "hub" | "workGroups" | "lead">): ObjectLiteral {
  return { ownGroups: [...(workGroups ?? [])], ownLead: lead ?? null, ownHub: hub ?? null };
}

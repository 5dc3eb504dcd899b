// What is read of Work Groups: by the API, and by a round to know whom it concerns. PostgreSQL alone is asked.

import type { DataSource, SelectQueryBuilder } from "typeorm";
import { coded } from "../../store/errors.ts";
import type { Queryable } from "../../store/prepared.ts";
import { page, type Page } from "../page.ts";
import { keepGroupsWithin, type Within } from "../within.ts";
import { WorkGroupSchoolRow } from "./work-group-schools.ts";
import { WorkGroupSessionRow } from "./work-group-sessions.ts";
import { WorkGroupRow } from "./work-groups.ts";

/** The Work Group that a journey stands in, by its row; null where there is none. */
export async function workGroupOf(db: Queryable, journey: string): Promise<string | null> {
  const rows = await coded<{ work_group: string | null }[]>(() =>
    db.query("select work_group from journeys where id = $1", [journey]),
  );
  return rows[0]?.work_group ?? null;
}

/** The schools that take part in a Work Group, or have a place reserved, by journey. */
export async function schoolsOf(db: Queryable, group: string): Promise<string[]> {
  const rows = await coded<{ journey: string }[]>(() =>
    db.query(`select journey from work_group_schools where work_group = $1 and status <> 'waiting'`, [group]),
  );
  return rows.map(({ journey }) => journey);
}

/** What the schools of these journeys are called, by journey. Rejects with StoreError. */
export async function schoolsByName(db: Queryable, journeys: readonly string[]): Promise<Map<string, string>> {
  const rows = await coded<{ id: string; name: string }[]>(() =>
    db.query(
      `select id, coalesce(schools.name, 'School ' || journeys.urn) as name
       from journeys left join schools on schools.urn = journeys.urn where id = any($1::text[])`,
      [[...journeys]],
    ),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The journeys of these hubs that name a Work Group, formed or not: another hub may have used the same words. */
export async function journeysNaming(db: Queryable, group: string, hubs: readonly string[]): Promise<string[]> {
  const rows = await coded<{ id: string }[]>(() =>
    db.query("select id from journeys where work_group = $1 and hub = any($2::text[])", [group, [...hubs]]),
  );
  return rows.map(({ id }) => id);
}

/** Which of these Work Groups someone may see. Rejects with StoreError. */
export async function groupsSeen(dataSource: DataSource, ids: readonly string[], within: Within): Promise<string[]> {
  if (ids.length === 0) return [];
  const query = dataSource
    .getRepository(WorkGroupRow)
    .createQueryBuilder("work_group")
    .select("work_group.id")
    .where("work_group.id = any(:ids)", { ids: [...ids] });
  keepGroupsWithin(query, within);
  return (await coded(() => query.getMany())).map(({ id }) => id);
}

/** All that is named must fit. `placesLeft`: it has a place to offer, or no number is set. */
export interface GroupNarrowing {
  hub?: string | undefined;
  academicYear?: string | undefined;
  prospectus?: string | undefined;
  status?: string | undefined;
  lead?: string | undefined;
  placesLeft?: boolean | undefined;
  within?: Within | null;
}
/** `after`: the id of the last group of the page before. */
export interface WorkGroupFilter extends GroupNarrowing {
  after?: string;
  limit: number;
}

export interface WorkGroupWhole extends WorkGroupRow {
  schools: WorkGroupSchoolRow[];
  sessions: WorkGroupSessionRow[];
}

/** Work Groups by id, those that fit everything asked. Rejects with StoreError. */
export async function findWorkGroups(
  dataSource: DataSource,
  { after, limit, ...which }: WorkGroupFilter,
): Promise<Page<WorkGroupRow, string>> {
  const query = groupsThatFit(dataSource, which)
    .orderBy("work_group.id")
    .limit(limit + 1);
  if (after !== undefined) query.andWhere("work_group.id > :after", { after });
  const found = await coded(() => query.getMany());
  return page(found, limit, (row) => row.id);
}

/** All Work Groups that fit, by id: a hub has some forty. Rejects with StoreError. */
export async function allWorkGroups(dataSource: DataSource, filter: GroupNarrowing): Promise<WorkGroupRow[]> {
  return coded(() => groupsThatFit(dataSource, filter).orderBy("work_group.id").limit(MOST_GROUPS).getMany());
}
const MOST_GROUPS = 20_000;

function groupsThatFit(dataSource: DataSource, filter: GroupNarrowing): SelectQueryBuilder<WorkGroupRow> {
  const query = dataSource.getRepository(WorkGroupRow).createQueryBuilder("work_group");
  for (const field of ["hub", "academicYear", "status", "lead"] as const)
    if (filter[field] !== undefined) query.andWhere(`work_group.${field} = :${field}`, { [field]: filter[field] });
  const { prospectus, placesLeft, within } = filter;
  if (prospectus !== undefined) query.andWhere("work_group.prospectus = :prospectus", { prospectus });
  const full = "coalesce(work_group.most, 2147483647) <= work_group.reserved + work_group.taken";
  if (placesLeft !== undefined) query.andWhere(placesLeft ? `not ${full}` : full);
  if (within) keepGroupsWithin(query, within);
  return query;
}

/** The sessions of these Work Groups that were not held, by their days. Rejects with StoreError. */
export async function sessionsNotHeld(
  dataSource: DataSource,
  groups: readonly string[],
): Promise<WorkGroupSessionRow[]> {
  const query = dataSource
    .getRepository(WorkGroupSessionRow)
    .createQueryBuilder("session")
    .where("session.workGroup = any(:groups)", { groups: [...groups] })
    .andWhere("session.status <> 'held'")
    .orderBy("session.on")
    .addOrderBy("session.workGroup")
    .addOrderBy("session.code");
  return coded(() => query.getMany());
}

/** The Work Groups that someone sees, by id: what tells them apart. Rejects with StoreError. */
export async function groupsInShort(dataSource: DataSource, within: Within | null): Promise<GroupInShort[]> {
  const query = dataSource
    .getRepository(WorkGroupRow)
    .createQueryBuilder("work_group")
    .select(["id", "hub", "prospectus", "status", "lead"].map((field) => `work_group.${field}`))
    .addSelect("work_group.academicYear")
    .orderBy("work_group.id");
  if (within) keepGroupsWithin(query, within);
  const found = await coded(() => query.getMany());
  return found.map(({ id, hub, prospectus, academicYear, status, lead }) => ({
    id,
    hub,
    prospectus,
    academicYear,
    status,
    lead,
  }));
}
export type GroupInShort = Pick<WorkGroupRow, "id" | "hub" | "prospectus" | "academicYear" | "status" | "lead">;

/** A Work Group's row, or null. Rejects with StoreError. */
export async function findWorkGroupRow(dataSource: DataSource, id: string): Promise<WorkGroupRow | null> {
  return coded(() => dataSource.manager.findOne(WorkGroupRow, { where: { id } }));
}

/**
 * A Work Group with its schools, those that wait in their order, and its sessions; all of one moment. Null where there
 * is none. Rejects with StoreError.
 */
export async function findWorkGroup(dataSource: DataSource, id: string): Promise<WorkGroupWhole | null> {
  return coded(() =>
    dataSource.transaction("REPEATABLE READ", async (manager) => {
      const group = await manager.findOne(WorkGroupRow, { where: { id } });
      if (group === null) return null;
      return {
        ...group,
        schools: await manager.find(WorkGroupSchoolRow, {
          where: { workGroup: id },
          order: { position: "asc", since: "asc", journey: "asc" },
        }),
        sessions: await manager.find(WorkGroupSessionRow, {
          where: { workGroup: id },
          order: { on: "asc", code: "asc" },
        }),
      };
    }),
  );
}

// What a page of a Work Group shows: read at once, for somebody who may see the group.

import type { DataSource } from "typeorm";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { getPeople } from "../../../libs/people/people.ts";
import { namesOf } from "../../../libs/store/schools/schools.ts";
import type { ParticipantRow } from "../../../libs/views/journeys/participants.ts";
import { findJourneys, participantsOf } from "../../../libs/views/journeys/read-journeys.ts";
import { findWorkGroup, type WorkGroupWhole } from "../../../libs/views/work-groups/read-work-groups.ts";
import { isGroupWithin } from "../../../libs/views/within.ts";
import { isGroupId } from "../../../libs/work-group/together.ts";
import { withinOf } from "../../../libs/service/access/scope.ts";
import { Problem } from "../../../libs/http/problem.ts";

export interface Teacher {
  journey: string;
  id: string;
  role: string;
  name: string | null;
}
/** `schools`: names by journey. `applications`: of this programme, that wait for their answer. */
export interface GroupFacts {
  group: WorkGroupWhole;
  schools: ReadonlyMap<string, string>;
  teachers: readonly Teacher[];
  applications: readonly string[];
}

const MOST_APPLICATIONS = 100;

/**
 * The facts of a Work Group that `principal` sees.
 * @throws Problem `not-found` for any other; rejects with StoreError, SealError
 */
export async function groupFacts(source: DataSource, id: string, principal: Principal): Promise<GroupFacts> {
  const group = isGroupId(id) ? await findWorkGroup(source, id) : null;
  if (!group || !isGroupWithin(group, withinOf(principal)))
    throw new Problem("not-found", "There is no Work Group with this id.");
  const waiting = principal.role === "work-group-lead" ? [] : await applicationsFor(source, group);
  const members = group.schools.map(({ journey }) => journey);
  const schools = await schoolNames(source, [...members, ...waiting]);
  const taken = await participantsOf(
    source,
    group.schools.filter(({ status }) => status === "taken").map(({ journey }) => journey),
  );
  return { group, schools, teachers: await named(source, taken, principal), applications: waiting };
}

/** The names of the schools of these journeys, by journey. Rejects with StoreError. */
export async function schoolNames(source: DataSource, journeys: readonly string[]): Promise<Map<string, string>> {
  const urnOf = (journey: string): string => journey.slice(0, 6);
  const names = await namesOf(source, [...new Set(journeys.map(urnOf))]);
  return new Map(journeys.map((journey) => [journey, names.get(urnOf(journey)) ?? `School ${urnOf(journey)}`]));
}

async function applicationsFor(
  source: DataSource,
  { hub, prospectus, academicYear }: WorkGroupWhole,
): Promise<string[]> {
  const { items } = await findJourneys(source, { hub, academicYear, status: "applied", limit: MOST_APPLICATIONS });
  return items.filter((one) => one.prospectus === prospectus).map(({ id }) => id);
}

async function named(source: DataSource, rows: readonly ParticipantRow[], { role }: Principal): Promise<Teacher[]> {
  const byName = role === "hub-coordinator" || role === "hub-lead" || role === "work-group-lead";
  const people = byName
    ? await getPeople(
        source,
        rows.map(({ participant }) => participant),
      )
    : [];
  const names = new Map(people.map((one) => [one.id, `${one.firstName} ${one.lastName}`]));
  return rows.map((one) => ({
    journey: one.journey,
    id: one.participant,
    role: one.role,
    name: names.get(one.participant) ?? null,
  }));
}

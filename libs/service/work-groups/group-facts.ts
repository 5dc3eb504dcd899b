// What a page of a Work Group shows: read at once, for somebody who may see the group.

import { nameOf } from "../../journey/contact.ts";
import type { DataSource } from "typeorm";
import type { Principal } from "../access/principal.ts";
import { getPeople } from "../../people/people.ts";
import type { ParticipantRow } from "../../views/journeys/participants.ts";
import { findJourneys, participantsOf } from "../../views/journeys/read-journeys.ts";
import { namesOfGroups } from "../../store/hubs/group-names.ts";
import { findWorkGroups } from "../../views/work-groups/read-work-groups.ts";
import { calledBy } from "../../words/group-name.ts";
import { STAFF_ROLES, staffToChoose, type StaffChoice } from "../hubs/staff.ts";
import { schoolNames } from "../schools/school-names.ts";
import type { GroupInFull } from "./group-in-full.ts";

export interface Teacher {
  journey: string;
  id: string;
  role: string;
  name: string | null;
}
/** `schools`: names by journey. `applications`: of this programme, that wait for their answer. */
export interface GroupFacts {
  group: GroupInFull;
  schools: ReadonlyMap<string, string>;
  teachers: readonly Teacher[];
  applications: readonly string[];
  /** What its lead is called; null where nobody knows. */
  lead: string | null;
  /** Who of the hub may be chosen by name, by its coordinator and lead; empty for others. */
  staff: readonly StaffChoice[];
  /** The hub's other groups of its programmes. */
  others: readonly { id: string; name: string }[];
}

const MOST_APPLICATIONS = 100;
const MOST_GROUPS = 100;

/** The facts of a Work Group that `principal` sees. Rejects with StoreError, SealError. */
export async function groupFacts(source: DataSource, group: GroupInFull, principal: Principal): Promise<GroupFacts> {
  const waiting = principal.role === "work-group-lead" ? [] : await applicationsFor(source, group);
  const members = [...group.schools, ...group.waitlist].map(({ journey }) => journey);
  const schools = await schoolNames(source, [...members, ...waiting]);
  const taken = await participantsOf(
    source,
    group.schools.filter(({ status }) => status === "taken").map(({ journey }) => journey),
  );
  const [lead] = await getPeople(source, [group.lead]);
  const ofStaff = STAFF_ROLES.read.some((role) => role === principal.role);
  return {
    group,
    schools,
    teachers: await named(source, taken, principal),
    applications: waiting,
    lead: lead === undefined ? null : nameOf(lead),
    staff: ofStaff ? await staffToChoose(source, principal) : [],
    others: ofStaff ? await othersOf(source, group) : [],
  };
}

/** Those that its schools might join. */
async function othersOf(
  source: DataSource,
  { id, hub, prospectus, also, academicYear }: GroupInFull,
): Promise<GroupFacts["others"]> {
  const called = calledBy(await namesOfGroups(source));
  const { items } = await findWorkGroups(source, { hub, academicYear, status: "formed", limit: MOST_GROUPS });
  return items
    .filter(
      (one) => one.id !== id && [one.prospectus, ...one.also].some((each) => [prospectus, ...also].includes(each)),
    )
    .map((one) => ({ id: one.id, name: called(one.id) }));
}

async function applicationsFor(source: DataSource, { hub, prospectus, academicYear }: GroupInFull): Promise<string[]> {
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
  const names = new Map(people.map((one) => [one.id, nameOf(one)]));
  return rows.map((one) => ({
    journey: one.journey,
    id: one.participant,
    role: one.role,
    name: names.get(one.participant) ?? null,
  }));
}

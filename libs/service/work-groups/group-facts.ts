// What a page of a Work Group shows: read at once, for somebody who may see the group.

import { nameOf } from "../../journey/contact.ts";
import type { DataSource } from "typeorm";
import type { Principal } from "../access/principal.ts";
import { getPeople } from "../../people/people.ts";
import type { ParticipantRow } from "../../views/journeys/participants.ts";
import { findJourneys, participantsOf } from "../../views/journeys/read-journeys.ts";
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
}

const MOST_APPLICATIONS = 100;

/** The facts of a Work Group that `principal` sees. Rejects with StoreError, SealError. */
export async function groupFacts(source: DataSource, group: GroupInFull, principal: Principal): Promise<GroupFacts> {
  const waiting = principal.role === "work-group-lead" ? [] : await applicationsFor(source, group);
  const members = [...group.schools, ...group.waitlist].map(({ journey }) => journey);
  const schools = await schoolNames(source, [...members, ...waiting]);
  const taken = await participantsOf(
    source,
    group.schools.filter(({ status }) => status === "taken").map(({ journey }) => journey),
  );
  return { group, schools, teachers: await named(source, taken, principal), applications: waiting };
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

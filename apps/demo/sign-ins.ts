// Who may sign in to a demonstration: the staff of both hubs by name, and some of their schools.

import pg from "pg";
import type { SignIn } from "../sign-in/sign-ins.ts";
import type { Principal, Role } from "../../libs/service/access/principal.ts";
import { castOf, type DemoHub, type DemoSchool } from "./cast.ts";
import type { Fate, Size } from "./cohorts.ts";
import { SEED } from "./years.ts";

const TITLES = {
  "hub-coordinator": "Hub coordinator",
  "hub-lead": "Hub lead",
  "finance-officer": "Finance officer",
  "work-group-lead": "Work Group lead",
} as const;

/** Of the schools those of which most is to be seen. */
const SHOWN: readonly (readonly [year: string, fate: Fate])[] = [
  ["2024/25", "goes-on"],
  ["2022/23", "goes-on"],
  ["2025/26", "offered"],
  ["2025/26", "asked"],
];

/** All of them, for the years of a size. Rejects where the database does not answer. */
export async function demoSignIns(databaseUrl: string, size: Size = "full"): Promise<SignIn[]> {
  const groups = await groupsByLead(databaseUrl);
  const cast = castOf(size, SEED);
  return [
    ...cast.flatMap((hub) => staffOf(hub, groups)),
    ...cast.slice(0, 1).flatMap(schoolsOf),
    ...cast.flatMap(trustOf),
    { name: "Rowan Ellis", title: "Operator of the service", principal: principal("operator", "operator") },
    { name: "Maya Stone", title: "Auditor", principal: principal("auditor", "auditor") },
  ];
}

async function groupsByLead(databaseUrl: string): Promise<ReadonlyMap<string, string[]>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ lead: string; groups: string[] }>(
      "select lead, array_agg(id order by id) as groups from work_groups group by lead",
    );
    return new Map(rows.map(({ lead, groups }) => [lead, groups]));
  } finally {
    await client.end();
  }
}

function staffOf({ code, name, staff, leads }: DemoHub, groups: ReadonlyMap<string, string[]>): SignIn[] {
  const roles = ["hub-coordinator", "hub-lead", "finance-officer"] as const;
  return [
    ...roles.map((role) => ({
      name: called(staff[role]),
      title: `${TITLES[role]}, ${name}`,
      principal: { ...principal(role, `${role}.${code}`), hub: code },
      email: staff[role].email,
    })),
    ...leads.map((lead) => ({
      name: called(lead),
      title: `${TITLES["work-group-lead"]}, ${name} (${lead.stages.map(inWords).join(", ")})`,
      principal: { ...principal("work-group-lead", lead.id), hub: code, workGroups: groups.get(lead.id) ?? [] },
      email: lead.email,
    })),
  ];
}

function schoolsOf({ schools }: DemoHub): SignIn[] {
  return SHOWN.flatMap(([year, fate]) => {
    const school = schools.find((one) => one.year === year && one.fate === fate);
    return school === undefined ? [] : [contactOf(school)];
  });
}

function contactOf({ urn, name, applicant }: DemoSchool): SignIn {
  return {
    name: called(applicant),
    title: name,
    principal: { ...principal("school-contact", `school-contact.${urn}`), urns: [urn] },
  };
}

/** One sign-in for all schools of a trust. */
function trustOf({ code, schools }: DemoHub): SignIn[] {
  const own = schools.filter(({ trust }) => trust !== null);
  const [first] = own;
  if (!first?.trust) return [];
  const title = `${first.trust.name} (${own.length} schools)`;
  return [
    {
      name: called(first.head),
      title,
      principal: { ...principal("school-contact", `trust.${code}`), urns: own.map(({ urn }) => urn) },
    },
  ];
}

const called = ({ firstName, lastName }: { firstName: string; lastName: string }): string => `${firstName} ${lastName}`;
const inWords = (stage: string): string => stage.replace("-", " ");
const principal = (role: Role, who: string): Principal => ({ who, role, hub: null, urns: [], workGroups: [] });

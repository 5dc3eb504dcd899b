// A country of schools, stamped from the rehearsed cohorts under other URNs, at hubs and in groups of their own: every
// event is one that the rules have decided.

import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { glob } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { localFolder, top } from "../../../apps/cli/setup/folders.ts";
import { generator } from "../../../apps/demo/generator.ts";
import { schoolName } from "../../../apps/demo/names.ts";
import { ENGLAND } from "../../../libs/calendar/terms.ts";
import { loadCatalogue } from "../../../libs/config/load-catalogue.ts";
import { loadHubs } from "../../../libs/config/load-hubs.ts";
import type { Recorded as GroupRecorded } from "../../../libs/work-group/events.ts";
import { OF_A_GROUP, rehearseCohort, whichCohorts, type Cohort } from "./cohorts.ts";
import type { Member } from "./member.ts";

/** Schools of one hub, as many as the largest has. */
export const OF_A_HUB = 266;

/** A school of the country: who it is, and its life. */
export interface CountrySchool extends Omit<Member, "urn"> {
  urn: string;
  journey: string;
  hub: string;
  name: string;
  la: string;
}
/** Seven schools and their groups, by name. */
export interface CountryCohort {
  hub: string;
  schools: readonly CountrySchool[];
  groups: ReadonlyMap<string, readonly GroupRecorded[]>;
}

/** The rehearsed cohorts as text, read back where this code has rehearsed them before: that takes a minute. */
export async function rehearsedCohorts(): Promise<readonly string[]> {
  const folder = join(localFolder, "cache");
  const file = join(folder, `country-${await digestOfCode()}.json.gz`);
  if (existsSync(file)) return JSON.parse(gunzipSync(await readFile(file)).toString()) as string[];
  const rules = { catalogue: loadCatalogue(), calendar: ENGLAND };
  const cohorts = whichCohorts().map((_, no) => JSON.stringify(rehearseCohort(no, rules)));
  await mkdir(folder, { recursive: true });
  // At once, for whoever reads it at this moment.
  await writeFile(`${file}.${process.pid}`, gzipSync(JSON.stringify(cohorts)));
  await rename(`${file}.${process.pid}`, file);
  return cohorts;
}

/** All that a rehearsal comes of. */
async function digestOfCode(): Promise<string> {
  const hash = createHash("sha256");
  const patterns = ["calendar", "journey", "prospectus", "rehearsal", "work-group"].map((lib) => `libs/${lib}/**/*`);
  const files: string[] = [];
  for await (const file of glob([...patterns, "test/support/country/{cohorts,group-books}.ts"], {
    cwd: top,
    withFileTypes: true,
  }))
    if (file.isFile() && !file.name.includes(".spec.")) files.push(join(file.parentPath, file.name));
  for (const file of files.sort()) hash.update(await readFile(file));
  return hash.digest("hex").slice(0, 16);
}

/** The hubs of so many schools, each as large as the largest, but for the last. */
export function hubsOf(schools: number): string[] {
  const codes = loadHubs().all.map(({ code }) => code);
  const count = Math.ceil(schools / OF_A_HUB);
  return Array.from({ length: count }, (_, no) => codes[no] ?? `hub-${no + 1}`);
}

/** So many schools, cohort by cohort; `from`: the first of their URNs. */
export function* countryOf(rehearsed: readonly string[], schools: number, from = 200_000): Generator<CountryCohort> {
  const chance = generator(1);
  let made = 0;
  for (const hub of hubsOf(schools)) {
    for (let inHub = 0; inHub < OF_A_HUB && made < schools; inHub += OF_A_GROUP) {
      const no = Math.floor(made / OF_A_GROUP);
      const cohort = rehearsed[no % rehearsed.length] ?? "";
      const stamped = stamp(cohort, { hub, group: `${hub}-${no}`, from: from + made });
      const room = Math.min(OF_A_HUB - inHub, schools - made, OF_A_GROUP);
      yield {
        hub,
        groups: new Map(Object.entries(stamped.groups)),
        schools: stamped.members.slice(0, room).map((member) => {
          const { name } = schoolName(chance, member.phase, new Set());
          return { ...member, journey: `${member.urn}-${member.phase}`, hub, name, la: String(800 + (no % 90)) };
        }),
      };
      made += room;
    }
  }
}

/** The same cohort elsewhere: other URNs, another hub, groups and people of its own. */
function stamp(cohort: string, { hub, group, from }: { hub: string; group: string; from: number }): Cohort {
  const text = cohort
    .replaceAll(/\b19(\d{3})(\d)\b/gu, (_, _cohort: string, seat: string) => String(from + Number(seat)))
    .replaceAll('"rehearsal"', `"${hub}"`)
    .replaceAll(/"work-group-(\d+)"/gu, `"${group}-$1"`);
  const { members, groups } = JSON.parse(text) as Cohort;
  return {
    groups: Object.fromEntries(Object.entries(groups).map(([id, events]) => [id, inGroup(events)])),
    members: members.map((member) => ({ ...member, events: withOwnPeople(member) })),
  };
}

/** Ids of people and texts are a rehearsal's own: each school's are made its own too. */
function withOwnPeople({ urn, events }: Member): Member["events"] {
  const text = JSON.stringify(events).replaceAll(/"(teacher|person|text)-(\d+)"/gu, `"${urn}-$1-$2"`);
  return JSON.parse(text) as Member["events"];
}

/** Registers name the teachers of each school as its journey does. */
function inGroup(events: readonly GroupRecorded[]): GroupRecorded[] {
  return events.map((event) =>
    event.type !== "RegisterTaken"
      ? event
      : {
          ...event,
          schools: event.schools.map((one) => ({
            ...one,
            present: one.present.map((id) => `${one.journey.slice(0, 6)}-${id}`),
          })),
        },
  );
}

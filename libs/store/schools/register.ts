// Takes in the schools' register, a batch at a time: short statements of their own, for the feed of events waits for
// the oldest open transaction. What says the same as before is not written.

import { createHash } from "node:crypto";
import type { Standing } from "../../register/moves.ts";
import type { RegisterSchool, ToldSchool } from "../../register/register-school.ts";
import { searchedSchool } from "../../register/searched.ts";
import { SUCCESSION_TYPES, type SchoolLink } from "../../register/succession.ts";
import { coded } from "../errors.ts";
import { REGISTER } from "./schools.ts";
import type { Queryable } from "../prepared.ts";

export interface Taken {
  new: number;
  changed: number;
  unchanged: number;
}

/** Column of `schools` for each thing the register says. */
const COLUMNS: Readonly<Record<keyof RegisterSchool, string>> = {
  urn: "urn",
  name: "name",
  la: "la",
  laName: "la_name",
  establishmentNumber: "establishment_number",
  type: "type",
  status: "status",
  registerPhase: "register_phase",
  phases: "phases",
  funding: "funding",
  open: "open",
  section41: "section41",
  trust: "trust",
  trustName: "trust_name",
  ukprn: "ukprn",
  openedOn: "opened_on",
  closedOn: "closed_on",
  address: "address",
  postcode: "postcode",
  website: "website",
  district: "district",
  region: "region",
  lastChangedOn: "last_changed_on",
};
const FIELDS = Object.entries(COLUMNS) as [keyof RegisterSchool, string][];
const WRITTEN = [...Object.values(COLUMNS), "phase", "source", "digest", "searched"];

/**
 * Writes the schools of a batch that are new or say something new, in one statement; what an extract does not say stays
 * as it was known. A URN stands once in a batch. Rejects with StoreError.
 */
export async function takeInSchools(db: Queryable, schools: readonly ToldSchool[]): Promise<Taken> {
  const known = await coded<(RegisterSchool & { digest: string | null })[]>(() =>
    db.query(`select ${AS_KNOWN}, digest from schools where urn = any($1::text[])`, [schools.map(({ urn }) => urn)]),
  );
  const before = new Map(known.map((row) => [row.urn, row]));
  const digests = new Map(known.map(({ urn, digest }) => [urn, digest]));
  const rows = schools
    .map((school) => rowOf(inFull(school, before.get(school.urn))))
    .filter(({ urn, digest }) => digests.get(urn) !== digest);
  if (rows.length > 0) {
    await coded(() =>
      db.query(
        `insert into schools (${WRITTEN.join(", ")}, changed_at)
         select ${WRITTEN.join(", ")}, now() from jsonb_populate_recordset(null::schools, $1::jsonb) order by urn
         on conflict (urn) do update set ${WRITTEN.map((column) => `${column} = excluded.${column}`).join(", ")},
           changed_at = excluded.changed_at`,
        [JSON.stringify(rows)],
      ),
    );
  }
  const added = rows.filter(({ urn }) => !digests.has(urn)).length;
  return { new: added, changed: rows.length - added, unchanged: schools.length - rows.length };
}

const DATES: ReadonlySet<keyof RegisterSchool> = new Set(["openedOn", "closedOn", "lastChangedOn"]);
const AS_KNOWN = FIELDS.map(([field, column]) => `${column}${DATES.has(field) ? "::text" : ""} as "${field}"`).join(
  ", ",
);

/** What is known of a school about which nothing was said. */
const NOTHING: Omit<RegisterSchool, "urn" | "name" | "type" | "status" | "registerPhase" | "funding" | "open"> = {
  la: null,
  laName: null,
  establishmentNumber: null,
  phases: [],
  section41: false,
  trust: null,
  trustName: null,
  ukprn: null,
  openedOn: null,
  closedOn: null,
  address: null,
  postcode: null,
  website: null,
  district: null,
  region: null,
  lastChangedOn: null,
};

function inFull(told: ToldSchool, known: RegisterSchool | undefined): RegisterSchool {
  const before = { ...NOTHING, ...known };
  // Each field as it is told, else as it was.
  return Object.fromEntries(
    FIELDS.map(([field]) => [field, told[field] === undefined ? Object(before)[field] : told[field]]),
  ) as unknown as RegisterSchool;
}

function rowOf(school: RegisterSchool): { urn: string; digest: string } & Record<string, unknown> {
  const values = FIELDS.map(([field]) => school[field]);
  const digest = createHash("sha256").update(JSON.stringify(values)).digest("base64url");
  const [phase = null, another] = school.phases;
  return {
    ...Object.fromEntries(FIELDS.map(([, column], index) => [column, values[index]])),
    urn: school.urn,
    phase: another === undefined ? phase : null,
    source: REGISTER,
    digest,
    searched: searchedSchool(school),
  };
}

/**
 * Makes the links of some schools what the register says now: `links` are all that stand under their URNs, and those
 * that stood there and do no longer are removed. Rejects with StoreError.
 */
export async function takeInLinks(db: Queryable, links: readonly SchoolLink[]): Promise<Taken & { removed: number }> {
  const wanted = new Map(links.map((one) => [keyOf(one), one]));
  const known = await coded<SchoolLink[]>(() =>
    db.query(`select ${LINK} from school_links where urn = any($1::text[])`, [
      [...new Set(links.map(({ urn }) => urn))],
    ]),
  );
  const dates = new Map(known.map((one) => [keyOf(one), one.establishedOn]));
  const rows = [...wanted]
    .filter(([key, one]) => !dates.has(key) || dates.get(key) !== one.establishedOn)
    .map(([, one]) => linkRow(one));
  const gone = known.filter((one) => !wanted.has(keyOf(one))).map(linkRow);
  if (rows.length > 0) {
    await coded(() =>
      db.query(
        `insert into school_links (urn, link_urn, type, established_on)
         select urn, link_urn, type, established_on from jsonb_populate_recordset(null::school_links, $1::jsonb) order
           by urn, link_urn, type
         on conflict (urn, link_urn, type) do update set established_on = excluded.established_on`,
        [JSON.stringify(rows)],
      ),
    );
  }
  if (gone.length > 0) {
    await coded(() =>
      db.query(
        `delete from school_links as link using jsonb_populate_recordset(null::school_links, $1::jsonb) as gone
         where (link.urn, link.link_urn, link.type) = (gone.urn, gone.link_urn, gone.type)`,
        [JSON.stringify(gone)],
      ),
    );
  }
  const changed = rows.filter((row) =>
    dates.has(keyOf({ urn: row.urn, linkUrn: row.link_urn, type: row.type })),
  ).length;
  return { new: rows.length - changed, changed, unchanged: wanted.size - rows.length, removed: gone.length };
}

const LINK = 'urn, link_urn as "linkUrn", type, established_on::text as "establishedOn"';
const keyOf = ({ urn, linkUrn, type }: Omit<SchoolLink, "establishedOn">): string => `${urn} ${linkUrn} ${type}`;
const linkRow = ({ urn, linkUrn, type, establishedOn }: SchoolLink) => ({
  urn,
  link_urn: linkUrn,
  type,
  established_on: establishedOn,
});

/** Every link by which one school has followed another. Rejects with StoreError. */
export async function successionLinks(db: Queryable): Promise<SchoolLink[]> {
  return coded<SchoolLink[]>(() =>
    db.query(`select ${LINK} from school_links where type = any($1::text[]) order by urn, link_urn, type`, [
      SUCCESSION_TYPES,
    ]),
  );
}

/** Links, of whatever type, that name a URN which the register does not have. Rejects with StoreError. */
export async function unresolvedLinks(db: Queryable): Promise<SchoolLink[]> {
  const missing = (column: string): string =>
    `not exists (select from schools where schools.urn = school_links.${column} and source = '${REGISTER}')`;
  return coded<SchoolLink[]>(() =>
    db.query(
      `select ${LINK} from school_links where ${missing("urn")} or ${missing("link_urn")} order by urn, link_urn, type`,
    ),
  );
}

/** What the register says of these schools; those it does not know are not among them. Rejects with StoreError. */
export async function standingsOf(db: Queryable, urns: readonly string[]): Promise<Map<string, Standing>> {
  const rows = await coded<Standing[]>(() =>
    db.query(
      `select urn, open, status, phases, funding, section41, closed_on::text as "closedOn" from schools where source =
        $1 and urn = any($2::text[])`,
      [REGISTER, urns],
    ),
  );
  return new Map(rows.map((row) => [row.urn, row]));
}

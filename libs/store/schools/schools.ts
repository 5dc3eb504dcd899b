// What is known of schools: from the register, or from an application until the register was imported. Not personal: a
// school's postal address.

import { instantFromMs, type Instant } from "../../calendar/instants.ts";
import type { Question } from "../../register/moves.ts";
import { patternsOf, searched, searchedSchool } from "../../register/searched.ts";
import type { Funding, RegisterSchool } from "../../register/register-school.ts";
import { coded } from "../errors.ts";
import { named, type Queryable } from "../prepared.ts";

/** Where what is known of a school comes from, when it is the Department's register (register.ts beside this). */
export const REGISTER = "gias";

/** A school as its source (an import, or an application until there was one) tells it. */
export interface SchoolRow {
  urn: string;
  name: string;
  phase: string | null;
  funding: string | null;
  open: boolean;
  address: string | null;
  postcode: string | null;
  source: string;
  /** The code of its local authority, where its source tells it. */
  la?: string | null;
}

/**
 * Adds or replaces schools by URN, in one statement; a caller with a whole register sends it in batches. What an
 * `application` says never replaces what the register said. Rejects with StoreError.
 */
export async function putSchools(db: Queryable, schools: readonly SchoolRow[]): Promise<void> {
  await named(db, PUT, [JSON.stringify(schools.map((school) => ({ ...school, searched: searchedSchool(school) })))]);
}

const PUT = {
  name: "schools_are_put",
  text: `insert into schools (urn, name, phase, funding, open, address, postcode, source, la, searched)
    select distinct on (urn) urn, name, phase, funding, open, address, postcode, source, la, searched
    from jsonb_populate_recordset(null::schools, $1::jsonb)
    on conflict (urn) do update set name = excluded.name, phase = excluded.phase, funding = excluded.funding,
      open = excluded.open, address = excluded.address, postcode = excluded.postcode, source = excluded.source,
      la = excluded.la, searched = excluded.searched, digest = null
    where excluded.source <> 'application' or schools.source = 'application'`,
};

/** A school by its URN, or null. Rejects with StoreError. */
export async function findSchool(db: Queryable, urn: string): Promise<SchoolRow | null> {
  return (await named<SchoolRow>(db, FIND, [urn]))[0] ?? null;
}

const FIND = {
  name: "school_by_urn",
  text: "select urn, name, phase, funding, open, address, postcode, source, la from schools where urn = $1",
};

/**
 * A school with all that is known of it; what only the register tells is null where it is known from an application
 * alone.
 */
export interface KnownSchool extends Omit<RegisterSchool, "type" | "status" | "registerPhase" | "funding"> {
  source: "register" | "application";
  type: string | null;
  status: string | null;
  registerPhase: string | null;
  funding: Funding | null;
}

const KNOWN = `urn, name, la, la_name as "laName", establishment_number as "establishmentNumber", type, status,
  register_phase as "registerPhase", case when phases = '{}' then array_remove(array[phase], null) else phases end
    as phases, funding, open, section41, trust, trust_name as "trustName", ukprn, opened_on::text as "openedOn",
  closed_on::text as "closedOn", address, postcode, website, district, region,
  last_changed_on::text as "lastChangedOn",
  case when source = 'application' then 'application' else 'register' end as source`;

/** A school with all that is known of it, or null. Rejects with StoreError. */
export async function knownSchool(db: Queryable, urn: string): Promise<KnownSchool | null> {
  return (await knownSchools(db, [urn]))[0] ?? null;
}

/** Those of these schools that are known, by URN. Rejects with StoreError. */
export async function knownSchools(db: Queryable, urns: readonly string[]): Promise<KnownSchool[]> {
  return named(db, KNOWN_ONES, [[...urns]]);
}

const KNOWN_ONES = {
  name: "schools_by_urn",
  text: `select ${KNOWN} from schools where urn = any($1::text[]) order by urn`,
};

/** Has the register ever been imported? Rejects with StoreError. */
export async function registerIsKnown(db: Queryable): Promise<boolean> {
  return (await named<{ known: boolean }>(db, IS_KNOWN, [REGISTER]))[0]?.known ?? false;
}

const IS_KNOWN = {
  name: "register_is_known",
  text: "select exists (select from schools where source = $1 and digest is not null) as known",
};

/**
 * `q`: words of the name as people type them (libs/register/searched.ts), a URN, a postcode. `after`: the URN of the
 * last school of the page before.
 */
export interface SchoolFilter {
  q?: string;
  la?: string;
  after?: string;
  limit: number;
}

/** What `isFound` takes: of what has no letter in it (`%`), the text itself; all null: every school fits. */
export interface Searching {
  text: string | null;
  starts: string[] | null;
  within: string[] | null;
}

/** What is asked for, as `isFound` takes it. */
export function searching(q: string | null): Searching {
  const none = { text: null, starts: null, within: null };
  if (q === null) return none;
  const { starts, within } = patternsOf(q);
  if (starts.length > 0) return { text: null, starts, within };
  return { ...none, text: `%${q.replace(/[\\%_]/gu, "\\$&")}%` };
}

/**
 * SQL: is a school, of the table called `schools` there, found by these parameters? Its words begin so; or, where those
 * of no school do, hold it.
 */
export function isFound({ text, starts, within }: Readonly<Record<keyof Searching, string>>): string {
  return `(${text}::text is null or schools.name ilike ${text}) and (${starts}::text[] is null
    or schools.searched like all(${starts}::text[])
    or schools.searched like all(${within}::text[]) and not exists (
      select from schools as better where better.searched like all(${starts}::text[])))`;
}

/** Schools by URN, those that fit everything asked; `next` goes back in as `after`. Rejects with StoreError. */
export async function findSchools(
  db: Queryable,
  filter: SchoolFilter,
): Promise<{ items: KnownSchool[]; next: string | null }> {
  const { q = null, la = null, after = null, limit } = filter;
  const { text, starts, within } = searching(q);
  const found = await coded<KnownSchool[]>(() =>
    db.query(
      `select ${KNOWN} from schools
       where ${isFound({ text: "$1", starts: "$2", within: "$3" })} and ($4::text is null or la = $4)
         and ($5::text is null or urn > $5) order by urn limit $6`,
      [text, starts, within, la, after, limit + 1],
    ),
  );
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.urn ?? null) : null };
}

/** A school as it is suggested to whoever looks for one. */
export type SchoolNamed = Pick<SchoolRow, "urn" | "name" | "address" | "postcode">;

/**
 * Open schools that are found by what somebody has typed so far, so many at most: those whose name begins so, then the
 * others, each by name. None for a text without letters and numbers. Rejects with StoreError.
 */
export async function suggestSchools(db: Queryable, typed: string, most: number): Promise<SchoolNamed[]> {
  const { text, starts, within } = searching(typed);
  if (starts === null) return [];
  return coded<SchoolNamed[]>(() =>
    db.query(
      `select urn, name, address, postcode from schools
       where open and ${isFound({ text: "$1", starts: "$2", within: "$3" })}
       order by searched like $4 desc, name, urn limit $5`,
      [text, starts, within, ` ${searched(typed)}%`, most],
    ),
  );
}

/** What the register leaves open about a journey whose school has closed: by the name it has there. */
export interface SchoolQuestion extends Question {
  name: string | null;
  askedAt: Instant;
}

/**
 * Open questions by journey; one that was answered (the journey has another URN by now) is not among them. Rejects with
 * StoreError.
 */
export async function schoolQuestions(
  db: Queryable,
  filter: { hub?: string; after?: string; limit: number },
): Promise<{ items: SchoolQuestion[]; next: string | null }> {
  const { hub = null, after = null, limit } = filter;
  const found = await coded<(Omit<SchoolQuestion, "askedAt"> & { askedAt: Date })[]>(() =>
    db.query(
      `select asked.journey, asked.hub, asked.urn, schools.name, asked.why, asked.successors, asked.asked_at as
        "askedAt"
       from school_questions as asked join journeys on journeys.id = asked.journey and journeys.urn = asked.urn left
         join schools on schools.urn = asked.urn
       where ($1::text is null or asked.hub = $1) and ($2::text is null or asked.journey > $2) order by asked.journey
         limit $3`,
      [hub, after, limit + 1],
    ),
  );
  const items = found.slice(0, limit).map((row) => ({ ...row, askedAt: instantFromMs(row.askedAt.getTime()) }));
  return { items, next: found.length > limit ? (items.at(-1)?.journey ?? null) : null };
}

/** The names of schools by URN, of those that are known. Rejects with StoreError. */
export async function namesOf(db: Queryable, urns: readonly string[]): Promise<Map<string, string>> {
  const rows = await coded<{ urn: string; name: string }[]>(() =>
    db.query("select urn, name from schools where urn = any($1::text[])", [[...new Set(urns)]]),
  );
  return new Map(rows.map(({ urn, name }) => [urn, name]));
}

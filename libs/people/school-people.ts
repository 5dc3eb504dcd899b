// The people of schools by name and address: who applied, the headteacher, the teachers who have not left, and who of
// the hub supports them.

import { coded } from "../store/errors.ts";
import type { Queryable } from "../store/prepared.ts";
import { isFound, searching } from "../store/schools/schools.ts";
import { personOf, type Person, type PersonRow } from "./people.ts";

/**
 * Whose people: of a hub's journeys, or of one of them; `q`: of schools as `findSchools` has it (no word of a person:
 * theirs are sealed, and have no place in an address).
 */
export interface PeopleNarrowing {
  hub: string;
  journey?: string;
  q?: string | undefined;
  role?: string | undefined;
}

/** `after`: those behind this one, in the order of the list. */
export interface PeopleFilter extends PeopleNarrowing {
  after?: PersonAt | undefined;
  limit: number;
}

/** A stretch of them in one order: `offset` stand before it. */
export interface PeopleStretch {
  sort: "school" | "role";
  descending: boolean;
  offset: number;
  size: number;
}

/** Where somebody stands in a list, by ids alone. */
export interface PersonAt {
  journey: string;
  role: string;
  id: string;
}

/** One person in one role at one school. */
export interface SchoolPerson extends Person {
  journey: string;
  urn: string;
  /** The school's name; "" where the register has none. */
  school: string;
  role: string;
}

/** A person's row, still sealed. */
type Row = PersonRow & Omit<SchoolPerson, keyof Person>;

const FOUND = isFound({ text: "$4", starts: "$5", within: "$6" });

/** All who fit and can be read, by the parameters of `narrowed`. */
const PEOPLE = `
with named as (
  select journeys.id as journey, journeys.urn, journeys.support, coalesce(schools.name, '') collate "C" as school
  from journeys left join schools on schools.urn = journeys.urn
  where hub = $1 and ($2::text is null or journeys.id = $2) and ($3::text is null or journeys.urn = $3
    or exists (select from schools where schools.urn = journeys.urn and ${FOUND}))),
known as (
  select journey, role, person from people.contacts
  union select journey, role, participant from participants where not has_left
  union select journey, 'support', support from named where support is not null),
found as (
  select named.journey, named.urn, named.school, role collate "C" as role, persons.id collate "C" as id, sealed,
    wrapped, kek
  from named join known using (journey) join people.persons on persons.id = person join people.keys on owner = person
  where wrapped is not null and sealed is not null and ($7::text is null or role = $7))`;

function narrowed(which: PeopleNarrowing): unknown[] {
  const { hub, journey = null, q = null, role = null } = which;
  const { text, starts, within } = searching(q);
  return [hub, journey, q?.trim() ?? null, text, starts, within, role];
}

/** People by school, journey, role and id; who was erased is not among them. Rejects with StoreError, SealError. */
export async function schoolPeople(db: Queryable, filter: PeopleFilter): Promise<SchoolPerson[]> {
  const { after, limit } = filter;
  const rows = await coded<Row[]>(() =>
    db.query(
      `${PEOPLE} select * from found
       where $8::text is null or (school, journey, role, id)
         > ((select coalesce((select name from schools where urn = left($8, 6)), '')), $8, $9, $10)
       order by school, journey, role, id limit $11`,
      [...narrowed(filter), after?.journey ?? null, after?.role ?? null, after?.id ?? null, limit],
    ),
  );
  return rows.map((row) => read(db, row));
}

/** How many there are. Rejects with StoreError. */
export async function countSchoolPeople(db: Queryable, which: PeopleNarrowing): Promise<number> {
  const [row] = await coded<{ total: number }[]>(() =>
    db.query(`${PEOPLE} select count(*)::int as total from found`, narrowed(which)),
  );
  return row?.total ?? 0;
}

const BY: Readonly<Record<PeopleStretch["sort"], string>> = { school: "lower(school)", role: "role" };

/** A stretch of them: nobody is opened who does not stand in it. Rejects with StoreError, SealError. */
export async function stretchOfPeople(
  db: Queryable,
  which: PeopleNarrowing,
  { sort, descending, offset, size }: PeopleStretch,
): Promise<SchoolPerson[]> {
  const way = descending ? "desc" : "asc";
  const order = [BY[sort], "school", "journey", "role", "id"].map((each) => `${each} ${way}`).join(", ");
  const rows = await coded<Row[]>(() =>
    db.query(`${PEOPLE} select * from found order by ${order} limit $8 offset $9`, [...narrowed(which), size, offset]),
  );
  return rows.map((row) => read(db, row));
}

function read(db: Queryable, row: Row): SchoolPerson {
  const { journey, urn, school, role } = row;
  return { ...personOf(db, row), journey, urn, school, role };
}

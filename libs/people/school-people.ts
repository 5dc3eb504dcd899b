// The people of schools by name and address: who applied, the headteacher, the teachers who have not left, and who of
// the hub supports them.

import { coded } from "../store/errors.ts";
import type { Queryable } from "../store/events/streams.ts";
import { isFound, searching } from "../store/schools/schools.ts";
import { personOf, type Person, type PersonRow } from "./people.ts";

/**
 * Whose people: of a hub's journeys, or of one of them; `q`: of schools as `findSchools` has it (no word of a person:
 * theirs are sealed, and have no place in an address). `after`: those behind this one, in the order of the list.
 */
export interface PeopleFilter {
  hub: string;
  journey?: string;
  q?: string | undefined;
  role?: string | undefined;
  after?: PersonAt | undefined;
  limit: number;
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

const FOUND = isFound({ text: "$8", starts: "$9", within: "$10" });

/** People by school, journey, role and id; who was erased is not among them. Rejects with StoreError, SealError. */
export async function schoolPeople(db: Queryable, filter: PeopleFilter): Promise<SchoolPerson[]> {
  const { hub, journey = null, q = null, role = null, after, limit } = filter;
  const { text, starts, within } = searching(q);
  const rows = await coded<(PersonRow & Omit<SchoolPerson, keyof Person>)[]>(() =>
    db.query(
      `with named as (
         select journeys.id as journey, journeys.urn, journeys.support, coalesce(schools.name, '') collate "C" as school
         from journeys left join schools on schools.urn = journeys.urn
         where hub = $1 and ($2::text is null or journeys.id = $2) and ($7::text is null or journeys.urn = $7
           or exists (select from schools where schools.urn = journeys.urn and ${FOUND}))),
       known as (
         select journey, role, person from people.contacts
         union select journey, role, participant from participants where not has_left
         union select journey, 'support', support from named where support is not null)
       select named.journey, named.urn, named.school, role, persons.id, sealed, wrapped, kek
       from named join known using (journey) join people.persons on persons.id = person
         join people.keys on owner = person
       where wrapped is not null and sealed is not null and ($11::text is null or role = $11) and ($3::text is null
         or (school, journey, role collate "C", persons.id collate "C")
           > ((select coalesce((select name from schools where urn = left($3, 6)), '')), $3, $4, $5))
       order by school, journey, role collate "C", persons.id collate "C" limit $6`,
      [
        ...[hub, journey, after?.journey ?? null, after?.role ?? null, after?.id ?? null, limit],
        ...[q?.trim() ?? null, text, starts, within, role],
      ],
    ),
  );
  return rows.map((row) => {
    const { journey: of, urn, school, role } = row;
    return { ...personOf(db, row), journey: of, urn, school, role };
  });
}

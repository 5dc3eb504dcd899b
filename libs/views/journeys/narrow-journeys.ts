// By what a list of journeys is narrowed, and in what order it stands: the same for the API, the console and its files.

import type { DataSource, SelectQueryBuilder } from "typeorm";
import { STAGES } from "../../prospectus/prospectus.ts";
import { isFound, searching } from "../../store/schools/schools.ts";
import { keepWithin, type Within } from "../within.ts";
import { JourneyRow } from "./journeys.ts";

/** All that is named must fit. */
export interface Narrowing {
  hub?: string | undefined;
  status?: string | undefined;
  stage?: string | undefined;
  academicYear?: string | undefined;
  phase?: string | undefined;
  workGroup?: string | undefined;
  theme?: string | undefined;
  urn?: string | undefined;
  /** Words of the name of its school, a URN, a postcode: as `findSchools` has it. */
  q?: string | undefined;
  /** Who leads its Work Group, by an opaque id. */
  lead?: string | undefined;
  /** The code of its local authority, and of its trust. */
  la?: string | undefined;
  trust?: string | undefined;
  /** Something of its stage-year was missed; something waits for somebody. */
  overdue?: boolean | undefined;
  tasks?: boolean | undefined;
  /** Marked by this person. */
  watchedBy?: string | undefined;
  /** Null (or not said): all journeys. */
  within?: Within | null | undefined;
}

export const JOURNEY_SORTS = ["school", "stage", "status", "work-group", "owed", "next", "tasks"] as const;
export type JourneySort = (typeof JOURNEY_SORTS)[number];

/** The open tasks of a `journey` that are its hub's. */
export const IS_OPEN =
  "tasks.journey = journey.id and tasks.status = 'open' and coalesce(tasks.hub, journey.hub) = journey.hub";

const STAGE_NO = `coalesce(array_position(array[${STAGES.map((one) => `'${one}'`).join(", ")}], journey.stage), 0)`;
/** By what each sorts, never null: those that are alike stand by their ids. */
const KEYS: Readonly<Record<JourneySort, string>> = {
  school: "coalesce((select lower(name) from schools where schools.urn = journey.urn), '')",
  stage: `${STAGE_NO} || coalesce(journey.academic_year, '')`,
  status: "journey.status",
  "work-group": "coalesce(journey.work_group, '')",
  owed: "journey.owes",
  next: "coalesce(journey.next_at, 'infinity')",
  tasks: `(select count(*) from tasks where ${IS_OPEN})`,
};

const SAME = ["hub", "status", "stage", "academicYear", "phase", "workGroup", "theme"] as const;

/** The journeys that fit, in no order: a query on `journey`. */
export function journeysThatFit(dataSource: DataSource, filter: Narrowing): SelectQueryBuilder<JourneyRow> {
  const query = dataSource.getRepository(JourneyRow).createQueryBuilder("journey");
  for (const field of SAME)
    if (filter[field] !== undefined) query.andWhere(`journey.${field} = :${field}`, { [field]: filter[field] });
  const { urn, q, lead, la, trust, overdue, tasks, watchedBy, within } = filter;
  if (urn !== undefined) query.andWhere("(journey.urn = :urn or journey.aliases @> array[:urn])", { urn });
  if (q !== undefined) keepFound(query, q.trim());
  if (lead !== undefined)
    query.andWhere("journey.workGroup in (select id from work_groups where work_groups.lead = :lead)", { lead });
  for (const [field, value] of Object.entries({ la, trust }))
    if (value !== undefined)
      query.andWhere(`exists (select from schools where schools.urn = journey.urn and schools.${field} = :${field})`, {
        [field]: value,
      });
  if (overdue !== undefined) query.andWhere(overdue ? "journey.owes > 0" : "journey.owes = 0");
  if (tasks !== undefined) query.andWhere(`${tasks ? "" : "not "}exists (select from tasks where ${IS_OPEN})`);
  if (watchedBy !== undefined)
    query.andWhere("exists (select from watches where watches.journey = journey.id and watches.who = :watchedBy)", {
      watchedBy,
    });
  if (within) keepWithin(query, within);
  return query;
}

function keepFound(query: SelectQueryBuilder<JourneyRow>, q: string): void {
  const { text: said, ...patterns } = searching(q);
  // Not :text, which TypeORM would find in ::text too.
  const found = isFound({ text: ":said", starts: ":starts", within: ":within" });
  const known = `exists (select from schools where schools.urn = journey.urn and ${found})`;
  query.andWhere(`(${known} or journey.urn = :q or journey.aliases @> array[:q])`, { q, said, ...patterns });
}

/** Puts them in order; with `after`, leaves those behind this journey. */
export function inOrder(
  query: SelectQueryBuilder<JourneyRow>,
  { sort, descending = false, after }: { sort: JourneySort; descending?: boolean; after?: string | undefined },
): SelectQueryBuilder<JourneyRow> {
  const [key, way] = [KEYS[sort], descending ? "DESC" : "ASC"] as const;
  query.addSelect(key, "sorted_by").orderBy("sorted_by", way).addOrderBy("journey.id", way);
  // Within, `journey` is the one that the list goes on behind.
  if (after !== undefined)
    query.andWhere(
      `(${key}, journey.id) ${descending ? "<" : ">"} (select ${key}, id from journeys as journey where id = :after)`,
      { after },
    );
  return query;
}

/** One line of what the journeys that someone sees can be narrowed by. */
export interface JourneyChoice {
  hub: string;
  status: string;
  stage: string | null;
  workGroup: string | null;
  theme: string | null;
  prospectus: string | null;
  la: string | null;
  laName: string | null;
  trust: string | null;
  trustName: string | null;
}

/** What they can be narrowed by: each combination once. Rejects with StoreError. */
export async function journeyChoices(dataSource: DataSource, within: Within | null): Promise<JourneyChoice[]> {
  const query = journeysThatFit(dataSource, { within })
    .leftJoin("schools", "school", "school.urn = journey.urn")
    .select("journey.hub", "hub")
    .addSelect("journey.status", "status")
    .addSelect("journey.stage", "stage")
    .addSelect("journey.workGroup", "workGroup")
    .addSelect("journey.theme", "theme")
    .addSelect("journey.prospectus", "prospectus")
    .addSelect("school.la", "la")
    .addSelect("school.la_name", "laName")
    .addSelect("school.trust", "trust")
    .addSelect("school.trust_name", "trustName")
    .distinct(true);
  return query.getRawMany<JourneyChoice>();
}

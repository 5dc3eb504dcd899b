// Journeys at a glance, for the console: each with its school's name, what it owes and what waits for somebody.

import type { DataSource } from "typeorm";
import { coded } from "../../store/errors.ts";
import { pageThere, type ByNumber, type Numbered } from "../page.ts";
import type { JourneyRow } from "./journeys.ts";
import { inOrder, IS_OPEN, journeysThatFit, type JourneySort, type Narrowing } from "./narrow-journeys.ts";

/**
 * `owed`: the codes of what the school has missed in its stage-year, oldest first. `tasks`: how many are open.
 * `watched`: by whoever asks.
 */
export interface Glance {
  row: JourneyRow;
  school: string | null;
  postcode: string | null;
  la: string | null;
  trust: string | null;
  owed: string[];
  tasks: number;
  watched: boolean;
}

/** Which page of them, in what order, and for whom (an opaque id). */
export interface OverviewAsked extends ByNumber {
  sort: JourneySort;
  descending: boolean;
  who: string;
}

/** A page of the journeys that fit. Rejects with StoreError. */
export async function overview(
  dataSource: DataSource,
  filter: Narrowing,
  { who, sort, descending, ...asked }: OverviewAsked,
): Promise<Numbered<Glance>> {
  const total = await coded(() => journeysThatFit(dataSource, filter).getCount());
  const { page, pages, offset } = pageThere(total, asked);
  const query = inOrder(journeysThatFit(dataSource, filter), { sort, descending }).limit(asked.size).offset(offset);
  const rows = await coded(() => query.getMany());
  const beside = await besides(dataSource, rows, who);
  const items = rows.map((row) => ({ row, ...(beside.get(row.id) ?? NOTHING) }));
  return { items, total, page, pages };
}

type Beside = Omit<Glance, "row">;
const NOTHING: Beside = {
  school: null,
  postcode: null,
  la: null,
  trust: null,
  owed: [],
  tasks: 0,
  watched: false,
};

/** What stands in other tables of these journeys, in one statement. */
async function besides(dataSource: DataSource, rows: readonly JourneyRow[], who: string): Promise<Map<string, Beside>> {
  const found = await coded<(Beside & { id: string })[]>(() =>
    dataSource.query(
      `select journey.id, schools.name as school, schools.postcode, schools.la_name as la, schools.trust_name as trust,
       (select count(*)::int from tasks where ${IS_OPEN}) as tasks,
       exists (select from watches where watches.journey = journey.id and watches.who = $2) as watched,
       array(select code from commitments where commitments.journey = journey.id and journey.owes > 0 and by = 'school'
         and status = 'missed'
         and year_no = (select max(year_no) from commitments as of_any where of_any.journey = journey.id) order by
           due_on, code) as owed
     from journeys as journey left join schools on schools.urn = journey.urn where journey.id = any($1::text[])`,
      [rows.map(({ id }) => id), who],
    ),
  );
  return new Map(found.map(({ id, ...beside }) => [id, beside]));
}

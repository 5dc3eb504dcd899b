// Journeys at a glance, for the console: each with its school's name, what it owes and what waits for somebody.

import type { DataSource, SelectQueryBuilder } from "typeorm";
import { coded } from "../../store/errors.ts";
import { JourneyRow } from "./journeys.ts";
import { keepWithin, type Within } from "../within.ts";

export type Show = "all" | "owing" | "tasks";

/** `owed`: the codes of what the school has missed in its stage-year, oldest first. `tasks`: how many are open. */
export interface Glance {
  row: JourneyRow;
  school: string | null;
  owed: string[];
  tasks: number;
}

/** `journeys`, `owing`, `tasks`: of all that may be seen, whatever is shown. */
export interface Overview {
  items: Glance[];
  next: string | null;
  journeys: number;
  owing: number;
  tasks: number;
}

const IS_OPEN =
  "tasks.journey = journey.id and tasks.status = 'open' and coalesce(tasks.hub, journey.hub) = journey.hub";
const OPEN_TASK = `select from tasks where ${IS_OPEN}`;

/** Journeys by id, those that someone may see (`within`; null: all) and that fit `show`. Rejects with StoreError. */
export async function overview(
  dataSource: DataSource,
  { within, show, after, limit }: { within: Within | null; show: Show; after: string | null; limit: number },
): Promise<Overview> {
  const seen = (): SelectQueryBuilder<JourneyRow> => {
    const query = dataSource.getRepository(JourneyRow).createQueryBuilder("journey");
    if (within) keepWithin(query, within);
    return query;
  };
  const query = seen()
    .orderBy("journey.id")
    .limit(limit + 1);
  if (show === "owing") query.andWhere("journey.owes > 0");
  if (show === "tasks") query.andWhere(`exists (${OPEN_TASK})`);
  if (after !== null) query.andWhere("journey.id > :after", { after });
  const found = await coded(() => query.getMany());
  const rows = found.slice(0, limit);
  const totals = await coded(() =>
    seen()
      .select("count(*)::int", "journeys")
      .addSelect("(count(*) filter (where journey.owes > 0))::int", "owing")
      .addSelect(`(count(*) filter (where exists (${OPEN_TASK})))::int`, "tasks")
      .getRawOne<{ journeys: number; owing: number; tasks: number }>(),
  );
  const beside = await besides(dataSource, rows);
  return {
    items: rows.map((row) => ({
      row,
      school: beside.get(row.id)?.school ?? null,
      owed: beside.get(row.id)?.owed ?? [],
      tasks: beside.get(row.id)?.tasks ?? 0,
    })),
    next: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
    journeys: totals?.journeys ?? 0,
    owing: totals?.owing ?? 0,
    tasks: totals?.tasks ?? 0,
  };
}

interface Beside {
  id: string;
  school: string | null;
  owed: string[];
  tasks: number;
}

/** What stands in other tables of these journeys, in one statement. */
async function besides(dataSource: DataSource, rows: readonly JourneyRow[]): Promise<Map<string, Beside>> {
  const found = await coded<Beside[]>(() =>
    dataSource.query(
      `select journey.id, schools.name as school,
       (select count(*)::int from tasks where ${IS_OPEN}) as tasks,
       array(select code from commitments where commitments.journey = journey.id and journey.owes > 0 and by = 'school'
         and status = 'missed'
         and year_no = (select max(year_no) from commitments as of_any where of_any.journey = journey.id) order by
           due_on, code) as owed
     from journeys as journey left join schools on schools.urn = journey.urn where journey.id = any($1::text[])`,
      [rows.map(({ id }) => id)],
    ),
  );
  return new Map(found.map((one) => [one.id, one]));
}

// A hub's open tasks, one line a Work Group and cause: forty groups are forty lines, however many schools are in them.

import type { DataSource } from "typeorm";
import type { LocalDate } from "../../calendar/instants.ts";
import type { TaskAbout } from "../../journey/event-words.ts";
import { ALIKE } from "../../journey/tasks.ts";
import { coded } from "../../store/errors.ts";
import { JourneyRow } from "../journeys/journeys.ts";
import { page, type Page } from "../page.ts";
import { keepWithin, type Within } from "../within.ts";
import { GROUP_OF_TASK, HUB_OF_TASK, keepTasks, TaskRow, type TaskNarrowing } from "./tasks.ts";

export interface TaskLineFilter extends TaskNarrowing {
  hub: string;
  within: Within | null;
  /** Of this Work Group and task alone. */
  only?: { workGroup: string | null; task: string };
  /** The `next` of the page before. */
  after?: string;
  limit: number;
}

/**
 * `task`: the id that the tasks of its schools share, or what they are about where each has its own; `dueOn`: of the
 * one that is to be decided first.
 */
export interface TaskLine {
  workGroup: string | null;
  task: string;
  about: TaskAbout;
  commitment: string | null;
  dueOn: LocalDate | null;
  /** By journey id. */
  journeys: string[];
}

/** As `lineOf` (libs/journey/tasks.ts). */
const OWN_IDS = ALIKE.map((about) => `'${about}'`).join(", ");
const LINE = `(case when task.about in (${OWN_IDS}) then task.about else task.id end)`;

/** By when they are to be decided (those without a day last), then by Work Group. Rejects with StoreError. */
export async function taskLinesOfHub(
  dataSource: DataSource,
  { hub, within, only, after, limit, ...which }: TaskLineFilter,
): Promise<Page<TaskLine, string>> {
  const place =
    `concat_ws('~', coalesce(min(task.due_on)::text, '9999-12-31'), coalesce(${GROUP_OF_TASK}, ''), ${LINE}) ` +
    'collate "C"';
  const query = dataSource
    .getRepository(TaskRow)
    .createQueryBuilder("task")
    .innerJoin(JourneyRow, "journey", "journey.id = task.journey")
    .select(GROUP_OF_TASK, "workGroup")
    .addSelect(LINE, "task")
    .addSelect("task.about", "about")
    .addSelect("task.commitment", "commitment")
    .addSelect("min(task.due_on)::text", "dueOn")
    .addSelect("array_agg(distinct task.journey order by task.journey)", "journeys")
    .addSelect(place, "place")
    .where(`${HUB_OF_TASK} = :hub and task.status = 'open'`, { hub })
    .groupBy(`${GROUP_OF_TASK}, ${LINE}, task.about, task.commitment`)
    .orderBy("place")
    .limit(limit + 1);
  if (within) keepWithin(query, within, HUB_OF_TASK);
  keepTasks(query, which);
  if (only !== undefined) query.andWhere(`${LINE} = :task and ${GROUP_OF_TASK} is not distinct from :workGroup`, only);
  if (after !== undefined) query.having(`${place} > :after`, { after });
  const found = await coded(() => query.getRawMany<TaskLine & { place: string }>());
  const { items, next } = page(found, limit, (row) => row.place);
  return { items: items.map(({ place: _, ...line }) => line), next };
}

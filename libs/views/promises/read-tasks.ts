// A hub's tasks in the order in which a morning goes through them.

import { In, type DataSource } from "typeorm";
import type { Instant, LocalDate } from "../../calendar/instants.ts";
import type { AskedOfGrant, TaskAbout } from "../../journey/event-words.ts";
import { coded } from "../../store/errors.ts";
import { INSTANT } from "../columns.ts";
import { JourneyRow } from "../journeys/journeys.ts";
import { page, type Page } from "../page.ts";
import { GROUP_OF_TASK, HUB_OF_TASK, keepTasks, TaskRow, type TaskNarrowing } from "./tasks.ts";
import { keepWithin, type Within } from "../within.ts";

export interface TaskFilter extends TaskNarrowing {
  hub: string;
  within: Within | null;
  status?: string;
  /** Of this id, of these journeys alone. */
  task?: string;
  journeys?: readonly string[];
  /** The `next` of the page before. */
  after?: string;
  limit: number;
}

export interface QueuedTask {
  journey: string;
  urn: string;
  school: string | null;
  workGroup: string | null;
  id: string;
  about: TaskAbout;
  commitment: string | null;
  openedAt: Instant;
  dueOn: LocalDate | null;
  status: string;
  assignee: string | null;
  /** Since when it is theirs; null where it was given to nobody, or before that was kept. */
  givenAt: Instant | null;
  /** What it asks of which grant, where it is about one. */
  asks: AskedOfGrant | null;
}

interface Raw extends Omit<QueuedTask, "openedAt" | "givenAt"> {
  openedAt: Date;
  givenAt: Date | null;
  place: string;
}

/** By when they are to be decided (those without a day last), then the oldest. Rejects with StoreError. */
export async function tasksOfHub(
  dataSource: DataSource,
  { hub, within, status, task, journeys, after, limit, ...which }: TaskFilter,
): Promise<Page<QueuedTask, string>> {
  const place =
    "concat_ws('~', coalesce(task.due_on::text, '9999-12-31'), to_char(task.opened_at at time zone 'UTC', " +
    '\'YYYY-MM-DD"T"HH24:MI:SS\'), task.journey, task.id) collate "C"';
  const query = dataSource
    .getRepository(TaskRow)
    .createQueryBuilder("task")
    .innerJoin(JourneyRow, "journey", "journey.id = task.journey")
    .leftJoin("schools", "school", "school.urn = journey.urn")
    .select("task.journey", "journey")
    .addSelect("journey.urn", "urn")
    .addSelect("school.name", "school")
    .addSelect(GROUP_OF_TASK, "workGroup")
    .addSelect("task.id", "id")
    .addSelect("task.about", "about")
    .addSelect("task.commitment", "commitment")
    .addSelect("task.opened_at", "openedAt")
    .addSelect("task.due_on::text", "dueOn")
    .addSelect("task.status", "status")
    .addSelect("task.assignee", "assignee")
    .addSelect("task.given_at", "givenAt")
    .addSelect("task.asks", "asks")
    .addSelect(place, "place")
    .where(`${HUB_OF_TASK} = :hub`, { hub })
    .orderBy("place")
    .limit(limit + 1);
  if (within) keepWithin(query, within, HUB_OF_TASK);
  if (status !== undefined) query.andWhere("task.status = :status", { status });
  keepTasks(query, which);
  if (task !== undefined) query.andWhere("task.id = :task", { task });
  if (journeys !== undefined) query.andWhere("task.journey = any(:journeys)", { journeys: [...journeys] });
  if (after !== undefined) query.andWhere(`${place} > :after`, { after });
  const found = await coded(() => query.getRawMany<Raw>());
  const { items, next } = page(found, limit, (row) => row.place);
  return { items: items.map(asQueued), next };
}

function asQueued({ place: _, openedAt, givenAt, ...row }: Raw): QueuedTask {
  return { ...row, openedAt: instantOf(openedAt), givenAt: givenAt && instantOf(givenAt) };
}

const instantOf = (date: Date): Instant => (INSTANT.transformer as { from(value: Date): Instant }).from(date);

/** Of these journeys, the open tasks about letters that came back: `{journey} {task}`. Rejects with StoreError. */
export async function bouncedTasks(dataSource: DataSource, journeys: readonly string[]): Promise<Set<string>> {
  const where = { journey: In([...journeys]), about: "bounced-letter" as const, status: "open" as const };
  const rows = await coded(() => dataSource.manager.find(TaskRow, { where, select: { journey: true, id: true } }));
  return new Set(rows.map(({ journey, id }) => `${journey} ${id}`));
}

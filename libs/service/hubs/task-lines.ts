// What waits for somebody at a hub: one line a Work Group and cause, with its schools, and one decision on all of them.

import { instantFromMs, localDate } from "../../calendar/instants.ts";
import type { TaskDecision } from "../../journey/commands.ts";
import { lineOf } from "../../journey/tasks.ts";
import { numbered, pageWith, type ByNumber, type Numbered, type Page } from "../../views/page.ts";
import { tasksOfHub, type QueuedTask } from "../../views/promises/read-tasks.ts";
import { taskLinesOfHub, type TaskLine, type TaskLineFilter } from "../../views/promises/read-task-lines.ts";
import type { TaskNarrowing } from "../../views/promises/tasks.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold } from "../access/roles.ts";
import { withinOf } from "../access/scope.ts";
import type { Asked } from "../commands/asked.ts";
import type { JourneyCommands } from "../commands/perform-on-journey.ts";
import { toEach, type CameOf } from "../commands/to-each.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import { Refusal } from "../refusal.ts";
import type { ServiceSettings } from "../settings.ts";
import { groupTasks, type WholeGroupTask } from "./group-tasks.ts";
import { TASK_ROLES, type HubTasks, type WholeTask } from "./tasks.ts";

export type { QueuedTask } from "../../views/promises/read-tasks.ts";
export type { TaskNarrowing } from "../../views/promises/tasks.ts";

/**
 * A line with the task of each of its schools. `choices`: those that every one of them has; `ofGroup`: it is a task of
 * the Work Group itself, and of none of its schools.
 */
export interface WholeLine extends TaskLine {
  ofGroup: WholeGroupTask | null;
  schools: WholeTask[];
  choices: TaskDecision[];
}

/** More than a hub ever has of either. */
const MOST_LINES = 5_000;
const MOST_TASKS = 20_000;

export const TASK_SORTS = ["due", "group", "about"] as const;
export type TaskSort = (typeof TASK_SORTS)[number];
/** Lines that are alike in it stand as they are to be decided. */
const KEYS: Readonly<Record<TaskSort, (line: TaskLine) => string>> = {
  due: () => "",
  group: ({ workGroup }) => workGroup ?? "~",
  about: ({ about }) => about,
};
const keyOf = ({ workGroup, task }: Pick<TaskLine, "workGroup" | "task">): string => `${workGroup ?? ""}~${task}`;

export class TaskLines {
  constructor(
    private readonly database: Database,
    private readonly tasks: HubTasks,
    private readonly commands: JourneyCommands,
    private readonly settings: Pick<ServiceSettings, "calendarOf" | "clock">,
  ) {}

  /**
   * The lines that a caller of a hub sees, what is to be decided first first. `overdue`: only what was to be decided
   * before today.
   * @throws Refusal `forbidden`; `not-found` for one who is of no hub
   */
  async list(
    caller: Principal,
    { overdue = false, ...asked }: Omit<TaskLineFilter, "hub" | "within" | "only"> & { overdue?: boolean },
  ): Promise<Page<WholeLine, string>> {
    const hub = hubOf(caller);
    const today = localDate(instantFromMs(this.settings.clock()));
    const filter = { ...asked, ...(overdue && { dueBefore: today }) };
    const source = await this.database.open();
    const found = await taskLinesOfHub(source, { ...filter, hub, within: withinOf(caller) });
    const ofGroups = (await groupTasks(source, this.settings, caller, { ...filter, hub })).map(asLine);
    const { items, next } = pageWith<TaskLine, WholeLine>(found, ofGroups, filter, placeOfLine);
    return { items: await this.wholes(caller, items), next };
  }

  /**
   * The same by pages of their own number, in one of several orders.
   * @throws Refusal `forbidden`; `not-found` for one who is of no hub
   */
  async page(
    caller: Principal,
    filter: TaskNarrowing,
    { sort, descending, ...asked }: ByNumber & { sort: TaskSort; descending: boolean },
  ): Promise<Numbered<WholeLine>> {
    const hub = hubOf(caller);
    const source = await this.database.open();
    const { items } = await taskLinesOfHub(source, { ...filter, hub, within: withinOf(caller), limit: MOST_LINES });
    const ofGroups = (await groupTasks(source, this.settings, caller, { ...filter, hub })).map(asLine);
    const key = (line: TaskLine): string => `${KEYS[sort](line)}~${placeOfLine(line)}`;
    const all = [...items, ...ofGroups].sort((one, other) => (key(one) < key(other) ? -1 : 1));
    const found = numbered<TaskLine | WholeLine>(descending ? all.reverse() : all, asked);
    return { ...found, items: await this.wholes(caller, found.items) };
  }

  /** Every task by itself, as a file has them. @throws Refusal as `page` */
  async each(caller: Principal, filter: TaskNarrowing): Promise<(QueuedTask | WholeGroupTask)[]> {
    const hub = hubOf(caller);
    const source = await this.database.open();
    const asked = { ...filter, hub, within: withinOf(caller), status: "open", limit: MOST_TASKS };
    const { items } = await tasksOfHub(source, asked);
    return [...items, ...(await groupTasks(source, this.settings, caller, { ...filter, hub }))];
  }

  /** One line. @throws Refusal `forbidden`, `not-found` */
  async one(caller: Principal, only: { workGroup: string | null; task: string }): Promise<WholeLine> {
    const hub = hubOf(caller);
    const source = await this.database.open();
    const { items } = await taskLinesOfHub(source, { only, hub, within: withinOf(caller), limit: 1 });
    const [line] = items;
    if (!line) throw new Refusal("not-found", "There is no such task.");
    const [whole] = await this.wholes(caller, [line]);
    if (!whole) throw new Refusal("not-found", "There is no such task.");
    return whole;
  }

  /** Decides alike on every school of a line; looked at first where a preview is asked for. @throws Refusal as `one` */
  async decide(
    asked: Asked,
    { workGroup, task, ...said }: { workGroup: string | null; task: string } & Readonly<Record<string, unknown>>,
  ): Promise<CameOf[]> {
    const { journeys } = await this.one(asked.caller, { workGroup, task });
    return toEach(
      this.commands,
      "DecideTask",
      asked,
      journeys.map((journey) => ({ journey, body: { ...said, task } })),
    );
  }

  /** Lines with the tasks of their schools: read at once, however many. */
  private async wholes(caller: Principal, lines: readonly (TaskLine | WholeLine)[]): Promise<WholeLine[]> {
    const bare = lines.filter((line): line is TaskLine => !("ofGroup" in line));
    const source = await this.database.open();
    const { items } = await tasksOfHub(source, {
      hub: hubOf(caller),
      within: withinOf(caller),
      status: "open",
      journeys: [...new Set(bare.flatMap(({ journeys }) => journeys))],
      limit: MOST_TASKS,
    });
    const byLine = new Map<string, QueuedTask[]>();
    for (const one of items) {
      const key = keyOf({ workGroup: one.workGroup, task: lineOf(one) });
      byLine.set(key, [...(byLine.get(key) ?? []), one]);
    }
    const wanted = bare.flatMap((line) =>
      (byLine.get(keyOf(line)) ?? []).filter((one) => line.journeys.includes(one.journey)),
    );
    const whole = new Map<string, WholeTask[]>();
    for (const one of await this.tasks.wholes(source, wanted)) {
      const key = keyOf({ workGroup: one.workGroup, task: lineOf(one) });
      whole.set(key, [...(whole.get(key) ?? []), one]);
    }
    return lines.map((line) => {
      if ("ofGroup" in line) return line;
      const schools = whole.get(keyOf(line)) ?? [];
      const [first, ...others] = schools;
      const choices = (first?.choices ?? []).filter((choice) => others.every((one) => one.choices.includes(choice)));
      return { ...line, ofGroup: null, schools, choices };
    });
  }
}

function asLine(ofGroup: WholeGroupTask): WholeLine {
  const { workGroup, id: task, about, commitment, dueOn } = ofGroup;
  return { workGroup, task, about, commitment, dueOn, journeys: [], schools: [], choices: [], ofGroup };
}

/** Where a line stands, as PostgreSQL orders them (read-task-lines.ts). */
const placeOfLine = ({ dueOn, workGroup, task }: TaskLine): string =>
  [dueOn ?? "9999-12-31", workGroup ?? "", task].join("~");

function hubOf(caller: Principal): string {
  mustHold(caller, TASK_ROLES.read);
  withinOf(caller);
  if (caller.hub === null) throw new Refusal("not-found", "These are the tasks of one’s own hub.");
  return hubCode(caller.hub);
}

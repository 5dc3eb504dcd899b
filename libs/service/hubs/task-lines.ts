// What waits for somebody at a hub: one line a Work Group and cause, with its schools, and one decision on all of them.

import type { TaskDecision } from "../../journey/commands.ts";
import { ALIKE } from "../../journey/tasks.ts";
import { pageWith, type Page } from "../../views/page.ts";
import { tasksOfHub } from "../../views/promises/read-tasks.ts";
import { taskLinesOfHub, type TaskLine, type TaskLineFilter } from "../../views/promises/read-task-lines.ts";
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

/**
 * A line with the task of each of its schools. `choices`: those that every one of them has; `ofGroup`: it is a task of
 * the Work Group itself, and of none of its schools.
 */
export interface WholeLine extends TaskLine {
  ofGroup: WholeGroupTask | null;
  schools: WholeTask[];
  choices: TaskDecision[];
}

/** More schools than a Work Group ever has. */
const MOST_SCHOOLS = 100;

export class TaskLines {
  constructor(
    private readonly database: Database,
    private readonly tasks: HubTasks,
    private readonly commands: JourneyCommands,
    private readonly settings: Pick<ServiceSettings, "calendarOf" | "clock">,
  ) {}

  /**
   * The lines that a caller of a hub sees, what is to be decided first first.
   * @throws Refusal `forbidden`; `not-found` for one who is of no hub
   */
  async list(
    caller: Principal,
    filter: Omit<TaskLineFilter, "hub" | "within" | "only">,
  ): Promise<Page<WholeLine, string>> {
    const hub = hubOf(caller);
    const source = await this.database.open();
    const found = await taskLinesOfHub(source, { ...filter, hub, within: withinOf(caller) });
    const ofGroups = (await groupTasks(source, this.settings, caller, { ...filter, hub })).map(asLine);
    const { items, next } = pageWith<TaskLine, WholeLine>(found, ofGroups, filter, placeOfLine);
    return {
      items: await Promise.all(items.map(async (line) => ("ofGroup" in line ? line : this.whole(caller, line)))),
      next,
    };
  }

  /** One line. @throws Refusal `forbidden`, `not-found` */
  async one(caller: Principal, only: { workGroup: string | null; task: string }): Promise<WholeLine> {
    const hub = hubOf(caller);
    const source = await this.database.open();
    const { items } = await taskLinesOfHub(source, { only, hub, within: withinOf(caller), limit: 1 });
    const [line] = items;
    if (!line) throw new Refusal("not-found", "There is no such task.");
    return this.whole(caller, line);
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

  private async whole(caller: Principal, line: TaskLine): Promise<WholeLine> {
    const source = await this.database.open();
    const hub = hubOf(caller);
    const { items } = await tasksOfHub(source, {
      hub,
      within: withinOf(caller),
      status: "open",
      ...(ALIKE.includes(line.about) ? { about: line.about } : { task: line.task }),
      journeys: line.journeys,
      limit: MOST_SCHOOLS,
    });
    const schools = await Promise.all(items.map((one) => this.tasks.whole(source, one)));
    const [first, ...others] = schools;
    const choices = (first?.choices ?? []).filter((choice) => others.every((one) => one.choices.includes(choice)));
    return { ...line, ofGroup: null, schools, choices };
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

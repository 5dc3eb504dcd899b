// What waits for somebody at a hub, in the order in which it is to be decided.

import type { DataSource } from "typeorm";
import { instantFromMs, notBefore } from "../../calendar/instants.ts";
import type { TaskDecision } from "../../journey/commands.ts";
import { fold, NOTHING } from "../../journey/evolve.ts";
import { choicesOf, soFarOf, type SoFar } from "../../journey/tasks.ts";
import { eventsOf } from "../../views/events-of.ts";
import { pageWith, type Page } from "../../views/page.ts";
import { tasksOfHub, type QueuedTask, type TaskFilter } from "../../views/promises/read-tasks.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, READERS } from "../access/roles.ts";
import { sameHub, withinOf } from "../access/scope.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import { rulesNow } from "../rules.ts";
import type { ServiceSettings } from "../settings.ts";
import { groupTasks, placeOfTask, type GroupTaskFilter, type WholeGroupTask } from "./group-tasks.ts";

export const TASK_ROLES = { read: READERS } as const;
/** What the `next` of a page of tasks looks like. */
export const TASKS_AFTER = /^[\w.~/:-]{1,250}$/u;

/** `after`: the `next` of the page before. */
export interface GroupTasksAsked extends Omit<GroupTaskFilter, "hub" | "status"> {
  after?: string;
  limit: number;
}

/** A task with what somebody needs who decides on it. */
export interface WholeTask extends QueuedTask {
  soFar: SoFar;
  choices: TaskDecision[];
}

export class HubTasks {
  constructor(
    private readonly database: Database,
    private readonly settings: ServiceSettings,
  ) {}

  /**
   * The tasks of a hub's schools that a caller sees; open ones unless another status is asked for.
   * @throws Refusal `forbidden`, `not-found`
   */
  async list(
    caller: Principal,
    hub: string,
    filter: Omit<TaskFilter, "hub" | "within">,
  ): Promise<Page<WholeTask, string>> {
    mustHold(caller, TASK_ROLES.read);
    sameHub(caller, hub);
    const source = await this.database.open();
    const { items, next } = await tasksOfHub(source, {
      ...filter,
      status: filter.status ?? "open",
      hub: hubCode(hub),
      within: withinOf(caller),
    });
    return { items: await this.wholes(source, items), next };
  }

  /**
   * The open tasks of a hub's Work Groups themselves that a caller sees.
   * @throws Refusal `forbidden`, `not-found`
   */
  async ofGroups(
    caller: Principal,
    hub: string,
    { after, limit, ...filter }: GroupTasksAsked,
  ): Promise<Page<WholeGroupTask, string>> {
    mustHold(caller, TASK_ROLES.read);
    sameHub(caller, hub);
    const source = await this.database.open();
    const all = await groupTasks(source, this.settings, caller, { ...filter, hub: hubCode(hub) });
    const nothing: Page<WholeGroupTask, string> = { items: [], next: null };
    return pageWith(nothing, all, { after, limit }, placeOfTask);
  }

  /**
   * Tasks with what happened about each, and what can be decided; the events of their journeys are read once. Rejects
   * with StoreError.
   */
  async wholes(source: DataSource, tasks: readonly QueuedTask[]): Promise<WholeTask[]> {
    if (tasks.length === 0) return [];
    const events = await eventsOf(source, [...new Set(tasks.map(({ journey }) => journey))]);
    const states = new Map([...events].map(([journey, past]) => [journey, fold(past)]));
    const rules = await rulesNow(source, this.settings);
    const now = instantFromMs(this.settings.clock());
    return tasks.map((task) => {
      const state = states.get(task.journey) ?? NOTHING;
      const found = state.status === "none" ? undefined : state.tasks.find(({ id }) => id === task.id);
      const at = notBefore(state, now);
      return {
        ...task,
        soFar: found ? soFarOf(events.get(task.journey) ?? [], found) : { events: [], promised: [] },
        choices: found?.status === "open" ? choicesOf(state, found, rules, at) : [],
      };
    });
  }
}

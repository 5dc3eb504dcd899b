// What waits for somebody at a hub, in the order in which it is to be decided.

import { Controller, Get, Param, Query, Req } from "@nestjs/common";
import type { DataSource } from "typeorm";
import { instantFromMs } from "../../../libs/calendar/instants.ts";
import type { TaskDecision } from "../../../libs/journey/commands.ts";
import { fold } from "../../../libs/journey/evolve.ts";
import { choicesOf, soFarOf, type Happening } from "../../../libs/journey/tasks.ts";
import { load } from "../../../libs/store/events/event-store.ts";
import { recorded } from "../../../libs/store/events/known-events.ts";
import { streamOf } from "../../../libs/store/events/streams.ts";
import { tasksOfHub, type QueuedTask } from "../../../libs/views/promises/read-tasks.ts";
import { READERS, Roles } from "../access/roles.ts";
import { callerOf, sameHub, withinOf } from "../access/scope.ts";
import { ApiSettings } from "../api-settings.ts";
import { Database } from "../database.ts";
import type { ApiRequest } from "../http/request.ts";
import { validated } from "../http/validated.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB } from "../openapi/parameters.ts";
import { rulesOf } from "../rules.ts";
import { hubCode } from "./hub-code.ts";
import { TASKS_PARAMETERS, TasksQuery } from "./promises.dto.ts";

/** A task with what somebody needs who decides on it. */
export interface WholeTask extends QueuedTask {
  soFar: Happening[];
  choices: TaskDecision[];
}

@Controller("api/v1/hubs/:hub/tasks")
export class HubTasksController {
  constructor(
    private readonly database: Database,
    private readonly settings: ApiSettings,
  ) {}

  @Get()
  @Roles(...READERS)
  @Doc({
    id: "listHubTasks",
    tag: "Trouble",
    summary: "What waits for somebody to decide, by the day by which it is to be decided",
    description:
      "Open ones unless another status is asked for. soFar: what happened about it; choices: the decisions " +
      "that can be taken now (decide-task), " +
      "each with a reason. A task about a year that is over stays, with the choices that are left. " +
      "assign-task gives it to somebody. A task about a letter " +
      "that came back closes by itself once somebody else is named or the reminder is sent again.",
    parameters: [HUB, ...TASKS_PARAMETERS],
    answer: "TaskPage",
    problems: [403, 404, 422, 503],
  })
  async list(
    @Param("hub") hub: string,
    @Query() query: unknown,
    @Req() request: ApiRequest,
  ): Promise<{ items: WholeTask[]; next: string | null }> {
    const caller = callerOf(request);
    sameHub(caller, hub);
    const filter = validated(TasksQuery, query, { only: true });
    const source = await this.database.open();
    const { items, next } = await tasksOfHub(source, {
      ...filter,
      status: filter.status ?? "open",
      hub: hubCode(hub),
      within: withinOf(caller),
    });
    return { items: await Promise.all(items.map((task) => this.whole(source, task))), next };
  }

  private async whole(source: DataSource, task: QueuedTask): Promise<WholeTask> {
    const events = recorded(await load(source, streamOf(task.journey)));
    const state = fold(events);
    const found = state.status === "none" ? undefined : state.tasks.find(({ id }) => id === task.id);
    const now = instantFromMs(this.settings.clock());
    const at = state.status !== "none" && state.lastAt > now ? state.lastAt : now;
    return {
      ...task,
      soFar: found ? soFarOf(events, found) : [],
      choices: found?.status === "open" ? choicesOf(state, found, rulesOf(this.settings), at) : [],
    };
  }
}

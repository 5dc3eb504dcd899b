// What waits for somebody at a hub, in the order in which it is to be decided.

import { Controller, Get, Param, Query, UseGuards } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { OwnHubGuard } from "../../../libs/http/own-hub.guard.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { HubTasks, TASK_ROLES } from "../../../libs/service/hubs/tasks.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB } from "../openapi/parameters.ts";
import { TaskPageAnswer, TasksQuery } from "./promises.dto.ts";
import { taskAnswer } from "./task-answer.ts";

@Controller("api/v1/hubs/:hub/tasks")
@UseGuards(OwnHubGuard)
export class HubTasksController {
  constructor(private readonly tasks: HubTasks) {}

  @Get()
  @Roles(...TASK_ROLES.read)
  @Doc({
    id: "listHubTasks",
    tag: "Trouble",
    summary: "What waits for somebody to decide, by the day by which it is to be decided",
    description:
      "Open ones unless another status is asked for. soFar: what happened about it; choices: the decisions " +
      "that can be taken now (decide-task), " +
      "each with a reason. A task about a year that is over stays, with the choices that are left. " +
      "assign-task gives it to somebody. A task about a letter " +
      "that came back closes by itself once somebody else is named or the reminder is sent again. Beside those of " +
      "the schools stand those of Work Groups themselves, journey null and one a thing: too few schools (group), a " +
      "register that nobody took (register); commands says what settles them.",
    parameters: [HUB],
    answer: TaskPageAnswer,
    problems: [403, 404, 422, 503],
  })
  async list(
    @Caller() caller: Principal,
    @Param("hub") hub: string,
    @Query() query: TasksQuery,
  ): Promise<TaskPageAnswer> {
    const { items, next } = await this.tasks.list(caller, hub, query);
    return { items: items.map(taskAnswer), next };
  }
}

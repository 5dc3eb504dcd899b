// What waits for somebody at a hub, in the order in which it is to be decided.

import { Controller, Get, Param, Query, UseGuards } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { OwnHubGuard } from "../../../libs/http/own-hub.guard.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { HubTasks, TASK_ROLES } from "../../../libs/service/hubs/tasks.ts";
import { present } from "../../../libs/service/shape/present.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB } from "../openapi/parameters.ts";
import { GroupTaskAnswer, GroupTaskPageAnswer, GroupTasksQuery, TaskPageAnswer, TasksQuery } from "./promises.dto.ts";
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
      "that came back closes by itself once somebody else is named or the reminder is sent again. Those of Work " +
      "Groups themselves are in a list of their own (group-tasks).",
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

@Controller("api/v1/hubs/:hub/group-tasks")
@UseGuards(OwnHubGuard)
export class GroupTasksController {
  constructor(private readonly tasks: HubTasks) {}

  @Get()
  @Roles(...TASK_ROLES.read)
  @Doc({
    id: "listGroupTasks",
    tag: "Trouble",
    summary: "What waits for somebody of the Work Groups themselves, by the day by which it is to be settled",
    description:
      "One a thing, and of no school: too few schools (group), a register that nobody took (register). commands says " +
      "what settles it; assign-task of the group gives it to somebody.",
    parameters: [HUB],
    answer: GroupTaskPageAnswer,
    problems: [403, 404, 422, 503],
  })
  async list(
    @Caller() caller: Principal,
    @Param("hub") hub: string,
    @Query() query: GroupTasksQuery,
  ): Promise<GroupTaskPageAnswer> {
    const { items, next } = await this.tasks.ofGroups(caller, hub, query);
    return { items: items.map((task) => present(GroupTaskAnswer, task)), next };
  }
}

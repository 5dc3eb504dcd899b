// What waits for somebody at a hub, in the order in which it is to be decided.

import { Controller, Get, Param, Query, UseGuards } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { OwnHubGuard } from "../../../libs/http/own-hub.guard.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import { sentenceOf } from "../../../libs/journey/sentences.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { HubTasks, TASK_ROLES, type WholeTask } from "../../../libs/service/hubs/tasks.ts";
import { present } from "../../../libs/service/shape/present.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB } from "../openapi/parameters.ts";
import { TaskAnswer, TaskPageAnswer, TasksQuery } from "./promises.dto.ts";
import { grantCauseInWords } from "../../../libs/words/grant-causes.ts";

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
      "that came back closes by itself once somebody else is named or the reminder is sent again.",
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
    return { items: items.map(presented), next };
  }
}

function presented(task: WholeTask): TaskAnswer {
  const soFar = task.soFar.events.map((event) => ({ seq: event.seq, at: event.at, what: sentenceOf(event) }));
  const asks = task.asks && {
    ...task.asks,
    why: grantCauseInWords(task.asks.cause, task.asks.paid),
    proposedPence: task.asks.proposedPence ?? null,
    missing: task.asks.missing ?? null,
  };
  return present(TaskAnswer, { ...task, asks, soFar });
}

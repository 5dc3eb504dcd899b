// What waits for somebody at one's own hub: a line a Work Group and cause, and one decision on all schools of a line.

import { Body, Controller, Get, HttpCode, Post, Query } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { AskedHere, Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import type { Asked } from "../../../libs/service/commands/asked.ts";
import { TaskLines, type WholeLine } from "../../../libs/service/hubs/task-lines.ts";
import { TASK_ROLES } from "../../../libs/service/hubs/tasks.ts";
import { taskAnswer } from "./task-answer.ts";
import { present } from "../../../libs/service/shape/present.ts";
import { Doc } from "../openapi/doc.ts";
import { PREVIEW } from "../openapi/parameters.ts";
import {
  CameOfEachAnswer,
  cameInWords,
  DecideLineBody,
  TaskLineAnswer,
  TaskLinePageAnswer,
  TaskLinesQuery,
} from "./task-lines.dto.ts";

@Controller("api/v1/tasks")
export class TaskLinesController {
  constructor(private readonly lines: TaskLines) {}

  @Get()
  @Roles(...TASK_ROLES.read)
  @Doc({
    id: "listTaskLines",
    tag: "Trouble",
    summary: "What waits for somebody at one’s own hub: one line a Work Group and cause, with its schools",
    description: "Open ones, by the day by which the first of a line is to be decided.",
    answer: TaskLinePageAnswer,
    problems: [403, 404, 422, 503],
  })
  async list(@Caller() caller: Principal, @Query() { overdue, ...query }: TaskLinesQuery): Promise<TaskLinePageAnswer> {
    const { items, next } = await this.lines.list(caller, { ...query, overdue: overdue === "true" });
    return { items: items.map(presented), next };
  }

  @Post("decide")
  @HttpCode(200)
  @Roles("hub-lead")
  @Doc({
    id: "decideTaskLine",
    tag: "Trouble",
    summary: "Decide alike on every school of a line",
    description:
      "To each school its own DecideTask, once. With preview=true nothing is kept: what would come of each. What the " +
      "rules turn down for one school stands beside it; the others are decided.",
    parameters: [PREVIEW],
    answer: CameOfEachAnswer,
    problems: [400, 403, 404, 412, 413, 415, 422, 503],
  })
  async decide(
    @AskedHere() asked: Asked,
    @Body() { workGroup, task, decision, reason, dueOn }: DecideLineBody,
  ): Promise<CameOfEachAnswer> {
    const line = { workGroup: workGroup ?? null, task, decision };
    // What may be left out may be null.
    const more = { ...((reason ?? null) !== null && { reason }), ...((dueOn ?? null) !== null && { dueOn }) };
    return cameInWords(await this.lines.decide(asked, { ...line, ...more }));
  }
}

function presented({ schools, ofGroup, ...line }: WholeLine): TaskLineAnswer {
  return present(TaskLineAnswer, { ...line, commands: ofGroup?.commands ?? [], schools: schools.map(taskAnswer) });
}

// GET /tasks: the hub's queue for the morning.

import { Controller, Get, Query, Req, Res } from "@nestjs/common";
import { instantFromMs, localDate } from "../../../libs/calendar/instants.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import { HubStaff } from "../../../libs/service/hubs/staff.ts";
import { TaskLines } from "../../../libs/service/hubs/task-lines.ts";
import { TASKS_AFTER } from "../../../libs/service/hubs/tasks.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { saysDone } from "../journeys/done.ts";
import { afterIn } from "../next-page.ts";
import { STAFF } from "../staff.ts";
import { hubInWords } from "../words.ts";
import { tasksPage } from "./tasks-page.ts";

const A_PAGE = 25;

@Controller("tasks")
export class TasksPageController {
  constructor(
    private readonly desk: Desk,
    private readonly queue: TaskLines,
    private readonly settings: WebSettings,
    private readonly staff: HubStaff,
  ) {}

  @Get()
  @Visitors()
  async tasks(
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const visitor = await this.desk.visitor(request, response, STAFF);
    const { principal } = visitor.person;
    const hub = principal.hub ?? "";
    const show = query["show"] === "mine" ? "mine" : "all";
    const asked = {
      limit: A_PAGE,
      ...(show === "mine" && { assignee: principal.who }),
      ...afterIn(query["after"], TASKS_AFTER),
    };
    const { items, next } = await this.queue.list(principal, asked);
    const today = localDate(instantFromMs(this.settings.clock()));
    answerPage(
      response,
      200,
      `Tasks of ${hubInWords(hub)}`,
      tasksPage(items, {
        principal,
        called: visitor.called,
        staff: await this.staff.choices(principal),
        today,
        show,
        done: saysDone(query["done"]),
        next,
      }),
      visitor.person,
    );
  }
}

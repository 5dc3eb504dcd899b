// GET /tasks: the hub's queue for the morning.

import { Controller, Get, Query, Req, Res } from "@nestjs/common";
import { instantFromMs, localDate } from "../../../libs/calendar/instants.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import { type Role } from "../../../libs/service/access/principal.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { HubTasksController } from "../../api/hubs/tasks.controller.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { saysDone } from "../journeys/done.ts";
import { hubInWords } from "../words.ts";
import { tasksPage } from "./tasks-page.ts";

const STAFF: readonly Role[] = ["hub-coordinator", "hub-lead"];
const A_PAGE = 25;

@Controller("tasks")
export class TasksPageController {
  constructor(
    private readonly desk: Desk,
    private readonly settings: WebSettings,
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
      limit: String(A_PAGE),
      ...(show === "mine" && { assignee: principal.who }),
      ...(typeof query["after"] === "string" && { after: query["after"] }),
    };
    const { items, next } = await this.desk.ask(
      visitor,
      request,
      { controller: HubTasksController, handler: "list" },
      (tasks, own) => tasks.list(hub, asked, own),
    );
    const today = localDate(instantFromMs(this.settings.clock()));
    answerPage(
      response,
      200,
      `Tasks of ${hubInWords(hub)}`,
      tasksPage(items, { principal, today, show, done: saysDone(query["done"]), next }),
      visitor.person,
    );
  }
}

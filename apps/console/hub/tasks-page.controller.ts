// GET /tasks: the hub's queue for the morning; GET /tasks/tasks.csv: each task of it, as a file.

import { Controller, Get, Query, Req, Res } from "@nestjs/common";
import { instantFromMs, localDate } from "../../../libs/calendar/instants.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import { SecurityLog } from "../../../libs/service/access/security-log.ts";
import { HubStaff } from "../../../libs/service/hubs/staff.ts";
import { TaskLines } from "../../../libs/service/hubs/task-lines.ts";
import { NamedGroups } from "../../../libs/service/work-groups/named-groups.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import type { Typed } from "../form-fields.ts";
import { html } from "../html.ts";
import { saysDone } from "../journeys/done.ts";
import { askedIn, sizeOf } from "../lists/list-asked.ts";
import { answerFile, fileOf } from "../lists/list-file.ts";
import { listPage } from "../lists/list-view.ts";
import { doneBanner } from "../look/parts.ts";
import { STAFF } from "../staff.ts";
import type { AtDesk } from "../visitor.ts";
import { hubInWords } from "../words.ts";
import { taskColumns, tasksAsked, tasksList } from "./tasks-list.ts";
import type { TasksLook } from "./tasks-page.ts";

@Controller("tasks")
export class TasksPageController {
  constructor(
    private readonly desk: Desk,
    private readonly queue: TaskLines,
    private readonly groups: NamedGroups,
    private readonly security: SecurityLog,
    private readonly settings: WebSettings,
    private readonly staff: HubStaff,
  ) {}

  @Get()
  @Visitors()
  async tasks(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response, STAFF);
    // As one’s own were asked for before the list could be narrowed.
    if (query["show"] === "mine") {
      response.writeHead(303, { Location: "/tasks?given=me" }).end();
      return;
    }
    const look = await this.look(visitor);
    const spec = tasksList(look);
    const asked = askedIn(query, spec);
    const { filter, order } = tasksAsked(asked, { today: look.today, who: look.principal.who });
    const found = await this.queue.page(look.principal, filter, { ...order, page: asked.page, size: sizeOf(asked) });
    const body = html`${doneBanner(saysDone(query["done"]))}${listPage(found, asked, spec)}`;
    answerPage(response, 200, `Tasks of ${hubInWords(look.principal.hub ?? "")}`, body, visitor.person);
  }

  @Get("tasks.csv")
  @Visitors()
  async file(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const look = await this.look(await this.desk.visitor(request, response, STAFF));
    const { principal, groups, today } = look;
    const by = { today, who: principal.who };
    const { filter } = tasksAsked(askedIn(query, tasksList(look)), by);
    const tasks = await this.queue.each(principal, filter);
    const about = `hub ${principal.hub ?? ""}`;
    await this.security.note({ what: "list-exported", by: principal, about, code: "tasks", request: request.id });
    answerFile(response, "tasks", fileOf(tasks, taskColumns(groups, by)));
  }

  private async look({ person: { principal }, called }: AtDesk): Promise<TasksLook> {
    const today = localDate(instantFromMs(this.settings.clock()));
    const staff = await this.staff.choices(principal);
    return { principal, today, called, staff, groups: await this.groups.of(principal) };
  }
}

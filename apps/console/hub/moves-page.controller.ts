// GET /moves: schools that one hub asks of another; GET /moves/moves.csv: the same as a file.

import { Controller, Get, Query, Req, Res } from "@nestjs/common";
import { instantFromMs, localDate } from "../../../libs/calendar/instants.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { SecurityLog } from "../../../libs/service/access/security-log.ts";
import { MOVE_ROLES, Moves, type MoveAsked } from "../../../libs/service/journeys/moves.ts";
import { numberedOf } from "../../../libs/service/shape/pages.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { saysDone } from "../journeys/done.ts";
import type { Typed } from "../form-fields.ts";
import { html } from "../html.ts";
import { askedIn, sizeOf, type ListAsked } from "../lists/list-asked.ts";
import { answerFile, fileOf } from "../lists/list-file.ts";
import { listPage, type ListSpec } from "../lists/list-view.ts";
import { doneBanner } from "../look/parts.ts";
import { movesInOrder, movesList } from "./moves-page.ts";

/** More schools are never asked for at once. */
const MOST = 2_000;
const ASKED = "The school is at another hub, which has been asked. You see here that it waits for an answer.";

@Controller("moves")
export class MovesPageController {
  constructor(
    private readonly desk: Desk,
    private readonly moves: Moves,
    private readonly settings: WebSettings,
    private readonly security: SecurityLog,
  ) {}

  @Get()
  @Visitors()
  async list(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, MOVE_ROLES.read);
    const { spec, asked, sorted } = await this.found(person.principal, query);
    const done = query["done"] === "asked" ? ASKED : saysDone(query["done"]);
    const page = numberedOf(sorted, { page: asked.page, size: sizeOf(asked) });
    answerPage(response, 200, "Schools between hubs", html`${doneBanner(done)}${listPage(page, asked, spec)}`, person);
  }

  @Get("moves.csv")
  @Visitors()
  async file(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, MOVE_ROLES.read);
    const by = person.principal;
    const { spec, sorted } = await this.found(by, query);
    const about = by.hub === null ? null : `hub ${by.hub}`;
    await this.security.note({ what: "list-exported", by, about, code: "moves", request: request.id });
    answerFile(response, "moves", fileOf(sorted, spec.columns));
  }

  private async found(
    principal: Principal,
    query: Typed,
  ): Promise<{ spec: ListSpec<MoveAsked>; asked: ListAsked; sorted: MoveAsked[] }> {
    const spec = movesList({ principal, today: localDate(instantFromMs(this.settings.clock())) });
    const asked = askedIn(query, spec);
    const { items } = await this.moves.list(principal, { limit: MOST });
    return { spec, asked, sorted: movesInOrder(items, asked) };
  }
}

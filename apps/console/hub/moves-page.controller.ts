// GET /moves: schools that one hub asks of another.

import { Controller, Get, Query, Req, Res } from "@nestjs/common";
import { instantFromMs, localDate } from "../../../libs/calendar/instants.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { MOVE_ROLES, Moves } from "../../../libs/service/journeys/moves.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { saysDone } from "../journeys/done.ts";
import { afterIn } from "../next-page.ts";
import { movesPage } from "./moves-page.ts";

const A_PAGE = 25;
const AFTER = /^\d{6}-(primary|secondary)$/u;
const ASKED = "The school is at another hub, which has been asked. You see here that it waits for an answer.";

@Controller("moves")
export class MovesPageController {
  constructor(
    private readonly desk: Desk,
    private readonly moves: Moves,
    private readonly settings: WebSettings,
  ) {}

  @Get()
  @Visitors()
  async list(
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person } = await this.desk.visitor(request, response, MOVE_ROLES.read);
    const { principal } = person;
    const asked = { limit: A_PAGE, ...afterIn(query["after"], AFTER) };
    const { items, next } = await this.moves.list(principal, asked);
    const done = query["done"] === "asked" ? ASKED : saysDone(query["done"]);
    const today = localDate(instantFromMs(this.settings.clock()));
    answerPage(response, 200, "Schools between hubs", movesPage(items, { principal, today, done, next }), person);
  }
}

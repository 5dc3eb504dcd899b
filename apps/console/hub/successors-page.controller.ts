// GET /successors: schools that have closed, and who goes on with their journeys.

import { Controller, Get, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { SCHOOL_ROLES, Schools } from "../../../libs/service/schools/schools.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { afterIn } from "../next-page.ts";
import { successorsPage } from "./successors-page.ts";

const A_PAGE = 25;
const AFTER = /^\d{6}-(primary|secondary)$/u;

@Controller("successors")
export class SuccessorsPageController {
  constructor(
    private readonly desk: Desk,
    private readonly schools: Schools,
  ) {}

  @Get()
  @Visitors()
  async successors(
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person } = await this.desk.visitor(request, response, SCHOOL_ROLES.questions);
    const asked = { limit: A_PAGE, ...afterIn(query["after"], AFTER) };
    const { items, next } = await this.schools.successorsInView(person.principal, asked);
    answerPage(response, 200, "Successor schools", successorsPage(items, next, person.principal), person);
  }
}

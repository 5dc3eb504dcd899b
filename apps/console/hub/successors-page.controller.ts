// GET /successors: schools that have closed, and who goes on with their journeys. POST /successors/{id}/set-aside: one
// that a hub has named is not to.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { NamedSuccessors, SET_ASIDE_ROLES } from "../../../libs/service/schools/named-successors.ts";
import { SCHOOL_ROLES, Schools } from "../../../libs/service/schools/schools.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk } from "../desk.ts";
import { textIn } from "../form-fields.ts";
import { hidden, newKey } from "../form-page.ts";
import { afterIn } from "../next-page.ts";
import { successorsPage } from "./successors-page.ts";

const A_PAGE = 25;
const AFTER = /^\d{6}-(primary|secondary)$/u;

@Controller("successors")
export class SuccessorsPageController {
  constructor(
    private readonly desk: Desk,
    private readonly schools: Schools,
    private readonly named: NamedSuccessors,
  ) {}

  @Get()
  @Visitors()
  async successors(
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, SCHOOL_ROLES.questions);
    const asked = { limit: A_PAGE, ...afterIn(query["after"], AFTER) };
    const { items, next } = await this.schools.successorsInView(person.principal, asked);
    const look = {
      next,
      done: query["done"] === "set-aside" ? "The school is set aside. The journey stays as it is." : null,
      form: SET_ASIDE_ROLES.includes(person.principal.role) ? hidden({ token, key: newKey() }) : null,
    };
    answerPage(response, 200, "Successor schools", successorsPage(items, look), person);
  }

  @Post(":id/set-aside")
  @Visitors()
  async setAside(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    await this.named.setAside(id, askedBy(sent, { urn: textIn(sent.typed, "urn") }));
    response.writeHead(303, { Location: "/successors?done=set-aside" }).end();
  }
}

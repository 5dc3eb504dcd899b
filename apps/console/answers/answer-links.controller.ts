// GET /journeys/{id}/answer-links: the links in a school's letters. POST: those of one person end.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { ANSWER_LINK_ROLES, AnswerLinks } from "../../../libs/service/answers/answer-links.ts";
import { JourneyFacts } from "../../../libs/service/journeys/journey-facts.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk } from "../desk.ts";
import { textIn } from "../form-fields.ts";
import { newKey } from "../form-page.ts";
import { filledIn } from "../look/templates.ts";
import { answerLinksView } from "./answer-links-page.ts";

@Controller("journeys/:id/answer-links")
export class AnswerLinksPageController {
  constructor(
    private readonly desk: Desk,
    private readonly links: AnswerLinks,
    private readonly journeys: JourneyFacts,
  ) {}

  @Get()
  @Visitors()
  async list(
    @Param("id") id: string,
    @Query("done") done: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const visitor = await this.desk.visitor(request, response, ANSWER_LINK_ROLES);
    const { principal } = visitor.person;
    const links = await this.links.list(principal, id);
    const { names, school, journey } = await this.journeys.seen(principal, id, request.id);
    const look = { journey: journey.id, school, names, token: visitor.token, key: newKey(), done: done === "revoked" };
    const body = filledIn("answers/answer-links.njk", answerLinksView(links, look));
    answerPage(response, 200, "Links in letters", body, visitor.person);
  }

  @Post()
  @Visitors()
  async revoke(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { journey } = await this.links.revoke(id, askedBy(sent, { person: textIn(sent.typed, "person") }));
    response.writeHead(303, { Location: `/journeys/${journey}/answer-links?done=revoked` }).end();
  }
}

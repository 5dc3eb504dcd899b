// /api/v1/journeys/{id}/answer-links: the links in a school's letters, by which it answers without a sign-in.

import { Controller, Get, HttpCode, Param, Post } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { AskedHere, Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { ANSWER_LINK_ROLES, AnswerLinks, AnswerLinksBody } from "../../../libs/service/answers/answer-links.ts";
import type { Asked } from "../../../libs/service/commands/asked.ts";
import { Doc } from "../openapi/doc.ts";
import { JOURNEY_ID, PREVIEW } from "../openapi/parameters.ts";
import { AnswerLinkPageAnswer, AnswerLinksRevokedAnswer } from "./answer-links.dto.ts";

@Controller("api/v1/journeys/:id")
export class AnswerLinksController {
  constructor(private readonly links: AnswerLinks) {}

  @Get("answer-links")
  @Roles(...ANSWER_LINK_ROLES)
  @Doc({
    id: "listAnswerLinks",
    tag: "Reminders",
    summary: "The links in the letters of a school, newest first: who could answer what without a sign-in",
    parameters: [JOURNEY_ID],
    answer: AnswerLinkPageAnswer,
    problems: [403, 404, 503],
  })
  async list(@Caller() caller: Principal, @Param("id") id: string): Promise<AnswerLinkPageAnswer> {
    return { items: await this.links.list(caller, id), next: null };
  }

  @Post("revoke-answer-links")
  @HttpCode(200)
  @Roles(...ANSWER_LINK_ROLES)
  @Doc({
    id: "revokeAnswerLinks",
    tag: "Reminders",
    summary: "End the links that somebody has in letters so far: they answer nothing any more",
    description: "Such as those in a letter that was passed on. The next letter to this person has others.",
    parameters: [JOURNEY_ID, PREVIEW],
    body: AnswerLinksBody,
    answer: AnswerLinksRevokedAnswer,
    command: "without If-Match",
    problems: [400, 403, 404, 409, 413, 415, 422, 503],
  })
  revoke(@Param("id") id: string, @AskedHere() asked: Asked): Promise<AnswerLinksRevokedAnswer> {
    return this.links.revoke(id, asked);
  }
}

// GET and POST /journeys/{id}/redactions: a name taken out of what was written in a journey, and what was before.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { REDACTION_ROLES, Redactions } from "../../../libs/service/journeys/redactions.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk } from "../desk.ts";
import { bodyFrom } from "../form-fields.ts";
import { newKey } from "../form-page.ts";
import { REDACTION_FIELDS, redactionPage } from "./redaction-page.ts";

const TITLE = "Take a name out of what was written";

@Controller("journeys/:id/redactions")
export class RedactionPageController {
  constructor(
    private readonly desk: Desk,
    private readonly redactions: Redactions,
  ) {}

  @Get()
  @Visitors()
  async show(
    @Param("id") id: string,
    @Query("done") done: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const visitor = await this.desk.visitor(request, response, REDACTION_ROLES);
    const before = await this.redactions.list(visitor.person.principal, id);
    const state = { action: `/journeys/${id}/redactions`, token: visitor.token, key: newKey(), typed: {}, faults: [] };
    answerPage(response, 200, TITLE, redactionPage(id, before, state, done === "redacted"), visitor.person);
  }

  @Post()
  @Visitors()
  async redact(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    const action = `/journeys/${id}/redactions`;
    await this.desk.settle(response, sent, REDACTION_FIELDS, {
      send: () => this.redactions.redact(id, askedBy(sent, bodyFrom(REDACTION_FIELDS, typed))),
      then: () => `${action}?done=redacted`,
      again: async (faults, key) => {
        const before = await this.redactions.list(visitor.person.principal, id);
        return {
          title: TITLE,
          body: redactionPage(id, before, { action, token: visitor.token, key, typed, faults }, false),
        };
      },
    });
  }
}

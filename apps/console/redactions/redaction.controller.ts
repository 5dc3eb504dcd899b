// GET and POST …/{id}/redactions of a journey, a Work Group or a payment run: a name taken out of what was written
// there, and what was before.

import { Controller, Get, Injectable, Param, Post, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import {
  REDACTION_ROLES,
  Redactions,
  RUN_REDACTION_ROLES,
  type KeptIn,
} from "../../../libs/service/journeys/redactions.ts";
import type { Roles } from "../../../libs/service/access/roles.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk } from "../desk.ts";
import { bodyFrom } from "../form-fields.ts";
import { newKey } from "../form-page.ts";
import { filledIn } from "../look/templates.ts";
import { REDACTION_FIELDS, redactionView } from "./redaction-page.ts";

const TITLE = "Take a name out of what was written";
const TEMPLATE = "redactions/redaction.njk";

/** The form, and what was taken out before: a page of each place where words are kept. */
@Injectable()
abstract class RedactionPages {
  protected abstract readonly keptIn: KeptIn;
  protected abstract readonly roles: Roles;
  /** Where the page of what holds the words is, without its id. */
  protected abstract readonly page: string;

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
    const visitor = await this.desk.visitor(request, response, this.roles);
    const before = await this.redactions.list(visitor.person.principal, this.keptIn, id);
    const back = `${this.page}/${id}`;
    const state = { action: `${back}/redactions`, token: visitor.token, key: newKey(), typed: {}, faults: [] };
    const view = redactionView({ keptIn: this.keptIn, back }, before, state, done === "redacted");
    answerPage(response, 200, TITLE, filledIn(TEMPLATE, view), visitor.person);
  }

  @Post()
  @Visitors()
  async redact(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    const { keptIn } = this;
    const back = `${this.page}/${id}`;
    const action = `${back}/redactions`;
    await this.desk.settle(response, sent, REDACTION_FIELDS, {
      send: () => this.redactions.redact(keptIn, id, askedBy(sent, bodyFrom(REDACTION_FIELDS, typed))),
      then: () => `${action}?done=redacted`,
      again: async (faults, key) => {
        const before = await this.redactions.list(visitor.person.principal, keptIn, id);
        const state = { action, token: visitor.token, key, typed, faults };
        const view = redactionView({ keptIn, back }, before, state, false);
        return { title: TITLE, body: filledIn(TEMPLATE, view) };
      },
    });
  }
}

@Controller("journeys/:id/redactions")
export class RedactionPageController extends RedactionPages {
  protected readonly keptIn = "journeys";
  protected readonly roles = REDACTION_ROLES;
  protected readonly page = "/journeys";
}

@Controller("groups/:id/redactions")
export class GroupRedactionPageController extends RedactionPages {
  protected readonly keptIn = "work-groups";
  protected readonly roles = REDACTION_ROLES;
  protected readonly page = "/groups";
}

@Controller("money/runs/:id/redactions")
export class RunRedactionPageController extends RedactionPages {
  protected readonly keptIn = "payment-runs";
  protected readonly roles = RUN_REDACTION_ROLES;
  protected readonly page = "/money/runs";
}

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
import { REDACTION_FIELDS, redactionPage } from "./redaction-page.ts";

const TITLE = "Take a name out of what was written";

/** In what the words are kept, whose pages they are, and where its own page is. */
interface Place {
  keptIn: KeptIn;
  roles: Roles;
  page: string;
}

/** What the three have in common. */
@Injectable()
export class RedactionPages {
  constructor(
    private readonly desk: Desk,
    private readonly redactions: Redactions,
  ) {}

  /** The form, and what was taken out before. @throws Problem, Refusal as the use case */
  async show(place: Place, id: string, done: unknown, request: ApiRequest, response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response, place.roles);
    const before = await this.redactions.list(visitor.person.principal, place.keptIn, id);
    const back = `${place.page}/${id}`;
    const state = { action: `${back}/redactions`, token: visitor.token, key: newKey(), typed: {}, faults: [] };
    const body = redactionPage({ keptIn: place.keptIn, back }, before, state, done === "redacted");
    answerPage(response, 200, TITLE, body, visitor.person);
  }

  /** What came with the form. @throws Problem as `show` */
  async redact({ keptIn, page }: Place, id: string, request: ApiRequest, response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    const back = `${page}/${id}`;
    const action = `${back}/redactions`;
    await this.desk.settle(response, sent, REDACTION_FIELDS, {
      send: () => this.redactions.redact(keptIn, id, askedBy(sent, bodyFrom(REDACTION_FIELDS, typed))),
      then: () => `${action}?done=redacted`,
      again: async (faults, key) => {
        const before = await this.redactions.list(visitor.person.principal, keptIn, id);
        const state = { action, token: visitor.token, key, typed, faults };
        return { title: TITLE, body: redactionPage({ keptIn, back }, before, state, false) };
      },
    });
  }
}

const OF_JOURNEYS: Place = { keptIn: "journeys", roles: REDACTION_ROLES, page: "/journeys" };

@Controller("journeys/:id/redactions")
export class RedactionPageController {
  constructor(private readonly pages: RedactionPages) {}

  @Get()
  @Visitors()
  show(
    @Param("id") id: string,
    @Query("done") done: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    return this.pages.show(OF_JOURNEYS, id, done, request, response);
  }

  @Post()
  @Visitors()
  redact(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    return this.pages.redact(OF_JOURNEYS, id, request, response);
  }
}

const OF_GROUPS: Place = { keptIn: "work-groups", roles: REDACTION_ROLES, page: "/groups" };

@Controller("groups/:id/redactions")
export class GroupRedactionPageController {
  constructor(private readonly pages: RedactionPages) {}

  @Get()
  @Visitors()
  show(
    @Param("id") id: string,
    @Query("done") done: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    return this.pages.show(OF_GROUPS, id, done, request, response);
  }

  @Post()
  @Visitors()
  redact(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    return this.pages.redact(OF_GROUPS, id, request, response);
  }
}

const OF_RUNS: Place = { keptIn: "payment-runs", roles: RUN_REDACTION_ROLES, page: "/money/runs" };

@Controller("money/runs/:id/redactions")
export class RunRedactionPageController {
  constructor(private readonly pages: RedactionPages) {}

  @Get()
  @Visitors()
  show(
    @Param("id") id: string,
    @Query("done") done: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    return this.pages.show(OF_RUNS, id, done, request, response);
  }

  @Post()
  @Visitors()
  redact(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    return this.pages.redact(OF_RUNS, id, request, response);
  }
}

// GET /successors: schools that have closed, and who goes on with their journeys; GET /successors/successors.csv: the
// same as a file. POST /successors/{id}/set-aside: one that a hub has named is not to.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { SecurityLog } from "../../../libs/service/access/security-log.ts";
import { NamedSuccessors, SET_ASIDE_ROLES } from "../../../libs/service/schools/named-successors.ts";
import { SCHOOL_ROLES, Schools } from "../../../libs/service/schools/schools.ts";
import { numberedOf } from "../../../libs/service/shape/pages.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk } from "../desk.ts";
import { textIn, type Typed } from "../form-fields.ts";
import { hidden, newKey } from "../form-page.ts";
import { html } from "../html.ts";
import { askedIn, sizeOf } from "../lists/list-asked.ts";
import { answerFile, fileOf } from "../lists/list-file.ts";
import { listPage } from "../lists/list-view.ts";
import { doneBanner } from "../look/parts.ts";
import { successorsInOrder, successorsList } from "./successors-page.ts";

/** More never wait at once. */
const MOST = 500;

@Controller("successors")
export class SuccessorsPageController {
  constructor(
    private readonly desk: Desk,
    private readonly schools: Schools,
    private readonly named: NamedSuccessors,
    private readonly security: SecurityLog,
  ) {}

  @Get()
  @Visitors()
  async successors(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, SCHOOL_ROLES.questions);
    const { items } = await this.schools.successorsInView(person.principal, { limit: MOST });
    const done = query["done"] === "set-aside" ? "The school is set aside. The journey stays as it is." : null;
    const form = SET_ASIDE_ROLES.includes(person.principal.role) ? hidden({ token, key: newKey() }) : null;
    const spec = successorsList(form);
    const asked = askedIn(query, spec);
    const page = numberedOf(successorsInOrder(items, asked), { page: asked.page, size: sizeOf(asked) });
    const body = html`${doneBanner(done)}${listPage(page, asked, spec)}`;
    answerPage(response, 200, "Successor schools", body, person);
  }

  @Get("successors.csv")
  @Visitors()
  async file(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, SCHOOL_ROLES.questions);
    const by = person.principal;
    const { items } = await this.schools.successorsInView(by, { limit: MOST });
    const spec = successorsList(null);
    const about = by.hub === null ? null : `hub ${by.hub}`;
    await this.security.note({ what: "list-exported", by, about, code: "successors", request: request.id });
    answerFile(response, "successors", fileOf(successorsInOrder(items, askedIn(query, spec)), spec.columns));
  }

  @Post(":id/set-aside")
  @Visitors()
  async setAside(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    await this.named.setAside(id, askedBy(sent, { urn: textIn(sent.typed, "urn") }));
    response.writeHead(303, { Location: "/successors?done=set-aside" }).end();
  }
}

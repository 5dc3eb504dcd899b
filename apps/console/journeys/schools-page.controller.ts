// GET /journeys: the schools that somebody sees; GET /journeys/schools.csv: the same as a file.

import { Controller, Get, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { READERS } from "../../../libs/service/access/roles.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { textIn, type Typed } from "../form-fields.ts";
import { newForm } from "../form-page.ts";
import { schoolsPageOf } from "../navigation.ts";
import { answerFile } from "../lists/list-file.ts";
import { SchoolsDesk } from "./schools-desk.ts";

/** As the list was asked before it could be narrowed. */
const BEFORE: Readonly<Record<string, string>> = { owing: "?overdue=yes", tasks: "?tasks=yes" };

@Controller("journeys")
export class SchoolsPageController {
  constructor(
    private readonly desk: Desk,
    private readonly schools: SchoolsDesk,
  ) {}

  @Get()
  @Visitors()
  async page(@Req() request: ApiRequest, @Res() response: ApiResponse, @Query() query: Typed): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, READERS);
    const own = schoolsPageOf(person.principal.role);
    if (own !== "/journeys") {
      const asked = request.originalUrl.indexOf("?");
      response.writeHead(303, { Location: own + (asked < 0 ? "" : request.originalUrl.slice(asked)) }).end();
      return;
    }
    if ("show" in query) {
      response.writeHead(303, { Location: `/journeys${BEFORE[textIn(query, "show")] ?? ""}` }).end();
      return;
    }
    const { title, body } = await this.schools.page(person.principal, query, "/journeys", newForm(token));
    answerPage(response, 200, title, body, person);
  }

  @Get("schools.csv")
  @Visitors()
  async file(@Req() request: ApiRequest, @Res() response: ApiResponse, @Query() query: Typed): Promise<void> {
    const { person } = await this.desk.visitor(request, response, READERS);
    answerFile(response, "schools", await this.schools.file(person.principal, query, request.id));
  }
}

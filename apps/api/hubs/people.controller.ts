// GET /api/v1/hubs/{hub}/people: who is at the hub's schools, and how they are written to.

import { Controller, Get, Param, Query, Req, Res, UseGuards } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { OwnHubGuard } from "../../../libs/http/own-hub.guard.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import { headerOf, type ApiRequest, type ApiResponse } from "../../../libs/http/request.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { SCHOOL_PEOPLE_ROLES, SchoolPeople } from "../../../libs/service/people/school-people.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB } from "../openapi/parameters.ts";
import { PeopleQuery, SchoolPeoplePageAnswer } from "../people/school-people.dto.ts";

@Controller("api/v1/hubs/:hub/people")
@UseGuards(OwnHubGuard)
export class HubPeopleController {
  constructor(private readonly people: SchoolPeople) {}

  @Get()
  @Roles(...SCHOOL_PEOPLE_ROLES)
  @Doc({
    id: "listHubPeople",
    tag: "People",
    summary: "The people of this hub’s schools, by school: role, name, e-mail address, whether letters come back",
    description:
      "Whom the hub itself is written to by is in hubs/{hub}/contacts. With Accept: text/csv the whole list comes " +
      "as a file for a spreadsheet; that it was taken is on record.",
    parameters: [HUB],
    answer: SchoolPeoplePageAnswer,
    problems: [403, 404, 422, 503],
  })
  async list(
    @Caller() caller: Principal,
    @Param("hub") hub: string,
    @Query() { limit, ...asked }: PeopleQuery,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) response: ApiResponse,
  ): Promise<SchoolPeoplePageAnswer | void> {
    if (!/\btext\/csv\b/iu.test(headerOf(request, "Accept") ?? ""))
      return this.people.ofHub(caller, hub, { ...asked, limit }, request.id);
    const csv = await this.people.file(caller, hub, asked, request.id);
    response
      .writeHead(200, {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="contacts.csv"',
      })
      .end(csv);
  }
}

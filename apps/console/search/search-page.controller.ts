// GET /search: where one looks for something; POST /search: what was found. It is sent: a name that somebody types
// stands in no address and no log.

import { Controller, Get, Post, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { mustHold } from "../../../libs/service/access/roles.ts";
import { SCHOOL_PEOPLE_ROLES } from "../../../libs/service/people/school-people.ts";
import { Search, SEARCH_ROLES, type Found } from "../../../libs/service/search/search.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { textIn } from "../form-fields.ts";
import { ASKING } from "../page.ts";
import type { Visitor } from "../visitor.ts";
import { searchPage } from "./search-page.ts";
import { pickedUrn } from "./suggestions.ts";

const MOST_TYPED = 100;
const URN = /^\d{6}$/u;

@Controller("search")
export class SearchPageController {
  constructor(
    private readonly desk: Desk,
    private readonly search: Search,
  ) {}

  @Get()
  @Visitors()
  async page(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response, SEARCH_ROLES);
    answer(response, visitor, null, "");
  }

  @Post()
  @Visitors()
  async find(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { visitor, typed: sent } = await this.desk.sent(request, response);
    const { principal } = visitor.person;
    mustHold(principal, SEARCH_ROLES);
    const typed = textIn(sent, "typed").trim().slice(0, MOST_TYPED);
    const found = await this.search.find(principal, typed, request.id);
    const [only, ...others] = found.schools.items;
    // Whoever has a URN at hand wants that school.
    if ((URN.test(typed) || pickedUrn(typed) !== null) && only !== undefined && others.length === 0)
      response.writeHead(303, { Location: `/journeys/${only.journey}` }).end();
    else answer(response, visitor, typed === "" ? null : found, typed);
  }
}

function answer(response: ApiResponse, { person, token }: Visitor, found: Found | null, typed: string): void {
  const { role, hub } = person.principal;
  const asks = { token, typed, withPeople: SCHOOL_PEOPLE_ROLES.includes(role), withHub: hub === null };
  answerPage(response, 200, "Search", searchPage(found, asks), person, ASKING);
}

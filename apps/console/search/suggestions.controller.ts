// POST /search/schools: schools for what somebody has typed so far, as JSON for the script of a page. It is sent, for
// what is typed into the search may be a person's name, which stands in no address. Nothing is changed or noted by it.

import { Controller, Post, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { Schools } from "../../../libs/service/schools/schools.ts";
import { Search } from "../../../libs/service/search/search.ts";
import { Desk } from "../desk.ts";
import { textIn, type Typed } from "../form-fields.ts";
import { SUGGEST_ROLES, suggested } from "./suggestions.ts";

const MOST_TYPED = 100;

@Controller("search/schools")
export class SuggestionsController {
  constructor(
    private readonly desk: Desk,
    private readonly schools: Schools,
    private readonly search: Search,
  ) {}

  @Post()
  @Visitors()
  async suggest(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = (request.body ?? {}) as Typed;
    const among = textIn(sent, "among") === "journeys" ? "journeys" : "register";
    const { person } = await this.desk.visitor(request, response, SUGGEST_ROLES[among]);
    const typed = textIn(sent, "typed").trim().slice(0, MOST_TYPED);
    const schools = await suggested({ schools: this.schools, search: this.search }, person.principal, typed, among);
    response.writeHead(200, { "Content-Type": "application/json; charset=utf-8" }).end(JSON.stringify({ schools }));
  }
}

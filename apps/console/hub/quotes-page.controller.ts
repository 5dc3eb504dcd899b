// GET /quotes: what schools of the hub said at the end of their years, as it may be passed on.

import { Controller, Get, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { QUOTE_ROLES, Quotes } from "../../../libs/service/hubs/quotes.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { filledIn } from "../look/templates.ts";
import { quotesView } from "./quotes-page.ts";

@Controller("quotes")
export class QuotesPageController {
  constructor(
    private readonly desk: Desk,
    private readonly quotes: Quotes,
  ) {}

  @Get()
  @Visitors()
  async list(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, QUOTE_ROLES.read);
    const quotes = await this.quotes.list(person.principal, person.principal.hub ?? "");
    answerPage(response, 200, "What schools said", filledIn("hub/quotes.njk", quotesView(quotes)), person);
  }
}

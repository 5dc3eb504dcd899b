// GET /quotes: what schools of the hub said at the end of their years, as it may be passed on.

import { Controller, Get, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { QUOTE_ROLES, Quotes, type ReadableQuote } from "../../../libs/service/hubs/quotes.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { html, type Html } from "../html.ts";

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
    answerPage(response, 200, "What schools said", quotesPage(quotes), person);
  }
}

function quotesPage(quotes: readonly ReadableQuote[]): Html {
  const about = html`<p>Answers of reports and evaluations that somebody at your hub has made into quotes in which
    nobody can be told. They can be passed on as they stand. Read them once more: would a neighbour know who said
    it?</p>`;
  if (quotes.length === 0)
    return html`${about}<p class="note">There are none yet. On a school’s page, “Make a quote of an answer” makes
      one.</p>`;
  return html`${about}<div class="wide"><table><caption>By programme and question</caption><thead><tr><th
    scope="col">Programme</th><th scope="col">Question</th><th scope="col">Quote</th></tr></thead><tbody>${quotes.map(
      ({ prospectus, asked, quote }) =>
        html`<tr><th scope="row">${prospectus}</th><td>${asked}</td><td>${quote}</td></tr>`,
    )}</tbody></table></div>`;
}

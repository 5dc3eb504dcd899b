// GET /money/books: the hub's accounts, and what schools are to be invoiced for.

import { Controller, Get, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { Ledger } from "../../../libs/service/money/ledger.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { filledIn } from "../look/templates.ts";
import { hubInWords } from "../words.ts";
import { booksView } from "./books-page.ts";
import { MONEY } from "./tabs.ts";

@Controller("money/books")
export class BooksPageController {
  constructor(
    private readonly desk: Desk,
    private readonly ledger: Ledger,
  ) {}

  @Get()
  @Visitors()
  async show(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, MONEY);
    const { principal } = person;
    const hub = principal.hub ?? "";
    const [balance, invoices] = await Promise.all([
      this.ledger.trialBalance(principal, hub),
      this.ledger.invoices(principal, hub),
    ]);
    const body = filledIn("money/books.njk", booksView(balance, invoices));
    answerPage(response, 200, `Books of ${hubInWords(hub)}`, body, person);
  }
}

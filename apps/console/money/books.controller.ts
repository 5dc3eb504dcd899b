// GET /money/books: a hub's accounts, and what schools are to be invoiced for, all of it or of a month or year. GET
// /money/books/ledger.csv and invoices.csv: the same as files.

import { Controller, Get, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { MoneyMonths } from "../../../libs/service/money/by-month.ts";
import { Ledger } from "../../../libs/service/money/ledger.ts";
import { answerPage } from "../answer-page.ts";
import { textIn, type Typed } from "../form-fields.ts";
import { filledIn } from "../look/templates.ts";
import { hubInWords } from "../words.ts";
import { booksView, invoicesFile, ledgerFile } from "./books-page.ts";
import { MoneyDesk } from "./money-desk.ts";
import { daysOf } from "./periods.ts";

@Controller("money/books")
export class BooksPageController {
  constructor(
    private readonly money: MoneyDesk,
    private readonly months: MoneyMonths,
    private readonly books: Ledger,
  ) {}

  @Get()
  @Visitors()
  async show(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visit = await this.money.visit(request, response, query["hub"]);
    if (visit === null) return;
    const { visitor, whose } = visit;
    const { principal } = visitor.person;
    const { ledger } = await this.months.ofHub(principal, whose.hub);
    const invoices = await this.books.invoices(principal, whose.hub);
    const body = filledIn("money/books.njk", booksView(ledger, invoices, { whose, when: whenIn(query) }));
    answerPage(response, 200, `Books of ${hubInWords(whose.hub)}`, body, visitor.person);
  }

  @Get("ledger.csv")
  @Visitors()
  async ledger(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visit = await this.money.visit(request, response, query["hub"]);
    if (visit === null) return;
    const { principal } = visit.visitor.person;
    const { hub } = visit.whose;
    const { ledger } = await this.months.ofHub(principal, hub);
    const file = { csv: ledgerFile(ledger, whenIn(query)), name: "ledger-by-month", code: "ledger" };
    await this.money.give(response, file, { by: principal, hub, request });
  }

  @Get("invoices.csv")
  @Visitors()
  async invoices(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visit = await this.money.visit(request, response, query["hub"]);
    if (visit === null) return;
    const { principal } = visit.visitor.person;
    const { hub } = visit.whose;
    const invoices = await this.books.invoices(principal, hub);
    const file = { csv: invoicesFile(invoices, whenIn(query)), name: "to-be-invoiced", code: "invoices" };
    await this.money.give(response, file, { by: principal, hub, request });
  }
}

/** A month or year that there is; else all. */
function whenIn(query: Typed): string {
  const when = textIn(query, "when");
  return daysOf(when) === null ? "" : when;
}

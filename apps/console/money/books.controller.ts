// GET /money/books: a hub's accounts, and what schools are to be invoiced for, all of it or of a month or year. GET
// /money/books/ledger.csv and invoices.csv: the same as files.

import { Controller, Get, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { SecurityLog } from "../../../libs/service/access/security-log.ts";
import { MoneyMonths } from "../../../libs/service/money/by-month.ts";
import { Ledger } from "../../../libs/service/money/ledger.ts";
import { answerPage } from "../answer-page.ts";
import { textIn, type Typed } from "../form-fields.ts";
import { answerFile } from "../lists/list-file.ts";
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
    private readonly security: SecurityLog,
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
    const { ledger } = await this.months.ofHub(principal, visit.whose.hub);
    await this.note(principal, visit.whose.hub, "ledger", request.id);
    answerFile(response, "ledger-by-month", ledgerFile(ledger, whenIn(query)));
  }

  @Get("invoices.csv")
  @Visitors()
  async invoices(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visit = await this.money.visit(request, response, query["hub"]);
    if (visit === null) return;
    const { principal } = visit.visitor.person;
    const invoices = await this.books.invoices(principal, visit.whose.hub);
    await this.note(principal, visit.whose.hub, "invoices", request.id);
    answerFile(response, "to-be-invoiced", invoicesFile(invoices, whenIn(query)));
  }

  private note(by: Principal, hub: string, code: string, request: string): Promise<void> {
    return this.security.note({ what: "list-exported", by, about: `hub ${hub}`, code, request });
  }
}

/** A month or year that there is; else all. */
function whenIn(query: Typed): string {
  const when = textIn(query, "when");
  return daysOf(when) === null ? "" : when;
}

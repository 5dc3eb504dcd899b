// GET /money/months: a hub's money by month or year. GET /money/months.csv: the same as a file.

import { Controller, Get, Query, Req, Res } from "@nestjs/common";
import { isAcademicYear } from "../../../libs/calendar/academic-years.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { Budgets } from "../../../libs/service/money/budgets.ts";
import { MoneyMonths } from "../../../libs/service/money/by-month.ts";
import { answerPage } from "../answer-page.ts";
import type { Typed } from "../form-fields.ts";
import { filledIn } from "../look/templates.ts";
import { hubInWords } from "../words.ts";
import { MoneyDesk } from "./money-desk.ts";
import { monthsAsked, monthsFile, monthsView } from "./months-page.ts";

@Controller("money")
export class MonthsPageController {
  constructor(
    private readonly money: MoneyDesk,
    private readonly months: MoneyMonths,
    private readonly budgets: Budgets,
  ) {}

  @Get("months")
  @Visitors()
  async show(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visit = await this.money.visit(request, response, query["hub"]);
    if (visit === null) return;
    const { visitor, whose } = visit;
    const { principal } = visitor.person;
    const asked = monthsAsked(query);
    const isYear = isAcademicYear(asked.grants.replaceAll("-", "/"));
    const budget = isYear ? await this.budgets.one(principal, whose.hub, asked.grants) : null;
    const { months } = await this.months.ofHub(principal, whose.hub);
    const body = filledIn("money/months.njk", monthsView(months, { asked, whose, budget }));
    answerPage(response, 200, `Money of ${hubInWords(whose.hub)} by month`, body, visitor.person);
  }

  @Get("months.csv")
  @Visitors()
  async file(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visit = await this.money.visit(request, response, query["hub"]);
    if (visit === null) return;
    const { principal } = visit.visitor.person;
    const { hub } = visit.whose;
    const { months } = await this.months.ofHub(principal, hub);
    const file = { csv: monthsFile(months, monthsAsked(query)), name: "money-by-month", code: "months" };
    await this.money.give(response, file, { by: principal, hub, request });
  }
}

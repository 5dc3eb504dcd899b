// GET /money/budgets, GET and POST /money/budgets/{year}: what the hub may spend on grants.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { academicYearOf, nextAcademicYear } from "../../../libs/calendar/academic-years.ts";
import { instantFromMs, localDate } from "../../../libs/calendar/instants.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { HubStaff } from "../../../libs/service/hubs/staff.ts";
import { BudgetBody, Budgets, type Budget } from "../../../libs/service/money/budgets.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import { answerPage } from "../answer-page.ts";
import { Desk, type Page } from "../desk.ts";
import { bodyFrom, type Typed } from "../form-fields.ts";
import { newKey, type FormState } from "../form-page.ts";
import { filledIn } from "../look/templates.ts";
import { hubInWords } from "../words.ts";
import { BUDGET_FIELDS, budgetsView, budgetView } from "./budgets-page.ts";
import { MoneyDesk } from "./money-desk.ts";
import { MONEY } from "./tabs.ts";

@Controller("money/budgets")
export class BudgetPagesController {
  constructor(
    private readonly desk: Desk,
    private readonly money: MoneyDesk,
    private readonly budgets: Budgets,
    private readonly staff: HubStaff,
    private readonly settings: WebSettings,
  ) {}

  @Get()
  @Visitors()
  async list(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visit = await this.money.visit(request, response, query["hub"]);
    if (visit === null) return;
    const { visitor, whose } = visit;
    const { principal } = visitor.person;
    const items = await this.budgets.list(principal, whose.hub);
    const today = localDate(instantFromMs(this.settings.clock()));
    const year = academicYearOf(today);
    const years = [year, nextAcademicYear(year)].filter((one) =>
      items.every(({ academicYear }) => academicYear !== one),
    );
    answerPage(
      response,
      200,
      `Money of ${hubInWords(whose.hub)}`,
      filledIn(
        "money/budgets.njk",
        budgetsView(items, {
          ...{ years, whose, sets: MONEY.includes(principal.role) },
          done:
            query["done"] === "set" ? "The budget stands as you set it. Approvals are judged by it from now on." : null,
          people: await this.staff.called(principal),
        }),
      ),
      visitor.person,
    );
  }

  @Get(":year")
  @Visitors()
  async show(@Param("year") year: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response, MONEY);
    const hub = visitor.person.principal.hub ?? "";
    const budget = await this.budgets.one(visitor.person.principal, hub, year);
    const typed: Typed =
      budget.allocatedPence === null
        ? {}
        : { allocatedPence: (budget.allocatedPence / 100).toFixed(budget.allocatedPence % 100 === 0 ? 0 : 2) };
    const { title, body } = budgetPage(budget, {
      ...{ action: `/money/budgets/${year}`, token: visitor.token, key: newKey() },
      ...{ typed, faults: [] },
    });
    answerPage(response, 200, title, body, visitor.person);
  }

  @Post(":year")
  @Visitors()
  async set(@Param("year") year: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    const hub = visitor.person.principal.hub ?? "";
    const budget = await this.budgets.one(visitor.person.principal, hub, year);
    await this.desk.settle(response, sent, BUDGET_FIELDS, {
      send: async () =>
        this.budgets.set(visitor.person.principal, hub, year, validated(BudgetBody, bodyFrom(BUDGET_FIELDS, typed))),
      then: () => "/money/budgets?done=set",
      again: (faults, key) =>
        budgetPage(budget, { action: `/money/budgets/${year}`, token: visitor.token, key, typed, faults }),
    });
  }
}

const budgetPage = (budget: Budget, state: FormState): Page => ({
  title: `Budget of ${budget.academicYear}`,
  body: filledIn("money/budget.njk", budgetView(budget, state)),
});

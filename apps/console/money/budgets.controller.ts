// GET /money/budgets, GET and POST /money/budgets/{year}: what the hub may spend on grants.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { academicYearOf, nextAcademicYear } from "../../../libs/calendar/academic-years.ts";
import { instantFromMs, localDate } from "../../../libs/calendar/instants.ts";
import { Visitors } from "../../api/access/roles.ts";
import { ApiSettings } from "../../api/api-settings.ts";
import type { ApiRequest, ApiResponse } from "../../api/http/request.ts";
import { BudgetsController } from "../../api/hubs/budgets.controller.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { bodyFrom, type Typed } from "../form-fields.ts";
import { newKey } from "../form-page.ts";
import { hubInWords } from "../words.ts";
import { BUDGET_FIELDS, budgetForm, budgetsPage } from "./budgets-page.ts";
import { MONEY } from "./tabs.ts";

@Controller("money/budgets")
export class BudgetPagesController {
  constructor(
    private readonly desk: Desk,
    private readonly settings: ApiSettings,
  ) {}

  @Get()
  @Visitors()
  async list(@Query("done") done: unknown, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response, MONEY);
    const hub = visitor.person.principal.hub ?? "";
    const { items } = await this.desk.ask(
      visitor,
      request,
      { controller: BudgetsController, handler: "list" },
      (budgets, own) => budgets.list(hub, own),
    );
    const today = localDate(instantFromMs(this.settings.clock()));
    const year = academicYearOf(today);
    const years = [year, nextAcademicYear(year)].filter((one) =>
      items.every(({ academicYear }) => academicYear !== one),
    );
    answerPage(
      response,
      200,
      `Money of ${hubInWords(hub)}`,
      budgetsPage(
        items,
        years,
        done === "set" ? "The budget stands as you set it. Approvals are judged by it from now on." : null,
      ),
      visitor.person,
    );
  }

  @Get(":year")
  @Visitors()
  async show(@Param("year") year: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response, MONEY);
    const hub = visitor.person.principal.hub ?? "";
    const budget = await this.desk.ask(
      visitor,
      request,
      { controller: BudgetsController, handler: "one" },
      (budgets, own) => budgets.one(hub, year, own),
    );
    const typed: Typed =
      budget.allocatedPence === null
        ? {}
        : { allocatedPence: (budget.allocatedPence / 100).toFixed(2).replace(/\.00$/u, "") };
    answerPage(
      response,
      200,
      `Budget of ${budget.academicYear}`,
      budgetForm(budget, { action: `/money/budgets/${year}`, token: visitor.token, key: newKey(), typed, faults: [] }),
      visitor.person,
    );
  }

  @Post(":year")
  @Visitors()
  async set(@Param("year") year: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    const hub = visitor.person.principal.hub ?? "";
    const budget = await this.desk.ask(
      visitor,
      request,
      { controller: BudgetsController, handler: "one" },
      (budgets, own) => budgets.one(hub, year, own),
    );
    await this.desk.settle(response, sent, BUDGET_FIELDS, {
      send: () =>
        this.desk.ask(
          visitor,
          request,
          { controller: BudgetsController, handler: "set", body: bodyFrom(BUDGET_FIELDS, typed) },
          (budgets, own) => budgets.set(hub, year, own),
        ),
      then: () => "/money/budgets?done=set",
      again: (faults, key) => ({
        title: `budget of ${budget.academicYear}`,
        body: budgetForm(budget, { action: `/money/budgets/${year}`, token: visitor.token, key, typed, faults }),
      }),
    });
  }
}

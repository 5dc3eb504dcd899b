import { Body, Controller, Get, Param, Put, UseGuards } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { OwnHubGuard } from "../../../libs/http/own-hub.guard.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { BUDGET_ROLES, BudgetBody, Budgets } from "../../../libs/service/money/budgets.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB, YEAR } from "../openapi/parameters.ts";
import { BudgetAnswer, BudgetPageAnswer } from "./money.dto.ts";

@Controller("api/v1/hubs/:hub/budgets")
@UseGuards(OwnHubGuard)
export class BudgetsController {
  constructor(private readonly budgets: Budgets) {}

  @Get()
  @Roles(...BUDGET_ROLES.read)
  @Doc({
    id: "listBudgets",
    tag: "Money",
    summary: "Every year of a hub that has a budget or a grant: allocated, due, committed, released, paid, left",
    parameters: [HUB],
    answer: BudgetPageAnswer,
    problems: [403, 404, 503],
  })
  async list(@Caller() caller: Principal, @Param("hub") hub: string): Promise<BudgetPageAnswer> {
    return { items: await this.budgets.list(caller, hub), next: null };
  }

  @Get(":year")
  @Roles(...BUDGET_ROLES.read)
  @Doc({
    id: "getBudget",
    tag: "Money",
    summary: "The budget of one academic year, and what has become of it",
    description:
      "Pence. due: due or payable, approved by nobody yet; committed: approved by one person; released: by " +
      "two, paid or not; left: allocated − committed − released + recovered. " +
      "Where no budget is set, allocated and left are null and nothing is checked.",
    parameters: [HUB, YEAR],
    answer: BudgetAnswer,
    problems: [403, 404, 503],
  })
  one(@Caller() caller: Principal, @Param("hub") hub: string, @Param("year") year: string): Promise<BudgetAnswer> {
    return this.budgets.one(caller, hub, year);
  }

  @Put(":year")
  @Roles(...BUDGET_ROLES.set)
  @Doc({
    id: "setBudget",
    tag: "Money",
    summary: "Say what this hub may spend on the grants of an academic year",
    description:
      "From then on an approval that would commit more is refused with `over-budget`; so is a budget below " +
      "what is committed and released already. " +
      "Who set it, and when, is kept, also of earlier ones. Roles: finance-officer, hub-lead.",
    parameters: [HUB, YEAR],
    answer: BudgetAnswer,
    problems: [400, 403, 404, 409, 413, 415, 422, 503],
  })
  set(
    @Caller() caller: Principal,
    @Param("hub") hub: string,
    @Param("year") year: string,
    @Body() body: BudgetBody,
  ): Promise<BudgetAnswer> {
    return this.budgets.set(caller, hub, year, body);
  }
}

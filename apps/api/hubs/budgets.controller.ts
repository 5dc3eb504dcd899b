// What a hub may spend on the grants of a year: set by its finance officer or lead, and never overspent.

import { Controller, Get, Param, Put, Req } from "@nestjs/common";
import { IsInt, Max, Min } from "class-validator";
import { instantFromMs } from "../../../libs/calendar/instants.ts";
import { isAcademicYear } from "../../../libs/calendar/academic-years.ts";
import { budgetsOf, findBudget, setBudget, type Budget } from "../../../libs/store/money/budgets.ts";
import { MONEY_READERS, Roles } from "../access/roles.ts";
import { callerOf, sameHub } from "../access/scope.ts";
import { ApiSettings } from "../api-settings.ts";
import { Database } from "../database.ts";
import { Problem } from "../http/problem.ts";
import type { ApiRequest } from "../http/request.ts";
import { validated } from "../http/validated.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB, YEAR } from "../openapi/parameters.ts";
import { ref } from "../openapi/schema.ts";
import { hubCode } from "./hub-code.ts";

/** A hundred million pounds: more than all hubs have. */
const MOST_PENCE = 10_000_000_000;

class BudgetBody {
  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  allocatedPence: number;
}

@Controller("api/v1/hubs/:hub/budgets")
export class BudgetsController {
  constructor(
    private readonly database: Database,
    private readonly settings: ApiSettings,
  ) {}

  @Get()
  @Roles(...MONEY_READERS)
  @Doc({
    id: "listBudgets",
    tag: "Money",
    summary: "Every year of a hub that has a budget or a grant: allocated, due, committed, released, paid, left",
    parameters: [HUB],
    answer: "BudgetPage",
    problems: [403, 404, 503],
  })
  async list(@Param("hub") hub: string, @Req() request: ApiRequest): Promise<{ items: Budget[]; next: null }> {
    sameHub(callerOf(request), hub);
    return { items: await budgetsOf((await this.database.open()).manager, hubCode(hub)), next: null };
  }

  @Get(":year")
  @Roles(...MONEY_READERS)
  @Doc({
    id: "getBudget",
    tag: "Money",
    summary: "The budget of one academic year, and what has become of it",
    description:
      "Pence. due: due or payable, approved by nobody yet; committed: approved by one person; released: by " +
      "two, paid or not; left: allocated − committed − released + recovered. " +
      "Where no budget is set, allocated and left are null and nothing is checked.",
    parameters: [HUB, YEAR],
    answer: "Budget",
    problems: [403, 404, 503],
  })
  async one(@Param("hub") hub: string, @Param("year") year: string, @Req() request: ApiRequest): Promise<Budget> {
    sameHub(callerOf(request), hub);
    return findBudget((await this.database.open()).manager, hubCode(hub), academicYearIn(year));
  }

  @Put(":year")
  @Roles("finance-officer", "hub-lead")
  @Doc({
    id: "setBudget",
    tag: "Money",
    summary: "Say what this hub may spend on the grants of an academic year",
    description:
      "From then on an approval that would commit more is refused with `over-budget`; so is a budget below " +
      "what is committed and released already. " +
      "Who set it, and when, is kept, also of earlier ones. Roles: finance-officer, hub-lead.",
    parameters: [HUB, YEAR],
    body: { schema: ref("BudgetBody"), example: { allocatedPence: 1_200_000 }, required: true },
    answer: "Budget",
    problems: [400, 403, 404, 409, 413, 415, 422, 503],
  })
  async set(@Param("hub") hub: string, @Param("year") year: string, @Req() request: ApiRequest): Promise<Budget> {
    const caller = callerOf(request);
    sameHub(caller, hub);
    const { allocatedPence } = validated(BudgetBody, request.body);
    const budget = await setBudget(await this.database.open(), {
      hub: hubCode(hub),
      academicYear: academicYearIn(year),
      allocatedPence,
      setBy: caller.who,
      setAt: instantFromMs(this.settings.clock()),
    });
    if (!("tooSmall" in budget)) return budget;
    throw new Problem(
      "over-budget",
      `${budget.tooSmall} pence are committed or released already: a budget is no smaller than that.`,
    );
  }
}

/** `2020-21` in the address is 2020/21. */
function academicYearIn(year: string): string {
  const academicYear = year.replace("-", "/");
  if (isAcademicYear(academicYear)) return academicYear;
  throw new Problem("not-found", "There is no such academic year: write it as 2020-21.");
}

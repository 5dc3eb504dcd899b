// What a hub may spend on the grants of a year: set by its finance officer or lead, and never overspent.

import { mustBeRecent } from "../access/recent.ts";
import { isAcademicYear } from "../../calendar/academic-years.ts";
import { instantFromMs } from "../../calendar/instants.ts";
import { budgetsOf, findBudget, setBudget, type Budget } from "../../store/money/budgets.ts";
import type { Principal } from "../access/principal.ts";
import { MONEY_READERS, mustHold, type Roles } from "../access/roles.ts";
import { sameHub } from "../access/scope.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import { Refusal } from "../refusal.ts";
import type { ServiceSettings } from "../settings.ts";
import { Pence } from "../shape/field.ts";

export type { Budget } from "../../store/money/budgets.ts";

export const BUDGET_ROLES = { read: MONEY_READERS, set: ["finance-officer", "hub-lead"] } as const satisfies Record<
  string,
  Roles
>;

/** A hundred million pounds: more than all hubs have. */
const MOST_PENCE = 10_000_000_000;

/** What a hub may spend. */
export class BudgetBody {
  @Pence({ most: MOST_PENCE, told: false, example: 1_200_000 })
  allocatedPence: number;
}

export class Budgets {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "clock">,
  ) {}

  /** Every year of a hub that has a budget or a grant. @throws Refusal `forbidden`, `not-found` */
  async list(caller: Principal, hub: string): Promise<Budget[]> {
    mustHold(caller, BUDGET_ROLES.read);
    sameHub(caller, hub);
    return budgetsOf((await this.database.open()).manager, hubCode(hub));
  }

  /** One year, written 2020-21. @throws Refusal `forbidden`, `not-found` */
  async one(caller: Principal, hub: string, year: string): Promise<Budget> {
    mustHold(caller, BUDGET_ROLES.read);
    sameHub(caller, hub);
    return findBudget((await this.database.open()).manager, hubCode(hub), academicYearIn(year));
  }

  /**
   * Says what a hub may spend on the grants of a year. @throws Refusal `forbidden`, `not-found`, `over-budget` for less
   * than is committed and released already
   */
  async set(caller: Principal, hub: string, year: string, { allocatedPence }: BudgetBody): Promise<Budget> {
    mustHold(caller, BUDGET_ROLES.set);
    mustBeRecent(caller);
    sameHub(caller, hub);
    const budget = await setBudget(await this.database.open(), {
      hub: hubCode(hub),
      academicYear: academicYearIn(year),
      allocatedPence,
      setBy: caller.who,
      setAt: instantFromMs(this.settings.clock()),
    });
    if (!("tooSmall" in budget)) return budget;
    throw new Refusal(
      "over-budget",
      `${budget.tooSmall} pence are committed or released already: a budget is no smaller than that.`,
    );
  }
}

/** `2020-21` is 2020/21. */
function academicYearIn(year: string): string {
  const academicYear = year.replace("-", "/");
  if (isAcademicYear(academicYear)) return academicYear;
  throw new Refusal("not-found", "There is no such academic year: write it as 2020-21.");
}

import { expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import type { Budget } from "../../../libs/service/money/budgets.ts";
import { filledIn } from "../look/templates.ts";
import { budgetsView, budgetView } from "./budgets-page.ts";

const SET: Budget = {
  ...{ hub: "great-north", academicYear: "2024/25", allocatedPence: 250_000, duePence: 50_000, committedPence: 40_000 },
  ...{ releasedPence: 200_000, paidPence: 100_000, recoveredPence: 10_000, leftPence: 20_000 },
  ...{ setBy: "p-1", setAt: "2024-09-02T09:00:00Z" },
};
const NONE: Budget = {
  ...{ ...SET, academicYear: "2025/26", allocatedPence: null, leftPence: null, recoveredPence: 0 },
  ...{ setBy: null, setAt: null },
};
const table = (budgets: readonly Budget[], sets = true): string => {
  const whose = { hub: "great-north", named: false };
  const people = (id: string): string => `Person ${id}`;
  const view = budgetsView(budgets, { years: ["2026/27"], done: null, people, whose, sets });
  return inOneLine(filledIn("money/budgets.njk", strictView(view)).text);
};

it("each year has what may be spent, what became of it, and what is left with what came back", () => {
  const page = table([SET, NONE]);
  expect(page).toMatch(/2024\/25<span[^>]*>Set 2 September 2024 by Person p-1.*£2,500.*£500.*£400.*£2,000.*£1,000/u);
  expect(page).toMatch(/<strong>£200<\/strong><span[^>]*>with £100 that came back.*months\?grants=2024-25/u);
  expect(page).toMatch(/2025\/26<\/th><td[^>]*>Not set<.*<strong>–<\/strong><\/td>/u);
});

it("a budget is set by who may, also of a year that has none yet", () => {
  expect(table([SET])).toMatch(/budgets\/2024-25">Set<.*budgets\/2026-27".*Set the budget of 2026\/27/u);
  expect(table([SET], false)).not.toContain("/money/budgets/");
  expect(table([], false)).toContain("No year has a budget or a grant yet.");
});

it("its form says what it can be no smaller than", () => {
  const state = {
    action: "/money/budgets/2024-25",
    token: "t",
    key: "k.1",
    typed: { allocatedPence: "2500" },
    faults: [],
  };
  const page = inOneLine(filledIn("money/budget.njk", strictView(budgetView(SET, state))).text);
  expect(page).toMatch(/£2,300 are committed or released already.*value="2500".*Set the budget/u);
});

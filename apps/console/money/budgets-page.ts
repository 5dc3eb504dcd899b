// What a hub may spend on the grants of each year, and what has become of it.

import { pounds } from "../../../libs/journey/sentences.ts";
import type { Budget } from "../../../libs/service/money/budgets.ts";
import type { FormField } from "../form-fields.ts";
import { type FormState } from "../form-page.ts";
import { formView, type FormView } from "../form-view.ts";
import type { Html } from "../html.ts";
import { day } from "../words.ts";
import { fileLink, moneyAt, tabs, type Whose } from "./tabs.ts";

/**
 * `years`: those that can be set and have neither budget nor grant yet; `people`: what those who set one are called;
 * `sets`: may this person set one?
 */
interface BudgetsLook {
  years: readonly string[];
  done: string | null;
  people: (id: string) => string;
  whose: Whose;
  sets: boolean;
}

interface BudgetLine {
  year: string;
  /** When it was set, and by whom. */
  set: string | null;
  allocated: string;
  /** What is due, committed, released and paid. */
  used: readonly string[];
  left: string;
  /** What came back, and is left with the rest. */
  back: string | null;
  months: string;
  /** Where it is set; null for who may not. */
  sets: string | null;
}
/** What template budgets.njk is filled with. `unset`: years that have neither budget nor grant, to be set. */
export interface BudgetsView {
  tabs: Html;
  budgets: readonly BudgetLine[];
  file: Html;
  unset: readonly { year: string; href: string }[];
}

const sum = (pence: number | null): string => (pence === null ? "–" : pounds(pence));

/** The view model of the table of years. */
export function budgetsView(
  budgets: readonly Budget[],
  { years, done, people, whose, sets }: BudgetsLook,
): BudgetsView {
  return {
    tabs: tabs("/money/budgets", done, whose),
    budgets: budgets.map((one) => ({
      year: one.academicYear,
      set: one.setAt === null ? null : `Set ${day(one.setAt)} by ${one.setBy === null ? "nobody" : people(one.setBy)}`,
      allocated: one.allocatedPence === null ? "Not set" : pounds(one.allocatedPence),
      used: [one.duePence, one.committedPence, one.releasedPence, one.paidPence].map(sum),
      left: sum(one.leftPence),
      back: one.recoveredPence === 0 ? null : `with ${pounds(one.recoveredPence)} that came back`,
      months: moneyAt("/money/months", whose, { grants: inAddress(one.academicYear) }),
      sets: sets ? whereSet(one.academicYear) : null,
    })),
    file: fileLink("/money/budgets.csv", whose),
    unset: sets ? years.map((year) => ({ year, href: whereSet(year) })) : [],
  };
}

/** `2020/21` as an address has it. */
export const inAddress = (academicYear: string): string => academicYear.replace("/", "-");

const whereSet = (year: string): string => `/money/budgets/${inAddress(year)}`;

export const BUDGET_FIELDS: readonly FormField[] = [
  {
    kind: "pounds",
    name: "allocatedPence",
    label: "What the hub may spend on grants, in pounds",
    hint: "An approval that would go beyond it is refused from then on.",
    required: true,
  },
];

/** What template budget.njk is filled with: the form of one year. `least`: what is no longer free. */
export interface BudgetView {
  least: string;
  form: FormView;
}

/** The view model of it. */
export const budgetView = (
  { committedPence, releasedPence, recoveredPence }: Budget,
  state: FormState,
): BudgetView => ({
  least: pounds(committedPence + releasedPence - recoveredPence),
  form: formView(BUDGET_FIELDS, state),
});

// A hub's money by month, or by academic or financial year, with what it comes to; of the grants of one academic year,
// also what is left of their budget after each month.

import { pounds } from "../../../libs/journey/sentences.ts";
import type { Budget } from "../../../libs/service/money/budgets.ts";
import { MONTH_FIGURES, type MonthFigure, type MonthOfMoney } from "../../../libs/service/money/by-month.ts";
import { asCsv, inPounds, OF_FIGURES } from "../../../libs/service/shape/as-csv.ts";
import { textIn, type Choice, type Typed } from "../form-fields.ts";
import type { Html } from "../html.ts";
import { choose, subNavigation } from "../look/parts.ts";
import { daysOf, isIn, periodChoices, periodInWords, yearOf, YEARS, type YearKind } from "./periods.ts";
import { moneyAt, tabs, type Whose } from "./tabs.ts";

/** What is asked: by what it is taken together, when, and the grants of which academic year (`2024-25`); empty: all. */
export interface MonthsAsked {
  by: "month" | YearKind;
  when: string;
  grants: string;
}
interface Sum {
  period: string;
  figures: Readonly<Record<MonthFigure, number>>;
  /** Of the budget; null where none is looked at, or set. */
  leftPence: number | null;
}
/** What template months.njk is filled with. */
export interface MonthsView {
  tabs: Html;
  views: Html;
  filter: { hidden: readonly { name: string; value: string }[]; fields: readonly Html[] };
  budget: string | null;
  first: string;
  heads: readonly string[];
  rows: readonly { words: string; cells: readonly string[] }[];
  total: readonly string[];
  file: string;
}

const HEADS: Readonly<Record<MonthFigure, string>> = {
  plannedPence: "Planned",
  releasedPence: "Released",
  paidPence: "Paid",
  askedBackPence: "Asked back",
  toInvoicePence: "To invoice",
  cameBackPence: "Came back",
  keptBackPence: "Kept back",
};
const BY: Readonly<Record<MonthsAsked["by"], string>> = {
  month: "By month",
  academic: "By academic year",
  financial: "By financial year",
};
const WAYS = ["month", ...YEARS] as const;

/** What an address asks; what there is not is passed over. */
export function monthsAsked(query: Typed): MonthsAsked {
  const [by, when, grants] = [textIn(query, "by"), textIn(query, "when"), textIn(query, "grants")];
  return {
    by: WAYS.find((one) => one === by) ?? "month",
    when: daysOf(when) === null ? "" : when,
    grants: /^\d{4}-\d{2}$/u.test(grants) ? grants : "",
  };
}

/** The view model. `budget`: of the year of grants that is looked at. */
export function monthsView(
  months: readonly MonthOfMoney[],
  { asked, whose, budget }: { asked: MonthsAsked; whose: Whose; budget: Budget | null },
): MonthsView {
  const sums = sumsOf(months, asked, budget);
  const withLeft = budget !== null && budget.allocatedPence !== null;
  return {
    tabs: tabs("/money/months", null, whose),
    views: subNavigation(
      "Taken together",
      WAYS.map((by) => ({
        href: moneyAt("/money/months", whose, { ...asked, by: by === "month" ? "" : by }),
        words: BY[by],
        here: by === asked.by,
      })),
    ),
    filter: filterOf(months, asked, whose),
    budget: budget === null ? null : budgetSays(budget),
    first: asked.by === "month" ? "Month" : "Year",
    heads: [...MONTH_FIGURES.map((name) => HEADS[name]), ...(withLeft ? ["Left of the budget"] : [])],
    rows: sums.map(({ period, figures, leftPence }) => ({
      words: periodInWords(period),
      cells: [...MONTH_FIGURES.map((name) => signed(figures[name])), ...(withLeft ? [signed(leftPence ?? 0)] : [])],
    })),
    total: [...MONTH_FIGURES.map((name) => signed(totalOf(sums, name))), ...(withLeft ? [""] : [])],
    file: moneyAt("/money/months.csv", whose, { ...asked, by: asked.by === "month" ? "" : asked.by }),
  };
}

/** The same for a spreadsheet, in pounds. */
export function monthsFile(months: readonly MonthOfMoney[], asked: MonthsAsked): string {
  return asCsv(
    sumsOf(months, asked, null).map(({ period, figures }) => [
      periodInWords(period),
      ...MONTH_FIGURES.map((name) => inPounds(figures[name])),
    ]),
    [asked.by === "month" ? "Month" : "Year", ...MONTH_FIGURES.map((name) => `${HEADS[name]}, pounds`)],
    OF_FIGURES,
  );
}

/** What fits, taken together, the earliest first. */
function sumsOf(months: readonly MonthOfMoney[], { by, when, grants }: MonthsAsked, budget: Budget | null): Sum[] {
  const ofGrants = months.filter(({ academicYear }) => grants === "" || academicYear.replaceAll("/", "-") === grants);
  const periodOf = ({ month }: MonthOfMoney): string => (by === "month" ? month : yearOf(month, by));
  const periods = [...new Set(ofGrants.filter(({ month }) => isIn(month, when)).map(periodOf))].sort();
  const allocated = budget?.allocatedPence ?? null;
  return periods.map((period) => {
    const here = ofGrants.filter((one) => periodOf(one) === period && isIn(one.month, when));
    const upTo = ofGrants.filter((one) => periodOf(one) <= period);
    return {
      period,
      figures: Object.fromEntries(MONTH_FIGURES.map((name) => [name, added(here, name)])) as Sum["figures"],
      leftPence: allocated === null ? null : allocated - spent(upTo),
    };
  });
}

/** What the grants of a year have taken from their budget: released, less what came back in either way. */
const spent = (months: readonly MonthOfMoney[]): number =>
  added(months, "releasedPence") - added(months, "cameBackPence") - added(months, "keptBackPence");
const added = (months: readonly MonthOfMoney[], name: MonthFigure): number =>
  months.reduce((sum, one) => sum + one[name], 0);
const totalOf = (sums: readonly Sum[], name: MonthFigure): number =>
  sums.reduce((sum, { figures }) => sum + figures[name], 0);

function filterOf(months: readonly MonthOfMoney[], asked: MonthsAsked, whose: Whose): MonthsView["filter"] {
  const years = [...new Set(months.map(({ academicYear }) => academicYear))].sort().reverse();
  const field = (name: "when" | "grants", label: string, choices: readonly Choice[]): Html =>
    choose(
      { id: `f-${name}`, name, label },
      [["", "All"], ...choices.map(({ value, words }) => [value, words] as const)],
      asked[name],
    );
  return {
    hidden: [
      ...(whose.named ? [{ name: "hub", value: whose.hub }] : []),
      ...(asked.by === "month" ? [] : [{ name: "by", value: asked.by }]),
    ],
    fields: [
      field("when", "When", periodChoices(months.map(({ month }) => month))),
      field(
        "grants",
        "Grants of",
        years.map((year) => ({ value: year.replaceAll("/", "-"), words: year })),
      ),
    ],
  };
}

function budgetSays({ academicYear, allocatedPence, committedPence, leftPence }: Budget): string {
  if (allocatedPence === null) return `No budget is set for the grants of ${academicYear}.`;
  return (
    `The budget of ${academicYear} is ${pounds(allocatedPence)}; ${signed(leftPence ?? 0)} of it is left, when what ` +
    `one person has approved (${pounds(committedPence)}) counts too.`
  );
}

/** Money as people write it, also what is less than nothing. */
const signed = (pence: number): string => (pence < 0 ? `−${pounds(-pence)}` : pounds(pence));

import { expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import { filledIn } from "../look/templates.ts";
import { monthsAsked, monthsFile, monthsView } from "./months-page.ts";

const NOTHING = {
  ...{ plannedPence: 0, releasedPence: 0, paidPence: 0, askedBackPence: 0, toInvoicePence: 0 },
  ...{ cameBackPence: 0, keptBackPence: 0 },
};
const MONTHS = [
  { ...NOTHING, month: "2024-03", academicYear: "2023/24", releasedPence: 70_000 },
  { ...NOTHING, month: "2024-09", academicYear: "2024/25", plannedPence: 300_000 },
  { ...NOTHING, month: "2024-10", academicYear: "2024/25", releasedPence: 200_000 },
  { ...NOTHING, month: "2024-10", academicYear: "2023/24", releasedPence: 5_000, askedBackPence: 9_000 },
  { ...NOTHING, month: "2025-04", academicYear: "2024/25", paidPence: 150_000, cameBackPence: 50_000 },
];
const BUDGET = {
  ...{ hub: "great-north", academicYear: "2024/25", allocatedPence: 500_000, duePence: 0, committedPence: 40_000 },
  ...{ releasedPence: 200_000, paidPence: 150_000, recoveredPence: 50_000, leftPence: 310_000 },
  ...{ setBy: null, setAt: null },
};
const OWN = { hub: "great-north", named: false };
const view = (query: Record<string, string>, budget: typeof BUDGET | null = null) =>
  monthsView(MONTHS, { asked: monthsAsked(query), whose: OWN, budget });
const rows = (query: Record<string, string>) =>
  view(query).rows.map(({ words, cells }) => [words, ...cells.slice(0, 3)]);

it("each month says what was planned, released and paid, and all of them together", () => {
  expect(rows({})).toEqual([
    ["March 2024", "£0", "£700", "£0"],
    ["September 2024", "£3,000", "£0", "£0"],
    ["October 2024", "£0", "£2,050", "£0"],
    ["April 2025", "£0", "£0", "£1,500"],
  ]);
  expect(view({}).total.slice(0, 3)).toEqual(["£3,000", "£2,750", "£1,500"]);
});

it("months are taken together by academic year, from September, and by financial year, from April", () => {
  expect(rows({ by: "academic" })).toEqual([
    ["Academic year 2023/24", "£0", "£700", "£0"],
    ["Academic year 2024/25", "£3,000", "£2,050", "£1,500"],
  ]);
  expect(rows({ by: "financial" })).toEqual([
    ["Financial year 2023/24", "£0", "£700", "£0"],
    ["Financial year 2024/25", "£3,000", "£2,050", "£0"],
    ["Financial year 2025/26", "£0", "£0", "£1,500"],
  ]);
});

it("is narrowed to a month or year, and to the grants of an academic year", () => {
  expect(rows({ when: "2024-10" })).toEqual([["October 2024", "£0", "£2,050", "£0"]]);
  expect(rows({ when: "financial-2025-26" }).map(([words]) => words)).toEqual(["April 2025"]);
  expect(rows({ when: "2024-10", grants: "2023-24" })).toEqual([["October 2024", "£0", "£50", "£0"]]);
  expect(monthsAsked({ by: "week", when: "2024-13", grants: "now" })).toEqual({ by: "month", when: "", grants: "" });
});

it("of the grants of one year, what is left of their budget is said after each month, whatever is shown", () => {
  const left = (query: Record<string, string>) =>
    view({ grants: "2024-25", ...query }, BUDGET).rows.map(({ cells }) => cells.at(-1));
  expect(left({})).toEqual(["£5,000", "£3,000", "£3,500"]);
  expect(left({ when: "2025-04" })).toEqual(["£3,500"]);
  expect(view({ grants: "2024-25" }, BUDGET).budget).toMatch(/is £5,000; £3,100 of it is left.*£400/u);
  expect(view({}).heads).not.toContain("Left of the budget");
});

it("the page has the table with its heads, the way to the other sums and to the file", () => {
  const page = inOneLine(filledIn("money/months.njk", strictView(view({ when: "financial-2024-25" }))).text);
  expect(page).toMatch(/<th[^>]*>Month<.*Planned.*Released.*Paid.*Asked back.*To invoice.*Came back.*Kept back/u);
  expect(page).toContain('href="/money/months.csv?when=financial-2024-25"');
  expect(page).toContain('href="/money/months?by=academic&amp;when=financial-2024-25"');
});

it("the file has the same rows in pounds", () => {
  const [head, ...lines] = monthsFile(MONTHS, monthsAsked({ when: "2024-10" }))
    .trim()
    .split("\r\n");
  expect(head).toContain('Month,"Planned, pounds","Released, pounds"');
  expect(lines).toEqual(["October 2024,0.00,2050.00,0.00,90.00,0.00,0.00,0.00"]);
});

import { expect, it } from "@jest/globals";
import { figuresOf, together } from "./by-month.ts";

const posted = (account: string, kind: string, debitPence: number, creditPence: number) => ({
  ...{ month: "2024-10", academicYear: "2024/25", account, kind, debitPence, creditPence },
});

it("a posting counts as what it is: released, paid, asked back, come back, kept back", () => {
  const figures = [
    posted("grants-committed", "grant-released", 100_000, 0),
    posted("grants-committed", "grant-recalled", 0, 40_000),
    posted("bank", "grant-paid", 0, 70_000),
    posted("bank", "payment-returned", 20_000, 0),
    posted("schools:clawback-due", "grant-paid", 0, 30_000),
    posted("schools:clawback-due", "clawback-requested", 50_000, 0),
    posted("grants-recovered", "clawback-requested", 0, 50_000),
    posted("bank", "clawback-recovered", 10_000, 0),
    posted("schools:grant-in-run", "grant-paid", 100_000, 0),
  ].map(figuresOf);
  expect(together(figures)).toEqual([
    {
      ...{ month: "2024-10", academicYear: "2024/25", plannedPence: 0, releasedPence: 60_000, paidPence: 50_000 },
      ...{ askedBackPence: 50_000, toInvoicePence: 0, cameBackPence: 10_000, keptBackPence: 30_000 },
    },
  ]);
});

it("months stand in their order, each year of grants for itself, and one in which nothing moved is none", () => {
  const of = { academicYear: "2024/25", releasedPence: 1 };
  const found = together([
    { month: "2024-11", ...of },
    { month: "2024-10", ...of },
    { month: "2024-10", ...of, academicYear: "2023/24" },
    { month: "2024-10", ...of },
    { month: "2024-12", academicYear: "2024/25" },
  ]);
  expect(found.map(({ month, academicYear, releasedPence }) => [month, academicYear, releasedPence])).toEqual([
    ["2024-10", "2023/24", 1],
    ["2024-10", "2024/25", 2],
    ["2024-11", "2024/25", 1],
  ]);
});

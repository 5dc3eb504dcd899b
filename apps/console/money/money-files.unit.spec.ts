import { expect, it } from "@jest/globals";
import type { Instant, LocalDate } from "../../../libs/calendar/instants.ts";
import { budgetsFile, paymentsFile, runsFile } from "./money-files.ts";

const called = (id: string): string => `${id} by name`;
const COUNTED = "2024-11-04,Authorised,5,5000.00,123.45,4876.55,2,2000.00,1,1000.00,1,876.55,1";
const linesOf = (csv: string): string[] => csv.trim().split("\r\n").slice(1);

it("a file of runs has the latest first, with who prepared and who authorised it and what became of it", () => {
  const run = (id: string, preparedAt: string, authorisedBy: string | null) => ({
    ...{ id, hub: "great-north", cutOff: "2024-11-04" as LocalDate, status: "authorised", preparedBy: "ann" },
    ...{ preparedAt: preparedAt as Instant, authorisedBy, payments: 5, grossPence: 500_000, recoveredPence: 12_345 },
    ...{ netPence: 487_655, paidPayments: 2, paidPence: 200_000, failedPayments: 1, failedPence: 100_000 },
    ...{ returnedPayments: 1, returnedPence: 87_655, openPayments: 1 },
    ...{ version: 7, summary: "", updatedAt: preparedAt as Instant },
  });
  const runs = [run("r1", "2024-10-01T23:30:00.000Z", "ben"), run("r2", "2024-11-05T09:00:00.000Z", null)];
  expect(linesOf(runsFile(runs, called))).toEqual([
    `r2,2024-11-05,ann by name,,${COUNTED}`,
    // Half past eleven of a summer's night in UTC is the day after in London.
    `r1,2024-10-02,ann by name,ben by name,${COUNTED}`,
  ]);
});

it("a file of payments has each with its school and why it failed", () => {
  const payment = {
    ...{ payment: "r1-00001", run: "r1", no: 1, payable: "410000-primary:9", journey: "410000-primary", urn: "410000" },
    ...{ schoolName: "Example, Primary", hub: "great-north", stage: "development" as const, academicYear: "2024/25" },
    ...{ grossPence: 100_000, recoveredPence: 0, netPence: 100_000, grant: "410000-primary:9" },
    ...{ status: "failed" as const, reasonCode: "account-closed" },
  };
  expect(linesOf(paymentsFile([payment]))).toEqual([
    'r1-00001,410000,"Example, Primary",Development,2024/25,1000.00,0.00,1000.00,Failed,Account closed',
  ]);
});

it("a file of budgets has figures to reckon with, also below nothing, and nothing where no budget is set", () => {
  const budget = {
    ...{ hub: "great-north", academicYear: "2024/25", allocatedPence: 250_000, duePence: 100_000 },
    ...{ committedPence: 0, releasedPence: 300_000, paidPence: 100_000, recoveredPence: 0, leftPence: -50_000 },
    ...{ setBy: "ann", setAt: "2024-11-05T09:00:00.000Z" as Instant },
  };
  const unset = { ...budget, academicYear: "2023/24", allocatedPence: null, leftPence: null, setBy: null, setAt: null };
  expect(linesOf(budgetsFile([budget, unset], called))).toEqual([
    "2024/25,2500.00,1000.00,0.00,3000.00,1000.00,0.00,-500.00,2024-11-05,ann by name",
    "2023/24,,1000.00,0.00,3000.00,1000.00,0.00,,,",
  ]);
});

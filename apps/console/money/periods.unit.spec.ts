import { expect, it } from "@jest/globals";
import { daysOf, isIn, periodChoices, periodInWords, yearOf } from "./periods.ts";

it("an academic year begins in September, a financial year in April", () => {
  const years = (month: string) => [yearOf(month, "academic"), yearOf(month, "financial")];
  expect(years("2024-03")).toEqual(["academic-2023-24", "financial-2023-24"]);
  expect(years("2024-04")).toEqual(["academic-2023-24", "financial-2024-25"]);
  expect(years("2024-09")).toEqual(["academic-2024-25", "financial-2024-25"]);
  expect(yearOf("1999-12", "financial")).toBe("financial-1999-00");
});

it("a period is said in words, and has its first and last day", () => {
  expect(["2024-10", "academic-2024-25", "financial-2024-25"].map(periodInWords)).toEqual([
    "October 2024",
    "Academic year 2024/25",
    "Financial year 2024/25",
  ]);
  expect(daysOf("2024-02")).toEqual({ from: "2024-02-01", to: "2024-02-29" });
  expect(daysOf("2024-12")).toEqual({ from: "2024-12-01", to: "2024-12-31" });
  expect(daysOf("academic-2024-25")).toEqual({ from: "2024-09-01", to: "2025-08-31" });
  expect(daysOf("financial-2024-25")).toEqual({ from: "2024-04-01", to: "2025-03-31" });
  expect([daysOf("2024-13"), daysOf("calendar-2024-25")]).toEqual([null, null]);
});

it("a month lies in itself and in its two years, and where nothing is asked", () => {
  const asked = ["", "2024-10", "academic-2024-25", "financial-2024-25", "2024-11", "financial-2023-24"];
  expect(asked.map((period) => isIn("2024-10", period))).toEqual([true, true, true, true, false, false]);
});

it("the years that have anything can be chosen, and the months, the latest first", () => {
  expect(periodChoices(["2024-03", "2024-10", "2024-10"]).map(({ words }) => words)).toEqual([
    ...["Academic year 2024/25", "Academic year 2023/24", "Financial year 2024/25", "Financial year 2023/24"],
    ...["October 2024", "March 2024"],
  ]);
});

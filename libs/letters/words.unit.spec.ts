import { describe, expect, test } from "@jest/globals";
import { dateWithWeekday } from "../calendar/long-dates.ts";
import { promised } from "./sample.ts";
import { pounds } from "../journey/sentences.ts";
import { commitmentName, count, hubName, listOf, whatIsMissing } from "./words.ts";

describe("the words of the field", () => {
  test("a date as schools write it", () => {
    expect(dateWithWeekday("2020-09-14")).toBe("Monday 14 September 2020");
    expect(dateWithWeekday("2024-02-29")).toBe("Thursday 29 February 2024");
  });

  test.each([
    [100_000, "£1,000"],
    [200_000, "£2,000"],
    [99_950, "£999.50"],
    [123_456_705, "£1,234,567.05"],
    [0, "£0"],
  ])("%d pence is %s", (pence, text) => {
    expect(pounds(pence)).toBe(text);
  });

  test("lists and counts", () => {
    expect([listOf([]), listOf(["a"]), listOf(["a", "b"]), listOf(["a", "b", "c"], "or")]).toEqual([
      "",
      "a",
      "a and b",
      "a, b or c",
    ]);
    expect([count(1, "thing"), count(2, "thing")]).toEqual(["1 thing", "2 things"]);
  });

  test.each([
    ["great-north", "Great North Maths Hub"],
    ["east-midlands-south", "East Midlands South Maths Hub"],
    ["yorkshire-and-the-humber", "Yorkshire and The Humber Maths Hub"],
  ])("the hub %s is the %s", (code, name) => expect(hubName(code)).toBe(name));

  test.each([
    [promised("meeting", "2020-10-01", { code: "meeting-2" }), "Work Group meeting 2"],
    [promised("visit", "2020-10-01", { code: "support-visit-autumn" }), "Support visit in the autumn term"],
    [
      promised("release-days", "2021-07-01", { target: 20 }),
      "Release time for your lead teachers (10 days between them)",
    ],
    [promised("in-school-support", "2021-07-01", { target: 8 }), "In-school support (4 days)"],
    [promised("gap-task", "2020-12-04", { code: "gap-task-1" }), "Task 1 between sessions"],
    [promised("action-plan", "2021-02-03"), "Action plan for your school"],
  ])("%o", (commitment, name) => expect(commitmentName(commitment)).toBe(name));

  test("what is missing", () => {
    expect(whatIsMissing(promised("action-plan", "2021-02-03"))).toBe(
      "The action plan for your school was due by Wednesday 3 February 2021. We have no record of it yet.",
    );
    expect(whatIsMissing(promised("meeting", "2021-02-03", { code: "meeting-1" }))).toBe(
      "Work Group meeting 1 was planned for Wednesday 3 February 2021. We have no record that everyone from " +
        "your school who takes part was there.",
    );
  });
});

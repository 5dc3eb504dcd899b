import { expect, test } from "@jest/globals";
import { addDays, compareDates, daysBetween, weekday } from "./dates.ts";

test("days are counted through months, leap years and clock changes", () => {
  expect(addDays("2020-02-28", 1)).toBe("2020-02-29");
  expect(addDays("2021-02-28", 1)).toBe("2021-03-01");
  expect(addDays("2021-01-01", -1)).toBe("2020-12-31");
  expect(addDays("2020-03-28", 2)).toBe("2020-03-30");
  expect(daysBetween("2020-09-01", "2021-08-31")).toBe(364);
  expect(daysBetween("2020-10-26", "2020-10-24")).toBe(-2);
});

test("Monday is 1, Sunday is 7", () => {
  expect(["2020-07-13", "2020-07-17", "2020-07-19"].map(weekday)).toEqual([1, 5, 7]);
  expect(weekday("1969-12-28")).toBe(7);
});

test("dates sort", () => {
  expect(["2021-01-01", "2020-12-31", "2021-01-01"].sort(compareDates)).toEqual([
    "2020-12-31",
    "2021-01-01",
    "2021-01-01",
  ]);
});

test("what is no date is refused", () => {
  expect(() => addDays("tomorrow", 1)).toThrow(RangeError);
  expect(() => weekday("2020-13-01")).toThrow(RangeError);
  expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
});

import { expect, test } from "@jest/globals";
import {
  academicYear,
  academicYearOf,
  firstDay,
  isAcademicYear,
  lastDay,
  nextAcademicYear,
  startYear,
  yearBegins,
  yearEnds,
} from "./academic-years.ts";

test("an academic year is 1 September to 31 August", () => {
  expect(academicYearOf("2020-08-31")).toBe("2019/20");
  expect(academicYearOf("2020-09-01")).toBe("2020/21");
  expect(academicYearOf("2021-08-31")).toBe("2020/21");
  expect([firstDay("2020/21"), lastDay("2020/21")]).toEqual(["2020-09-01", "2021-08-31"]);
});

test("it begins and ends at midnight in London, which is still on summer time", () => {
  expect(yearBegins("2020/21")).toBe("2020-08-31T23:00:00Z");
  expect(yearEnds("2020/21")).toBe("2021-08-31T22:59:59Z");
});

test("years are counted on and back, through a century", () => {
  expect(nextAcademicYear("2020/21")).toBe("2021/22");
  expect(nextAcademicYear("2020/21", -2)).toBe("2018/19");
  expect([academicYear(1999), startYear("1999/00"), lastDay("1999/00")]).toEqual(["1999/00", 1999, "2000-08-31"]);
});

test("its second part is the year after its first", () => {
  expect(["2020/21", "1999/00"].every(isAcademicYear)).toBe(true);
  expect(["2020/22", "2020-21", "2020/2021", "20/21", ""].some(isAcademicYear)).toBe(false);
  expect(() => startYear("2020/22")).toThrow(RangeError);
  expect(() => firstDay("2020")).toThrow(RangeError);
  expect(() => academicYear(2020.5)).toThrow(RangeError);
  expect(() => academicYearOf("2020-06-31")).toThrow(RangeError);
});

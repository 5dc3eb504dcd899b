import { describe, expect, test } from "@jest/globals";
import { academicYear, academicYearOf } from "./academic-years.ts";
import { isBankHoliday } from "./bank-holidays.ts";
import { addDays, weekday } from "./dates.ts";
import { localDate, localTime } from "./instants.ts";
import {
  calendarFor,
  ENGLAND,
  isSchoolDay,
  lastSchoolDay,
  nextSchoolDay,
  previousSchoolDay,
  reminderInstant,
  reminderInstants,
  schoolDayAt9,
  secondMonday,
  termAt,
  termsOf,
  type SchoolCalendar,
  type TermDates,
} from "./terms.ts";

const YEARS = Array.from({ length: 11 }, (_, i) => academicYear(2018 + i));
const summer2021: TermDates = {
  academicYear: "2020/21",
  term: "summer",
  start: "2021-04-26",
  end: "2021-07-23",
  halfTerm: { start: "2021-05-31", end: "2021-06-04" },
};

describe("the typical terms of England", () => {
  test("2020/21, day by day", () => {
    expect(
      termsOf(ENGLAND, "2020/21").map(({ term, start, halfTerm, end }) => [
        term,
        start,
        halfTerm.start,
        halfTerm.end,
        end,
      ]),
    ).toEqual([
      ["autumn", "2020-09-01", "2020-10-26", "2020-10-30", "2020-12-18"],
      ["spring", "2021-01-04", "2021-02-15", "2021-02-19", "2021-04-01"],
      ["summer", "2021-04-19", "2021-05-31", "2021-06-04", "2021-07-22"],
    ]);
  });

  test.each([...YEARS, "2029/30", "2049/50"])(
    "%s: three terms in order, each starts and ends in school, 190 to 197 days",
    (ay) => {
      const terms = termsOf(ENGLAND, ay);
      expect(terms.map(({ term }) => term)).toEqual(["autumn", "spring", "summer"]);
      let before = `${ay.slice(0, 4)}-08-31`;
      let days = 0;
      for (const { start, end, halfTerm, source } of terms) {
        const order = [before, start, halfTerm.start, halfTerm.end, end];
        expect([...order].sort()).toEqual(order);
        expect([isSchoolDay(ENGLAND, start), isSchoolDay(ENGLAND, end), source]).toEqual([true, true, "assumption"]);
        for (let day = start; day <= end; day = addDays(day, 1)) if (isSchoolDay(ENGLAND, day)) days++;
        before = end;
      }
      expect(days).toBeGreaterThanOrEqual(190);
      expect(days).toBeLessThanOrEqual(197);
    },
  );

  test("spring never starts on a bank holiday: 3 January 2022 was one", () => {
    expect(termsOf(ENGLAND, "2021/22")[1]!.start).toBe("2022-01-04");
  });
});

describe("school days", () => {
  test.each([
    ["a Monday in term", "2020-09-14", true],
    ["a Saturday", "2020-09-12", false],
    ["half-term", "2020-10-28", false],
    ["Christmas", "2020-12-28", false],
    ["August", "2020-08-20", false],
    ["the day before term", "2020-08-31", false],
    ["a bank holiday in term", "2021-05-03", false],
    ["the day after it", "2021-05-04", true],
    ["VE day, moved to the Friday", "2020-05-08", false],
    ["the Monday it moved from", "2020-05-04", true],
    ["the state funeral", "2022-09-19", false],
    ["the coronation", "2023-05-08", false],
  ])("%s, %s: %s", (_, date, open) => expect(isSchoolDay(ENGLAND, date)).toBe(open));

  test("the next one, and the one before", () => {
    expect(nextSchoolDay(ENGLAND, "2020-09-14")).toBe("2020-09-14");
    expect(nextSchoolDay(ENGLAND, "2021-05-01")).toBe("2021-05-04");
    expect(nextSchoolDay(ENGLAND, "2021-07-23")).toBe("2021-09-01");
    expect(previousSchoolDay(ENGLAND, "2021-08-31")).toBe("2021-07-22");
    expect(previousSchoolDay(ENGLAND, "2021-05-03")).toBe("2021-04-30");
    expect(lastSchoolDay(ENGLAND, "2020/21", "spring")).toBe("2021-04-01");
    expect(schoolDayAt9(ENGLAND, "2021-05-03")).toBe("2021-05-04T08:00:00Z");
    expect(schoolDayAt9(ENGLAND, "2020-12-28")).toBe("2021-01-04T09:00:00Z");
  });

  test("the term of a day, half-term included, none in the holidays", () => {
    expect(termAt(ENGLAND, "2020-10-28")?.term).toBe("autumn");
    expect(termAt(ENGLAND, "2020-12-28")).toBeNull();
    expect(termAt(ENGLAND, "2019-08-31")).toBeNull();
  });

  test("a calendar that is never open is refused, not searched for ever", () => {
    const shut = calendarFor({ closedDays: Array.from({ length: 800 }, (_, i) => addDays("2020-09-01", i)) });
    expect(() => nextSchoolDay(shut, "2020-09-01")).toThrow("no school day within a year");
  });
});

describe("a termly reminder: 09:00 in London on the second Monday of term, or the next school day", () => {
  test("a term that begins on a Monday counts that one as the first", () => {
    expect(secondMonday({ ...summer2021, start: "2021-04-19" })).toBe("2021-04-26");
    expect(secondMonday({ ...summer2021, start: "2021-04-20" })).toBe("2021-05-03");
    expect(secondMonday({ ...summer2021, start: "2021-04-25" })).toBe("2021-05-03");
  });

  test("2020/21: two in summer time, one in winter time", () => {
    expect(reminderInstants(ENGLAND, "2020/21")).toEqual([
      { term: "autumn", at: "2020-09-14T08:00:00Z" },
      { term: "spring", at: "2021-01-11T09:00:00Z" },
      { term: "summer", at: "2021-04-26T08:00:00Z" },
    ]);
  });

  test("a bank holiday Monday gives way to the Tuesday: 6 May 2019, 2 May 2022, 5 May 2025, 1 May 2028", () => {
    expect(termsOf(ENGLAND, "2018/19")[2]!.start).toBe("2019-04-23");
    expect(reminderInstant(ENGLAND, "2018/19", "summer")).toBe("2019-05-07T08:00:00Z");
    expect(reminderInstant(ENGLAND, "2021/22", "summer")).toBe("2022-05-03T08:00:00Z");
    expect(reminderInstant(ENGLAND, "2024/25", "summer")).toBe("2025-05-06T08:00:00Z");
    expect(reminderInstant(ENGLAND, "2027/28", "summer")).toBe("2028-05-02T08:00:00Z");
  });

  test("so it does in the calendar of a hub whose term starts on 26 April 2021", () => {
    expect(reminderInstant(calendarFor({ terms: [summer2021] }), "2020/21", "summer")).toBe("2021-05-04T08:00:00Z");
  });

  test("an inset day gives way too", () => {
    expect(reminderInstant(calendarFor({ closedDays: ["2020-09-14", "2020-09-15"] }), "2020/21", "autumn")).toBe(
      "2020-09-16T08:00:00Z",
    );
  });

  test("2019 to 2028: exactly three a year, each in its own term, on a school day at 09:00 local", () => {
    for (const ay of YEARS) {
      const reminders = reminderInstants(ENGLAND, ay);
      expect(new Set(reminders.map(({ at }) => at)).size).toBe(3);
      for (const { term, at } of reminders) {
        const day = localDate(at);
        expect([
          ay,
          term,
          localTime(at),
          isSchoolDay(ENGLAND, day),
          academicYearOf(day),
          termAt(ENGLAND, day)?.term,
        ]).toEqual([ay, term, "09:00", true, ay, term]);
        const monday = weekday(day) === 1;
        expect(monday || (weekday(day) === 2 && isBankHoliday(addDays(day, -1)))).toBe(true);
      }
    }
  });
});

describe("an LA, hub or school can differ by data", () => {
  test("one term is replaced, its neighbours stay", () => {
    const calendar = calendarFor({ terms: [summer2021] });
    expect(termsOf(calendar, "2020/21").map(({ start }) => start)).toEqual(["2020-09-01", "2021-01-04", "2021-04-26"]);
    expect(termsOf(ENGLAND, "2020/21")[2]!.start).toBe("2021-04-19");
  });

  test("the later override wins", () => {
    const la = { terms: [summer2021], closedDays: ["2021-07-19"] };
    const school = { terms: [{ ...summer2021, end: "2021-07-20" }], openDays: ["2021-07-19"] };
    expect(lastSchoolDay(calendarFor(la, school), "2020/21", "summer")).toBe("2021-07-20");
    expect(lastSchoolDay(calendarFor(school, la), "2020/21", "summer")).toBe("2021-07-23");
    expect(isSchoolDay(calendarFor(la, school), "2021-07-19")).toBe(true);
    expect(isSchoolDay(calendarFor(la), "2021-07-19")).toBe(false);
  });

  test("years beyond the data follow the rule, whatever the calendar", () => {
    const own: SchoolCalendar = { terms: [summer2021], closedDays: [] };
    expect(termsOf(own, "2031/32").map(({ term }) => term)).toEqual(["autumn", "spring", "summer"]);
    expect(termsOf(own, "2019/20")).toEqual(termsOf(ENGLAND, "2019/20"));
  });

  test.each([
    [
      "a half-term outside its term",
      { terms: [{ ...summer2021, end: "2021-06-01" }] },
      "must start, have its half-term and end in that order",
    ],
    [
      "a term that overlaps another",
      { terms: [{ ...summer2021, start: "2021-03-29" }] },
      "after the term before it has ended",
    ],
    [
      "a term of another year",
      { terms: [{ ...summer2021, end: "2021-09-03" }] },
      "must lie between 1 September 2020 and 31 August",
    ],
    ["no date", { terms: [{ ...summer2021, end: "2021-07-32" }] }, '"2021-07-32" is not a date'],
    ["a closed day that is none", { closedDays: ["2021-02-29"] }, '"2021-02-29" is not a date'],
  ])("%s is refused by name", (_, override, sentence) => {
    expect(() => calendarFor(override)).toThrow(RangeError);
    expect(() => calendarFor(override)).toThrow(sentence);
  });
});

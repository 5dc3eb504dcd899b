import { describe, expect, it } from "@jest/globals";
import { calendarsOf } from "./differences.ts";
import { ENGLAND, isSchoolDay, reminderInstant } from "./terms.ts";

const leicestershire = {
  la: "855",
  terms: [
    {
      academicYear: "2020/21",
      term: "autumn",
      start: "2020-09-01",
      end: "2020-12-18",
      halfTerm: { start: "2020-10-12", end: "2020-10-16" },
    },
  ],
} as const;

describe("an LA, a hub or a school can differ by data", () => {
  it("is England’s usual calendar where nobody has another", () => {
    expect(calendarsOf([])({ hub: "great-north", urn: "100001" })).toBe(ENGLAND);
  });

  it("refuses a difference out of order when it is read, not when a school needs it", () => {
    expect(() => calendarsOf([{ hub: "great-north", closedDays: ["2020-02-30"] }])).toThrow(RangeError);
  });

  it("lets the school’s own inset day win over its hub", () => {
    const calendarOf = calendarsOf([
      { urn: "100001", openDays: ["2020-09-14"] },
      { hub: "great-north", closedDays: ["2020-09-14"] },
    ]);
    expect(isSchoolDay(calendarOf({ hub: "great-north", urn: "100002" }), "2020-09-14")).toBe(false);
    expect(isSchoolDay(calendarOf({ hub: "great-north", urn: "100001" }), "2020-09-14")).toBe(true);
    expect(isSchoolDay(calendarOf({ hub: "east-midlands-south", urn: "100003" }), "2020-09-14")).toBe(true);
  });

  it("moves the reminder to the next school day where the hub is closed on its Monday", () => {
    const calendarOf = calendarsOf([{ hub: "great-north", closedDays: ["2020-09-14"] }]);
    expect(reminderInstant(calendarOf({ hub: "great-north" }), "2020/21", "autumn")).toBe("2020-09-15T08:00:00Z");
    expect(reminderInstant(ENGLAND, "2020/21", "autumn")).toBe("2020-09-14T08:00:00Z");
  });

  it("keeps an LA’s own half-term", () => {
    const calendarOf = calendarsOf([leicestershire]);
    expect(isSchoolDay(calendarOf({ la: "855" }), "2020-10-13")).toBe(false);
    expect(isSchoolDay(calendarOf({ la: "856" }), "2020-10-13")).toBe(true);
    expect(calendarOf({ la: "855", urn: "100001" })).toBe(calendarOf({ la: "855", urn: "100002" }));
  });
});

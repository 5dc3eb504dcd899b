import { describe, expect, test } from "@jest/globals";
import { bankHolidays, easterSunday, isBankHoliday } from "./bank-holidays.ts";

/** GOV.UK's list for England and Wales, as observed; the years it has not published yet by the same rules. */
const TABLE: Record<number, string> = {
  2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
  2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
  2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
  2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
  2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
  2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
  2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
  2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
  2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
  2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
};

describe("England's bank holidays", () => {
  test.each(Object.entries(TABLE))("%s", (year, days) => {
    expect(bankHolidays(Number(year)).map(({ date }) => date)).toEqual(days.split(" ").map((day) => `${year}-${day}`));
  });

  test("a holiday at a weekend has a substitute day", () => {
    const substitutes = (year: number) =>
      bankHolidays(year)
        .filter(({ substitute }) => substitute)
        .map(({ date, name }) => `${date} ${name}`);
    expect(substitutes(2020)).toEqual(["2020-12-28 Boxing Day"]);
    expect(substitutes(2021)).toEqual(["2021-12-27 Christmas Day", "2021-12-28 Boxing Day"]);
    expect(substitutes(2022)).toEqual(["2022-01-03 New Year's Day", "2022-12-27 Christmas Day"]);
    expect(substitutes(2023)).toEqual(["2023-01-02 New Year's Day"]);
    expect(substitutes(2024)).toEqual([]);
  });

  test("what was proclaimed once, happened once; what was moved is not where it was", () => {
    expect(["2020-05-08", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08"].every(isBankHoliday)).toBe(true);
    expect(["2020-05-04", "2022-05-30", "2021-05-08", "2023-09-19"].some(isBankHoliday)).toBe(false);
  });

  test("goes on beyond the table", () => {
    expect(easterSunday(2038)).toBe("2038-04-25");
    expect(easterSunday(2049)).toBe("2049-04-18");
    expect(easterSunday(2076)).toBe("2076-04-19");
    expect(
      bankHolidays(2033)
        .map(({ date }) => date.slice(5))
        .join(" "),
    ).toBe("01-03 04-15 04-18 05-02 05-30 08-29 12-26 12-27");
  });
});

import { describe, expect, test } from "@jest/globals";
import {
  addSeconds,
  endOfDay,
  instantAt,
  instantFromMs,
  isLocalDate,
  localDate,
  localTime,
  msOf,
  parseWhen,
  startOfDay,
} from "./instants.ts";

describe("Europe/London across both clock changes", () => {
  test.each([
    ["winter", "2020-01-13", "09:00", "2020-01-13T09:00:00Z"],
    ["summer", "2020-06-02", "09:00", "2020-06-02T08:00:00Z"],
    ["the Friday before the clocks go forward", "2020-03-27", "09:00", "2020-03-27T09:00:00Z"],
    ["the Monday after", "2020-03-30", "09:00", "2020-03-30T08:00:00Z"],
    ["the Friday before they go back", "2020-10-23", "09:00", "2020-10-23T08:00:00Z"],
    ["the Monday after", "2020-10-26", "09:00", "2020-10-26T09:00:00Z"],
  ])("09:00 is 09:00 on the clock: %s", (_, date, time, instant) => {
    expect(instantAt(date, time)).toBe(instant);
    expect(localTime(instant)).toBe("09:00");
    expect(localDate(instant)).toBe(date);
  });

  test("the hour that does not exist moves on by the hour that was skipped", () => {
    expect(instantAt("2020-03-29", "00:59:59")).toBe("2020-03-29T00:59:59Z");
    expect(instantAt("2020-03-29", "01:00")).toBe("2020-03-29T01:00:00Z");
    expect(instantAt("2020-03-29", "01:30")).toBe("2020-03-29T01:30:00Z");
    expect(localTime(instantAt("2020-03-29", "01:30"))).toBe("02:30");
    expect(instantAt("2020-03-29", "02:00")).toBe("2020-03-29T01:00:00Z");
  });

  test("the hour that comes twice is the first of the two", () => {
    expect(instantAt("2020-10-25", "01:30")).toBe("2020-10-25T00:30:00Z");
    expect(localTime("2020-10-25T00:30:00Z")).toBe("01:30");
    expect(localTime("2020-10-25T01:30:00Z")).toBe("01:30");
    expect(instantAt("2020-10-25", "02:00")).toBe("2020-10-25T02:00:00Z");
  });

  test("the day of the change has 23 or 25 hours, its start and end are whole", () => {
    const hours = (day: string) => (msOf(endOfDay(day)) + 1000 - msOf(startOfDay(day))) / 3_600_000;
    expect(hours("2020-03-29")).toBe(23);
    expect(hours("2020-10-25")).toBe(25);
    expect(hours("2020-10-26")).toBe(24);
  });

  test("both changes of every year from 2019 to 2028: last Sundays of March and October, 01:00 UTC", () => {
    for (let year = 2019; year <= 2028; year++) {
      for (const [month, before, after] of [
        ["03", "00:59", "02:00"],
        ["10", "01:59", "01:00"],
      ] as const) {
        const last = [31, 30, 29, 28, 27, 26, 25].find((day) => new Date(`${year}-${month}-${day}`).getUTCDay() === 0);
        const change = `${year}-${month}-${last}T01:00:00Z`;
        expect([change, localTime(addSeconds(change, -1)), localTime(change)]).toEqual([change, before, after]);
      }
    }
  });

  test("another zone can be named", () => {
    expect(instantAt("2020-06-02", "09:00", "UTC")).toBe("2020-06-02T09:00:00Z");
  });
});

describe("days in London", () => {
  test("a window that closes on 13 July 2020 closes at the end of that day in London", () => {
    expect(endOfDay("2020-07-13")).toBe("2020-07-13T22:59:59Z");
    expect(localDate("2020-07-13T22:59:59Z")).toBe("2020-07-13");
    expect(localDate("2020-07-13T23:00:00Z")).toBe("2020-07-14");
  });

  test("in winter the day is that of UTC", () => {
    expect([startOfDay("2021-01-01"), endOfDay("2021-01-01")]).toEqual([
      "2021-01-01T00:00:00Z",
      "2021-01-01T23:59:59Z",
    ]);
    expect(localDate("2020-12-31T23:59:59Z")).toBe("2020-12-31");
  });

  test("every half-hour of three years falls on the day between whose start and end it lies", () => {
    for (let at = "2019-12-31T23:00:00Z"; at < "2023-01-01T00:00:00Z"; at = addSeconds(at, 1800)) {
      const day = localDate(at);
      if (!(startOfDay(day) <= at && at <= endOfDay(day))) throw new Error(`${at} is not in ${day}`);
    }
  });

  test("a real date", () => {
    expect(["2020-02-29", "2021-12-31"].every(isLocalDate)).toBe(true);
    expect(
      ["2021-02-29", "2021-04-31", "2021-13-01", "2021-00-10", "2021-1-1", "2021-01-01T00:00", ""].some(isLocalDate),
    ).toBe(false);
  });
});

describe("what people write", () => {
  test.each([
    ["2020-06-02", "2020-06-01T23:00:00Z"],
    ["2020-06-02T09:00", "2020-06-02T08:00:00Z"],
    ["2020-06-02T09:00:30", "2020-06-02T08:00:30Z"],
    ["2020-06-02T09:00:30.987", "2020-06-02T08:00:30Z"],
    ["2020-06-02T09:00Z", "2020-06-02T09:00:00Z"],
    ["2020-06-02T09:00:30Z", "2020-06-02T09:00:30Z"],
    ["2020-06-02T09:00:30.987Z", "2020-06-02T09:00:30Z"],
    ["2020-06-02T09:00+01:00", "2020-06-02T08:00:00Z"],
    ["2020-06-02T00:30:00+05:30", "2020-06-01T19:00:00Z"],
  ])("%s is %s", (text, instant) => expect(parseWhen(text)).toBe(instant));

  test("a date as an end is that whole day; a time is itself", () => {
    expect(parseWhen("2024-08-31", "end")).toBe("2024-08-31T22:59:59Z");
    expect(parseWhen("2024-08-31T12:00", "end")).toBe("2024-08-31T11:00:00Z");
  });

  test.each([
    ["2 June 2020", "is not a date or time"],
    ["", "is not a date or time"],
    ["2020-06-02 09:00", "is not a date or time"],
    ["2020-06-02T9:00", "is not a date or time"],
    ["2020-02-30", "a day that does not exist"],
    ["2021-02-29T09:00Z", "a day that does not exist"],
    ["2020-06-02T24:00", "a time of day that does not exist"],
    ["2020-06-02T09:60Z", "a time of day that does not exist"],
    ["2020-06-02T09:00+25:00", "an offset from UTC that does not exist"],
  ])('"%s" is refused with a sentence', (text, sentence) => {
    expect(() => parseWhen(text)).toThrow(RangeError);
    expect(() => parseWhen(text)).toThrow(sentence);
  });
});

describe("instants", () => {
  test("are whole seconds, so that plain comparison orders them", () => {
    expect(instantFromMs(Date.parse("2020-06-02T08:00:00.999Z"))).toBe("2020-06-02T08:00:00Z");
    expect(instantFromMs(Date.parse("1969-12-31T23:59:59.500Z"))).toBe("1969-12-31T23:59:59Z");
    expect(addSeconds("2020-12-31T23:59:59Z", 1)).toBe("2021-01-01T00:00:00Z");
    expect(addSeconds("2021-01-01T00:00:00Z", -1)).toBe("2020-12-31T23:59:59Z");
  });

  test("what is no date, time or instant is refused", () => {
    expect(() => instantAt("2021-02-29", "09:00")).toThrow(RangeError);
    expect(() => instantAt("2021-02-28", "9 am")).toThrow(RangeError);
    expect(() => msOf("yesterday")).toThrow(RangeError);
    expect(() => addSeconds("9999-12-31T23:59:59Z", 1)).toThrow(RangeError);
    expect(() => instantFromMs(Number.NaN)).toThrow(RangeError);
  });
});

test("goes by the day after the last that somebody may give, and by the year after that", () => {
  expect(localDate(endOfDay("2999-12-31"))).toBe("2999-12-31");
  expect(() => startOfDay("3000-01-01")).not.toThrow();
});

import { expect, test } from "@jest/globals";
import { withCalendar } from "./calendar-files.ts";
import { renderMarkdown } from "./render.ts";
import { asRead, envelope } from "./sample.ts";
import { paused } from "./time-away.ts";
import type { Invited } from "./told.ts";

const LETTER = paused(envelope(), { until: null, yearEndsOn: null });
const ends = (code: string, on: string, change: Partial<Invited> = {}): Invited => ({
  ...{ meeting: { academicYear: "2020/21", code, on }, called: `Work Group meeting ${code.slice(-1)}` },
  ...{ version: 7, at: "2020-09-24T08:00:00Z", cancelled: true, only: [], ...change },
});

test("a letter names what goes out of its reader's calendar, in the order of the days", () => {
  const text = asRead(withCalendar(LETTER, [ends("session-2", "2021-01-27"), ends("session-1", "2020-09-30")]));
  expect(text).toContain(
    "PLEASE TAKE OUT OF YOUR CALENDAR - Work Group meeting 1, Wednesday 30 September 2020 " +
      "- Work Group meeting 2, Wednesday 27 January 2021 With this e-mail come several files, one for each date.",
  );
});

test("of one file, which programs act on by themselves, and where no files can come, it says nothing", () => {
  const one = asRead(withCalendar(LETTER, [ends("session-1", "2020-09-30")]));
  expect(one).toContain("PLEASE TAKE OUT OF YOUR CALENDAR");
  expect(one).not.toContain("files");
  const two = [ends("session-1", "2020-09-30"), ends("session-2", "2021-01-27")];
  expect(renderMarkdown(withCalendar(LETTER, two))).not.toContain("files");
  expect(asRead(withCalendar(LETTER, []))).toBe(asRead(LETTER));
});

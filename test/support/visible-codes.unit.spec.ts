import { describe, expect, it } from "@jest/globals";
import { codesIn } from "./visible-codes.ts";

describe("What stands on a page", () => {
  it.each([
    ["2021-03-01", "a date of programs"],
    ["2024-25/primary-readiness", "a programme’s id"],
    ["100001-primary", "a journey’s id"],
    ["hub-lead.great-north", "a sign-in’s id"],
    ["0b9f6f0e-6c1a-4d6e-a1b2-0d6a3f4c5e70", "an id"],
    ["wg-1", "a code with a number"],
    ["gap-task-1", "a code with a number"],
    ["missed-commitment", "a code"],
  ])("is no code: %s", (code, what) => {
    expect(codesIn(`<p>See ${code} here.</p>`)[0]).toMatch(new RegExp(`^${what}, ${code}:`, "u"));
  });

  it.each([
    "North Readiness 1, 2024/25, on 1 March 2021, 9:30am to 4pm",
    "A half-day, in person or follow-up by e-mail: hella@great-north-1.example",
    "URN 100001, SW1A 1AA, reference SJ000123",
  ])("are words: %s", (words) => expect(codesIn(`<p>${words}</p>`)).toEqual([]));

  it("may be a code where those who operate it look for one, and in what nobody sees", () => {
    const data = '<data value="x">wg-1</data><a href="/groups/wg-1">North 1</a><script>const a = "wg-1";</script>';
    expect(codesIn(data)).toEqual([]);
  });
});

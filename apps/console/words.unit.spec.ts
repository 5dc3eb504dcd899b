import { expect, it } from "@jest/globals";
import { plainly } from "./words.ts";

it.each([
  ["gap-task-1 is now due on 2021-02-10.", "Gap task 1 is now due on 10 February 2021."],
  ["Nothing is left to decide on 2020/21/gap-task-1.", "Nothing is left to decide on gap task 1."],
  ["2024-25/primary-development gives a school £1,000.", "Development 2024/25 gives a school £1,000."],
  [
    "Outstanding meeting-1, headteacher-first-workshop and gap-task-1",
    "Outstanding meeting 1, headteacher first workshop and gap task 1",
  ],
])("a sentence of the rules reads as one of people: %s", (said, reads) => expect(plainly(said)).toBe(reads));

it.each([
  "hub-lead.great-north approves.",
  "The stage-year begins.",
  "Of 410000-1 and 410000-2",
  "In https://example.org/a-b/c",
])("leaves ids and addresses as they are: %s", (text) => expect(plainly(text)).toBe(text));

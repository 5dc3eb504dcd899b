import { expect, it } from "@jest/globals";
import { messageIdOf, readMessageId } from "./message-id.ts";

const letter = { journey: "100001-primary", seq: 12, addressee: "applicant", epoch: null };

it("names a letter of the first epoch as ever, and one of a later epoch by that too", () => {
  expect(messageIdOf(letter)).toBe("<100001-primary.12.applicant@school-journeys.invalid>");
  expect(messageIdOf({ ...letter, epoch: "1a2b3c4d" })).toBe(
    "<100001-primary.12.applicant.1a2b3c4d@school-journeys.invalid>",
  );
});

it("reads what it has named, with its brackets or without; nothing else", () => {
  for (const one of [letter, { ...letter, addressee: "p-0123456789", epoch: "00000000" }]) {
    expect(readMessageId(messageIdOf(one))).toEqual(one);
    expect(readMessageId(messageIdOf(one).slice(1, -1))).toEqual(one);
  }
  for (const other of ["100001-primary.12.applicant.epoch@school-journeys.invalid", "1.2.a@example.org", ""])
    expect(readMessageId(other)).toBeNull();
});

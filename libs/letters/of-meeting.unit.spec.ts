// A meeting is announced, to those who take part and to a school that has not said yet whether it does.

import { expect, test } from "@jest/globals";
import { begun, done, PRIMARY_DEVELOPMENT } from "../../test/support/journey.ts";
import { read } from "../../test/support/news.ts";

const invited = done(begun(PRIMARY_DEVELOPMENT), "2025-07-02T09:00").on("2025-07-03T09:00", "InviteToNextStage", {});

test("to a school that is invited: when, that its place is kept, and to answer", () => {
  const text = read(invited.until("2025-09-24T12:00"), "MeetingAnnounced");
  expect(text).toMatch(/^Wednesday 1 October: Work Group meeting 1 \|/u);
  expect(text).toContain(
    "Example Primary School (URN 100001) has not told us yet whether it goes on. Its place is kept until the end of " +
      "Friday 31 October 2025, and you are welcome at this meeting.",
  );
  expect(text).not.toMatch(/make sure that they are released|catch up/u);
});

test("not once it has answered: its own year announces what is left", () => {
  const answered = invited.until("2025-09-24T12:00").on("2025-09-25T09:00", "ConfirmNextStage", {});
  expect(read(answered, "MeetingAnnounced")).toBe("");
});

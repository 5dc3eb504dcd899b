import { expect, it } from "@jest/globals";
import { asRead, envelope } from "./sample.ts";
import { because, begun, RULES, type Past } from "../../test/support/journey.ts";
import { noticeOf } from "./notice.ts";
import { nothingBeside } from "./told.ts";

/** The spring reminder of a journey, as its reader has it. */
function spring(past: Past): string {
  const { events, state } = past.until("2021-01-20T09:00");
  const event = events.find((one) => one.type === "ReminderDue" && one.term === "spring");
  if (event === undefined || state.status === "none") throw new Error("No reminder is due.");
  const notice = noticeOf({ event, events, state }, nothingBeside(RULES));
  if (notice === null) throw new Error("Nothing is left to say.");
  return asRead(notice.write(envelope()));
}

it("a school whose group went online this year is told so in the reminder of the term, and what rests", () => {
  const online = { delivery: "online", until: "2021-03-26", ...because };
  const told = spring(begun().on("2020-11-05T09:00", "AdaptDelivery", online));
  expect(told).toContain("Your Work Group meets online for now.");
  expect(told).toContain("Until Friday 26 March 2021 nobody is chased for what is late.");
  expect(spring(begun())).not.toContain("meets online");
});

// A school whose place is kept for its answer has heard when its year's meetings are: it hears in time of another day.

import { expect, it } from "@jest/globals";
import { because, text } from "../../test/support/journey.ts";
import type { HubWorld } from "../../test/support/hub-world.ts";
import { developers, MARCH } from "../../test/support/turning.ts";
import type { CommandData, CommandName } from "./commands.ts";

const A = "200001-secondary";
const reason = text(3);
const READERS = ["headteacher", "applicant"];
/** Embedding meets on 6 October; the school is through with its year, invited, and has not said yes. */
const invited = (): HubWorld =>
  developers(200001)
    .doGroup("next", MARCH, "FormWorkGroup", {
      hub: "great-north",
      prospectus: "2021-22/secondary-embedding",
      lead: "lead-1",
      leadRole: "secondary-mastery-specialist",
      secondYearDone: true,
      sessions: [{ session: "session-1", on: "2021-10-06", length: "half-day" }],
    })
    .do(A, MARCH, "InviteToNextStage", { workGroup: "next" })
    .do(A, "2021-07-01T09:00", "ConfirmCompletion", { completed: true, ...because });
const heard = (hub: HubWorld) =>
  hub
    .journey(A)
    .events.flatMap((event) =>
      event.type === "MeetingAnnounced" && event.into !== undefined && event.to.length > 0
        ? [`${event.at.slice(0, 10)}: ${event.off === true ? "not " : ""}${event.on} to ${event.to.join(", ")}`]
        : [],
    );
const after = <N extends CommandName>(when: string, command: N, data: CommandData[N], until = "2021-10-31") =>
  heard(invited().until(when).doGroup("next", when, command, data).until(until));
const TO = READERS.join(", ");

it("hears five school days before, where nothing changes", () => {
  expect(heard(invited().until("2021-10-31"))).toEqual([`2021-09-29: 2021-10-06 to ${TO}`]);
});

it("of an earlier day in time, so that nobody hears too late", () => {
  expect(after("2021-09-13T10:00", "MoveSession", { session: "session-1", on: "2021-09-22", reason })).toEqual([
    `2021-09-15: 2021-09-22 to ${TO}`,
  ]);
});

it("of a day within five school days: on the next school day, or at once where it is that day", () => {
  expect(after("2021-09-13T10:00", "MoveSession", { session: "session-1", on: "2021-09-16", reason })).toEqual([
    `2021-09-14: 2021-09-16 to ${TO}`,
  ]);
  expect(after("2021-09-13T10:00", "MoveSession", { session: "session-1", on: "2021-09-14", reason })).toEqual([
    `2021-09-13: 2021-09-14 to ${TO}`,
  ]);
});

it("of another day once the first was announced, at once; also of one beyond 31 October", () => {
  for (const on of ["2021-10-08", "2021-10-20", "2021-11-10"])
    expect(after("2021-09-30T10:00", "MoveSession", { session: "session-1", on, reason })).toEqual([
      `2021-09-29: 2021-10-06 to ${TO}`,
      `2021-09-30: ${on} to ${TO}`,
    ]);
});

it("that a meeting which was announced is called off; not of one that was not", () => {
  expect(after("2021-09-30T10:00", "CancelSession", { session: "session-1", reason })).toEqual([
    `2021-09-29: 2021-10-06 to ${TO}`,
    `2021-09-30: not 2021-10-06 to ${TO}`,
  ]);
  expect(after("2021-09-13T10:00", "CancelSession", { session: "session-1", reason })).toEqual([]);
});

it("of all that is put off together", () => {
  expect(after("2021-09-30T10:00", "AdaptDelivery", { delivery: "extended", weeks: 1, reason })).toEqual([
    `2021-09-29: 2021-10-06 to ${TO}`,
    `2021-09-30: 2021-10-13 to ${TO}`,
  ]);
});

it("nothing more before its year, once it has answered, or where times alone are others", () => {
  const july = after("2021-07-05T10:00", "MoveSession", { session: "session-1", on: "2021-09-22", reason });
  expect(july).toEqual([`2021-09-15: 2021-09-22 to ${TO}`]);
  const times = { session: "session-1", on: "2021-10-06", startsAt: "13:00", reason };
  expect(after("2021-09-30T10:00", "MoveSession", times)).toEqual([`2021-09-29: 2021-10-06 to ${TO}`]);
  const yes = invited().until("2021-09-30").do(A, "2021-09-30T10:00", "ConfirmNextStage", {});
  yes.doGroup("next", "2021-09-30T11:00", "MoveSession", { session: "session-1", on: "2021-10-20", reason });
  expect(heard(yes.until("2021-10-31"))).toEqual([`2021-09-29: 2021-10-06 to ${TO}`]);
});

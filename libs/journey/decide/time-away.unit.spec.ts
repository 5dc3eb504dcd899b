import { describe, expect, it } from "@jest/globals";
import type { Past } from "../../../test/support/journey.ts";
import { given } from "../../../test/support/given.ts";
import { begun, done, nothing, offered, placed, PRIMARY_DEVELOPMENT } from "../../../test/support/journey.ts";

const task = {
  code: "gap-task-1",
  due: "2020-12-08",
  missed: "2020-12-09T00:00",
  one: "2020-12-15T09:00",
  two: "2021-01-04T09:00",
  three: "2021-01-18T09:00",
};

const rungs = (past: Past, code = task.code) =>
  past
    .all("CommitmentEscalated")
    .flatMap((event) =>
      event.type === "CommitmentEscalated" && event.commitment === code ? [[event.level, event.at, ...event.to]] : [],
    );

describe("After an outage", () => {
  it("all that fell due comes in the order in which it did, at the time it is done", () => {
    const { decision } = given(begun().until("2020-11-30")).whenTimeComes("2021-01-12T07:30");
    expect(
      "events" in decision &&
        decision.events.map((event) => [
          event.type,
          event.at,
          "commitment" in event ? event.commitment : "term" in event && event.term,
        ]),
    ).toEqual([
      ["ChaserHeldBack", "2021-01-12T07:30:00Z", "autumn"],
      ["CommitmentMissed", "2021-01-12T07:30:00Z", "gap-task-1"],
      ["ReminderDue", "2021-01-12T07:30:00Z", "spring"],
    ]);
  });
  it("grace counts from the day it was found, and levels keep their distance", () => {
    const found = begun()
      .until("2020-11-30")
      .follow(eventsOf(begun().until("2020-11-30"), "2021-01-12T07:30"));
    expect(rungs(found.until("2021-08-31")).map(([level, at]) => [level, at])).toEqual([
      [1, "2021-01-18T09:00:00Z"],
      [2, "2021-02-01T09:00:00Z"],
      [3, "2021-02-22T09:00:00Z"],
    ]);
  });
  it("over the year’s end, the year ends and the next begins", () => {
    const settled = done(begun(PRIMARY_DEVELOPMENT), "2025-06-09T09:00")
      .on("2025-06-10T09:00", "InviteToNextStage", {})
      .on("2025-06-11T09:00", "ConfirmNextStage", {})
      .until("2025-08-20");
    expect(eventsOf(settled, "2025-09-03T12:00").map((event) => event.type)).toEqual([
      "StageCompleted",
      "StageStarted",
      "LettersDue",
    ]);
  });
  it("ticking twice at one instant does nothing more", () => {
    const ticked = begun().follow(eventsOf(begun(), "2021-03-01T12:00"));
    given(ticked).whenTimeComes("2021-03-01T12:00").brings();
  });
});

describe("Time brings nothing", () => {
  it("to a journey that waits for people, or has ended", () => {
    for (const past of [nothing, offered().on("2020-06-04T09:00", "DeclineOffer", {})])
      given(past).whenTimeComes("2031-01-01T00:00").brings();
    given(offered().on("2020-06-04T09:00", "AcceptOffer", {}))
      .whenTimeComes("2020-08-01T00:00")
      .brings();
    given(placed()).whenTimeComes("2020-08-01T00:00").brings();
  });
});

describe("A year that the catalogue has lost", () => {
  it("does not begin: the journey waits for the hub to return it", () => {
    const next = { stage: "sustaining", academicYear: "2030/31" } as const;
    const lost = placed().follow([
      {
        type: "SchoolPlaced",
        at: "2020-06-08T08:00:00Z",
        workGroup: null,
        prospectus: "2030-31/primary-sustaining",
        ...next,
      },
    ]);
    given(lost)
      .whenTimeComes("2030-09-01T00:00")
      .brings({ type: "JourneyPaused", until: null, reasonCode: "no-prospectus" });
  });
});

function eventsOf(past: Past, when: string) {
  const decision = past.decide(when, "Tick", {});
  return "events" in decision ? decision.events : [];
}

import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import {
  because,
  begun,
  done,
  kept,
  offered,
  PRIMARY_DEVELOPMENT,
  TWO,
  type Past,
} from "../../../test/support/journey.ts";
import { toldCodes } from "../hold.ts";
import type { Begun } from "../state.ts";

// In the autumn of a silent Readiness year gap task 1 is missed; its first level is told on 15 December.
const LEVEL_1 = "2020/21/missed/gap-task-1/1";
const NOW = "2020-12-10T10:00";
const held = (data: { tells?: string[]; until?: string } = {}, past: Past = begun()): Past =>
  past.on(NOW, "HoldLetter", { tells: [LEVEL_1], ...because, ...data });
/** What letters told from a day on, as types and commitments. */
const told = (past: Past, from: string): string[] =>
  past.events.flatMap((event) =>
    event.type === "LettersDue" && event.at.slice(0, 10) >= from
      ? event.letters.flatMap(({ tells }) =>
          past.events
            .filter(({ seq }) => tells.includes(seq))
            .map((one) => `${event.at.slice(0, 10)} ${one.type}${"commitment" in one ? ` ${one.commitment}` : ""}`),
        )
      : [],
  );
const aboutTask = (past: Past, from = "2020-12-10"): string[] =>
  told(past, from).filter((line) => line.includes("Escalated gap-task-1"));

it("a meeting that is announced while a place is kept has the code of its own year", () => {
  const invited = done(begun(PRIMARY_DEVELOPMENT), "2025-07-02T09:00")
    .on("2025-07-03T09:00", "InviteToNextStage", {})
    .until("2025-09-24T12:00");
  const announced = invited.events.findLast(({ type }) => type === "MeetingAnnounced");
  expect(toldCodes(announced!, invited.state as Begun)).toEqual(["2025/26/meeting/session-1/2025-10-01"]);
});

describe("A letter that the hub holds", () => {
  it("does not go, and says by which hold", () => {
    expect(aboutTask(begun().until("2020-12-16"))).toEqual(["2020-12-15 CommitmentEscalated gap-task-1"]);
    const past = held().until("2020-12-16");
    expect(aboutTask(past)).toEqual([]);
    const due = past.events.findLast(({ type }) => type === "LettersDue");
    expect(due).toMatchObject({
      held: expect.arrayContaining([
        expect.objectContaining({ why: "held-by-hub", hold: past.seqOf("LetterHeld"), who: TWO }),
      ]),
    });
  });
  it("counts as told all the same: the next level comes on its day; what was held stands in the next letter", () => {
    const [free, past] = [begun().until("2021-02-01"), held().until("2021-02-01")];
    const levels = (of: Past) => of.all("CommitmentEscalated").map((one) => ({ ...one, tellAt: null }));
    expect(levels(past)).toEqual(levels(free));
    // To the teachers with their next letter, the spring reminder; the headteacher's own level is not held.
    expect(aboutTask(past)[0]).toMatch(/^2021-01-/u);
    expect(aboutTask(past).length).toBe(aboutTask(free).length);
  });
  it("held to a day goes on the next school day, if it still holds", () => {
    expect(aboutTask(held({ until: "2020-12-16" }).until("2020-12-18"))).toEqual([
      "2020-12-17 CommitmentEscalated gap-task-1",
    ]);
    const met = held({ until: "2020-12-16" }).on("2020-12-16T15:00", "CompleteGapTask", { commitment: "gap-task-1" });
    expect(aboutTask(met.until("2020-12-18"))).toEqual([]);
  });
  it("goes on the next school day once the hold is lifted", () => {
    const past = held().until("2020-12-16");
    const lifted = past.on("2020-12-16T10:00", "LiftHold", { hold: past.seqOf("LetterHeld") });
    expect(aboutTask(lifted.until("2020-12-18"))).toEqual(["2020-12-17 CommitmentEscalated gap-task-1"]);
    // Lifted before it was due, it is as if nobody had held it.
    const early = held();
    expect(
      aboutTask(early.on("2020-12-11T10:00", "LiftHold", { hold: early.seqOf("LetterHeld") }).until("2020-12-18")),
    ).toEqual(aboutTask(begun().until("2020-12-18")));
  });
  it("holds its own part alone: news, and what else is due, goes", () => {
    const reminder = begun().on("2020-09-10T10:00", "HoldLetter", { tells: ["2020/21/reminder/autumn"], ...because });
    const moved = reminder.on("2020-09-14T08:55", "PauseJourney", because);
    expect(told(moved.until("2020-09-15"), "2020-09-14")).toContain("2020-09-14 JourneyPaused");
    expect(told(reminder.until("2020-09-30"), "2020-09-14")).toContain("2020-09-23 MeetingAnnounced");
  });
  it("of what is held twice the later hold holds", () => {
    const twice = held({ until: "2020-12-16" }).on("2020-12-11T10:00", "HoldLetter", { tells: [LEVEL_1], ...because });
    expect(twice.state).toMatchObject({ holds: [{ seq: twice.seqOf("LetterHeld"), until: null }] });
  });
});

describe("HoldLetter", () => {
  it("keeps what, to when and why", () => {
    given(begun())
      .when(NOW, "HoldLetter", { tells: [LEVEL_1, LEVEL_1], until: "2020-12-16", ...because })
      .brings({ type: "LetterHeld", tells: [LEVEL_1], until: "2020-12-16", ...kept });
    given(offered())
      .when("2020-06-04T10:00", "HoldLetter", { tells: ["offer/2020-06-30"], ...because })
      .accepted();
  });
  it("is turned down without a reason, to a day that is past, and for what no letter will tell", () => {
    given(begun())
      .when(NOW, "HoldLetter", { tells: [LEVEL_1] })
      .rejects("reason-required");
    given(begun())
      .when(NOW, "HoldLetter", { tells: [LEVEL_1], until: "2020-12-09", ...because })
      .rejects("invalid");
    for (const tells of [[], ["2020/21/missed/gap-task-1/3"], ["2020/21/reminder/yule"], [LEVEL_1, "nothing"]])
      given(begun())
        .when(NOW, "HoldLetter", { tells, ...because })
        .rejects("not-found");
  });
  it("a hold that is lifted, or never was, is none to lift", () => {
    const past = held();
    const hold = past.seqOf("LetterHeld");
    given(past)
      .when(NOW, "LiftHold", { hold: hold - 1 })
      .rejects("not-found");
    given(past.on(NOW, "LiftHold", { hold }))
      .when(NOW, "LiftHold", { hold })
      .rejects("not-found");
  });
});

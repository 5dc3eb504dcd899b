import { describe, expect, it } from "@jest/globals";
import {
  applied,
  because,
  begun,
  nothing,
  placed,
  PRIMARY_DEVELOPMENT,
  READINESS,
  register,
  school,
  SUSTAINING,
  type Past,
} from "../../test/support/journey.ts";
import { describe as inWords, placeOf } from "./describe.ts";

const paused = begun().on("2020-10-10T09:00", "PauseJourney", { ...because, until: "2020-11-30" });
const withdrawn = begun().on("2020-10-10T09:00", "WithdrawSchool", because).until("2020-10-11");

describe("A journey in words, for an operator", () => {
  const words = (past: Past) => inWords("100001-primary", past.state);

  it("before it has begun", () =>
    expect(words(nothing)).toMatchObject({
      summary: "100001-primary: not begun",
      next: null,
      attributes: { URN: "100001", JourneyStatus: "none" },
    }));
  it("says school, status, stage and year in one line", () => {
    expect(words(applied()).summary).toBe("100001 primary: applied, readiness 2020/21");
    expect(words(begun()).summary).toBe("100001 primary: participating, readiness 2020/21");
    expect(
      words(
        nothing.on("2020-03-01T09:00", "ExpressInterest", {
          school: school(),
          hub: "great-north",
          prospectus: READINESS,
        }),
      ).summary,
    ).toBe("100001 primary: interested, readiness 2020/21");
  });
  it("says what is owed, and what happens next and when", () => {
    const { details, next } = words(begun().until("2020-12-16"));
    expect(details).toContain("“Task 1 between sessions” by the school, since 8 December 2020 (lead teachers told)");
    expect(details).toContain("“Work Group session 1” by the hub, since 30 September 2020 (hub lead told)");
    expect(details).toContain(
      "**For somebody to decide:** What becomes of “Work Group session 1”, which was missed? (by 14 October 2020)",
    );
    expect([next, details]).toEqual([
      "gap-task-1 goes to the headteacher, 2021-01-04 09:00",
      expect.stringContaining(
        "Next, by itself: “Task 1 between sessions” goes to the headteacher, 4 January 2021, 09:00.",
      ),
    ]);
  });
  it("says what it waits for where nothing comes by itself", () => {
    expect(words(applied()).details).toContain("Waits for the hub: offer, waitlist, decline or redirect.");
    expect(words(withdrawn)).toMatchObject({
      next: null,
      attributes: { JourneyStatus: "withdrawn", Stage: "readiness", AcademicYear: "2020/21" },
    });
  });
  it("names the grant in pounds, what does not get through, and former URNs", () => {
    const past = begun(PRIMARY_DEVELOPMENT)
      .on("2024-09-03T09:00", "SucceedSchool", { urn: "100009", ...because })
      .on("2024-09-03T10:00", "RecordEffect", { effect: 1, outcome: "stalled", code: "mailbox-away" });
    expect(words(past).details).toContain("Grant for Development 2024/25: £1,000, due, not yet to be released.");
    expect(words(past).details).toContain("Not getting through:** a notice; tried again and again.");
    const twice = past.on("2024-09-03T10:01", "RecordEffect", { effect: 2, outcome: "stalled", code: "mailbox-away" });
    expect(words(twice).details).toContain("Not getting through:** 2 notices; tried again and again.");
    expect(words(past).details).toContain("Formerly URN 100001.");
    expect(words(past).attributes).toEqual({
      MathsHub: "great-north",
      URN: "100009",
      Phase: "primary",
      Stage: "development",
      AcademicYear: "2024/25",
      JourneyStatus: "participating",
      Needs: ["stuck"],
    });
  });
  it("calls the Work Group as its hub does, else by the words of its id", () => {
    expect(words(begun()).details).toMatch(
      /^\*\*Participating\*\* · Readiness 2020\/21 · Group 1 · Great North hub · /u,
    );
    const called = inWords("100001-primary", begun().state, () => "Ready in the North").details;
    expect(called).toContain(" · Ready in the North · ");
  });
  it("is found by what it needs of a person", () => {
    const needs = (past: Past) => words(past).attributes.Needs;
    expect(needs(nothing)).toEqual(["nothing"]);
    expect(needs(begun())).toEqual(["nothing"]);
    // The hub has held nothing: its lead decides. The headteacher has been told of the school's own task.
    expect(needs(begun().until("2020-12-16"))).toEqual(["decision"]);
    expect(needs(begun().until("2021-01-05"))).toEqual(["decision", "answer"]);
    expect(needs(begun(PRIMARY_DEVELOPMENT).until("2025-02-01"))).toContain("grant");
  });
  it("is a chapter a stage-year", () => {
    expect([applied(), placed()].map((past) => words(past).chapter)).toEqual(["application", "application"]);
    expect(words(begun()).chapter).toBe("2020/21 readiness");
    expect(words(paused).chapter).toBe("2020/21 readiness");
  });
  it("knows where a journey that pauses between years stands", () => {
    const away = begun(SUSTAINING)
      .on("2024-10-30T09:00", "RecordAttendance", register("session-1", "2024-10-23"))
      .on("2025-01-01T09:00", "PauseJourney", because)
      .until("2025-10-01");
    expect(away.state.status !== "none" && placeOf(away.state)).toEqual({
      stage: "sustaining",
      academicYear: "2024/25",
      prospectus: SUSTAINING,
    });
    expect(words(away).details).toContain("the hub lead is asked what becomes of a school that pauses without an end");
    expect(words(away.until("2025-11-02")).details).toContain("Paused until the school returns.");
  });
});

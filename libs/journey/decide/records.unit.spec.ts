import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import {
  because,
  begun,
  kept,
  nothing,
  placed,
  PRIMARY_DEVELOPMENT,
  register,
  SECONDARY_DEVELOPMENT,
  SUSTAINING,
  TWO,
} from "../../../test/support/journey.ts";

const workshop = register("session-1", "2020-09-30");

describe("A register of a session", () => {
  it("shows that the hub held it and that the school was there", () => {
    given(begun())
      .when("2020-09-30T17:00", "RecordAttendance", workshop)
      .brings(
        { type: "AttendanceRecorded", session: "session-1", on: "2020-09-30", present: TWO, headteacher: true },
        { type: "CommitmentMet", commitment: "session-1", late: false },
        { type: "CommitmentMet", commitment: "meeting-1", late: false },
        { type: "CommitmentMet", commitment: "headteacher-first-workshop", late: false },
      );
  });
  it("may name the session by the school’s part in it, and comes from the Work Group the same", () => {
    given(begun())
      .when("2020-09-30T17:00", "RecordAttendance", {
        ...workshop,
        session: "meeting-1",
        present: ["teacher-1", "teacher-1"],
        headteacher: undefined,
      })
      .brings(
        {
          type: "AttendanceRecorded",
          session: "session-1",
          on: "2020-09-30",
          present: ["teacher-1"],
          headteacher: false,
        },
        { type: "CommitmentMet", commitment: "session-1", late: false },
      );
    expect(given(begun()).when("2020-09-30T17:00", "TakeRegister", workshop).decision).toEqual(
      given(begun()).when("2020-09-30T17:00", "RecordAttendance", workshop).decision,
    );
  });
  it("is late when it was held after the day, not when somebody came to record it", () => {
    const recorded = given(begun()).when("2020-10-02T17:00", "RecordAttendance", {
      ...workshop,
      headteacher: false,
    }).decision;
    expect(recorded).toMatchObject({
      events: [
        { type: "AttendanceRecorded" },
        { commitment: "session-1", late: false },
        { commitment: "meeting-1", late: false },
      ],
    });
    const late = given(begun()).when("2020-10-02T17:00", "RecordAttendance", {
      ...workshop,
      on: "2020-10-02",
      headteacher: false,
    }).decision;
    expect(late).toMatchObject({
      events: [
        { type: "AttendanceRecorded" },
        { commitment: "session-1", late: true },
        { commitment: "meeting-1", late: true },
      ],
    });
  });
  it("of a session in which nobody of the school was does not meet the school’s part", () => {
    given(begun())
      .when("2020-09-30T17:00", "RecordAttendance", { ...workshop, present: [], headteacher: false })
      .brings(
        { type: "AttendanceRecorded", session: "session-1", on: "2020-09-30", present: [], headteacher: false },
        { type: "CommitmentMet", commitment: "session-1", late: false },
      );
  });
  it("is of a session that there is", () => {
    given(begun())
      .when("2020-09-30T17:00", "RecordAttendance", { ...workshop, session: "session-9" })
      .rejects("unknown-session");
    given(begun())
      .when("2020-09-30T17:00", "RecordAttendance", { ...workshop, session: "report" })
      .rejects("unknown-session");
  });
  it("names teachers who take part, or did", () => {
    given(begun())
      .when("2020-09-30T17:00", "RecordAttendance", { ...workshop, present: ["nobody"] })
      .rejects("unknown-participant");
    const left = begun().on("2020-09-30T16:00", "ReleaseParticipant", { participant: "teacher-2" });
    given(left).when("2020-09-30T17:00", "RecordAttendance", workshop).accepted();
  });
  it("is of a day that has come, and of this year", () => {
    given(begun())
      .when("2020-09-30T17:00", "RecordAttendance", { ...workshop, on: "2020-10-01" })
      .rejects("in-the-future");
    given(begun())
      .when("2020-09-30T17:00", "RecordAttendance", { ...workshop, on: "2020-08-31" })
      .rejects("invalid");
    // 1 October has come in London before it has in UTC.
    given(begun())
      .when("2020-09-30T23:30:00Z", "RecordAttendance", { ...workshop, on: "2020-10-01" })
      .accepted();
  });
  it("is kept while a stage-year is under way", () => {
    for (const past of [nothing, placed()])
      given(past)
        .when("2020-08-30T17:00", "RecordAttendance", { ...workshop, on: "2020-08-30" })
        .rejects("not-participating");
  });
});

describe("Support visits", () => {
  const visit = { on: "2020-11-11", halfDays: 1 };

  it("meet the visit of their term; the headteacher meets the lead at each", () => {
    given(begun())
      .when("2020-11-11T17:00", "RecordSupportVisit", { ...visit, headteacher: true })
      .brings(
        { type: "SupportVisitRecorded", on: "2020-11-11", halfDays: 1, headteacher: true },
        { type: "CommitmentMet", commitment: "support-visit-autumn", late: false },
        { type: "CommitmentMet", commitment: "headteacher-meeting-autumn", late: false },
      );
    given(begun())
      .when("2020-11-11T17:00", "RecordSupportVisit", visit)
      .brings(
        { type: "SupportVisitRecorded", on: "2020-11-11", halfDays: 1, headteacher: false },
        { type: "CommitmentMet", commitment: "support-visit-autumn", late: false },
      );
  });
  it("are written up by who made them: the words stand apart, the event has their id", () => {
    given(begun())
      .when("2020-11-11T17:00", "RecordSupportVisit", { ...visit, notes: { id: "text-1", words: 12 } })
      .brings(
        { type: "SupportVisitRecorded", on: "2020-11-11", halfDays: 1, headteacher: false, notesId: "text-1" },
        { type: "CommitmentMet", commitment: "support-visit-autumn", late: false },
      );
  });
  it("have happened, in this year", () => {
    given(begun()).when("2020-11-10T17:00", "RecordSupportVisit", visit).rejects("in-the-future");
    given(begun())
      .when("2020-11-10T17:00", "RecordSupportVisit", { ...visit, on: "2020-05-11" })
      .rejects("invalid");
    given(placed()).when("2020-08-30T17:00", "RecordSupportVisit", visit).rejects("not-participating");
  });
  it("one too many in a term counts for the oldest term still without", () => {
    const autumn = begun().until("2021-01-20");
    expect(autumn.commitment("support-visit-autumn").status).toBe("missed");
    const once = autumn.on("2021-01-20T17:00", "RecordSupportVisit", { ...visit, on: "2021-01-20" });
    expect([once.commitment("support-visit-autumn").status, once.commitment("support-visit-spring").status]).toEqual([
      "missed",
      "met",
    ]);
    const twice = once.on("2021-02-03T17:00", "RecordSupportVisit", { ...visit, on: "2021-02-03" });
    expect(twice.commitment("support-visit-autumn").status).toBe("met");
  });
  it("agreed for another term count for the one that was agreed, also if the day was missed by one", () => {
    const booked = begun()
      .on("2020-10-20T09:00", "BookSupportVisit", { on: "2021-01-15", commitment: "support-visit-autumn" })
      .until("2021-01-14");
    for (const on of ["2021-01-14", "2021-01-15"]) {
      const held = booked.on("2021-01-15T17:00", "RecordSupportVisit", { ...visit, on });
      expect([held.commitment("support-visit-autumn").status, held.commitment("support-visit-spring").status]).toEqual([
        "met",
        "open",
      ]);
    }
  });
  it("are counted in half-days where the page promises four to six days", () => {
    const seven = [
      ["2021-01-06", 2],
      ["2021-01-13", 2],
      ["2021-01-20", 2],
      ["2021-02-03", 1],
    ].reduce(
      (past, [on, halfDays]) =>
        past.on(`${on}T17:00`, "RecordSupportVisit", { on: String(on), halfDays: Number(halfDays) }),
      begun(SECONDARY_DEVELOPMENT),
    );
    expect(seven.commitment("in-school-support")).toMatchObject({ status: "open", target: 8 });
    given(seven)
      .when("2021-02-20T17:00", "RecordSupportVisit", { on: "2021-02-20", halfDays: 1 })
      .brings(
        { type: "SupportVisitRecorded", on: "2021-02-20", halfDays: 1, headteacher: false },
        { type: "CommitmentMet", commitment: "in-school-support", late: false },
      );
  });
});

describe("Release of at least ten days combined, meetings included", () => {
  const year = begun(PRIMARY_DEVELOPMENT);
  const released = (days: number) =>
    year.on("2024-12-01T09:00", "RecordReleaseDays", { participant: "teacher-1", days, on: "2024-11-30" });
  const meeting = (past = year) => past.on("2024-12-02T17:00", "RecordAttendance", register("session-1", "2024-10-02"));

  it("is met by days alone", () => {
    expect(released(9.5).commitment("release-days").status).toBe("open");
    expect(released(10).commitment("release-days").status).toBe("met");
  });
  it("half a day each for two teachers at a meeting", () => {
    expect(meeting(released(8.5)).commitment("release-days").status).toBe("open");
    expect(meeting(released(9)).commitment("release-days").status).toBe("met");
  });
  it("a second register of the same meeting counts nobody twice", () => {
    expect(meeting(meeting(released(8))).commitment("release-days").status).toBe("open");
  });
  it("is of a teacher who takes part, on a day that has come", () => {
    given(year)
      .when("2024-12-01T09:00", "RecordReleaseDays", { participant: "nobody", days: 1, on: "2024-11-30" })
      .rejects("unknown-participant");
    given(year)
      .when("2024-12-01T09:00", "RecordReleaseDays", { participant: "teacher-1", days: 1, on: "2024-12-02" })
      .rejects("in-the-future");
    given(placed())
      .when("2020-08-30T09:00", "RecordReleaseDays", { participant: "teacher-1", days: 1, on: "2020-08-30" })
      .rejects("not-participating");
  });
});

describe("Gap tasks, plan, report, evaluation", () => {
  it("a gap task is the next that is not done, or the one named", () => {
    given(begun())
      .when("2020-10-20T09:00", "CompleteGapTask", {})
      .brings(
        { type: "GapTaskCompleted", commitment: "gap-task-1", on: "2020-10-20" },
        { type: "CommitmentMet", commitment: "gap-task-1", late: false },
      );
    given(begun())
      .when("2020-10-20T09:00", "CompleteGapTask", { commitment: "gap-task-2", on: "2020-10-19", ...because })
      .brings(
        { type: "GapTaskCompleted", commitment: "gap-task-2", on: "2020-10-19", ...kept },
        { type: "CommitmentMet", commitment: "gap-task-2", late: false },
      );
    // A task between two meetings comes after the first of them.
    given(begun()).when("2020-10-20T09:00", "CompleteGapTask", { commitment: "gap-task-2" }).rejects("reason-required");
    given(begun())
      .when("2020-10-20T09:00", "CompleteGapTask", { commitment: "gap-task-9" })
      .rejects("unknown-commitment");
    given(begun()).when("2020-10-20T09:00", "CompleteGapTask", { commitment: "report" }).rejects("unknown-commitment");
    given(begun()).when("2020-10-20T09:00", "CompleteGapTask", { on: "2020-10-21" }).rejects("in-the-future");
    given(begun(PRIMARY_DEVELOPMENT)).when("2024-10-20T09:00", "CompleteGapTask", {}).rejects("unknown-commitment");
  });
  it.each([
    ["SubmitReport", "ReportSubmitted", "report"],
    ["CompleteEvaluation", "EvaluationCompleted", "evaluation"],
  ] as const)("%s comes after the last meeting: before it, with a reason alone", (command, type, commitment) => {
    const met = { type: "CommitmentMet", commitment, late: false } as const;
    given(begun()).when("2021-02-01T09:00", command, {}).rejects("reason-required");
    given(begun())
      .when("2021-02-01T09:00", command, because)
      .brings({ type, on: "2021-02-01", ...kept }, met);
    given(begun()).when("2021-05-05T09:00", command, {}).brings({ type, on: "2021-05-05" }, met);
    given(begun()).when("2021-05-05T09:00", command, { on: "2021-05-04" }).rejects("reason-required");
    given(begun().on("2021-05-04T12:00", "CancelSession", { session: "session-3", ...because }))
      .when("2021-05-05T09:00", command, { on: "2021-05-04" })
      .brings({ type, on: "2021-05-04" }, met);
  });
  it.each([
    ["AgreeActionPlan", "ActionPlanAgreed", "action-plan", "2021-02-01"],
    ["SubmitReport", "ReportSubmitted", "report", "2021-05-06"],
    ["CompleteEvaluation", "EvaluationCompleted", "evaluation", "2021-05-06"],
  ] as const)("%s meets it", (command, type, commitment, day) => {
    given(begun())
      .when(`${day}T09:00`, command, {})
      .brings({ type, on: day }, { type: "CommitmentMet", commitment, late: false });
    given(begun()).when(`${day}T09:00`, command, { on: "2021-07-02" }).rejects("in-the-future");
    given(placed()).when("2020-08-30T09:00", command, {}).rejects("not-participating");
    given(begun(SUSTAINING)).when("2025-02-01T09:00", command, {}).rejects("unknown-commitment");
  });
});

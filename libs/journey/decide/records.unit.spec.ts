import { describe, expect, it } from "@jest/globals";
import {
  accepted,
  application,
  applied,
  because,
  begun,
  given,
  kept,
  nothing,
  placed,
  PRIMARY_DEVELOPMENT,
  READINESS,
  register,
  SECONDARY_DEVELOPMENT,
  SUSTAINING,
  TWO,
} from "../../../test/support/journey.ts";
import { themeNeeds } from "./records.ts";

const workshop = register("session-1", "2020-09-30");
const attended = begun().on("2020-09-30T17:00", "RecordAttendance", workshop);

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

  it("meet the visit of their term; a first one asks the headteacher for a meeting at a next", () => {
    given(begun())
      .when("2020-11-11T17:00", "RecordSupportVisit", { ...visit, headteacher: true })
      .brings(
        { type: "SupportVisitRecorded", on: "2020-11-11", halfDays: 1, headteacher: true },
        { type: "CommitmentMet", commitment: "support-visit-autumn", late: false },
        { type: "CommitmentMet", commitment: "headteacher-meeting", late: false },
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
    const seven = begun(SECONDARY_DEVELOPMENT).on("2021-01-20T17:00", "RecordSupportVisit", {
      on: "2021-01-20",
      halfDays: 7,
    });
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
      .when("2020-10-20T09:00", "CompleteGapTask", { commitment: "gap-task-2", on: "2020-10-19" })
      .brings(
        { type: "GapTaskCompleted", commitment: "gap-task-2", on: "2020-10-19" },
        { type: "CommitmentMet", commitment: "gap-task-2", late: false },
      );
    given(begun())
      .when("2020-10-20T09:00", "CompleteGapTask", { commitment: "gap-task-9" })
      .rejects("unknown-commitment");
    given(begun()).when("2020-10-20T09:00", "CompleteGapTask", { commitment: "report" }).rejects("unknown-commitment");
    given(begun()).when("2020-10-20T09:00", "CompleteGapTask", { on: "2020-10-21" }).rejects("in-the-future");
    given(begun(PRIMARY_DEVELOPMENT)).when("2024-10-20T09:00", "CompleteGapTask", {}).rejects("unknown-commitment");
  });
  it.each([
    ["AgreeActionPlan", "ActionPlanAgreed", "action-plan"],
    ["SubmitReport", "ReportSubmitted", "report"],
    ["CompleteEvaluation", "EvaluationCompleted", "evaluation"],
  ] as const)("%s meets it", (command, type, commitment) => {
    given(begun())
      .when("2021-02-01T09:00", command, {})
      .brings({ type, on: "2021-02-01" }, { type: "CommitmentMet", commitment, late: false });
    given(begun())
      .when("2021-02-01T09:00", command, { on: "2021-01-29" })
      .brings({ type, on: "2021-01-29" }, { type: "CommitmentMet", commitment, late: false });
    given(begun()).when("2021-02-01T09:00", command, { on: "2021-02-02" }).rejects("in-the-future");
    given(placed()).when("2020-08-30T09:00", command, {}).rejects("not-participating");
    given(begun(SUSTAINING)).when("2025-02-01T09:00", command, {}).rejects("unknown-commitment");
  });
});

describe("A theme of the Sustaining year: schools can pick one", () => {
  const choose = (theme: string, past = begun(SUSTAINING)) =>
    given(past).when("2024-09-10T09:00", "ChooseTheme", { theme });
  const chosen = begun(SUSTAINING).on("2024-09-10T09:00", "ChooseTheme", { theme: "problem-solving" });

  it.each(["problem-solving", "relaunching"])("%s", (theme) =>
    choose(theme).brings(
      { type: "ThemeChosen", theme, academicYear: "2024/25" },
      { type: "CommitmentMet", commitment: "theme", late: false },
    ),
  );
  it("not one whose central sessions have started", () =>
    choose("multiplicative-reasoning-ks3").rejects("theme-closed"));
  it("not one that there is not", () => choose("juggling").rejects("theme-unknown"));
  it("not a second", () => choose("relaunching", chosen).rejects("one-theme-only"));
  it("not one that is for schools of another stage, until the school has been through it", () => {
    const { state } = begun(SUSTAINING);
    const theme = { code: "leading-others", text: "For schools that have embedded it", after: "embedding" as const };
    expect(themeNeeds(theme, state)).toBe("This theme is for schools that have been through embedding.");
    expect(themeNeeds({ ...theme, after: "sustaining" }, state)).toBeNull();
    if (state.status === "none") throw new Error("the journey has begun");
    expect(
      themeNeeds(theme, {
        ...state,
        school: { ...state.school, history: [{ stage: "embedding", academicYear: "2022/23" }] },
      }),
    ).toBeNull();
  });
  it("unknown comes before closed, closed before one only", () => {
    choose("juggling", chosen).rejects("theme-unknown");
    choose("multiplicative-reasoning-ks3", chosen).rejects("theme-closed");
  });
  it("none in a programme without themes", () =>
    given(begun()).when("2020-09-10T09:00", "ChooseTheme", { theme: "problem-solving" }).rejects("theme-unknown"));
  it("may come before the year begins, from the acceptance on", () => {
    const early = accepted(SUSTAINING).on("2024-06-10T09:00", "ChooseTheme", { theme: "relaunching" });
    given(early).when("2024-06-11T09:00", "ChooseTheme", { theme: "problem-solving" }).rejects("one-theme-only");
    const begins = early.on("2024-06-12T09:00", "PlaceInWorkGroup", {}).until("2024-09-01");
    expect(begins.commitment("theme").status).toBe("met");
    given(begins)
      .when("2024-09-02T09:00", "CorrectRecord", { event: early.seqOf("ThemeChosen"), ...because })
      .brings(
        { type: "RecordCorrected", event: early.seqOf("ThemeChosen"), ...kept },
        { type: "CommitmentReopened", commitment: "theme" },
      );
  });
  it("not before that, nor in a pause", () => {
    for (const past of [nothing, applied(SUSTAINING)])
      given(past).when("2024-06-10T09:00", "ChooseTheme", { theme: "relaunching" }).rejects("not-participating");
    given(begun(SUSTAINING).on("2024-09-05T09:00", "PauseJourney", because))
      .when("2024-09-10T09:00", "ChooseTheme", { theme: "relaunching" })
      .rejects("not-participating");
  });
  it("closed in 2024/25 is open again in a year that is rolled forward, where it can be chosen anew", () => {
    const next = nothing
      .on("2025-06-03T09:00", "SubmitApplication", application("2025-26/secondary-sustaining"))
      .on("2025-06-04T09:00", "OfferPlace", {})
      .on("2025-06-05T09:00", "AcceptOffer", {});
    given(next)
      .when("2025-06-10T09:00", "ChooseTheme", { theme: "multiplicative-reasoning-ks3" })
      .brings({ type: "ThemeChosen", theme: "multiplicative-reasoning-ks3", academicYear: "2025/26" });
  });
  it("is chosen for a stage-year that is settled", () => {
    const undecided = begun(READINESS).until("2021-09-01");
    given(undecided).when("2021-09-02T09:00", "ChooseTheme", { theme: "relaunching" }).rejects("not-in-this-state");
  });
});

describe("A correction adds an event, and what follows from it", () => {
  const wrong = attended.seqOf("AttendanceRecorded");

  it("what the record met is owed again", () => {
    given(attended)
      .when("2020-10-01T09:00", "CorrectRecord", { event: wrong, ...because })
      .brings(
        { type: "RecordCorrected", event: wrong, ...kept },
        { type: "CommitmentReopened", commitment: "session-1" },
        { type: "CommitmentReopened", commitment: "meeting-1" },
        { type: "CommitmentReopened", commitment: "headteacher-first-workshop" },
      );
  });
  it("and nothing is deleted: the record stays among the events", () => {
    const corrected = attended.on("2020-10-01T09:00", "CorrectRecord", { event: wrong, ...because });
    expect(corrected.events.slice(0, attended.events.length)).toEqual(attended.events);
    given(corrected)
      .when("2020-10-02T09:00", "CorrectRecord", { event: wrong, ...because })
      .rejects("not-found");
  });
  it("another record of the same keeps it met", () => {
    const twice = attended.on("2020-10-01T09:00", "RecordAttendance", workshop);
    given(twice)
      .when("2020-10-02T09:00", "CorrectRecord", { event: wrong, ...because })
      .brings({ type: "RecordCorrected", event: wrong, ...kept });
  });
  it("says why, and of which record", () => {
    given(attended).when("2020-10-01T09:00", "CorrectRecord", { event: wrong }).rejects("reason-required");
    given(attended)
      .when("2020-10-01T09:00", "CorrectRecord", { event: 1, ...because })
      .rejects("not-found");
    given(placed())
      .when("2020-08-30T09:00", "CorrectRecord", { event: 1, ...because })
      .rejects("not-participating");
  });
  it("is taken in a pause too", () => {
    given(attended.on("2020-10-01T08:00", "PauseJourney", because))
      .when("2020-10-01T09:00", "CorrectRecord", { event: wrong, ...because })
      .accepted();
  });
  it("that takes a session back takes back the chase for it: nobody is chased for a session that was not held", () => {
    const chased = begun()
      .on("2020-09-30T17:00", "RecordAttendance", { ...workshop, present: ["teacher-1"] })
      .until("2020-10-14T12:00");
    expect(chased.commitment("meeting-1")).toMatchObject({ status: "missed", level: 1 });
    const record = chased.seqOf("AttendanceRecorded");
    given(chased)
      .when("2020-10-14T13:00", "CorrectRecord", { event: record, ...because })
      .brings(
        { type: "RecordCorrected", event: record, ...kept },
        { type: "CommitmentReopened", commitment: "session-1" },
        { type: "CommitmentReopened", commitment: "headteacher-first-workshop" },
        { type: "CommitmentReopened", commitment: "meeting-1" },
        { type: "EscalationWithdrawn", commitment: "meeting-1", level: 1 },
      );
  });
});

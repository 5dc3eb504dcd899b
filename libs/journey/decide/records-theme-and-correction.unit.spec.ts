import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import {
  accepted,
  application,
  applied,
  because,
  begun,
  kept,
  nothing,
  placed,
  READINESS,
  register,
  SUSTAINING,
} from "../../../test/support/journey.ts";
import { themeNeeds } from "./records.ts";

const workshop = register("session-1", "2020-09-30");

const attended = begun().on("2020-09-30T17:00", "RecordAttendance", workshop);

describe("A theme of the Sustaining year: schools can pick one", () => {
  const choose = (theme: string, past = begun(SUSTAINING)) =>
    given(past).when("2024-09-17T09:00", "ChooseTheme", { theme });
  const chosen = begun(SUSTAINING).on("2024-09-10T09:00", "ChooseTheme", { theme: "problem-solving" });

  it.each(["problem-solving", "relaunching"])("%s is open to all", (theme) =>
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
    expect(themeNeeds(theme, state)).toBe("embedding");
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

import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import {
  accepted,
  application,
  because,
  begun,
  done,
  kept,
  nothing,
  type Past,
  placed,
  PRIMARY_DEVELOPMENT,
  READINESS,
} from "../../../test/support/journey.ts";

describe("A pause within the stage-year", () => {
  const paused = begun().on("2020-10-01T09:00", "PauseJourney", { ...because, until: "2020-11-30" });
  /** On a return a school is asked who its teachers are now: ten school days on. */
  const asked = (dueOn: string, chaseAt: string) => ({
    type: "CommitmentRescheduled" as const,
    commitment: "teachers",
    dueOn,
    chaseAt,
    reasonCode: "returned",
  });

  it("is agreed with a reason, by a school that takes part", () => {
    given(begun())
      .when("2020-10-01T09:00", "PauseJourney", { ...because, until: "2020-11-30" })
      .brings({ type: "JourneyPaused", until: "2020-11-30", ...kept });
    given(begun())
      .when("2020-10-01T09:00", "PauseJourney", because)
      .brings({ type: "JourneyPaused", until: null, ...kept });
    given(begun()).when("2020-10-01T09:00", "PauseJourney", {}).rejects("reason-required");
    given(begun())
      .when("2020-10-01T09:00", "PauseJourney", { ...because, until: "2020-09-30" })
      .rejects("invalid");
    for (const past of [nothing, accepted(), paused])
      given(past).when("2020-10-01T09:00", "PauseJourney", because).rejects("not-in-this-state");
  });
  it("holds everything: nobody is reminded, chased or recorded", () => {
    const held = begun().on("2020-09-10T09:00", "PauseJourney", because).until("2021-08-31");
    expect(held.all("ReminderDue", "CommitmentMissed", "CommitmentEscalated")).toEqual([]);
    given(held).when("2021-01-10T09:00", "SubmitReport", {}).rejects("not-participating");
  });
  it("ends after its last day: sessions and visits of those weeks are gone, all else has a fortnight in school", () => {
    const held = begun().on("2020-10-01T09:00", "PauseJourney", { ...because, until: "2020-12-09" });
    given(held).whenTimeComes("2020-12-09T23:59:59").brings();
    given(held)
      .whenTimeComes("2020-12-10T00:00")
      .brings(
        { type: "SchoolReturned", resumes: "this-year", chaseFrom: "2021-01-04T09:00:00Z" },
        { type: "CommitmentWaived", commitment: "support-visit-autumn", reasonCode: "paused" },
        { type: "CommitmentWaived", commitment: "headteacher-meeting-autumn", reasonCode: "paused" },
        { type: "CommitmentRescheduled", commitment: "gap-task-1", dueOn: "2021-01-04", reasonCode: "paused" },
        asked("2021-01-07", "2021-01-05T09:00:00Z"),
      );
  });
  it("or when the school returns", () => {
    given(paused)
      .when("2020-10-20T09:00", "ReturnToProgramme", {})
      .brings(
        { type: "SchoolReturned", resumes: "this-year", chaseFrom: "2020-11-03T09:00:00Z" },
        asked("2020-11-10", "2020-11-06T09:00:00Z"),
      );
    for (const past of [nothing, begun(), accepted()])
      given(past).when("2020-10-20T09:00", "ReturnToProgramme", {}).rejects("not-in-this-state");
  });
  it("after the last school day of the summer no day is left: nothing is asked for, and nobody is chased", () => {
    const held = begun().on("2021-06-01T09:00", "PauseJourney", because);
    const back = held.on("2021-08-05T09:00", "ReturnToProgramme", {});
    expect(back.all("CommitmentRescheduled")).toEqual(held.all("CommitmentRescheduled"));
    for (const code of ["report", "evaluation"]) expect(back.commitment(code).status).toBe("waived");
    const onTheLastDay = held.on("2021-07-22T09:00", "ReturnToProgramme", {});
    expect(onTheLastDay.commitment("report")).toMatchObject({ status: "open", dueOn: "2021-07-22" });
    const missed = back.until("2021-08-31T23:59:59").all("CommitmentMissed").slice(held.all("CommitmentMissed").length);
    expect(missed).toEqual([]);
  });
  it("what was missed before it is chased on a fortnight after it, at 09:00 on a school day, each level once", () => {
    const chased = begun()
      .on("2020-10-05T09:00", "RecordAttendance", { session: "session-1", on: "2020-09-30", present: ["teacher-1"] })
      .on("2020-10-14T12:00", "PauseJourney", because)
      .on("2020-12-05T14:37", "ReturnToProgramme", {})
      .until("2021-02-28");
    const levels = chased
      .all("CommitmentEscalated")
      .filter((event) => "commitment" in event && event.commitment === "meeting-1");
    expect(levels.map((event) => "level" in event && [event.level, event.at])).toEqual([
      [1, "2020-10-12T08:00:00Z"],
      [2, "2021-01-04T09:00:00Z"],
      [3, "2021-01-18T09:00:00Z"],
    ]);
  });
  it("a term missed while paused is not made up; one that comes is", () => {
    const back = begun()
      .on("2020-09-10T09:00", "PauseJourney", because)
      .on("2020-11-30T09:00", "ReturnToProgramme", {})
      .until("2021-08-31");
    expect(back.all("ReminderDue").map((event) => "term" in event && event.term)).toEqual(["spring", "summer"]);
    const onTheDot = begun()
      .on("2020-09-10T09:00", "PauseJourney", because)
      .on("2020-09-14T09:00", "ReturnToProgramme", {});
    expect(onTheDot.until("2020-09-14T09:00").all("ReminderDue").at(-1)).toMatchObject({ term: "autumn" });
  });
});

describe("A pause that outlasts its stage-year", () => {
  const development = nothing
    .on("2021-06-01T09:00", "SubmitApplication", application("2021-22/primary-development"))
    .on("2021-06-02T09:00", "OfferPlace", {})
    .on("2021-06-03T09:00", "AcceptOffer", {})
    .on("2021-06-04T09:00", "PlaceInWorkGroup", { workGroup: "group-1" });
  const away = development.on("2022-03-01T09:00", "PauseJourney", because);

  it("makes it interrupted", () => {
    expect(away.until("2022-08-31T23:59:59").all("StageInterrupted")).toMatchObject([
      { stage: "development", academicYear: "2021/22", at: "2022-08-31T22:59:59Z" },
    ]);
  });
  it("years later the school enters the next stage-year to begin: the stage that was left", () => {
    given(away.until("2024-02-20")).when("2024-02-20T09:00", "ReturnToProgramme", {}).brings(
      {
        type: "SchoolReturned",
        resumes: "next-year",
        prospectus: PRIMARY_DEVELOPMENT,
        stage: "development",
        academicYear: "2024/25",
      },
      { type: "TaskClosed", task: "2022-03-01/pause" },
    );
  });
  it("Sustaining if Development was completed", () => {
    const embedding = done(development, "2022-05-30T09:00")
      .on("2022-06-01T09:00", "InviteToNextStage", {})
      .on("2022-06-02T09:00", "ConfirmNextStage", {})
      .on("2023-01-10T09:00", "PauseJourney", because);
    const back = embedding.on("2025-03-01T09:00", "ReturnToProgramme", {});
    expect(back.all("SchoolReturned")).toMatchObject([
      { prospectus: "2025-26/primary-sustaining", stage: "sustaining", academicYear: "2025/26" },
    ]);
    const begins = back.until("2025-09-01").state;
    expect(begins).toMatchObject({
      status: "participating",
      past: [{ outcome: "completed" }, { outcome: "interrupted" }],
      year: { stage: "sustaining" },
    });
  });
  it("Sustaining also if Development was done before this journey", () => {
    const before = nothing
      .on("2020-06-01T09:00", "SubmitApplication", application("2020-21/primary-embedding"))
      .on("2020-06-02T09:00", "OfferPlace", {})
      .on("2020-06-03T09:00", "AcceptOffer", {})
      .on("2020-06-04T09:00", "PlaceInWorkGroup", {})
      .on("2020-11-01T09:00", "PauseJourney", because);
    expect(before.on("2022-03-01T09:00", "ReturnToProgramme", {}).all("SchoolReturned")).toMatchObject([
      { prospectus: "2022-23/primary-sustaining" },
    ]);
  });
  it("until 31 August: back as the next one begins", () => {
    const until = development
      .on("2022-03-01T09:00", "PauseJourney", { ...because, until: "2022-08-31" })
      .until("2022-09-01");
    const course = until.events.filter(({ type }) => !type.startsWith("Task"));
    expect(course.slice(-3).map(({ type, at }) => [type, at])).toEqual([
      ["StageInterrupted", "2022-08-31T22:59:59Z"],
      ["SchoolReturned", "2022-08-31T23:00:00Z"],
      ["StageStarted", "2022-08-31T23:00:00Z"],
    ]);
    expect(until.year).toMatchObject({ stage: "development", academicYear: "2022/23" });
    // The same, however late the clock is.
    const late = development
      .on("2022-03-01T09:00", "PauseJourney", { ...because, until: "2022-08-31" })
      .decide("2022-09-03T10:00", "Tick", {});
    expect("events" in late && late.events.filter(({ type }) => !/^(Task|Letters)/u.test(type))).toMatchObject([
      { type: "StageInterrupted" },
      { academicYear: "2022/23" },
      { type: "StageStarted", academicYear: "2022/23" },
      ...("events" in late ? late.events.slice(-1) : []).filter(({ type }) => type === "GrantDue"),
    ]);
  });
  it("what was settled before it for the year after stands, and is entered by a return until 31 October", () => {
    const settled = development
      .on("2022-06-01T09:00", "InviteToNextStage", {})
      .on("2022-06-02T09:00", "ConfirmNextStage", {})
      .on("2022-07-01T09:00", "PauseJourney", because);
    const back = (when: string) => settled.on(when, "ReturnToProgramme", {}).all("SchoolReturned").at(-1);
    expect(back("2022-10-01T09:00")).toMatchObject({
      stage: "embedding",
      academicYear: "2022/23",
      workGroup: "group-1",
    });
    expect(back("2022-10-31T17:00")).toMatchObject({ stage: "embedding", academicYear: "2022/23" });
    expect(settled.until("2022-10-31").all("NextStageLapsed")).toEqual([]);
    expect(settled.until("2022-11-01").all("NextStageLapsed")).toMatchObject([{ workGroup: "group-1", why: "away" }]);
    expect(back("2022-11-01T09:00")).toMatchObject({ stage: "embedding", academicYear: "2023/24" });
  });
  it("beyond the catalogue it waits until there is a prospectus", () => {
    const far = away.until("2027-11-01");
    given(far).when("2027-11-01T09:00", "ReturnToProgramme", {}).rejects("not-found");
    const until = development
      .on("2022-03-01T09:00", "PauseJourney", { ...because, until: "2027-11-01" })
      .until("2027-11-02");
    expect(until.all("JourneyPaused").at(-1)).toMatchObject({ until: null, reasonCode: "no-prospectus" });
    expect(until.state.status).toBe("paused");
  });
});

describe("A pause before the stage-year begins", () => {
  const waits = placed().on("2020-07-01T09:00", "PauseJourney", { ...because, until: "2020-10-15" });

  it("costs nothing if it ends before", () => {
    const back = placed()
      .on("2020-07-01T09:00", "PauseJourney", because)
      .on("2020-08-01T09:00", "ReturnToProgramme", {})
      .until("2020-09-01");
    expect(back.year).toMatchObject({ prospectus: READINESS, workGroup: "group-1" });
  });
  it("and starts the year late if it ends within it: what fell due before is not owed", () => {
    expect(waits.until("2020-09-30").state.status).toBe("paused");
    const back = waits.until("2020-10-16");
    expect(back.year).toMatchObject({ academicYear: "2020/21", workGroup: "group-1" });
    expect(back.year.commitments[0]).toMatchObject({ code: "support-visit-autumn" });
  });
  it("and enters the year under way if it outlasts it and ends by 31 October, else the next to begin", () => {
    const away = placed().on("2020-07-01T09:00", "PauseJourney", because);
    const back = (when: string) => away.on(when, "ReturnToProgramme", {}).all("SchoolReturned").at(-1);
    expect(back("2020-12-01T09:00")).toMatchObject({ stage: "readiness", academicYear: "2021/22" });
    expect(back("2021-10-01T09:00")).toMatchObject({ stage: "readiness", academicYear: "2021/22" });
    expect(back("2021-11-01T09:00")).toMatchObject({ stage: "readiness", academicYear: "2022/23" });
  });
});

describe("A pause without an end", () => {
  const paused = begun().on("2020-11-16T09:00", "PauseJourney", because);
  const open = (past: Past) =>
    past.state.status === "none"
      ? []
      : past.state.tasks.filter(({ about, status }) => about === "pause" && status === "open");

  it("is the hub lead’s to decide once no place is kept any more: after 31 October of the year after it", () => {
    expect(open(paused.until("2021-10-31T23:59:59"))).toEqual([]);
    expect(open(paused.until("2021-11-01"))).toMatchObject([{ id: "2020-11-16/pause", dueOn: "2021-11-08" }]);
    expect(
      paused
        .until("2024-11-01")
        .all("TaskOpened")
        .filter((one) => "about" in one && one.about === "pause"),
    ).toHaveLength(1);
  });
  it("is decided by an end, a return or a withdrawal, and not otherwise", () => {
    const asked = paused.until("2021-11-02");
    expect(open(asked.on("2021-11-03T09:00", "PauseJourney", { until: "2022-06-30", ...because }))).toEqual([]);
    expect(open(asked.on("2021-11-03T09:00", "ReturnToProgramme", {}))).toEqual([]);
    expect(open(asked.on("2021-11-03T09:00", "WithdrawSchool", because))).toEqual([]);
    given(asked).when("2021-11-03T09:00", "PauseJourney", because).rejects("not-in-this-state");
    given(asked)
      .when("2021-11-03T09:00", "DecideTask", { task: "2020-11-16/pause", decision: "concern", ...because })
      .rejects("not-in-this-state");
  });
  it("is nobody’s to decide where it has an end", () => {
    const until = begun().on("2020-11-16T09:00", "PauseJourney", { until: "2021-12-17", ...because });
    expect(open(until.until("2021-12-01"))).toEqual([]);
  });
});

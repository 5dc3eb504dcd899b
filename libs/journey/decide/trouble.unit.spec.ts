import { describe, expect, it } from "@jest/globals";
import {
  accepted,
  application,
  applied,
  because,
  begun,
  given,
  kept,
  nominated,
  nothing,
  offered,
  placed,
  PRIMARY_DEVELOPMENT,
  READINESS,
  school,
} from "../../../test/support/journey.ts";

const withConcern = begun().on("2020-10-01T09:00", "RaiseConcern", because);
const steps = { steps: { id: "text-2", words: 6 } };

describe("A concern", () => {
  it("is raised about a school that takes part, in words, about a commitment or not", () => {
    given(begun())
      .when("2020-10-01T09:00", "RaiseConcern", because)
      .brings({ type: "ConcernRaised", concern: "concern-1", commitment: null, ...kept });
    given(withConcern)
      .when("2020-10-01T09:00", "RaiseConcern", { ...because, commitment: "report" })
      .brings({ type: "ConcernRaised", concern: "concern-2", commitment: "report", ...kept });
    given(begun()).when("2020-10-01T09:00", "RaiseConcern", {}).rejects("reason-required");
    given(begun())
      .when("2020-10-01T09:00", "RaiseConcern", { ...because, commitment: "nonsense" })
      .rejects("unknown-commitment");
    given(accepted()).when("2020-10-01T09:00", "RaiseConcern", because).rejects("not-in-this-state");
  });
  it("steps are agreed, reviewed, and it is resolved", () => {
    given(withConcern)
      .when("2020-10-02T09:00", "AgreeConcernSteps", { ...steps, reviewOn: "2020-11-02" })
      .brings({ type: "ConcernStepsAgreed", concern: "concern-1", stepsId: "text-2", reviewOn: "2020-11-02" });
    const agreed = withConcern.on("2020-10-02T09:00", "AgreeConcernSteps", steps);
    given(agreed)
      .when("2020-11-02T09:00", "ReviewConcern", { note: { id: "text-3", words: 4 } })
      .brings({ type: "ConcernReviewed", concern: "concern-1", noteId: "text-3" });
    const reviewed = agreed.on("2020-11-02T09:00", "ReviewConcern", {});
    given(reviewed).when("2020-11-03T09:00", "AgreeConcernSteps", steps).accepted();
    given(reviewed)
      .when("2020-11-03T09:00", "ResolveConcern", {})
      .brings({ type: "ConcernResolved", concern: "concern-1", noteId: null });
  });
  it("goes step by step", () => {
    given(withConcern).when("2020-10-02T09:00", "AgreeConcernSteps", {}).rejects("reason-required");
    given(withConcern).when("2020-10-02T09:00", "ReviewConcern", {}).rejects("not-in-this-state");
    given(withConcern).when("2020-10-02T09:00", "ResolveConcern", { concern: "concern-9" }).rejects("not-found");
    const resolved = withConcern.on("2020-10-02T09:00", "ResolveConcern", {});
    for (const command of ["AgreeConcernSteps", "ReviewConcern", "ResolveConcern"] as const)
      given(resolved).when("2020-10-03T09:00", command, steps).rejects("not-found");
  });
});

describe("A pause within the stage-year", () => {
  const paused = begun().on("2020-10-01T09:00", "PauseJourney", { ...because, until: "2020-11-30" });

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
        { type: "CommitmentRescheduled", commitment: "gap-task-1", dueOn: "2021-01-04", reasonCode: "paused" },
      );
  });
  it("or when the school returns", () => {
    given(paused)
      .when("2020-10-20T09:00", "ReturnToProgramme", {})
      .brings({ type: "SchoolReturned", resumes: "this-year", chaseFrom: "2020-11-03T09:00:00Z" });
    for (const past of [nothing, begun(), accepted()])
      given(past).when("2020-10-20T09:00", "ReturnToProgramme", {}).rejects("not-in-this-state");
  });
  it("what was missed before it is chased on from a fortnight after it, at 09:00 on a school day, each level once", () => {
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
    expect(onTheDot.until("2020-09-14T09:00").events.at(-1)).toMatchObject({ type: "ReminderDue", term: "autumn" });
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
    expect(away.until("2022-08-31T23:59:59").events.at(-1)).toMatchObject({
      type: "StageInterrupted",
      stage: "development",
      academicYear: "2021/22",
      at: "2022-08-31T22:59:59Z",
    });
  });
  it("years later the school enters the next stage-year to begin: the stage that was left", () => {
    given(away.until("2024-02-20")).when("2024-02-20T09:00", "ReturnToProgramme", {}).brings({
      type: "SchoolReturned",
      resumes: "next-year",
      prospectus: PRIMARY_DEVELOPMENT,
      stage: "development",
      academicYear: "2024/25",
    });
  });
  it("Sustaining if Development was completed", () => {
    const embedding = development
      .on("2022-06-01T09:00", "InviteToNextStage", {})
      .on("2022-06-02T09:00", "ConfirmNextStage", {})
      .on("2023-01-10T09:00", "PauseJourney", because);
    const back = embedding.on("2025-03-01T09:00", "ReturnToProgramme", {});
    expect(back.events.at(-1)).toMatchObject({
      prospectus: "2025-26/primary-sustaining",
      stage: "sustaining",
      academicYear: "2025/26",
    });
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
    expect(before.on("2022-03-01T09:00", "ReturnToProgramme", {}).events.at(-1)).toMatchObject({
      prospectus: "2022-23/primary-sustaining",
    });
  });
  it("until 31 August: back as the next one begins", () => {
    const until = development
      .on("2022-03-01T09:00", "PauseJourney", { ...because, until: "2022-08-31" })
      .until("2022-09-01");
    expect(until.events.slice(-3).map(({ type, at }) => [type, at])).toEqual([
      ["StageInterrupted", "2022-08-31T22:59:59Z"],
      ["SchoolReturned", "2022-08-31T23:00:00Z"],
      ["StageStarted", "2022-08-31T23:00:00Z"],
    ]);
    expect(until.year).toMatchObject({ stage: "development", academicYear: "2022/23" });
    // The same, however late the clock is.
    const late = development
      .on("2022-03-01T09:00", "PauseJourney", { ...because, until: "2022-08-31" })
      .decide("2022-09-03T10:00", "Tick", {});
    expect(late).toMatchObject({
      events: [
        { type: "StageInterrupted" },
        { academicYear: "2022/23" },
        { type: "StageStarted", academicYear: "2022/23" },
      ],
    });
  });
  it("what was settled for the year after falls with the interrupted one", () => {
    const settled = development
      .on("2022-06-01T09:00", "InviteToNextStage", {})
      .on("2022-06-02T09:00", "ConfirmNextStage", {})
      .on("2022-07-01T09:00", "PauseJourney", because)
      .on("2022-10-01T09:00", "ReturnToProgramme", {});
    expect(settled.events.at(-1)).toMatchObject({ stage: "development", academicYear: "2023/24" });
  });
  it("beyond the catalogue it waits until there is a prospectus", () => {
    const far = away.until("2027-10-01");
    given(far).when("2027-10-01T09:00", "ReturnToProgramme", {}).rejects("not-found");
    const until = development
      .on("2022-03-01T09:00", "PauseJourney", { ...because, until: "2027-10-01" })
      .until("2027-10-02");
    expect(until.events.at(-1)).toMatchObject({ type: "JourneyPaused", until: null, reasonCode: "no-prospectus" });
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
  it("and enters the next one to begin if it outlasts it", () => {
    given(placed().on("2020-07-01T09:00", "PauseJourney", because))
      .when("2021-10-01T09:00", "ReturnToProgramme", {})
      .brings({
        type: "SchoolReturned",
        resumes: "next-year",
        prospectus: "2022-23/primary-readiness",
        stage: "readiness",
        academicYear: "2022/23",
      });
  });
});

describe("A school is withdrawn", () => {
  it("once it has its place, with a reason", () => {
    for (const past of [accepted(), placed(), begun(), begun().on("2020-10-01T09:00", "PauseJourney", because)]) {
      given(past)
        .when("2020-10-02T09:00", "WithdrawSchool", because)
        .brings({ type: "SchoolWithdrawn", ...kept });
    }
    given(begun()).when("2020-10-02T09:00", "WithdrawSchool", {}).rejects("reason-required");
    for (const past of [nothing, applied(), offered()])
      given(past).when("2020-06-05T09:00", "WithdrawSchool", because).rejects("not-in-this-state");
  });
  it("and a grant that has not gone out is withheld", () => {
    given(begun(PRIMARY_DEVELOPMENT))
      .when("2024-10-02T09:00", "WithdrawSchool", because)
      .brings(
        { type: "GrantWithheld", stage: "development", academicYear: "2024/25", ...kept },
        { type: "SchoolWithdrawn", ...kept },
      );
  });
  it("or found ineligible while under way", () => {
    expect(
      begun().on("2020-10-02T09:00", "WithdrawSchool", { ...because, reasonCode: "ineligible" }).state,
    ).toMatchObject({ status: "ineligible", past: [{ outcome: "withdrawn", stage: "readiness" }] });
  });
  it("then nothing more comes of itself, nobody has anything to decide, and it may come back", () => {
    const gone = begun().until("2021-02-01").on("2021-02-01T10:00", "WithdrawSchool", because);
    expect(gone.until("2024-08-31").events).toHaveLength(gone.events.length);
    expect(gone.state).toMatchObject({
      status: "withdrawn",
      tasks: expect.not.arrayContaining([expect.objectContaining({ status: "open" })]),
    });
    const back = gone.on("2021-03-01T09:00", "SubmitApplication", application("2021-22/primary-readiness"));
    expect(back.state).toMatchObject({ status: "applied", participants: [], past: [{ outcome: "withdrawn" }] });
  });
});

describe("A successor school", () => {
  it("goes on with the journey under its own URN; the former is kept", () => {
    given(begun())
      .when("2020-10-02T09:00", "SucceedSchool", { urn: "100009", ...because })
      .brings({ type: "SchoolSucceeded", urn: "100009", was: "100001", ...kept });
    const succeeded = begun().on("2020-10-02T09:00", "SucceedSchool", { urn: "100009", ...because });
    expect(succeeded.state).toMatchObject({
      school: { urn: "100009" },
      aliases: ["100001"],
      year: begun().year && { academicYear: "2020/21" },
    });
    given(succeeded)
      .when("2020-10-03T09:00", "SucceedSchool", { urn: "100001", ...because })
      .rejects("invalid");
    given(succeeded)
      .when("2020-10-03T09:00", "SucceedSchool", { urn: "100009", ...because })
      .rejects("invalid");
  });
  it("keeps its history: what the former has done counts for it", () => {
    const done = begun()
      .on("2020-10-02T09:00", "SucceedSchool", { urn: "100009", ...because })
      .on("2020-11-02T09:00", "WithdrawSchool", because);
    given(done)
      .when(
        "2024-06-02T09:00",
        "SubmitApplication",
        application("2024-25/primary-sustaining", { school: school({ urn: "100009" }) }),
      )
      .rejects("prior-stage-missing");
    const developed = begun(PRIMARY_DEVELOPMENT)
      .on("2024-10-02T09:00", "SucceedSchool", { urn: "100009", ...because })
      .until("2025-09-01");
    given(developed)
      .when(
        "2026-06-02T09:00",
        "SubmitApplication",
        application("2026-27/primary-embedding", { school: school({ urn: "100009" }) }),
      )
      .accepted();
  });
  it("needs a journey and a reason", () => {
    given(nothing)
      .when("2020-10-02T09:00", "SucceedSchool", { urn: "100009", ...because })
      .rejects("not-in-this-state");
    given(nominated()).when("2020-10-02T09:00", "SucceedSchool", { urn: "100009" }).rejects("reason-required");
  });
});

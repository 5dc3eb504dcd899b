import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import {
  accepted,
  application,
  applied,
  because,
  begun,
  kept,
  nominated,
  nothing,
  offered,
  placed,
  PRIMARY_DEVELOPMENT,
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
  it("and what becomes of a grant that has not gone out, somebody decides", () => {
    const gone = begun(PRIMARY_DEVELOPMENT).on("2024-10-02T09:00", "WithdrawSchool", because);
    expect(gone.events.at(-1)).toMatchObject({ type: "SchoolWithdrawn" });
    expect(gone.until("2024-10-02T09:00").events.at(-1)).toMatchObject({
      type: "TaskOpened",
      about: "grant",
      dueOn: "2024-10-09",
      grant: { stage: "development", academicYear: "2024/25", cause: "withdrawn", paid: false },
    });
  });
  it("or found ineligible while under way", () => {
    expect(
      begun().on("2020-10-02T09:00", "WithdrawSchool", { ...because, reasonCode: "ineligible" }).state,
    ).toMatchObject({ status: "ineligible", past: [{ outcome: "withdrawn", stage: "readiness" }] });
  });
  it("then nothing more comes of itself, nobody has anything to decide, and it may come back", () => {
    const gone = begun().until("2021-02-01").on("2021-02-01T10:00", "WithdrawSchool", because);
    // But that it is told of it.
    const after = gone.until("2024-08-31").events.slice(gone.events.length);
    expect(after.map(({ type }) => type)).toEqual(["LettersDue"]);
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
      .on("2025-07-02T09:00", "ConfirmCompletion", { completed: true, ...because })
      .until("2025-11-01");
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

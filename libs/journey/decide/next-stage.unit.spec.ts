import { describe, expect, it } from "@jest/globals";
import {
  because,
  begun,
  given,
  kept,
  placed,
  PRIMARY_DEVELOPMENT,
  READINESS,
  SECONDARY_DEVELOPMENT,
  SUSTAINING,
  type Past,
} from "../../../test/support/journey.ts";

const task = "2020/21/mastery-ready";
const readiness = { stage: "readiness", academicYear: "2020/21" } as const;
const development = {
  prospectus: "2021-22/primary-development",
  stage: "development",
  academicYear: "2021/22",
} as const;
const ready = begun().on("2021-07-01T09:00", "ConfirmReadiness", { ready: true });
const settled = ready.on("2021-07-02T09:00", "InviteToNextStage", {}).on("2021-07-03T09:00", "ConfirmNextStage", {});

/** Invited and confirmed in June of each year, up to a day. */
function onwards(past: Past, ...years: number[]): Past {
  return years.reduce(
    (on, year) =>
      on.on(`${year}-06-10T09:00`, "InviteToNextStage", {}).on(`${year}-06-11T09:00`, "ConfirmNextStage", {}),
    past,
  );
}

describe("Mastery Ready by the end of 2020/21 is a decision", () => {
  it("of the hub lead, in the Readiness year", () => {
    given(begun())
      .when("2021-07-01T09:00", "ConfirmReadiness", { ready: true })
      .brings({ type: "ReadinessConfirmed", ready: true });
    given(begun())
      .when("2021-07-01T09:00", "ConfirmReadiness", { ready: false, ...because })
      .brings({ type: "ReadinessConfirmed", ready: false, ...kept });
    given(begun()).when("2021-07-01T09:00", "ConfirmReadiness", { ready: false }).rejects("reason-required");
    given(begun(PRIMARY_DEVELOPMENT))
      .when("2025-07-01T09:00", "ConfirmReadiness", { ready: true })
      .rejects("not-in-this-state");
    given(placed()).when("2020-07-01T09:00", "ConfirmReadiness", { ready: true }).rejects("not-in-this-state");
  });
  it("not an automatic pass: undecided at the year’s end, it is a task and the school waits", () => {
    const end = begun().until("2021-08-31T23:00");
    given(end)
      .whenTimeComes("2021-08-31T23:59:59")
      .brings(
        { type: "TaskOpened", task, about: "readiness", commitment: null, dueOn: "2021-09-07" },
        { type: "StageCompleted", ...readiness, outcome: "not-ready", then: "waits" },
      );
    const waits = end.until("2021-09-30");
    expect(waits.state).toMatchObject({ status: "participating", year: null, next: null });
    given(waits).when("2021-09-30T09:00", "InviteToNextStage", {}).rejects("not-in-this-state");
  });
  it("yes, after the year’s end: the outcome is put right and the school can go on", () => {
    const late = begun().on("2021-09-20T09:00", "ConfirmReadiness", { ready: true });
    expect(late.state).toMatchObject({ status: "participating", past: [{ outcome: "completed", ready: true }] });
    given(late)
      .when("2021-09-21T09:00", "InviteToNextStage", {})
      .brings({ type: "NextStageInvited", ...development });
    const begins = late.on("2021-09-21T09:00", "InviteToNextStage", {}).on("2021-10-04T10:00", "ConfirmNextStage", {});
    expect(begins.events.slice(-3).map(({ type }) => type)).toEqual(["NextStageConfirmed", "StageStarted", "GrantDue"]);
    expect(begins.year.commitments.find((one) => one.kind === "session")).toMatchObject({ code: "session-2" });
    given(late).when("2021-09-21T09:00", "ConfirmReadiness", { ready: true }).rejects("not-in-this-state");
  });
  it("no, after the year’s end: the journey ends", () => {
    expect(begun().on("2021-09-20T09:00", "ConfirmReadiness", { ready: false, ...because }).state).toMatchObject({
      status: "completed",
      past: [{ outcome: "not-ready" }],
    });
  });
  it("no, in the year: no stage-year follows, even one that was settled", () => {
    const not = settled.on("2021-07-10T09:00", "ConfirmReadiness", { ready: false, ...because });
    given(not.until("2021-08-31T12:00"))
      .whenTimeComes("2021-08-31T23:59:59")
      .brings({ type: "StageCompleted", ...readiness, outcome: "not-ready", then: "ends" });
    expect(not.until("2022-09-01").state).toMatchObject({ status: "completed", past: [{ outcome: "not-ready" }] });
  });
  it("no, after an invitation has gone out: there is none to say yes to any more", () => {
    const invited = ready.on("2021-07-02T09:00", "InviteToNextStage", {});
    const not = invited.on("2021-07-10T09:00", "ConfirmReadiness", { ready: false, ...because });
    given(not).when("2021-07-11T09:00", "ConfirmNextStage", {}).rejects("not-in-this-state");
    given(not.until("2021-09-01")).when("2021-09-02T09:00", "ConfirmNextStage", {}).rejects("not-in-this-state");
  });
});

describe("An invitation to the next stage", () => {
  it("follows Readiness with Development in the next year, once the school is ready", () => {
    given(ready)
      .when("2021-07-02T09:00", "InviteToNextStage", {})
      .brings({ type: "NextStageInvited", ...development });
    given(begun()).when("2021-07-02T09:00", "InviteToNextStage", {}).rejects("not-in-this-state");
  });
  it.each([
    [
      SECONDARY_DEVELOPMENT,
      "2021-06-10T09:00",
      { prospectus: "2021-22/secondary-embedding", stage: "embedding", academicYear: "2021/22" },
    ],
    [
      "2021-22/secondary-embedding",
      "2022-06-10T09:00",
      { prospectus: "2022-23/secondary-sustaining", stage: "sustaining", academicYear: "2022/23" },
    ],
    [
      SUSTAINING,
      "2025-06-10T09:00",
      { prospectus: "2025-26/secondary-sustaining", stage: "sustaining", academicYear: "2025/26" },
    ],
  ] as const)("after %s", (id, at, next) =>
    given(begun(id))
      .when(at, "InviteToNextStage", {})
      .brings({ type: "NextStageInvited", ...next }),
  );

  it("may name the same stage once more, of a later year and the same phase; none is left out", () => {
    const invite = (prospectus: string, past = begun(SECONDARY_DEVELOPMENT)) =>
      given(past).when("2021-06-10T09:00", "InviteToNextStage", { prospectus });
    invite("2021-22/secondary-development").accepted();
    invite("2022-23/secondary-embedding").accepted();
    invite("2021-22/secondary-sustaining").rejects("prior-stage-missing");
    invite("2020-21/secondary-embedding").rejects("not-in-this-state");
    invite("2021-22/primary-embedding").rejects("wrong-phase");
    invite("2021-22/secondary-wonders").rejects("not-found");
    invite("2021-22/primary-embedding", ready).rejects("prior-stage-missing");
  });
  it("is given once, and not once the next stage is settled", () => {
    given(ready.on("2021-07-02T09:00", "InviteToNextStage", {}))
      .when("2021-07-03T09:00", "InviteToNextStage", {})
      .rejects("not-in-this-state");
    given(settled).when("2021-07-04T09:00", "InviteToNextStage", {}).rejects("not-in-this-state");
    given(placed()).when("2020-07-04T09:00", "InviteToNextStage", {}).rejects("not-in-this-state");
    given(begun().on("2021-03-01T09:00", "PauseJourney", because))
      .when("2021-03-02T09:00", "InviteToNextStage", {})
      .rejects("not-in-this-state");
  });
  it("ends with the catalogue: after 2027/28 there is no prospectus", () => {
    given(begun("2027-28/primary-sustaining")).when("2028-06-10T09:00", "InviteToNextStage", {}).rejects("not-found");
  });
  it("comes to nothing once its year is over", () => {
    const invited = begun(PRIMARY_DEVELOPMENT).on("2025-06-10T09:00", "InviteToNextStage", {});
    const done = invited.until("2025-10-01");
    expect(done.state.status).toBe("completed");
    given(done).when("2025-10-01T09:00", "ConfirmNextStage", {}).accepted();
    given(done).when("2026-09-01T00:00", "ConfirmNextStage", {}).rejects("not-in-this-state");
    given(begun(PRIMARY_DEVELOPMENT).until("2025-10-01"))
      .when("2026-09-01T00:00", "InviteToNextStage", {})
      .rejects("not-in-this-state");
  });
});

describe("The school confirms that it goes on", () => {
  it("where it has been invited", () => {
    given(ready.on("2021-07-02T09:00", "InviteToNextStage", {}))
      .when("2021-07-03T09:00", "ConfirmNextStage", {})
      .brings({ type: "NextStageConfirmed", ...development });
    given(ready).when("2021-07-03T09:00", "ConfirmNextStage", {}).rejects("not-in-this-state");
    given(settled).when("2021-07-04T09:00", "ConfirmNextStage", {}).rejects("not-in-this-state");
  });
  it("and the next stage-year begins as the last one ends, with its own grant and promises", () => {
    given(settled.until("2021-08-31T12:00"))
      .whenTimeComes("2021-08-31T23:59:59")
      .brings({ type: "StageCompleted", ...readiness, outcome: "completed", then: "next-stage" });
    const next = settled.until("2021-09-01");
    expect(next.events.slice(-2)).toMatchObject([
      { type: "StageStarted", ...development, startsAt: "2021-08-31T23:00:00Z" },
      { type: "GrantDue", amountPence: 100_000 },
    ]);
  });
  it("who does not, ends there", () => {
    const done = begun(PRIMARY_DEVELOPMENT).until("2025-08-31T23:59:59");
    expect(done.all("StageCompleted")).toMatchObject([{ outcome: "completed", then: "ends" }]);
    expect(done.state.status).toBe("completed");
    expect(done.until("2030-01-01").events).toHaveLength(done.events.length);
  });
});

describe("The stages of a life", () => {
  it("Readiness, Development, Embedding, Sustaining, Sustaining again; one grant", () => {
    const life = onwards(settled, 2022, 2023, 2024).until("2025-08-31T23:59:59");
    expect(life.state).toMatchObject({
      status: "completed",
      past: [
        { ...readiness, outcome: "completed" },
        { stage: "development", academicYear: "2021/22", outcome: "completed" },
        { stage: "embedding", academicYear: "2022/23" },
        { stage: "sustaining", academicYear: "2023/24" },
        { stage: "sustaining", academicYear: "2024/25" },
      ],
    });
    expect(life.all("GrantDue")).toMatchObject([{ amountPence: 100_000, stage: "development" }]);
    expect(life.all("ReminderDue")).toHaveLength(15);
  });
  it("a cohort a year later than any page is given nothing", () => {
    const later = begun("2021-22/primary-readiness").on("2022-06-09T09:00", "ConfirmReadiness", { ready: true });
    expect(onwards(later, 2022, 2023).until("2024-08-31").all("GrantDue")).toEqual([]);
  });
  it("the Work Group stays the same unless another is named", () => {
    expect(
      onwards(begun(READINESS).on("2021-06-01T09:00", "ConfirmReadiness", { ready: true }), 2021).until("2021-09-01")
        .year.workGroup,
    ).toBe("group-1");
  });
});

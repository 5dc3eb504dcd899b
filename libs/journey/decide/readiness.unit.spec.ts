import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import { because, begun, kept, placed, PRIMARY_DEVELOPMENT } from "../../../test/support/journey.ts";

const task = "2020/21/mastery-ready";
const readiness = { stage: "readiness", academicYear: "2020/21" } as const;
const development = {
  prospectus: "2021-22/primary-development",
  stage: "development",
  academicYear: "2021/22",
} as const;
const ready = begun().on("2021-07-01T09:00", "ConfirmReadiness", { ready: true });
const settled = ready.on("2021-07-02T09:00", "InviteToNextStage", {}).on("2021-07-03T09:00", "ConfirmNextStage", {});

/** Ten school days after an invitation, and ten more: who applied, then the headteacher. */
const reminders = (first: string, second: string) => [
  { at: `${first}T08:00:00Z`, to: "applicant" as const },
  { at: `${second}T08:00:00Z`, to: "headteacher" as const },
];

describe("Mastery Ready by the end of 2020/21 is a decision", () => {
  it("of the hub lead, in the Readiness year", () => {
    given(begun())
      .when("2021-07-01T09:00", "ConfirmReadiness", { ready: true })
      .brings({ type: "ReadinessConfirmed", ready: true, inviteBy: "2021-07-15T08:00:00Z" });
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
        { type: "TaskOpened", task, about: "readiness", commitment: null, dueOn: "2021-10-22" },
        { type: "StageCompleted", ...readiness, outcome: "not-ready", then: "waits", waitsUntil: "2021-10-31" },
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
      .brings({
        type: "NextStageInvited",
        ...development,
        reminders: reminders("2021-10-05", "2021-10-19"),
        announces: [{ code: "session-1", on: "2021-09-29", at: "2021-09-22T08:00:00Z" }],
      });
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
      .brings(
        { type: "NextStageLapsed", into: "2021/22", workGroup: "group-1", why: "not-ready" },
        { type: "StageCompleted", ...readiness, outcome: "not-ready", then: "ends" },
      );
    expect(not.until("2022-09-01").state).toMatchObject({ status: "completed", past: [{ outcome: "not-ready" }] });
  });
  it("no, after an invitation has gone out: there is none to say yes to any more", () => {
    const invited = ready.on("2021-07-02T09:00", "InviteToNextStage", {});
    const not = invited.on("2021-07-10T09:00", "ConfirmReadiness", { ready: false, ...because });
    given(not).when("2021-07-11T09:00", "ConfirmNextStage", {}).rejects("not-in-this-state");
    given(not.until("2021-09-01")).when("2021-09-02T09:00", "ConfirmNextStage", {}).rejects("not-in-this-state");
  });
});

// The made-up school and hub stand back wherever the script speaks, and go on everywhere else.

import { describe, expect, it } from "@jest/globals";
import { FORM, happened, refusalsIn, reportWith, stagesIn, statusOf } from "../../test/support/rehearsing.ts";

const YEAR = { until: "2021-08-31" };
const apply = `- {at: 2020-06-15T09:00, command: SubmitApplication, with: ${JSON.stringify(FORM)}}`;
const INTAKE = ["ApplicationSubmitted", "PlaceOffered", "OfferAccepted", "OfferDeclined", "SchoolPlaced"];

describe("the application", () => {
  it("is made once the window is open, and never in a script’s place", () => {
    expect(happened(reportWith({ ...YEAR, start: "2019-10-01" }), "ApplicationSubmitted")).toEqual([
      "ApplicationSubmitted 2020-01-01",
    ]);
    expect(happened(reportWith(YEAR, apply), ...INTAKE)).toEqual([
      "ApplicationSubmitted 2020-06-15",
      "PlaceOffered 2020-06-18",
      "OfferAccepted 2020-06-19",
      "SchoolPlaced 2020-06-22",
    ]);
    const refused = reportWith(YEAR, apply.replace("in maths", "in maths ".repeat(251)));
    expect([refused.status, refusalsIn(refused)]).toEqual([null, ["SubmitApplication reasons-too-long"]]);
  });

  it("is offered within a week, accepted, and placed within a week of that", () => {
    expect(happened(reportWith(YEAR), ...INTAKE)).toEqual([
      "ApplicationSubmitted 2020-06-01",
      "PlaceOffered 2020-06-04",
      "OfferAccepted 2020-06-05",
      "SchoolPlaced 2020-06-08",
    ]);
  });

  it.each([
    ["declined", "- {at: 2020-06-20, command: DeclineOffer}"],
    ["withdrawn", "- {at: 2020-06-20, command: WithdrawApplication}"],
    ["not-selected", "- {at: 2020-07-20, command: DeclineApplication, with: {reason: Full}}"],
    [
      "redirected",
      "- {at: 2020-07-20, command: RedirectApplication, with: {reason: Ready for more, prospectus: " +
        "2020-21/primary-development}}",
    ],
    ["lapsed", "- {at: 2020-06-02, command: WaitlistApplication}"],
    ["withdrawn", "- {at: 2020-06-04T10:00, command: WithdrawApplication}"],
    ["withdrawn", "- {at: 2020-07-20, command: WithdrawSchool, with: {reason: Merger}}"],
  ])("ends as the script says (%s): nobody answers for it or applies again", (status, script) => {
    const report = reportWith(YEAR, script);
    expect([report.status, report.rejections]).toEqual([status, []]);
    expect(happened(report, "ApplicationSubmitted")).toHaveLength(1);
  });

  it("waits for a question of the script, answers it, and is offered", () => {
    const report = reportWith(
      YEAR,
      "- {at: 2020-06-05, command: RequestInformation, with: {reason: Who leads maths?}}",
    );
    expect(happened(report, "InformationRequested", "InformationProvided", "PlaceOffered")).toEqual([
      "InformationRequested 2020-06-04",
      "InformationProvided 2020-06-08",
      "PlaceOffered 2020-06-09",
    ]);
  });

  it("may be a second one, after the first has ended; the first is then still the school’s own", () => {
    const again = JSON.stringify({ ...FORM, prospectus: "2023-24/primary-development" });
    const report = reportWith(
      { until: "2024-08-31" },
      `
      - {at: 2021-11-20T09:00, command: WithdrawSchool, with: {reason: Merger}}
      - {at: 2023-02-20T09:00, command: SubmitApplication, with: ${again}}`,
    );
    expect(stagesIn(report)).toEqual([
      "readiness 2020/21 completed",
      "development 2021/22 withdrawn",
      "development 2023/24 completed",
    ]);
    expect(report.rejections).toEqual([]);
  });

  it("is left where it is by an absent hub", () => {
    expect(reportWith({ ...YEAR, hub: "absent" }).status).toBe("applied");
  });
});

describe("people", () => {
  it("are left wholly to a script that names two, now or later", () => {
    const named = reportWith(
      YEAR,
      `
      - {at: 2020-06-12, command: NominateParticipant, with: {participant: ada, role: maths-lead}}
      - {at: 2021-01-11, command: NominateParticipant, with: {participant: bob, role: lead-teacher}}`,
    );
    expect(named.events.filter(({ type }) => type === "ParticipantNominated")).toMatchObject([
      { participant: "ada" },
      { participant: "bob" },
    ]);
    expect(named.rejections).toEqual([]);
    expect(named.reminders[0]?.to).toEqual(["maths-lead"]);
  });

  it("are left wholly to a script that names the first", () => {
    const report = reportWith(
      YEAR,
      "- {at: 2020-06-08T09:00, command: NominateParticipant, with: {participant: ada, role: maths-lead}}",
    );
    expect(report.events.filter(({ type }) => type === "ParticipantNominated")).toMatchObject([{ participant: "ada" }]);
  });

  it("are there for a script that names one more", () => {
    const third = (more: string): string[] =>
      refusalsIn(
        reportWith(YEAR, `- {at: 2020-09-10, command: NominateParticipant, with: {participant: ada, ${more}}}`),
      );
    expect(third("role: lead-teacher")).toEqual(["NominateParticipant too-many-participants"]);
    expect(third("role: subject-lead")).toEqual(["NominateParticipant role-not-allowed"]);
  });

  it("are named by the school where the script names nobody it may", () => {
    const report = reportWith(
      YEAR,
      "- {at: 2020-06-12, command: NominateParticipant, with: {participant: ada, role: representative}}",
    );
    expect(refusalsIn(report)).toEqual(["NominateParticipant role-not-allowed"]);
    expect(stagesIn(report)).toEqual(["readiness 2020/21 completed"]);
  });
});

describe("commitments", () => {
  it("that the script meets late are missed, escalated and then stand down", () => {
    const report = reportWith(YEAR, "- {at: 2021-03-01T12:00, command: AgreeActionPlan}");
    const about = report.events.filter((event) => "commitment" in event && event.commitment === "action-plan");
    expect(about.map(({ type, at }) => `${type} ${at}`)).toEqual([
      "CommitmentMissed 2021-02-04T00:00:00Z",
      "CommitmentEscalated 2021-02-10T09:00:00Z",
      "CommitmentEscalated 2021-02-24T09:00:00Z",
      "CommitmentMet 2021-03-01T12:00:00Z",
      "EscalationWithdrawn 2021-03-01T12:00:00Z",
    ]);
    expect(stagesIn(report)).toEqual(["readiness 2020/21 completed"]);
  });

  it("that the script meets at the very instant of an escalation are not escalated", () => {
    expect(reportWith(YEAR, "- {at: 2021-02-10T09:00, command: AgreeActionPlan}").escalations).toEqual([]);
  });

  it("of a session whose register the script takes are as it says, by either name of the session", () => {
    for (const session of ["meeting-2", "session-2"]) {
      const report = reportWith(
        YEAR,
        `- {at: 2021-01-21, command: RecordAttendance, with: {session: ${session}, on: 2021-01-20, ` +
          `present: [teacher-1]}}`,
      );
      expect([statusOf(report, "2020/21", "session-2"), statusOf(report, "2020/21", "meeting-2")]).toEqual([
        "met",
        "missed",
      ]);
      expect(report.escalations.map(({ level }) => level)).toEqual([1, 2, 3]);
      expect(stagesIn(report)).toEqual(["readiness 2020/21 not-ready"]);
      expect(happened(report, "TaskDecided", "ConcernRaised")).toHaveLength(2);
    }
  });

  it("that the script waives or moves are followed where they are", () => {
    const report = reportWith(
      YEAR,
      `
      - {at: 2020-10-10, command: WaiveCommitment, with: {commitment: report, reason: Told by telephone}}
      - {at: 2020-10-11, command: MoveSession, with: {session: meeting-2, on: 2021-01-27, reason: Snow}}
      - {at: 2020-10-12, command: CancelSession, with: {session: meeting-3, reason: No room}}
      - {at: 2020-10-13, command: RescheduleCommitment,
         with: {commitment: action-plan, dueOn: 2021-03-10, reason: Half-term}}`,
    );
    expect(
      report.commitments.filter(({ status }) => status !== "met").map(({ code, status }) => `${code} ${status}`),
    ).toEqual(["meeting-3 waived", "session-3 waived", "report waived"]);
    expect(happened(report, "ActionPlanAgreed")).toEqual(["ActionPlanAgreed 2021-03-05"]);
    expect([...report.escalations, ...report.rejections]).toEqual([]);
    expect(stagesIn(report)).toEqual(["readiness 2020/21 completed"]);
  });

  it("are kept in spite of a record of the script that was turned down", () => {
    const report = reportWith(
      YEAR,
      `
      - {at: 2020-09-20, command: RecordAttendance, with: {session: meeting-1, on: 2020-09-30, present: [teacher-1]}}
      - {at: 2021-01-20, command: AgreeActionPlan, with: {on: 2021-02-20}}`,
    );
    expect(refusalsIn(report)).toEqual(["RecordAttendance in-the-future", "AgreeActionPlan in-the-future"]);
    expect(report.commitments.filter(({ status }) => status !== "met")).toEqual([]);
  });

  it("to release teachers are made up to what is asked", () => {
    const report = reportWith(
      { until: "2022-08-31" },
      "- {at: 2021-12-01, command: RecordReleaseDays, with: {participant: teacher-1, days: 2, on: 2021-11-30}}",
    );
    expect(report.events.filter(({ type }) => type === "ReleaseDaysRecorded")).toMatchObject([
      { participant: "teacher-1", days: 2 },
      { participant: "teacher-2", days: 5 },
    ]);
    expect(statusOf(report, "2021/22", "release-days")).toBe("met");
  });
});

describe("the year’s end", () => {
  it("is as the script decides it", () => {
    const report = reportWith(
      {},
      "- {at: 2021-07-01, command: ConfirmReadiness, with: {ready: false, reason: Not yet}}",
    );
    expect([report.status, stagesIn(report)]).toEqual(["completed", ["readiness 2020/21 not-ready"]]);
  });

  it("waits for the hub lead where nobody decides", () => {
    const report = reportWith(
      { hub: "absent" },
      `
      - {at: 2020-06-03, command: OfferPlace}
      - {at: 2020-06-20, command: PlaceInWorkGroup}`,
    );
    expect([report.status, stagesIn(report)]).toEqual(["completed", ["readiness 2020/21 not-ready"]]);
    expect(happened(report, "NextStageLapsed")).toEqual(["NextStageLapsed 2021-11-01"]);
    expect(happened(report, "TaskOpened")).toContain("TaskOpened 2021-08-31");
    expect(report.escalations.every(({ level }) => level === 3)).toBe(true);
  });

  it("brings the next stage once the script has confirmed it, and not before", () => {
    const report = reportWith({ until: "2021-12-31" }, "- {at: 2021-08-20, command: ConfirmNextStage}");
    expect(happened(report, "NextStageConfirmed")).toEqual(["NextStageConfirmed 2021-08-19"]);
    expect(stagesIn(report)).toEqual(["readiness 2020/21 completed", "development 2021/22 under-way"]);
  });
});

describe("the grant", () => {
  it("is left to a script that approves or withholds it, and paid once released", () => {
    const withheld = reportWith(
      { until: "2022-08-31" },
      "- {at: 2022-03-01, command: WithholdGrant, with: {reason: Not used for release}}",
    );
    expect(withheld.grants).toMatchObject([{ status: "withheld", releasedAt: null }]);
    const once = reportWith({ until: "2022-08-31" }, "- {at: 2021-10-02, command: ApproveGrant}");
    expect(once.grants).toMatchObject([{ status: "payable" }]);
  });

  it("is approved and paid in spite of an approval that came too early", () => {
    const report = reportWith({ until: "2022-08-31" }, "- {at: 2021-09-02, command: ApproveGrant}");
    expect(refusalsIn(report)).toEqual(["ApproveGrant grant-not-due"]);
    expect(report.grants).toMatchObject([{ status: "paid", releasedAt: "2021-10-07T09:00:00Z" }]);
  });
});

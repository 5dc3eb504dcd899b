// What a rehearsal must show (issue 3), each clause of it.

import { describe, expect, it } from "@jest/globals";
import {
  FORM,
  happened,
  outcomeOf,
  refusalsIn,
  rehearsalOf,
  reportWith,
  stagesIn,
} from "../../test/support/rehearsing.ts";

const SECONDARY = {
  prospectus: "2020-21/secondary-development",
  school: { urn: 100002, name: "Example School", phase: "secondary", funding: "state", history: [] },
};

const SUSTAINING = {
  prospectus: "2024-25/secondary-sustaining",
  start: "2024-06-01",
  until: "2025-08-31",
  school: { ...SECONDARY.school, history: [{ stage: "development", academicYear: "2015/16", phase: "secondary" }] },
};

const apply = (changes: object = {}, at = "2020-06-02T09:00"): string =>
  `- {at: ${at}, command: SubmitApplication, with: ${JSON.stringify({ ...FORM, ...changes })}}`;

describe("an exemplary school from Readiness in 2020/21 to August 2024", () => {
  const report = reportWith();

  it("goes through the four stages in order and still takes part", () => {
    expect(stagesIn(report)).toEqual([
      "readiness 2020/21 completed",
      "development 2021/22 completed",
      "embedding 2022/23 completed",
      "sustaining 2023/24 completed",
    ]);
    expect(report.stages.map(({ prospectus }) => prospectus)).toEqual([
      "2020-21/primary-readiness",
      "2021-22/primary-development",
      "2022-23/primary-embedding",
      "2023-24/primary-sustaining",
    ]);
    expect(report.status).toBe("participating");
  });

  it("gets one grant: £1000 in Development", () => {
    expect(report.grants).toEqual([
      {
        stage: "development",
        academicYear: "2021/22",
        amount: 1000,
        currency: "GBP",
        status: "paid",
        releasedAt: "2021-10-07T09:00:00Z",
      },
    ]);
  });

  it("is reminded three times a stage-year, owes nothing, and is never escalated or turned down", () => {
    expect(report.reminders.map(({ academicYear, term }) => `${academicYear} ${term}`)).toEqual(
      ["2020/21", "2021/22", "2022/23", "2023/24"].flatMap((year) =>
        ["autumn", "spring", "summer"].map((term) => `${year} ${term}`),
      ),
    );
    expect(report.reminders.flatMap(({ outstanding }) => outstanding)).toEqual([]);
    expect(report.reminders[0]).toEqual({
      at: "2020-09-14T08:00:00Z",
      academicYear: "2020/21",
      term: "autumn",
      to: ["maths-lead", "lead-teacher"],
      outstanding: [],
    });
    expect(report.escalations).toEqual([]);
    expect(report.rejections).toEqual([]);
  });

  it("and its hub keep every commitment", () => {
    expect(report.commitments.filter(({ status }) => status !== "met")).toEqual([]);
    expect(report.events.filter((event) => "late" in event && event.late === true)).toEqual([]);
  });

  it("has every key of the contract, in its order", () => {
    expect(Object.keys(report)).toEqual([
      "status",
      "stages",
      "commitments",
      "reminders",
      "escalations",
      "grants",
      "tasks",
      "letters",
      "rejections",
      "events",
    ]);
    expect(report.commitments[0]).toEqual({
      stage: "readiness",
      academicYear: "2020/21",
      code: "teachers",
      by: "school",
      dueOn: "2020-09-16",
      status: "met",
    });
    expect(Object.keys(report.events[0] ?? {}).slice(0, 3)).toEqual(["seq", "at", "type"]);
    expect(report.events.map(({ seq }) => seq)).toEqual(report.events.map((_, index) => index + 1));
  });

  it("is the same, to the byte, each time", () => {
    const file = rehearsalOf();
    expect(JSON.stringify(outcomeOf(file))).toBe(JSON.stringify(outcomeOf(file)));
  });
});

describe("a silent school", () => {
  it("of Readiness climbs the three levels, has no grant, is not ready and is not carried on", () => {
    const report = reportWith({ behaviour: "silent" });
    expect(stagesIn(report)).toEqual(["readiness 2020/21 not-ready"]);
    expect(report.status).toBe("completed");
    expect(report.grants).toEqual([]);
    const about = report.escalations.filter(({ commitment }) => commitment === "meeting-1");
    expect(about.map(({ at, level }) => `${level} ${at}`)).toEqual([
      "1 2020-10-07T08:00:00Z",
      "2 2020-10-21T08:00:00Z",
      "3 2020-11-04T09:00:00Z",
    ]);
    expect(report.reminders).toHaveLength(3);
    expect(report.reminders[1]?.outstanding).toEqual([
      "meeting-1",
      "headteacher-first-workshop",
      "headteacher-meeting-autumn",
      "gap-task-1",
    ]);
    // The hub of a rehearsal decides on what was missed the day after it is told.
    expect(report.tasks[0]).toEqual({
      openedAt: "2020-11-04T09:00:00Z",
      about: "missed-commitment",
      commitment: "meeting-1",
      dueOn: "2020-11-11",
      closedAt: "2020-11-05T10:00:00Z",
    });
  });

  it("of Development is invited like any other, but a grant is never payable and it does not go on", () => {
    const report = reportWith({ prospectus: "2021-22/primary-development", start: "2021-06-01", behaviour: "silent" });
    expect(stagesIn(report)).toEqual(["development 2021/22 not-completed"]);
    expect(report.status).toBe("completed");
    expect(happened(report, "NextStageInvited", "NextStageConfirmed", "GrantPayable", "GrantReleased")).toEqual([
      "NextStageInvited 2022-05-27",
    ]);
  });
});

describe("what does not fit is turned down, each with its own code", () => {
  it.each([
    ["criteria-unknown", { criteria: ["poor-progress-or-attainment", "we-like-maths"] }],
    ["criteria-missing", { criteria: [] }],
    ["reasons-too-long", { reasons: "word ".repeat(251) }],
    ["reasons-missing", { reasons: "  " }],
    ["expectations-not-accepted", { understandsExpectations: false }],
    ["invalid", { contact: { firstName: "A" } }],
    ["not-found", { prospectus: "2020-21/primary-mastery" }],
  ])("%s", (code, changes) => {
    const report = reportWith({ behaviour: "none" }, apply(changes));
    expect(refusalsIn(report)).toEqual([`SubmitApplication ${code}`]);
    expect(report.status).toBeNull();
    expect(report.rejections[0]).toMatchObject({ at: "2020-06-02T08:00:00Z", command: "SubmitApplication" });
  });

  it("a form of 250 words is read", () => {
    expect(reportWith({ behaviour: "none", hub: "absent" }, apply({ reasons: "word ".repeat(250) })).status).toBe(
      "applied",
    );
  });

  it("a school that the programme is not for", () => {
    const coded = (school: object): string[] =>
      refusalsIn(reportWith({ school: { ...(rehearsalOf()["school"] as object), ...school } }));
    expect(coded({ phase: "secondary" })).toEqual(["SubmitApplication wrong-phase"]);
    expect(coded({ funding: "independent" })).toEqual(["SubmitApplication not-state-funded"]);
    expect(coded({ open: false })).toEqual(["SubmitApplication school-closed"]);
    expect(coded({ history: [{ stage: "development", academicYear: "2018/19" }] })).toEqual([
      "SubmitApplication not-eligible",
    ]);
  });

  it("the form that closes on 13 July 2020 is closed on the 14th", () => {
    const last = reportWith({ ...SECONDARY, behaviour: "none", hub: "absent" }, apply({}, "2020-07-13T23:59:59"));
    expect(last.status).toBe("applied");
    expect(refusalsIn(reportWith({ ...SECONDARY, behaviour: "none" }, apply({}, "2020-07-14T00:00")))).toEqual([
      "SubmitApplication window-closed",
    ]);
    expect(refusalsIn(reportWith({ ...SECONDARY, start: "2020-07-14" }))).toEqual(["SubmitApplication window-closed"]);
  });

  it("a theme that is closed, unknown, or a second one", () => {
    const chosen = (...themes: string[]): string[] =>
      refusalsIn(
        reportWith(
          SUSTAINING,
          themes
            .map((theme, day) => `- {at: 2024-09-2${day}, command: ChooseTheme, with: {theme: ${theme}}}`)
            .join("\n"),
        ),
      );
    expect(chosen("multiplicative-reasoning-ks3")).toEqual(["ChooseTheme theme-closed"]);
    expect(chosen("algebra")).toEqual(["ChooseTheme theme-unknown"]);
    expect(chosen("relaunching", "problem-solving")).toEqual(["ChooseTheme one-theme-only"]);
    expect(chosen("relaunching")).toEqual([]);
  });

  it("two advocates of whom none is experienced", () => {
    const named = (fit: string): string[] =>
      refusalsIn(
        reportWith(
          SECONDARY,
          `
      - {at: 2020-06-10, command: NominateParticipant,
         with: {participant: a, role: mastery-advocate, experienced: false, authority: false}}
      - {at: 2020-06-10, command: NominateParticipant, with: {participant: b, role: mastery-advocate, ${fit}}}`,
        ),
      );
    expect(named("experienced: false, authority: true")).toEqual(["NominateParticipant experienced-advocate-required"]);
    expect(named("experienced: true, authority: true")).toEqual([]);
  });

  it("a school without a stage before, or of last year’s Development", () => {
    const had = (...history: object[]): string[] =>
      refusalsIn(reportWith({ ...SUSTAINING, school: { ...SECONDARY.school, history } }));
    expect(had()).toEqual(["SubmitApplication prior-stage-missing"]);
    expect(had({ stage: "development", academicYear: "2023/24" })).toEqual(["SubmitApplication another-route"]);
    expect(had({ stage: "development", academicYear: "2015/16" })).toEqual([]);
    expect(had({ masterySpecialistDepartment: true })).toEqual([]);
  });

  it("the same person approving a grant twice", () => {
    const report = reportWith(
      { until: "2022-08-31" },
      `
      - {at: 2021-10-05, command: ApproveGrant, with: {approver: ada}}
      - {at: 2021-10-06, command: ApproveGrant, with: {approver: ada}}
      - {at: 2021-10-07, command: ApproveGrant}
      - {at: 2021-10-08, command: ApproveGrant}`,
    );
    expect(refusalsIn(report)).toEqual(["ApproveGrant self-approval", "ApproveGrant already-released"]);
    expect(report.grants).toMatchObject([{ status: "paid", releasedAt: "2021-10-06T23:00:00Z" }]);
  });
});

// Teachers and headteachers that a page asks for, told as stories: one novice cannot carry a year, two representatives
// come both, a late joiner's headteacher has a first workshop too.

import { describe, expect, it } from "@jest/globals";
import { happened, refusalsIn, reportWith, stagesIn, statusOf } from "../../test/support/rehearsing.ts";
import type { Report } from "./report.ts";

const SECONDARY = {
  prospectus: "2020-21/secondary-development",
  school: { urn: 100002, name: "Example School", phase: "secondary", funding: "state", headteacher: true, history: [] },
  until: "2021-08-31",
};
const SUSTAINING = {
  prospectus: "2024-25/secondary-sustaining",
  start: "2024-05-01",
  until: "2025-08-31",
  school: { ...SECONDARY.school, history: [{ stage: "development", academicYear: "2019/20" }] },
};
const nominate = (at: string, participant: string, more = "role: mastery-advocate"): string =>
  `- {at: ${at}, command: NominateParticipant, with: {participant: ${participant}, ${more}}}\n`;
const came = (session: string, on: string, present: string): string =>
  `- {at: ${on}T16:00, command: RecordAttendance, with: {session: ${session}, on: '${on}', present: [${present}]}}\n`;
const dueOf = ({ commitments }: Report, code: string) => commitments.find((one) => one.code === code)?.dueOn;
const FIT = "role: mastery-advocate, experienced: true, authority: true";

describe("One advocate alone", () => {
  const alone = reportWith(
    SECONDARY,
    nominate("2020-06-06T09:00", "ada") +
      came("meeting-1", "2020-11-04", "ada") +
      came("meeting-2", "2021-01-27", "ada") +
      came("meeting-3", "2021-04-28", "ada") +
      came("meeting-4", "2021-06-16", "ada"),
  );
  it("carries no year: every meeting is missed, and no grant is paid", () => {
    for (const number of [1, 2, 3, 4]) expect(statusOf(alone, "2020/21", `meeting-${number}`)).toBe("missed");
    expect(alone.grants).toMatchObject([{ releasedAt: null }]);
  });
  it("and the school is asked for the other ten school days before its first session", () => {
    expect([dueOf(alone, "teachers"), statusOf(alone, "2020/21", "teachers")]).toEqual(["2020-10-14", "missed"]);
    const told = alone.escalations.filter(({ commitment }) => commitment === "teachers").map(({ level }) => level);
    expect(told).toEqual([1, 2, 3]);
  });
});

describe("A teacher who leaves", () => {
  const left = (then: string): Report =>
    reportWith(
      SECONDARY,
      `${nominate("2020-06-06T09:00", "ada", FIT)}${nominate("2020-06-06T09:01", "ben")}
- {at: 2020-12-01T09:00, command: ReleaseParticipant, with: {participant: ben}}
${then}`,
    );
  it("opens the question again, for ten school days", () => {
    const report = left("");
    expect([dueOf(report, "teachers"), statusOf(report, "2020/21", "teachers")]).toEqual(["2020-12-15", "missed"]);
    expect(statusOf(report, "2020/21", "meeting-1")).toBe("met");
    expect(statusOf(report, "2020/21", "meeting-2")).toBe("missed");
  });
  it("until another is named, who fills the place from then on", () => {
    const report = left(nominate("2020-12-10T09:00", "cat"));
    expect(statusOf(report, "2020/21", "teachers")).toBe("met");
    expect(statusOf(report, "2020/21", "meeting-2")).toBe("met");
  });
  it("is followed by one who is as fit as the place asks, or the hub lead makes an exception", () => {
    const replace = (more: string): Report =>
      reportWith(
        SECONDARY,
        `- {at: 2020-12-01T09:00, command: ReplaceParticipant,
           with: {participant: teacher-1, by: cat, role: mastery-advocate, reason: New job${more}}}`,
      );
    expect(refusalsIn(replace(""))).toEqual(["ReplaceParticipant experienced-advocate-required"]);
    const excepted = replace(", exception: true");
    expect(refusalsIn(excepted)).toEqual([]);
    expect(excepted.commitments.filter(({ status }) => status !== "met")).toEqual([]);
    expect(excepted.grants).toMatchObject([{ status: "paid" }]);
  });
  it("two who follow one another fill one place at a meeting, not two", () => {
    const report = reportWith(
      SECONDARY,
      `- {at: 2020-11-10T09:00, command: ReplaceParticipant,
         with: {participant: teacher-2, by: cat, role: mastery-advocate, reason: New job}}
${came("session-1", "2020-11-04", "teacher-2")}${came("session-1", "2020-11-18", "cat")}`,
    );
    expect(statusOf(report, "2020/21", "meeting-1")).toBe("missed");
  });
});

describe("Two representatives", () => {
  const promised =
    nominate("2024-05-20T09:00", "rae", "role: representative, releasedForAllSessions: true") +
    nominate("2024-05-20T09:01", "roy", "role: representative, releasedForAllSessions: true");
  it("come both to all sessions: one away is a miss, a third is one too many", () => {
    const report = reportWith(
      SUSTAINING,
      promised +
        nominate("2024-05-20T09:02", "ros", "role: representative, releasedForAllSessions: true") +
        nominate("2024-05-20T09:03", "ada") +
        came("meeting-1", "2024-10-23", "roy, ada") +
        came("meeting-2", "2025-02-05", "rae, roy"),
    );
    expect(refusalsIn(report)).toEqual(["NominateParticipant too-many-participants"]);
    expect(["1", "2"].map((number) => statusOf(report, "2024/25", `meeting-${number}`))).toEqual(["missed", "met"]);
  });
  it("going back to one reads the past sessions again", () => {
    const report = reportWith(
      SUSTAINING,
      `${promised}${came("meeting-1", "2024-10-23", "roy")}
- {at: 2024-11-20T09:00, command: ReleaseParticipant, with: {participant: rae}}`,
    );
    expect([statusOf(report, "2024/25", "meeting-1"), statusOf(report, "2024/25", "teachers")]).toEqual(["met", "met"]);
  });
  it("a second who is promised later is not missing at what was before", () => {
    const report = reportWith(
      SUSTAINING,
      [
        nominate("2024-05-20T09:00", "rae", "role: representative, releasedForAllSessions: true"),
        came("meeting-1", "2024-10-23", "rae"),
        nominate("2024-11-20T09:00", "roy", "role: representative, releasedForAllSessions: true"),
        came("meeting-2", "2025-02-05", "rae"),
      ].join(""),
    );
    expect(["1", "2"].map((number) => statusOf(report, "2024/25", `meeting-${number}`))).toEqual(["met", "missed"]);
  });
});

describe("Who the teachers are in a new year, and after a pause", () => {
  const YEARS = { until: "2022-08-31" };
  it("an exemplary school says as it goes on: nothing is missed", () => {
    const report = reportWith(YEARS);
    expect(stagesIn(report)).toEqual(["readiness 2020/21 completed", "development 2021/22 completed"]);
    expect(report.commitments.filter(({ status }) => status !== "met")).toEqual([]);
  });
  it("of one that does not say the headteacher and the applicant are asked, not people of last year", () => {
    const report = reportWith(
      { ...YEARS, behaviour: "none" },
      `
- {at: 2020-06-01T10:00, command: SubmitApplication, with: {criteria: [poor-progress-or-attainment], reasons: x,
   understandsExpectations: true, contact: {firstName: A, lastName: B, email: a@example.org}}}
- {at: 2020-06-08T10:00, command: AcceptOffer}
${nominate("2020-06-09T09:00", "ada", "role: maths-lead")}${nominate("2020-06-09T09:01", "ben", "role: lead-teacher")}
- {at: 2021-07-20T09:00, command: ConfirmReadiness, with: {ready: true}}
- {at: 2021-07-20T10:00, command: InviteToNextStage}
- {at: 2021-07-21T10:00, command: ConfirmNextStage}`,
    );
    const autumn = report.reminders.filter(({ term }) => term === "autumn").map(({ to }) => to);
    expect(autumn).toEqual([
      ["maths-lead", "lead-teacher"],
      ["headteacher", "applicant"],
    ]);
    const ofSecond = report.commitments.find((one) => one.code === "teachers" && one.academicYear === "2021/22");
    expect(ofSecond).toMatchObject({ dueOn: "2021-09-15", status: "missed" });
  });
  it("an exemplary school names them anew where its script confirms the year, and after a pause", () => {
    const confirmed = reportWith(
      YEARS,
      `- {at: 2021-07-23T12:00, command: ConfirmNextStage}
- {at: 2021-11-15T09:00, command: PauseJourney, with: {reason: Flood}}
- {at: 2021-11-29T09:00, command: ReturnToProgramme}`,
    );
    expect(statusOf(confirmed, "2021/22", "teachers")).toBe("met");
    expect(confirmed.escalations).toEqual([]);
  });
});

describe("A teacher who leaves at the end of the year", () => {
  it("costs no school its year: all is done, and it is ready for Development", () => {
    const report = reportWith(
      { until: "2021-08-31" },
      "- {at: 2021-07-22T09:00, command: ReleaseParticipant, with: {participant: teacher-1, reason: A new post}}",
    );
    expect(statusOf(report, "2020/21", "teachers")).toBe("waived");
    expect(report.tasks.filter(({ about }) => about === "teachers")).toEqual([]);
    expect(stagesIn(report)[0]).toBe("readiness 2020/21 completed");
  });
});

describe("The headteacher", () => {
  it("of a late joiner comes to the first workshop that the school has", () => {
    const report = reportWith({ until: "2021-08-31" }, "- {at: 2020-11-02T09:00, command: PlaceInWorkGroup}");
    expect(dueOf(report, "headteacher-first-workshop")).toBe("2021-01-20");
    expect(statusOf(report, "2020/21", "headteacher-first-workshop")).toBe("met");
  });
});

describe("A theme", () => {
  const chosen = (at: string, with_: string): Report =>
    reportWith(SUSTAINING, `- {at: ${at}, command: ChooseTheme, with: {${with_}}}`);
  it("with sessions of its own closes on the second Monday of the autumn term", () => {
    expect(refusalsIn(chosen("2024-09-13T16:00", "theme: multiplicative-reasoning-ks3"))).toEqual([]);
    expect(refusalsIn(chosen("2024-09-16T09:00", "theme: multiplicative-reasoning-ks3"))).toEqual([
      "ChooseTheme theme-closed",
    ]);
  });
  it("comes with visits if the school asks for them: the hub’s promise, and made", () => {
    const report = chosen("2024-09-10T09:00", "theme: relaunching, visits: true");
    expect(report.commitments.filter(({ code }) => code.startsWith("theme-visit"))).toMatchObject([
      { by: "hub", status: "met" },
    ]);
    expect(happened(report, "SupportVisitRecorded")).toHaveLength(1);
    expect(
      chosen("2024-09-10T09:00", "theme: relaunching").commitments.filter(({ code }) => code.startsWith("theme-visit")),
    ).toEqual([]);
  });
  it("schools enrol for Sustaining within the year, to 31 March", () => {
    expect(stagesIn(reportWith({ ...SUSTAINING, start: "2025-03-31" }))).toEqual(["sustaining 2024/25 not-completed"]);
    expect(refusalsIn(reportWith({ ...SUSTAINING, start: "2025-04-01" }))).toEqual(["SubmitApplication window-closed"]);
  });
});

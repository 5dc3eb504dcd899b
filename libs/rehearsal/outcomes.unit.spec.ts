// How a year ends, told as stories: what was earned, what waits for somebody's word, and where a return leads.

import { describe, expect, it } from "@jest/globals";
import { EXEMPLARY, FORM, happened, refusalsIn, reportWith, stagesIn } from "../../test/support/rehearsing.ts";

const ready = `
  - {at: 2021-07-16T09:00, command: ConfirmReadiness, with: {ready: true}}
  - {at: 2021-07-16T10:00, command: InviteToNextStage}
  - {at: 2021-07-17T10:00, command: ConfirmNextStage}`;
const away = (from: string, back: string, before = ready): string => `${before}
  - {at: ${from}T09:00, command: PauseJourney, with: {reason: Fire}}
  - {at: ${back}T09:00, command: ReturnToProgramme}`;
const TO_2023 = { until: "2023-08-31" };

describe("A pause that outlasts its year", () => {
  it("in August, after all was done: the year was completed, and a return in September enters the next", () => {
    const report = reportWith({ until: "2022-08-31" }, away("2021-08-01", "2021-09-20"));
    expect(stagesIn(report)).toEqual(["readiness 2020/21 completed", "development 2021/22 completed"]);
    expect(happened(report, "StageStarted")).toEqual(["StageStarted 2020-08-31", "StageStarted 2021-09-20"]);
    expect(report.grants).toMatchObject([{ amount: 1000 }]);
  });
  it("before it was confirmed as ready: the year is interrupted, and it goes through that stage again", () => {
    const report = reportWith(TO_2023, away("2021-07-10", "2021-09-20", ""));
    expect(stagesIn(report)).toEqual([
      "readiness 2020/21 interrupted",
      "readiness 2021/22 completed",
      "development 2022/23 completed",
    ]);
  });
  it("with a meeting still to come: interrupted, though it was confirmed as ready", () => {
    const early = `
  - {at: 2021-04-20T09:00, command: ConfirmReadiness, with: {ready: true}}`;
    expect(stagesIn(reportWith({ until: "2021-08-31T23:59:59" }, away("2021-05-01", "2021-12-01", early)))).toEqual([
      "readiness 2020/21 interrupted",
    ]);
  });
  it("back on 31 October it enters the year under way; on 1 November the next to begin, at the same stage", () => {
    expect(stagesIn(reportWith(TO_2023, away("2021-08-01", "2021-10-31")))[1]).toMatch(/^development 2021\/22/u);
    expect(stagesIn(reportWith(TO_2023, away("2021-08-01", "2021-11-01")))[1]).toMatch(/^development 2022\/23/u);
  });
});

describe("A school that was not ready", () => {
  it("goes through Readiness again, once it is asked to", () => {
    const report = reportWith(
      TO_2023,
      `
      - {at: 2021-07-10T10:00, command: ConfirmReadiness, with: {ready: false, reason: Staff changes}}
      - {at: 2021-07-12T10:00, command: InviteToNextStage, with: {prospectus: 2021-22/primary-readiness}}`,
    );
    expect(stagesIn(report)).toEqual([
      "readiness 2020/21 not-ready",
      "readiness 2021/22 completed",
      "development 2022/23 completed",
    ]);
    expect(report.rejections).toEqual([]);
  });
  it("or applies again, once its journey is over", () => {
    const again = JSON.stringify({ ...FORM, prospectus: "2022-23/primary-readiness" });
    const report = reportWith(
      TO_2023,
      `
      - {at: 2020-06-02T10:00, command: SubmitApplication, with: ${JSON.stringify(FORM)}}
      - {at: 2021-07-10T10:00, command: ConfirmReadiness, with: {ready: false, reason: Staff changes}}
      - {at: 2022-03-01T10:00, command: SubmitApplication, with: ${again}}`,
    );
    expect(refusalsIn(report)).toEqual([]);
    expect(stagesIn(report)).toContain("readiness 2022/23 completed");
  });
});

describe("Nobody’s silence ends a journey on 31 August", () => {
  it("a silent school is its hub lead’s task until 31 October, and then has a letter", () => {
    const report = reportWith({ prospectus: "2021-22/primary-development", start: "2021-06-01", behaviour: "silent" });
    expect(stagesIn(report)).toEqual(["development 2021/22 not-completed"]);
    expect(happened(report, "NextStageReminderDue", "NextStageLapsed")).toEqual([
      "NextStageReminderDue 2022-06-17",
      "NextStageReminderDue 2022-07-01",
      "NextStageLapsed 2022-11-01",
    ]);
    expect(report.status).toBe("completed");
  });
  it("a yes is taken on 31 October up to midnight, also on a Sunday; after that the journey has ended", () => {
    const after = (yes: string) =>
      reportWith(
        { prospectus: "2020-21/primary-development", until: "2021-11-30", behaviour: "silent" },
        `
      - {at: 2021-06-28T10:00, command: ConfirmCompletion, with: {completed: true, reason: Agreed}}
      - {at: "${yes}", command: ConfirmNextStage}`,
      );
    expect(stagesIn(after("2021-10-31T23:59:59"))).toEqual([
      "development 2020/21 completed",
      "embedding 2021/22 under-way",
    ]);
    const late = after("2021-11-01T00:00:01");
    expect([late.status, ...refusalsIn(late)]).toEqual(["completed", "ConfirmNextStage not-in-this-state"]);
    // Its letters name the day with its weekday, and say that a yes is taken until then.
    expect(late.letters.filter(({ kind }) => kind === "next-stage-lapsed")).toMatchObject([
      { at: "2021-11-01T09:00:00Z" },
    ]);
  });
  it("a year in which nothing was held is interrupted, and that is the hub’s", () => {
    const report = reportWith(
      { prospectus: "2021-22/primary-development", start: "2021-06-01", until: "2022-08-31T23:59:59", hub: "absent" },
      `
      - {at: 2021-06-10, command: OfferPlace}
      - {at: 2021-06-20, command: PlaceInWorkGroup}`,
    );
    expect([report.status, stagesIn(report)]).toEqual(["participating", ["development 2021/22 interrupted"]]);
  });
});

describe("The report", () => {
  it("is due five school days after the last meeting, and moves when that moves", () => {
    const due = (script = ""): string | undefined =>
      reportWith({ until: "2021-08-31" }, script).commitments.find(({ code }) => code === "report")?.dueOn;
    expect(due()).toBe("2021-06-15");
    expect(
      due("- {at: 2021-04-20, command: MoveSession, with: {session: session-3, on: 2021-06-23, reason: Snow}}"),
    ).toBe("2021-06-30");
  });
});

describe("A ladder at the end of the year", () => {
  it("has reached the hub lead by the day before the last school day", () => {
    const report = reportWith({ until: "2021-08-31", behaviour: "silent" });
    const last = report.escalations
      .filter(({ commitment }) => commitment === "report")
      .map(({ at }) => at.slice(0, 10));
    expect(last).toHaveLength(3);
    expect(last.at(-1)! <= "2021-07-21").toBe(true);
    expect(report.escalations.filter(({ at }) => at > "2021-07-22")).toEqual([]);
  });

  it("that is drawn together leaves two school days to answer, where there are so many", () => {
    // Due on Friday 11 July 2025; Tuesday 22 July is the last school day.
    const page = { prospectus: "2024-25/primary-development", start: "2024-05-01", until: "2025-08-31" };
    const school = { ...EXEMPLARY.school, history: [{ stage: "readiness", academicYear: "2023/24" }] };
    const { escalations } = reportWith({ ...page, school, behaviour: "silent" });
    const days = escalations.flatMap(({ at, commitment }) => (commitment === "release-days" ? [at.slice(0, 10)] : []));
    expect(days).toEqual(["2025-07-15", "2025-07-17", "2025-07-21"]);
  });
});

import { describe, expect, it } from "@jest/globals";
import { lastDay } from "../calendar/academic-years.ts";
import { loadCatalogue } from "../config/load-catalogue.ts";
import { happened, reportWith, stagesIn, statusOf } from "../../test/support/rehearsing.ts";

const catalogue = loadCatalogue();

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

describe("other cohorts and figures", () => {
  it("a cohort a year later than any page is rolled forward, without a grant", () => {
    const report = reportWith({ prospectus: "2021-22/primary-readiness", start: "2021-06-01", until: "2025-08-31" });
    expect(stagesIn(report)).toEqual([
      "readiness 2021/22 completed",
      "development 2022/23 completed",
      "embedding 2023/24 completed",
      "sustaining 2024/25 completed",
    ]);
    expect(report.grants).toEqual([]);
  });

  it("a secondary school gets £2000 in Development and sustains each year again, with a theme", () => {
    const report = reportWith(SECONDARY);
    expect(stagesIn(report)).toEqual([
      "development 2020/21 completed",
      "embedding 2021/22 completed",
      "sustaining 2022/23 completed",
      "sustaining 2023/24 completed",
    ]);
    expect(report.grants).toMatchObject([{ stage: "development", amount: 2000, status: "paid" }]);
    expect(happened(report, "ThemeChosen")).toEqual(["ThemeChosen 2022-09-01", "ThemeChosen 2023-09-01"]);
    expect([...report.escalations, ...report.rejections]).toEqual([]);
  });

  it.each(catalogue.all().map(({ id }) => id))(
    "%s, begun on the last day of its window, is gone through without a fault",
    (id) => {
      const { academicYear, phase, stage, window } = catalogue.get(id) ?? {};
      const history =
        stage === "embedding" || stage === "sustaining" ? [{ stage: "development", academicYear: "2015/16" }] : [];
      const report = reportWith({
        prospectus: id,
        start: window?.closesOn.value,
        until: lastDay(academicYear ?? ""),
        school: { urn: 100003, phase, funding: "state", history },
      });
      // Two of its three meetings were before it came: a year that began on 31 March is not one that was completed.
      const outcome = stage === "sustaining" ? "not-completed" : "completed";
      expect(stagesIn(report)).toEqual([`${stage} ${academicYear} ${outcome}`]);
      expect(report.commitments.filter(({ status }) => status !== "met")).toEqual([]);
      // Schools enrol for Sustaining to 31 March: then the summer term is left.
      const terms = stage === "sustaining" ? 1 : 3;
      expect([report.reminders.length, report.escalations, report.rejections]).toEqual([terms, [], []]);
    },
  );

  it("takes the first theme that is open", () => {
    const report = reportWith(SUSTAINING);
    expect(report.events.find(({ type }) => type === "ThemeChosen")).toMatchObject({ theme: "problem-solving" });
    expect(report.commitments.filter(({ status }) => status !== "met")).toEqual([]);
  });

  it("a what-if changes the figures it names", () => {
    const grants = (policy: object): number[] => reportWith({ policy }).grants.map(({ amount }) => amount);
    expect(grants({ "2021-22/primary-development": { grant: 1500 } })).toEqual([1500]);
    expect(grants({ "2021-22/primary-development": { grant: 0 } })).toEqual([]);
    expect(grants({ "2022-23/primary-embedding": { grant: 250.5 } })).toEqual([1000, 250.5]);
  });

  it("reckons amounts in pounds", () => {
    const report = reportWith(
      { until: "2022-08-31" },
      "- {at: 2021-09-10, command: AdjustGrant, with: {amount: 900.50, reason: Half a year}}",
    );
    expect(report.grants).toMatchObject([{ amount: 900.5, status: "paid" }]);
  });
});

describe("years away", () => {
  const away = (from: string, to: string, until = "2028-08-31"): string[] =>
    stagesIn(
      reportWith(
        { until },
        `
    - {at: ${from}, command: PauseJourney, with: {reason: Building works}}
    - {at: ${to}, command: ReturnToProgramme}`,
      ),
    );

  it("after Development leads back into Sustaining", () => {
    expect(away("2022-11-20T09:00", "2025-03-10T09:00")).toEqual([
      "readiness 2020/21 completed",
      "development 2021/22 completed",
      "embedding 2022/23 interrupted",
      "sustaining 2025/26 completed",
      "sustaining 2026/27 completed",
      "sustaining 2027/28 completed",
    ]);
  });

  it("before its end lead back to the stage that was left", () => {
    expect(away("2021-11-20T09:00", "2024-03-10T09:00", "2026-08-31")).toEqual([
      "readiness 2020/21 completed",
      "development 2021/22 interrupted",
      "development 2024/25 completed",
      "embedding 2025/26 completed",
    ]);
  });

  it("a return within the year goes on with it: the reminder in between is not made up", () => {
    const report = reportWith(
      { until: "2022-08-31" },
      `
      - {at: 2021-11-20T09:00, command: PauseJourney, with: {reason: Building works}}
      - {at: 2022-03-10T09:00, command: ReturnToProgramme}`,
    );
    expect(stagesIn(report)).toEqual(["readiness 2020/21 completed", "development 2021/22 completed"]);
    expect(report.reminders.filter(({ academicYear }) => academicYear === "2021/22").map(({ term }) => term)).toEqual([
      "autumn",
      "summer",
    ]);
    expect(report.escalations).toEqual([]);
    expect(statusOf(report, "2021/22", "action-plan")).toBe("met");
  });
});

import { describe, expect, it } from "@jest/globals";
import { calendarFor, ENGLAND, isSchoolDay } from "../calendar/terms.ts";
import {
  PRIMARY_DEVELOPMENT,
  prospectus,
  READINESS,
  RULES,
  SECONDARY_DEVELOPMENT,
  SUSTAINING,
  NEW_HERE,
} from "../../test/support/journey.ts";
import { dueOn } from "../prospectus/due-on.ts";
import { beginYear } from "./commitments.ts";
import { planOf } from "./plan.ts";
import { asGroupMeets } from "./group-dates.ts";

const dates = (id: string) => planOf(prospectus(id), ENGLAND).map(({ code, by, dueOn: day }) => `${day} ${by} ${code}`);

describe("What a stage-year promises, in order of its dates", () => {
  it("Mastery Readiness 2020/21: workshops, half-day visits, gap tasks, a plan, reports", () => {
    expect(dates(READINESS)).toEqual([
      "2020-09-30 hub session-1",
      "2020-09-30 school meeting-1",
      "2020-09-30 school headteacher-first-workshop",
      "2020-11-11 hub support-visit-autumn",
      "2020-11-11 school headteacher-meeting-autumn",
      "2020-12-08 school gap-task-1",
      "2021-01-20 hub session-2",
      "2021-01-20 school meeting-2",
      "2021-02-03 hub headteachers-session",
      "2021-02-03 school headteachers-meeting",
      "2021-02-03 school action-plan",
      "2021-03-03 hub support-visit-spring",
      "2021-03-03 school headteacher-meeting-spring",
      "2021-03-22 school gap-task-2",
      "2021-05-05 hub session-3",
      "2021-05-05 school meeting-3",
      "2021-06-15 school report",
      "2021-06-15 school evaluation",
      "2021-06-16 hub support-visit-summer",
      "2021-06-16 school headteacher-meeting-summer",
    ]);
  });
  it(
    "Secondary Development 2020/21: at least four half-days, November 2020 to July 2021, and four to six days " +
      "in school",
    () => {
      const plan = planOf(prospectus(SECONDARY_DEVELOPMENT), ENGLAND);
      const meetings = plan.filter((one) => one.kind === "meeting");
      expect(meetings).toHaveLength(4);
      for (const { dueOn: day } of meetings) expect(day >= "2020-11-01" && day <= "2021-07-31").toBe(true);
      expect(plan.find((one) => one.kind === "in-school-support")).toMatchObject({ by: "hub", target: 8 });
      expect(plan.filter((one) => one.kind === "gap-task")).toHaveLength(3);
    },
  );
  it("Primary Development 2024/25: a termly visit, at least ten days of release combined, a plan", () => {
    const plan = planOf(prospectus(PRIMARY_DEVELOPMENT), ENGLAND);
    expect(plan.find((one) => one.kind === "release-days")).toMatchObject({ by: "school", target: 20 });
    expect(plan.filter((one) => one.kind === "visit").map(({ code, within }) => [code, within?.from])).toEqual([
      ["support-visit-autumn", "2024-09-03"],
      ["support-visit-spring", "2025-01-06"],
      ["support-visit-summer", "2025-04-22"],
    ]);
    expect(plan.some((one) => one.kind === "action-plan")).toBe(true);
  });
  it("Secondary Embedding: three days of in-school support", () => {
    expect(
      planOf(prospectus("2021-22/secondary-embedding"), ENGLAND).find((one) => one.kind === "in-school-support"),
    ).toMatchObject({ target: 6 });
  });
  it("Secondary Sustaining 2024/25: a theme, then three full days, one each term; one representative is enough", () => {
    expect(dates(SUSTAINING)).toEqual([
      "2024-09-25 school theme",
      "2024-10-23 hub session-1",
      "2024-10-23 school meeting-1",
      "2025-02-05 hub session-2",
      "2025-02-05 school meeting-2",
      "2025-05-21 hub session-3",
      "2025-05-21 school meeting-3",
    ]);
    expect(
      planOf(prospectus(SUSTAINING), ENGLAND)
        .filter((one) => one.kind === "meeting")
        .map((one) => one.target),
    ).toEqual([1, 1, 1]);
  });
  it.each(RULES.catalogue.all().map((one) => one.id))(
    "%s: every code once, every date a school day of its year, every school’s part after the hub’s",
    (id) => {
      const plan = planOf(prospectus(id), ENGLAND);
      const codes = plan.map((one) => one.code);
      expect(new Set(codes).size).toBe(codes.length);
      for (const one of plan) {
        expect(isSchoolDay(ENGLAND, one.dueOn)).toBe(true);
        if (one.after !== null) expect(plan.find((other) => other.code === one.after)).toMatchObject({ by: "hub" });
      }
    },
  );
});

describe("A date in school time", () => {
  it("is the Wednesday of a week of term, or the next school day", () => {
    expect(dueOn({ term: "autumn", week: 5 }, "2020/21", ENGLAND)).toBe("2020-09-30");
    // Week 9 is the half-term of 2020.
    expect(dueOn({ term: "autumn", week: 9 }, "2020/21", ENGLAND)).toBe("2020-11-02");
    expect(dueOn({ term: "autumn", week: 5 }, "2020/21", calendarFor({ closedDays: ["2020-09-30"] }))).toBe(
      "2020-10-01",
    );
  });
  it("or so many days before the last school day of a term, or the school day before", () => {
    expect(dueOn({ term: "summer", beforeEnd: 10 }, "2020/21", ENGLAND)).toBe("2021-07-12");
    expect(dueOn({ term: "summer", beforeEnd: 10 }, "2020/21", calendarFor({ closedDays: ["2021-07-12"] }))).toBe(
      "2021-07-09",
    );
  });
  it("moves with the terms of the school", () => {
    const late = calendarFor({
      terms: [
        {
          academicYear: "2020/21",
          term: "autumn",
          start: "2020-09-09",
          end: "2020-12-18",
          halfTerm: { start: "2020-10-26", end: "2020-10-30" },
        },
      ],
    });
    expect(dueOn({ term: "autumn", week: 5 }, "2020/21", late)).toBe("2020-10-07");
  });
});

describe("A stage-year begins", () => {
  const begin = (id: string, at: string) => beginYear(prospectus(id), RULES, {}, at, null, NEW_HERE);

  it("with all its promises on 1 September, and ends on 31 August", () => {
    expect(begin(READINESS, "2020-08-31T23:00:00Z")).toMatchObject([
      {
        type: "StageStarted",
        commitments: [{ code: "teachers", dueOn: "2020-09-16" }, ...planOf(prospectus(READINESS), ENGLAND)],
        endsAt: "2021-08-31T22:59:59Z",
      },
    ]);
  });
  it("later with what is still to come", () => {
    const codes = (at: string) =>
      begin(READINESS, at).flatMap((one) =>
        one.type === "StageStarted" ? [one.commitments.map(({ code }) => code)] : [],
      );
    expect(codes("2021-06-15T08:00:00Z")).toEqual([
      ["report", "evaluation", "support-visit-summer", "headteacher-meeting-summer", "teachers"],
    ]);
    expect(codes("2021-06-16T08:00:00Z")).toEqual([["support-visit-summer", "headteacher-meeting-summer", "teachers"]]);
  });
  it("with the report five school days after the last meeting, from 15 June on, and in time for the hub lead", () => {
    const group = (on: string) => ({
      prospectus: READINESS,
      sessions: [{ code: "session-3", on, status: "scheduled" as const }],
    });
    const due = (on: string) =>
      asGroupMeets(planOf(prospectus(READINESS), ENGLAND), READINESS, group(on), ENGLAND).find(
        ({ code }) => code === "report",
      )?.dueOn;
    expect(due("2021-05-05")).toBe("2021-06-15");
    expect(due("2021-06-16")).toBe("2021-06-23");
    expect(due("2021-07-21")).toBe("2021-07-16");
  });
  it("with its grant, where a page states one", () => {
    expect(begin(SECONDARY_DEVELOPMENT, "2020-08-31T23:00:00Z")[1]).toEqual({
      type: "GrantDue",
      at: "2020-08-31T23:00:00Z",
      stage: "development",
      academicYear: "2020/21",
      amountPence: 200_000,
    });
  });
  it("a full-day meeting releases a teacher for two half-days", () => {
    expect(begin(SUSTAINING, "2024-08-31T23:00:00Z")).toMatchObject([{ halfDaysPerMeeting: 2, readinessAsked: false }]);
    expect(begin(READINESS, "2020-08-31T23:00:00Z")).toMatchObject([{ halfDaysPerMeeting: 1, readinessAsked: true }]);
  });
});

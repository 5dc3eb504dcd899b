// The years that no page covers.

import { describe, expect, it } from "@jest/globals";
import { loadCatalogue } from "../config/load-catalogue.ts";
import { nextSchoolDay, lastSchoolDay, previousSchoolDay, termsOf, ENGLAND } from "../calendar/terms.ts";
import { addDays, weekday, type LocalDate } from "../calendar/dates.ts";
import { lastDay, type AcademicYear } from "../calendar/academic-years.ts";
import type { DueRule, Prospectus } from "./prospectus.ts";
import { overlay, rollForward } from "./roll-forward.ts";
import { isTree } from "./shape.ts";

const catalogue = loadCatalogue();
const YEARS = Array.from({ length: 8 }, (_, index) => `${2020 + index}-${21 + index}`);
const STAGES = {
  primary: ["readiness", "development", "embedding", "sustaining"],
  secondary: ["development", "embedding", "sustaining"],
};
const rolled = catalogue.all().filter((prospectus) => "rolledForwardFrom" in prospectus.basis);

function seedsIn(value: unknown, at: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = isTree(value) && value["source"] === "seed" ? [at] : [];
  return [...own, ...Object.entries(value).flatMap(([key, part]) => seedsIn(part, `${at}.${key}`))];
}

function get(id: string): Prospectus {
  const prospectus = catalogue.get(id);
  if (!prospectus) throw new Error(`no ${id}`);
  return prospectus;
}

describe("the years that no page covers", () => {
  it("make, with the five pages, every stage of both phases from 2020/21 to 2027/28", () => {
    const ids = YEARS.flatMap((year) =>
      Object.entries(STAGES).flatMap(([phase, stages]) => stages.map((stage) => `${year}/${phase}-${stage}`)),
    );
    expect(ids).toHaveLength(56);
    expect(catalogue.all().map((prospectus) => prospectus.id)).toEqual([...ids].sort());
    expect(rolled).toHaveLength(51);
  });

  it("have no grant but the £1000 that the Readiness page states for Development in 2021/22", () => {
    expect(rolled.filter((prospectus) => prospectus.grant !== null).map((prospectus) => prospectus.id)).toEqual([
      "2021-22/primary-development",
    ]);
    expect(get("2021-22/primary-development").grant?.amountPence).toMatchObject({
      value: 100_000,
      source: "seed",
      page: "004_efe6209787d21d48.txt",
    });
  });

  it("are assumptions throughout but for that grant and three days in school while Embedding in 2021/22", () => {
    expect(rolled.flatMap((prospectus) => seedsIn(prospectus, prospectus.id))).toEqual([
      "2021-22/primary-development.grant.amountPence",
      "2021-22/secondary-embedding.commitments.inSchool.halfDays",
    ]);
    expect(get("2021-22/secondary-embedding").commitments.inSchool?.halfDays).toMatchObject({
      value: 6,
      page: "002_6266afd35788493b.txt",
    });
    expect(get("2022-23/secondary-embedding").commitments.inSchool?.halfDays).toEqual({
      value: 6,
      source: "assumption",
      because: "rolled forward from 2021-22/secondary-embedding",
      statedIn: "2021-22/secondary-embedding",
    });
  });

  it("promise no money in words either", () => {
    const paid = rolled.filter((prospectus) =>
      /£|financial|textbooks|grant of/i.test(JSON.stringify(prospectus.texts)),
    );
    expect(paid.map((prospectus) => prospectus.id)).toEqual(["2021-22/primary-development"]);
  });

  it("belong to any hub, with the usual window", () => {
    expect(rolled.filter((prospectus) => prospectus.hub !== "any")).toEqual([]);
    for (const { academicYear, stage, window } of rolled) {
      const year = academicYear.slice(0, 4);
      expect([window.opensOn, window.closesOn]).toMatchObject([
        { value: `${year}-01-01`, source: "assumption" },
        { value: stage === "sustaining" ? `${Number(year) + 1}-03-31` : `${year}-08-31`, source: "assumption" },
      ]);
      expect(window.how).toBeUndefined();
    }
  });

  it("offer every theme again", () => {
    const sustaining = rolled.filter(({ phase, stage }) => phase === "secondary" && stage === "sustaining");
    expect(sustaining).toHaveLength(7);
    for (const { themes } of sustaining) {
      expect(themes?.value.map(({ code, closed }) => [code, closed])).toEqual([
        ["multiplicative-reasoning-ks3", undefined],
        ["problem-solving", undefined],
        ["relaunching", undefined],
      ]);
    }
  });

  it("ask for what must have gone before", () => {
    for (const { stage, application } of rolled) {
      const prior = {
        readiness: "none",
        development: "none",
        embedding: "development",
        sustaining: "any-stage-or-specialist",
      }[stage];
      expect(application.prior.value).toBe(prior);
      expect(application.notYetDeveloping.value).toBe(stage === "readiness");
      expect(application.criteria !== null).toBe(stage === "readiness");
    }
  });

  it("name in their texts the years they are about", () => {
    expect(get("2023-24/primary-readiness").texts.outcomes.join()).toMatch(/Mastery Ready by the end of 2023\/24/);
    expect(get("2020-21/secondary-sustaining").application.anotherRoute?.value.route).toMatch(
      /about 2020\/21 .* of the 2019\/20/,
    );
    expect(get("2023-24/primary-readiness").texts.disruption).toBeNull();
  });

  it("keep what a page says of its stage: six or seven schools, ten days of release, three half-days more", () => {
    expect(get("2027-28/primary-development")).toMatchObject({
      groupSize: { least: { value: 6 }, most: { value: 7 } },
      commitments: {
        releaseDays: {
          days: { value: 10, source: "assumption", because: "rolled forward from 2024-25/primary-development" },
        },
      },
    });
  });

  it("have fewer commitments once a school embeds and sustains", () => {
    const owed = (id: string): string[] =>
      Object.entries(get(id).commitments)
        .filter(([, rule]) => rule !== null)
        .map(([name]) => name);
    expect(owed("2022-23/primary-embedding")).toEqual(["meetings", "visits", "evaluation"]);
    expect(owed("2023-24/primary-sustaining")).toEqual(["meetings", "evaluation"]);
    expect(owed("2022-23/secondary-embedding")).toEqual(["meetings", "inSchool"]);
    expect(owed("2022-23/secondary-sustaining")).toEqual(["meetings", "theme"]);
  });
});

describe("rolling forward", () => {
  const figure = { value: 8, source: "seed", says: "up to eight" };

  it("turns a fact of the page into an assumption and keeps the reason of an assumption", () => {
    const body = { a: figure, b: { value: 1, source: "assumption", because: "made in 2020/21" } };
    expect(rollForward(body, "x", 1)).toEqual({
      a: { value: 8, source: "assumption", because: "rolled forward from x", statedIn: "x" },
      b: { value: 1, source: "assumption", because: "made in 2020/21" },
      hub: "any",
    });
  });

  it("moves academic years in texts, forward and back, and leaves what is no academic year", () => {
    expect(rollForward({ t: "by 2020/21, 2019/2020 or 1/2; ratio 2020/55; 1999/00" }, "x", 3)).toMatchObject({
      t: "by 2023/24, 2022/2023 or 1/2; ratio 2020/55; 1999/00",
    });
    expect(rollForward({ t: "2024/25" }, "x", -4)).toMatchObject({ t: "2020/21" });
  });

  it("drops lines of one year only, or takes the other years’ line", () => {
    expect(
      rollForward(
        { lines: ["a", { thisYear: "b" }, { thisYear: "c", otherYears: "d" }], gone: [{ thisYear: "e" }] },
        "x",
        1,
      ),
    ).toEqual({
      lines: ["a", "d"],
      hub: "any",
    });
  });

  it("lays what differs over it: deep, null removes, a figure replaces a figure whole", () => {
    expect(
      overlay({ a: { b: 1, c: 2 }, d: figure }, { a: { c: null }, d: { value: 9, source: "assumption" } }),
    ).toEqual({
      a: { b: 1 },
      d: { value: 9, source: "assumption" },
    });
  });
});

/** The day a rule names, as the type documents it. */
function dueOn(rule: DueRule, academicYear: AcademicYear): LocalDate {
  if ("afterLastMeeting" in rule)
    return nextSchoolDay(ENGLAND, `${lastDay(academicYear).slice(0, 4)}-${rule.notBefore}`);
  if ("beforeEnd" in rule)
    return previousSchoolDay(ENGLAND, addDays(lastSchoolDay(ENGLAND, academicYear, rule.term), -rule.beforeEnd));
  const start = termsOf(ENGLAND, academicYear).find(({ term }) => term === rule.term)?.start;
  if (start === undefined) throw new Error(`no ${rule.term} term in ${academicYear}`);
  return nextSchoolDay(ENGLAND, addDays(start, 1 - weekday(start) + 2 + 7 * (rule.week - 1)));
}

describe("what falls due, in every one of the 56 years and stages", () => {
  const days = ({ commitments, academicYear }: Prospectus, name: "meetings" | "gapTasks" | "visits"): LocalDate[] =>
    (commitments[name]?.due.value ?? []).map((rule) => dueOn(rule, academicYear));

  it.each(catalogue.all())("$id: in order, from autumn week 4, done a week before the year ends", (prospectus) => {
    const { academicYear, commitments } = prospectus;
    const { inSchool, releaseDays, actionPlan, report, evaluation, theme } = commitments;
    const meetings = days(prospectus, "meetings");
    const others = [inSchool, releaseDays, actionPlan, report, evaluation, theme].flatMap((each) =>
      each ? [dueOn(each.due.value, academicYear)] : [],
    );
    const all = [...meetings, ...days(prospectus, "gapTasks"), ...days(prospectus, "visits"), ...others];
    const last = dueOn({ term: "summer", beforeEnd: 7 }, academicYear);
    expect(all.filter((day) => day > last)).toEqual([]);
    expect(meetings).toEqual([...new Set(meetings)].sort());
    expect(meetings[0] && meetings[0] >= dueOn({ term: "autumn", week: 4 }, academicYear)).toBe(true);
    if (theme) expect(dueOn(theme.due.value, academicYear) <= (meetings[0] ?? "")).toBe(true);
    for (const [index, day] of days(prospectus, "gapTasks").entries()) {
      expect(day > (meetings[index] ?? "") && day < (meetings[index + 1] ?? "")).toBe(true);
    }
    const inTerm = (rule: DueRule): boolean => {
      const day = dueOn(rule, academicYear);
      return termsOf(ENGLAND, academicYear).some(
        ({ term, start, end }) => term === rule.term && start <= day && day <= end,
      );
    };
    const rules = [
      ...commitments.meetings.due.value,
      ...(commitments.visits?.due.value ?? []),
      ...(commitments.gapTasks?.due.value ?? []),
    ];
    expect(rules.filter((rule) => !inTerm(rule))).toEqual([]);
  });

  it("puts the four meetings of 2020/21 between November 2020 and July 2021", () => {
    const meetings = days(get("2020-21/secondary-development"), "meetings");
    expect(meetings).toHaveLength(4);
    expect(meetings.filter((day) => day < "2020-11-01" || day > "2021-07-31")).toEqual([]);
  });
});

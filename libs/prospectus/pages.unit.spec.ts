// What the five pages say, row by row of PROGRAMMES.md.

import { describe, expect, it } from "@jest/globals";
import { loadCatalogue } from "../config/load-catalogue.ts";
import type { Figure, Prospectus } from "./prospectus.ts";

const catalogue = loadCatalogue();

function page(id: string): Prospectus {
  const prospectus = catalogue.get(id);
  if (!prospectus) throw new Error(`no ${id}`);
  return prospectus;
}

/** A figure as value and source: `[8, 'seed']`. */
function told<T>(figure: Figure<T> | null | undefined): [T, string] | null {
  return figure ? [figure.value, figure.source] : null;
}

describe("Mastery Readiness 2020/21", () => {
  const readiness = page("2020-21/primary-readiness");
  const { participants, application, commitments, texts } = readiness;

  it("is led by a Mastery Readiness Lead, for any hub, in groups of up to eight", () => {
    expect(readiness.hub).toBe("any");
    expect(told(readiness.lead)).toEqual(["Mastery Readiness Lead", "seed"]);
    expect(told(readiness.groupSize?.most)).toEqual([8, "seed"]);
    expect(readiness.groupSize?.least.source).toBe("assumption");
  });

  it("takes two teachers, one of them the maths lead", () => {
    expect(told(participants.roles)).toEqual([["maths-lead", "lead-teacher"], "seed"]);
    expect(told(participants.most)).toEqual([2, "seed"]);
    expect(told(participants.mathsLeadAmongThem)).toEqual([true, "seed"]);
    expect(participants.experiencedAdvocateAmongThem.value).toBe(false);
  });

  it("needs at least one of six criteria", () => {
    expect(application.criteria?.source).toBe("seed");
    expect(application.criteria?.value.map((criterion) => criterion.code)).toEqual([
      "ofsted-ri-or-inadequate",
      "poor-progress-or-attainment",
      "identified-by-local-authority",
      "low-social-mobility-area",
      "leadership-support-needed",
      "high-turnover-now-stable",
    ]);
    expect(told(application.notYetDeveloping)).toEqual([true, "seed"]);
  });

  it("has a form with reasons of up to 250 words and a group application", () => {
    expect(told(application.reasonsMostWords)).toEqual([250, "seed"]);
    expect(told(application.group)).toEqual([true, "seed"]);
    expect(application.seniorLeaderSupport.value).toBe("not-asked");
  });

  it("only assumes that the school is state-funded", () => {
    expect(told(application.stateFundedOnly)).toEqual([true, "assumption"]);
  });

  it("has the headteacher at the first workshop and at the visits", () => {
    expect(told(commitments.meetings.headteacherAtFirst)).toEqual([true, "seed"]);
    expect(told(commitments.visits?.withHeadteacher)).toEqual([true, "seed"]);
  });

  it("has workshops, visits, gap tasks, an action plan, a report and an evaluation; how many is assumed", () => {
    expect(told(commitments.meetings.count)).toEqual([3, "assumption"]);
    expect(commitments.visits?.due.value).toHaveLength(3);
    expect(told(commitments.gapTasks?.count)).toEqual([2, "assumption"]);
    expect([commitments.actionPlan, commitments.report, commitments.evaluation]).not.toContain(null);
    expect([commitments.releaseDays, commitments.inSchool, commitments.theme]).toEqual([null, null, null]);
  });

  it("gives no grant this year, and speaks of £1000 in 2021/22 and of textbooks", () => {
    expect(readiness.grant).toBeNull();
    expect(texts.benefits.join(" ")).toMatch(/£1000 .* of 2021\/22.* textbooks .*\(subject to DfE/);
  });

  it("dates no window: 1 January to 31 August, early applications encouraged", () => {
    expect(told(readiness.window.opensOn)).toEqual(["2020-01-01", "assumption"]);
    expect(told(readiness.window.closesOn)).toEqual(["2020-08-31", "assumption"]);
    expect(readiness.window.how).toMatch(/Early applications/);
  });

  it("says what comes afterwards and what disruption may bring", () => {
    expect(texts.afterwards).toMatch(/Development Work Group .* a Mastery Specialist leads/);
    expect(texts.outcomes.join()).toMatch(/Mastery Ready by the end of 2020\/21/);
    expect(texts.disruption).toMatch(/live and online/);
    expect(texts.expectations).toHaveLength(6);
  });
});

describe("Secondary Development 2020/21, Great North", () => {
  const development = page("2020-21/secondary-development");
  const { participants, application, commitments } = development;

  it("is led by a Secondary Mastery Specialist in whom two years of the national programme are done", () => {
    expect(development.hub).toBe("great-north");
    expect(told(development.lead)).toEqual(["Secondary Mastery Specialist", "seed"]);
    expect(told(development.leadMust)).toEqual([
      "has finished the second year of the national programme for specialists",
      "seed",
    ]);
    expect(development.groupSize).toBeNull();
  });

  it("takes two Mastery Advocates, one of them experienced", () => {
    expect(told(participants.roles)).toEqual([["mastery-advocate"], "seed"]);
    expect(told(participants.most)).toEqual([2, "seed"]);
    expect(told(participants.experiencedAdvocateAmongThem)).toEqual([true, "seed"]);
  });

  it("expects the senior leadership to support it, and is for any state-funded school with an interest", () => {
    expect(told(application.seniorLeaderSupport)).toEqual(["expected", "seed"]);
    expect(told(application.stateFundedOnly)).toEqual([true, "seed"]);
    expect(told(application.prior)).toEqual(["none", "seed"]);
    expect([application.criteria, application.reasonsMostWords]).toEqual([null, null]);
  });

  it("closes on Monday 13 July 2020", () => {
    expect(told(development.window.closesOn)).toEqual(["2020-07-13", "seed"]);
    expect(development.window.how).toMatch(/form NCP20-13/);
  });

  it("has at least four half-day meetings and tasks between each of them", () => {
    expect(told(commitments.meetings.count)).toEqual([4, "seed"]);
    expect(told(commitments.meetings.length)).toEqual(["half-day", "seed"]);
    expect(told(commitments.gapTasks?.count)).toEqual([3, "seed"]);
  });

  it("has four to six days in school between the two teachers, and no termly visits", () => {
    expect(told(commitments.inSchool?.halfDays)).toEqual([8, "seed"]);
    expect(told(commitments.inSchool?.mostHalfDays)).toEqual([12, "seed"]);
    expect(commitments.visits).toBeNull();
  });

  it("ends with reporting and evaluation", () => {
    expect([commitments.report, commitments.evaluation]).not.toContain(null);
    expect([commitments.actionPlan, commitments.releaseDays, commitments.theme]).toEqual([null, null, null]);
  });

  it("gives each department £2000 to let the advocates work with the specialist", () => {
    expect(told(development.grant?.amountPence)).toEqual([200_000, "seed"]);
    expect(development.grant?.purpose).toMatch(/work with the Secondary Mastery Specialist/);
  });

  it("goes on to Embedding and then Sustaining", () => {
    expect(development.texts.afterwards).toMatch(/Embedding Work Group in the following year, and then .* Sustaining/);
  });
});

describe("Secondary Development 2021/22", () => {
  const development = page("2021-22/secondary-development");

  it("has two schools, a Secondary Mastery Specialist, and support by a local leader of maths education", () => {
    expect(development.hub).toBe("any");
    expect(told(development.groupSize?.least)).toEqual([2, "seed"]);
    expect(told(development.groupSize?.most)).toEqual([2, "seed"]);
    expect(told(development.lead)).toEqual(["Secondary Mastery Specialist", "seed"]);
    expect(told(development.support)).toEqual(["local leader of maths education (LLME)", "seed"]);
  });

  it("takes two Mastery Advocates, one of them experienced", () => {
    expect(told(development.participants.roles)).toEqual([["mastery-advocate"], "seed"]);
    expect(told(development.participants.most)).toEqual([2, "seed"]);
    expect(told(development.participants.experiencedAdvocateAmongThem)).toEqual([true, "seed"]);
  });

  it("requires the support of headteacher or SLT, of a state-funded school", () => {
    expect(told(development.application.seniorLeaderSupport)).toEqual(["required", "seed"]);
    expect(told(development.application.stateFundedOnly)).toEqual([true, "seed"]);
  });

  it("states neither a grant nor a window, and applications go by e-mail", () => {
    expect(development.grant).toBeNull();
    expect(told(development.window.closesOn)).toEqual(["2021-08-31", "assumption"]);
    expect(development.window.how).toMatch(/e-mail to mathshub@george-spencer/);
  });

  it("assumes how many meetings and visits", () => {
    const { meetings, visits, ...others } = development.commitments;
    expect(told(meetings.count)).toEqual([3, "assumption"]);
    expect(told(visits?.perTerm)).toEqual([1, "assumption"]);
    expect(new Set(Object.values(others))).toEqual(new Set([null]));
  });

  it("says what disruption may bring", () => {
    expect(development.texts.disruption).toMatch(/coronavirus .* recover/);
    expect(development.texts.outcomes).toHaveLength(2);
  });
});

describe("Primary Development 2024/25", () => {
  const development = page("2024-25/primary-development");
  const { participants, application, commitments } = development;

  it("is led by a Mastery Specialist in groups of six or seven", () => {
    expect(told(development.lead)).toEqual(["Mastery Specialist", "seed"]);
    expect(told(development.groupSize?.least)).toEqual([6, "seed"]);
    expect(told(development.groupSize?.most)).toEqual([7, "seed"]);
  });

  it("takes two lead teachers; that the maths lead goes on from Readiness is assumed", () => {
    expect(told(participants.most)).toEqual([2, "seed"]);
    expect(told(participants.roles)).toEqual([["lead-teacher", "maths-lead"], "assumption"]);
    expect(participants.mathsLeadAmongThem.value).toBe(false);
  });

  it("has half-day meetings, a termly visit with the headteacher, and at least ten days of release", () => {
    expect(told(commitments.meetings.length)).toEqual(["half-day", "seed"]);
    expect(told(commitments.meetings.count)).toEqual([3, "assumption"]);
    expect(told(commitments.visits?.perTerm)).toEqual([1, "seed"]);
    expect(told(commitments.visits?.withHeadteacher)).toEqual([true, "seed"]);
    expect(told(commitments.releaseDays?.days)).toEqual([10, "seed"]);
  });

  it("has an action plan, a report and an evaluation", () => {
    expect([commitments.actionPlan, commitments.report, commitments.evaluation]).not.toContain(null);
    expect([commitments.gapTasks, commitments.inSchool, commitments.theme]).toEqual([null, null, null]);
  });

  it("gives each school £1000 towards release", () => {
    expect(told(development.grant?.amountPence)).toEqual([100_000, "seed"]);
    expect(development.grant?.purpose).toMatch(/releasing teachers/);
  });

  it("is for a primary already committed, and only assumes that it is state-funded", () => {
    expect(development.texts.whoCanApply.join()).toMatch(/committed .* already.* room .* during 2024\/25/);
    expect(told(application.stateFundedOnly)).toEqual([true, "assumption"]);
    expect(application.notYetDeveloping.value).toBe(false);
  });

  it("is closed for 2024/25 without a date: after 31 August", () => {
    expect(told(development.window.closesOn)).toEqual(["2024-08-31", "assumption"]);
    expect(development.window.how).toMatch(/^No more applications for 2024\/25/);
  });
});

describe("Secondary Sustaining 2024/25, East Midlands South", () => {
  const sustaining = page("2024-25/secondary-sustaining");
  const { participants, application, commitments } = sustaining;

  it("takes advocates with their subject lead and others: one representative, with no number for the rest", () => {
    expect(sustaining.hub).toBe("east-midlands-south");
    expect(sustaining.lead.source).toBe("assumption");
    expect(told(participants.roles)).toEqual([["mastery-advocate", "subject-lead", "representative"], "seed"]);
    expect(participants.most).toBeNull();
    expect(told(participants.representatives)).toEqual([1, "seed"]);
  });

  it("has three full days, one each term", () => {
    expect(told(commitments.meetings.count)).toEqual([3, "seed"]);
    expect(told(commitments.meetings.length)).toEqual(["full-day", "seed"]);
    expect(commitments.meetings.due.value.map((rule) => rule.term)).toEqual(["autumn", "spring", "summer"]);
  });

  it("has three themes, of which multiplicative reasoning is no longer offered", () => {
    expect(sustaining.themes?.source).toBe("seed");
    expect(sustaining.themes?.value.map((theme) => [theme.code, theme.closed !== undefined])).toEqual([
      ["multiplicative-reasoning-ks3", true],
      ["problem-solving", false],
      ["relaunching", false],
    ]);
    expect(sustaining.themes?.value[2]?.text).toMatch(/Targeted Support/);
    expect(commitments.theme).not.toBeNull();
  });

  it("is for schools of any stage or of the Mastery Specialist Programme", () => {
    expect(told(application.prior)).toEqual(["any-stage-or-specialist", "seed"]);
  });

  it("sends schools of the 2023/24 Development Work Group to other information", () => {
    expect(application.anotherRoute?.source).toBe("seed");
    expect(application.anotherRoute?.value).toMatchObject({ stage: "development", yearsBefore: 1 });
  });

  it("is free, with no grant", () => {
    expect(sustaining.grant).toBeNull();
    expect(sustaining.texts.cost).toMatch(/^Free to schools/);
  });

  it("promises nothing else", () => {
    const { meetings: _meetings, theme: _theme, ...others } = commitments;
    expect(new Set(Object.values(others))).toEqual(new Set([null]));
  });
});

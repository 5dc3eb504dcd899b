// The letters of whole years: how often people are written to, and what must reach them.

import { describe, expect, it } from "@jest/globals";
import { academicYearOf } from "../calendar/academic-years.ts";
import { localDate } from "../calendar/instants.ts";
import { EXEMPLARY, outcomeOf, rehearsalOf } from "../../test/support/rehearsing.ts";
import { renderText } from "../letters/render.ts";
import type { RehearsedLetter } from "./letters.ts";
import type { Report } from "./report.ts";

const SECONDARY = { ...EXEMPLARY.school, name: "Example Secondary School", phase: "secondary" };
/** The five pages, each as a school of its phase takes part. */
const PAGES = [
  { prospectus: "2020-21/primary-readiness", start: "2020-05-01", until: "2021-11-30" },
  { prospectus: "2020-21/secondary-development", start: "2020-05-01", until: "2021-11-30", school: SECONDARY },
  { prospectus: "2021-22/secondary-development", start: "2021-05-01", until: "2022-11-30", school: SECONDARY },
  {
    prospectus: "2024-25/primary-development",
    start: "2024-05-01",
    until: "2025-11-30",
    school: { ...EXEMPLARY.school, history: [{ stage: "readiness", academicYear: "2023/24" }] },
  },
  {
    prospectus: "2024-25/secondary-sustaining",
    start: "2024-05-01",
    until: "2025-11-30",
    school: { ...SECONDARY, history: [{ stage: "development", academicYear: "2022/23" }] },
  },
];
/** Other years of them, in which schools join: each page has its own words. */
const MORE = [
  { prospectus: "2020-21/primary-development", start: "2020-03-01", until: "2021-11-30", last: "readiness" },
  { prospectus: "2021-22/primary-sustaining", start: "2021-03-01", until: "2022-11-30", last: "embedding" },
  { prospectus: "2021-22/secondary-embedding", start: "2021-03-01", until: "2022-11-30", last: "development" },
  { prospectus: "2021-22/secondary-sustaining", start: "2021-03-01", until: "2022-11-30", last: "embedding" },
].map(({ last: stage, ...page }) => {
  const school = page.prospectus.includes("secondary") ? SECONDARY : EXEMPLARY.school;
  const before = page.prospectus.startsWith("2020") ? "2019/20" : "2020/21";
  return { ...page, school: { ...school, history: [{ stage, academicYear: before }] } };
});
const YEARS = [...PAGES, ...MORE].flatMap((page) =>
  ["silent", "exemplary"].map((behaviour) => ({ ...page, behaviour })),
);
const ran = new Map<object, ReturnType<typeof outcomeOf>>();
function outcome(year: (typeof YEARS)[number]): ReturnType<typeof outcomeOf> {
  const found = ran.get(year) ?? outcomeOf({ ...EXEMPLARY, ...year });
  ran.set(year, found);
  return found;
}
const withScript = (script: string): Report =>
  outcomeOf(rehearsalOf({ until: "2020-12-31", behaviour: "silent" }, script)).report;
const textOf = ({ subject, letter }: RehearsedLetter): string => `${subject}\n${renderText(letter)}`;

describe("A person", () => {
  it.each(YEARS)("$behaviour, $prospectus: each has at most twelve letters a year that remind or chase", (year) => {
    const { letters, escalations } = outcome(year).report;
    const had = new Map<string, number>();
    for (const { at, to, cause } of letters)
      for (const role of cause === "reminder" || cause === "chaser" ? to : []) {
        const key = `${academicYearOf(localDate(at))} ${role}`;
        had.set(key, (had.get(key) ?? 0) + 1);
      }
    expect([...had].filter(([, count]) => count > 12)).toEqual([]);
    // Each level counts all the same.
    const atLast = escalations.filter(({ level }) => level === 3).length;
    expect(year.behaviour === "silent" ? atLast > 1 : atLast === 0).toBe(true);
  });
});

describe("Every letter of the five pages", () => {
  it.each(YEARS)(
    "$behaviour, $prospectus: has a subject that is seen whole, no code, and no day in figures",
    (year) => {
      const { letters } = outcome(year);
      expect(letters.length).toBeGreaterThan(15);
      expect(letters.map(({ subject }) => subject).filter(({ length }) => length > 78)).toEqual([]);
      const odd = /\b\d{4}-\d\d|\b[a-z]+-(?:\d|autumn|spring|summer)\b|undefined|null|[A-Z][a-z]+[A-Z][a-z]+|\?,/u;
      expect(letters.map(textOf).filter((text) => odd.test(text))).toEqual([]);
    },
  );

  it.each(YEARS)("$behaviour, $prospectus: says nothing twice", (year) => {
    const twice = outcome(year).letters.flatMap((one) => {
      if (one.kind === "morning") return [];
      const said = one.letter.blocks.flatMap((block) =>
        "items" in block ? block.items : "text" in block && block.kind !== "heading" ? [block.text] : [],
      );
      return said.filter((text, index) => said.indexOf(text) !== index).map((text) => `${one.subject}: ${text}`);
    });
    expect(twice).toEqual([]);
  });

  it.each(YEARS)("$behaviour, $prospectus: names nobody who is asked next and is not", (year) => {
    const { letters } = outcome(year);
    const promised = letters.filter((one) => textOf(one).includes("your headteacher is asked next"));
    const kept = (one: RehearsedLetter): boolean =>
      letters.some(
        ({ at, to, about }) =>
          at > one.at && to.includes("headteacher") && about.some((code) => one.about.includes(code)),
      );
    expect(promised.filter((one) => !kept(one)).map(({ at, subject }) => [at, subject])).toEqual([]);
    if (year.behaviour === "silent" && !year.prospectus.includes("sustaining"))
      expect(promised.length).toBeGreaterThan(0);
  });
});

it("a year that has ended leaves nothing that the next would be reminded of", () => {
  const { letters } = outcome({ ...MORE[0]!, behaviour: "exemplary" }).report;
  const ended = letters.filter(({ kind }) => kind === "year-ended");
  expect(ended).toMatchObject([{ cause: "news", to: ["lead-teacher", "headteacher"] }]);
});

describe("A meeting", () => {
  it("that is held is announced to those who are to come", () => {
    const { letters, commitments } = outcomeOf({ ...EXEMPLARY, until: "2021-08-31" }).report;
    const sessions = commitments.filter(({ code }) => code.startsWith("session-") || code === "headteachers-session");
    expect(sessions.length).toBeGreaterThan(3);
    for (const { code } of sessions)
      expect([
        code,
        letters.filter(({ cause, about }) => cause === "announcement" && about.includes(code)).length,
      ]).toEqual([code, 1]);
  });
});

describe("What the hub writes itself", () => {
  const write = (more = "") =>
    withScript(
      "- {at: 2020-10-12T09:00, command: WriteLetter, with: {subject: Your plans, text: Bring them., " +
        `to: [teachers, headteacher]${more}}}`,
    ).letters.filter(({ kind }) => kind === "written");
  it("stands among the letters, by its own subject", () => {
    expect(write()).toMatchObject([
      { at: "2020-10-12T08:00:00Z", cause: "news", to: ["maths-lead", "lead-teacher", "headteacher"] },
    ]);
    expect(write().map(({ subject }) => subject)).toEqual(["Your plans"]);
    expect(write(", session: session-2")).toMatchObject([{ about: ["session-2"] }]);
  });
});

describe("Who is paused, withdrawn or has completed", () => {
  it("has nothing but news", () => {
    for (const command of ["PauseJourney", "WithdrawSchool"]) {
      const { letters } = withScript(`- {at: 2020-10-12T09:00, command: ${command}, with: {reason: "…"}}`);
      const since = letters.filter(({ at }) => at > "2020-10-12T08:00:00Z");
      expect(since.filter(({ cause }) => cause !== "news")).toEqual([]);
    }
  });
});

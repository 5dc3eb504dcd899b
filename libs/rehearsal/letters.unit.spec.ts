// The letters of whole years: how often people are written to, and what must reach them.

import { describe, expect, it } from "@jest/globals";
import { EXEMPLARY, outcomeOf, rehearsalOf } from "../../test/support/rehearsing.ts";
import type { Report } from "./report.ts";

const PAGES = [
  { prospectus: "2020-21/primary-readiness", start: "2020-06-01", until: "2021-08-31" },
  { prospectus: "2021-22/primary-development", start: "2021-06-01", until: "2022-08-31" },
];
const silent = (page: object): Report => outcomeOf({ ...EXEMPLARY, ...page, behaviour: "silent" }).report;
const withScript = (script: string): Report =>
  outcomeOf(rehearsalOf({ until: "2020-12-31", behaviour: "silent" }, script)).report;

describe("A silent school", () => {
  it.each(PAGES)("of $prospectus: each has at most twelve letters a year that remind or chase", (page) => {
    const { letters, escalations } = silent(page);
    for (const role of new Set(letters.flatMap(({ to }) => to))) {
      const own = letters.filter(({ to, cause }) => to.includes(role) && (cause === "reminder" || cause === "chaser"));
      expect([role, own.length > 12]).toEqual([role, false]);
    }
    // Each level counts all the same.
    expect(escalations.filter(({ level }) => level === 3).length).toBeGreaterThan(5);
  });
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

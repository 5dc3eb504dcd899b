import { expect, it } from "@jest/globals";
import type { Ahead } from "../../../libs/service/ahead/ahead.ts";
import { icalOf } from "./ical.ts";

const GAP_TASK: Ahead = {
  kind: "owed",
  at: "2026-12-08T23:59:59Z",
  on: "2026-12-08",
  what: "CommitmentDue",
  id: "100001-primary/CommitmentDue/2026/27/gap-task-1",
  version: 12,
  commitment: "gap-task-1",
  by: "school",
  says: "Due from the school: gap-task-1.",
  unless: "it is done before",
  journey: "100001-primary",
  urn: "100001",
  school: null,
};
const linesOf = (entries: readonly Ahead[], name: string): string[] =>
  [...icalOf("Journey", entries, "2026-11-28T09:00:00Z").matchAll(new RegExp(`^${name}[;:](.*)$`, "gmu"))].map(
    ([, value = ""]) => value.trim(),
  );

it("one thing keeps one UID wherever it is moved, with a higher sequence; called off it is cancelled", () => {
  const moved: Ahead = { ...GAP_TASK, at: "2026-12-26T23:59:59Z", on: "2026-12-26", version: 13 };
  const called: Ahead = { ...moved, version: 14, cancelled: true };
  const all = [GAP_TASK, moved, called].map((one) => [one]);
  expect(new Set(all.map((one) => linesOf(one, "UID").join())).size).toBe(1);
  expect(all.map((one) => linesOf(one, "SEQUENCE"))).toEqual([["12"], ["13"], ["14"]]);
  expect(all.map((one) => linesOf(one, "STATUS"))).toEqual([["CONFIRMED"], ["CONFIRMED"], ["CANCELLED"]]);
  expect(linesOf([moved], "DTSTART")).toEqual(["VALUE=DATE:20261226"]);
});

it("what is alike at two times is two things", () => {
  expect(new Set(linesOf([GAP_TASK, GAP_TASK], "UID")).size).toBe(2);
});

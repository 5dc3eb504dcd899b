import { expect, it } from "@jest/globals";
import { icalendar } from "../../calendar/ical.ts";
import type { Ahead } from "./ahead.ts";
import { icalEntries } from "./ical-entries.ts";

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
  startsAt: null,
  endsAt: null,
  place: null,
  link: null,
};
const linesOf = (entries: readonly Ahead[], name: string): string[] =>
  [
    ...icalendar("PUBLISH", icalEntries(entries, "2026-11-28T09:00:00Z"), "Journey").matchAll(
      new RegExp(`^${name}[;:](.*)$`, "gmu"),
    ),
  ].map(([, value = ""]) => value.trim());

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

it("a meeting stands at its time and place, and is as long as it is known to be", () => {
  const meeting: Ahead = { ...GAP_TASK, startsAt: "13:30", endsAt: "16:00", place: "Hall, 1 Road" };
  expect([
    linesOf([meeting], "DTSTART").slice(-1),
    linesOf([meeting], "DTEND"),
    linesOf([meeting], "LOCATION"),
  ]).toEqual([["TZID=Europe/London:20261208T133000"], ["TZID=Europe/London:20261208T160000"], ["Hall\\, 1 Road"]]);
});

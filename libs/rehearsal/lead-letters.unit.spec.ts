// What the lead of a rehearsed school's group hears at once: what others have done, ten minutes of it as one.

import { expect, it } from "@jest/globals";
import { EXEMPLARY, reportWith } from "../../test/support/rehearsing.ts";

const toLead = (script: string, changes = {}): string[] =>
  reportWith({ until: "2021-03-31", ...changes }, script).letters.flatMap(({ at, kind, to, subject }) =>
    kind === "group-news" && to.includes("work-group-lead") ? [`${at} ${subject}`] : [],
  );
const { name } = EXEMPLARY.school;

it("its placing, a pause and the return, each in a letter of its own", () => {
  const script = `
    - {at: 2020-11-03T09:00, command: PauseJourney, with: {reason: The roof has come down}}
    - {at: 2020-12-01T09:00, command: ReturnToProgramme}`;
  expect(toLead(script)).toEqual([
    expect.stringContaining(`A school in your group: ${name}`),
    `2020-11-03T09:10:00Z Pauses: ${name}`,
    `2020-12-01T09:10:00Z Back: ${name}`,
  ]);
});

it("what comes within ten minutes is one letter; what they did themselves is in none", () => {
  const script = `
    - {at: 2020-11-03T09:00, command: PauseJourney, with: {reason: The roof has come down}}
    - {at: 2020-11-03T09:05, command: WithdrawSchool, with: {reason: It is not built again}}`;
  expect(toLead(script).slice(1)).toEqual(["2020-11-03T09:10:00Z 2 changes in your primary Mastery Readiness group"]);
  const own = toLead("- {at: 2020-11-03T09:00, command: BookSupportVisit, with: {on: 2020-11-20}}");
  expect(own).toHaveLength(1);
});

it("that it goes to another hub, as its place falls free", () => {
  const script = "- {at: 2020-11-03T09:00, command: MoveToHub, with: {hub: far-south, reason: Its trust is there}}";
  expect(toLead(script).slice(1)).toEqual([`2020-11-03T09:10:00Z Moved to another hub: ${name}`]);
});

// The mornings of a hub in rehearsals of a year: the bounds hold, and what the hub lead has to decide is told.

import { expect, it } from "@jest/globals";
import { academicYearOf } from "../calendar/academic-years.ts";
import { localDate } from "../calendar/instants.ts";
import { isSchoolDay } from "../calendar/terms.ts";
import { renderText } from "../letters/render.ts";
import { rules } from "../../test/support/store.ts";
import { readRehearsal } from "./file.ts";
import { morningsOfSchool, type MorningTold } from "./mornings.ts";
import { rehearse, type Rehearsed } from "./run.ts";

function year(behaviour: "exemplary" | "silent", hub: "attentive" | "absent"): [Rehearsed, MorningTold[]] {
  const school = { urn: 100_001, name: "Example Primary School", phase: "primary", funding: "state" };
  const read = readRehearsal(
    {
      prospectus: "2020-21/primary-readiness",
      start: "2020-06-01",
      until: "2023-08-31",
      behaviour,
      hub,
      school: { ...school, headteacher: true, history: [] },
    },
    rules.catalogue,
  );
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  const known = { ...rules, catalogue: read.catalogue };
  const rehearsed = rehearse(read.rehearsal, known);
  const of = { journey: "100001-primary", school: school.name, hub: "great-north", until: "2023-08-31" };
  return [rehearsed, morningsOfSchool(rehearsed.facts, known, of)];
}

it.each([
  ["silent", "attentive"],
  ["exemplary", "attentive"],
  ["silent", "absent"],
  ["exemplary", "absent"],
] as const)(
  "a %s school of an %s hub: at most one letter a person and day, on school days, few that remind",
  (b, h) => {
    const [, mornings] = year(b, h);
    const keys = mornings.map(({ at, to }) => `${at} ${to}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(mornings.filter(({ at }) => !isSchoolDay(rules.calendar, localDate(at)))).toEqual([]);
    expect(mornings.filter(({ lines }) => lines.length === 0)).toEqual([]);
    const reminding = new Map<string, number>();
    for (const { at, to, cause } of mornings) {
      const key = `${academicYearOf(localDate(at))} ${to}`;
      if (cause === "reminder") reminding.set(key, (reminding.get(key) ?? 0) + 1);
    }
    expect([...reminding.values()].filter((count) => count > 12)).toEqual([]);
  },
);

it("every task that is opened, and not settled before, stands in the hub’s next morning", () => {
  const [{ events }, mornings] = year("silent", "attentive");
  const missing = events.flatMap((event) => {
    if (event.type !== "TaskOpened") return [];
    const about = event.commitment ?? event.about;
    const next = mornings.find((one) => one.at > event.at && one.about.includes(about));
    const settled = events.find(
      (later) =>
        later.seq > event.seq &&
        (later.type === "TaskDecided" || later.type === "TaskClosed") &&
        later.task === event.task,
    );
    return next === undefined && settled === undefined ? [event.task] : [];
  });
  expect(events.filter(({ type }) => type === "TaskOpened").length).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});

it("says nothing that only a machine reads", () => {
  const [, mornings] = year("silent", "absent");
  const texts = mornings.map(({ letter }) => [letter.subject, renderText(letter)].join("\n"));
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => /\d{4}-\d\d-\d\d|missed-commitment|undefined|null/u.test(text))).toEqual([]);
});

// Whatever a script says, a rehearsal comes to its end, and what it prints hangs together.

import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { EXEMPLARY, FORM, outcomeOf } from "../../test/support/rehearsing.ts";
import type { Field } from "../journey/field.ts";
import { COMMAND_FIELDS, isCommandName, type WireName } from "../journey/wire.ts";
import { sampled } from "../../test/support/sampled.ts";
import { stepsOf, toldIn, tooOften } from "../../test/support/written-to.ts";

const CODES = [
  "meeting-1",
  "session-2",
  "support-visit-autumn",
  "gap-task-1",
  "action-plan",
  "report",
  "release-days",
  "headteacher-meeting",
  "no-such",
];
const IDS = ["teacher-1", "teacher-2", "teacher-3", "2020/21/meeting-1", "2021/22/meeting-1"];
const day = fc
  .integer({ min: 0, max: 1500 })
  .map((days) => new Date(Date.UTC(2020, 5, 1 + days)).toISOString().slice(0, 10));

/** Some value that a field may hold; most of them fit somewhere. */
function valueFor({ kind, example }: Field): fc.Arbitrary<unknown> {
  switch (kind) {
    case "date":
      return day;
    case "code":
      return fc.constantFrom(...CODES, example);
    case "id":
      return fc.constantFrom(...IDS, example);
    case "ids":
      return fc.subarray(IDS);
    case "flag":
      return fc.boolean();
    case "seq":
      return fc.integer({ min: 1, max: 120 });
    case "decision":
      return fc.constantFrom("extend", "waive", "visit", "concern", "withhold", "withdraw");
    case "role":
      return fc.constantFrom("maths-lead", "lead-teacher", "mastery-advocate", "representative");
    default:
      return fc.constant(example);
  }
}

function entryOf(command: WireName): fc.Arbitrary<object> {
  const fields = Object.entries<Field>(COMMAND_FIELDS[command]).map(
    ([name, field]) => [name, field.required ? valueFor(field) : fc.option(valueFor(field), { nil: null })] as const,
  );
  const given = command === "SubmitApplication" ? fc.constant<object>(FORM) : fc.record(Object.fromEntries(fields));
  return fc.record({
    at: fc.tuple(day, fc.constantFrom("", "T09:00", "T16:00")).map((parts) => parts.join("")),
    command: fc.constant(command),
    with: given,
  });
}

const file = fc.record({
  begins: fc.constantFrom(
    {},
    { prospectus: "2021-22/primary-development" },
    {
      prospectus: "2020-21/secondary-development",
      school: { urn: 100002, phase: "secondary", funding: "state", headteacher: false },
    },
  ),
  behaviour: fc.constantFrom("exemplary", "silent", "none"),
  hub: fc.constantFrom("attentive", "absent"),
  script: fc.array(fc.oneof(...Object.keys(COMMAND_FIELDS).filter(isCommandName).map(entryOf)), { maxLength: 14 }),
});

describe("any script", () => {
  it("leaves a journey whose events are in order and whose stage-years lie in their years", () => {
    fc.assert(
      fc.property(file, ({ begins, ...rest }) => {
        const { report, text, events: all } = outcomeOf({ ...EXEMPLARY, ...begins, ...rest, until: "2026-08-31" });
        const { events, stages, reminders } = report;
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
        expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort());
        expect(new Set(stages.map(({ academicYear }) => academicYear)).size).toBe(stages.length);
        for (const { academicYear } of stages) {
          const begun = events.filter(
            (event) => event.type === "StageStarted" && "academicYear" in event && event.academicYear === academicYear,
          );
          expect(begun).toHaveLength(1);
          expect((begun[0]?.at ?? "").slice(0, 10) <= `${Number(academicYear.slice(0, 4)) + 1}-08-31`).toBe(true);
          expect(reminders.filter((one) => one.academicYear === academicYear).length).toBeLessThanOrEqual(3);
        }
        expect(tooOften(toldIn(stepsOf(all)))).toEqual([]);
        expect(text.split("\n").filter((line) => line.length > 100 || /undefined|NaN|\[object/u.test(line))).toEqual(
          [],
        );
      }),
      sampled(60),
    );
  });
});

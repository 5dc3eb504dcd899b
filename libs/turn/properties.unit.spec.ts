// Whatever a hub looks like in March: every school once, no group above its number, no closed theme open, and the doing
// keeps to it.

import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { parseWhen } from "../calendar/instants.ts";
import { HubWorld } from "../../test/support/hub-world.ts";
import { because, RULES } from "../../test/support/journey.ts";
import { DEVELOPMENT, inGroup, MARCH, planOf, READINESS } from "../../test/support/turning.ts";
import { adjust } from "./adjust.ts";
import { sentenceOfRejection } from "../words/rejection.ts";
import { sampled } from "../../test/support/sampled.ts";

// Mostly ready, so that groups of eight become groups of more than seven.
const situation = fc.constantFrom(
  ...Array.from({ length: 14 }, () => "ready"),
  "as it is",
  "not ready",
  "paused",
  "invited",
  "goes on",
  "withdrawn",
);
const hub = fc.record({
  ready: fc.array(fc.array(situation, { minLength: 6, maxLength: 8 }), { maxLength: 3 }),
  dev: fc.array(fc.array(situation, { maxLength: 6 }), { maxLength: 2 }),
});

interface Shape {
  ready: string[][];
  dev: string[][];
}

/** Worlds that were looked at and no more, by their shape: from one seed both properties draw the same. */
const untouched = new Map<string, HubWorld>();

function lookedAt(shape: Shape): HubWorld {
  const world = made(shape);
  untouched.set(JSON.stringify(shape), world);
  return world;
}

/** One to change; to make it anew takes nearly all the time that the property does. */
function toChange(shape: Shape): HubWorld {
  const key = JSON.stringify(shape);
  const world = untouched.get(key) ?? made(shape);
  untouched.delete(key);
  return world;
}

function made({ ready, dev }: Shape): HubWorld {
  const world = new HubWorld();
  const put = (groups: string[][], prefix: number, name: string, prospectus: string, role: string): string[] =>
    groups.flatMap((schools, index) => {
      const urns = schools.map((_, number) => prefix + index * 20 + number);
      inGroup(world, `${name}-${index}`, prospectus, role, urns);
      return urns.map((urn) => `${urn}-${name === "ready" ? "primary" : "secondary"}`);
    });
  const journeys = [
    ...put(ready, 100001, "ready", READINESS, "mastery-readiness-lead"),
    ...put(dev, 200001, "dev", DEVELOPMENT, "secondary-mastery-specialist"),
  ];
  world.until(MARCH);
  [...ready.flat(), ...dev.flat()].forEach((what, index) => {
    const journey = journeys[index] ?? "";
    const is = (...words: string[]): boolean => words.includes(what);
    if (is("ready", "invited", "goes on")) world.ask(journey, MARCH, "ConfirmReadiness", { ready: true });
    if (is("not ready")) world.ask(journey, MARCH, "ConfirmReadiness", { ready: false, ...because });
    if (is("paused")) world.ask(journey, MARCH, "PauseJourney", because);
    if (is("withdrawn")) world.ask(journey, MARCH, "WithdrawSchool", because);
    if (is("invited", "goes on")) world.ask(journey, MARCH, "InviteToNextStage", {});
    if (is("goes on")) world.ask(journey, MARCH, "ConfirmNextStage", {});
  });
  return world;
}

describe("Whatever the hub looks like", () => {
  it("every school is planned once, no group is above its number, and no closed theme is open", () => {
    fc.assert(
      fc.property(hub, (shape) => {
        const world = lookedAt(shape);
        const { schools, groups } = planOf(world);
        const there = [...world.journeys]
          .filter(([, { state }]) => state.status === "participating" || state.status === "paused")
          .map(([id]) => id)
          .sort();
        expect(schools.map(({ journey }) => journey)).toEqual(there);
        const inGroups = groups.flatMap((one) => one.schools);
        expect(new Set(inGroups).size).toBe(inGroups.length);
        for (const { places, holding, schools: inIt } of groups)
          expect(holding + inIt.length).toBeLessThanOrEqual(places?.most ?? Infinity);
        for (const { does, why, workGroup, withoutPlace, themes } of schools) {
          expect([does === "nothing", workGroup === null || does !== "nothing"]).toEqual([why !== null, true]);
          expect(does === "nothing" || (workGroup === null) === (withoutPlace !== null)).toBe(true);
          for (const theme of themes) expect(theme.open).toBe(theme.why === null);
        }
      }),
      sampled(25),
    );
  });

  it(
    "what is done keeps to the plan: every step is taken, no book holds more than its number, and planned " +
      "again nothing is left to do",
    () => {
      fc.assert(
        fc.property(hub, (shape) => {
          const world = toChange(shape);
          const plan = planOf(world);
          const wishes = {
            groups: plan.groups
              .filter((one) => one.why !== null)
              .map(({ id, leadRole }) => ({ id, lead: "lead-9", leadRole: leadRole ?? "", secondYearDone: true })),
          };
          const doing = adjust(plan, wishes, parseWhen(MARCH), RULES);
          if ("rejection" in doing) throw new Error(`${doing.rejection.code}: ${sentenceOfRejection(doing.rejection)}`);
          for (const step of doing.steps) {
            const { rejection } =
              step.kind === "group"
                ? world.tell(step.subject, MARCH, step.type, step.data)
                : world.ask(step.subject, MARCH, step.type, step.data);
            expect([step.subject, rejection]).toEqual([step.subject, null]);
          }
          for (const [, { state }] of world.groups)
            if (state.status === "formed")
              expect(state.taken.length).toBeLessThanOrEqual(state.places?.most ?? Infinity);
          const after = planOf(world);
          const open = new Set(
            plan.schools.filter((one) => one.does === "place" && one.workGroup === null).map(({ journey }) => journey),
          );
          expect(after.schools.filter((one) => one.does !== "nothing" && !open.has(one.journey))).toEqual([]);
        }),
        sampled(25),
      );
    },
  );
});

// The short sister of `npm run test:faults`: one round with a fault of every kind that a small machine bears in half a
// minute, then a fault put in on purpose for each kind of check, to see that it is found.

import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { workflowIdOf } from "../../libs/contract/journey.ts";
import { sharedInRun } from "../support/test-run.ts";
import { startArena, type Arena } from "./arena.ts";
import { inWords, planOf, type Kind, type Target } from "./plan.ts";
import { makeRound, type Came } from "./round.ts";
import { spoil, SPOILS, type Spoil } from "./spoil.ts";

/** What is over in a moment. A full disk, another release and slow commits take what `npm run test:faults` has. */
const KINDS: readonly Kind[] = ["worker", "api", "temporal", "postgres", "stopped", "dropped", "cut", "clock"];
const LEARNT_LATE: ReadonlySet<Kind> = new Set(["worker", "dropped"]);
const IN_A_HURRY = fileURLToPath(new URL("./in-a-hurry.ts", import.meta.url));
const SEED = 20261129;
const LAST = 0.99;

let arena: Arena;
let came: Came;

beforeAll(async () => {
  const { codePath: bundle } = await sharedInRun("workflows", [IN_A_HURRY]);
  arena = await startArena({ workers: 2, apis: 2, disks: false, bundle, hurries: true });
}, 120_000);
afterAll(() => arena?.stop(), 60_000);

it("loses and doubles nothing that was acknowledged, and every journey goes on", async () => {
  const steps = planOf(SEED, 1, KINDS)
    .slice(0, KINDS.length)
    // What Temporal learns of by a time-out alone (some seconds here) comes first, and runs out while the rest is made.
    .toSorted((one, other) => Number(LEARNT_LATE.has(other.kind)) - Number(LEARNT_LATE.has(one.kind)))
    .map((step) => ({ ...step, afterMs: 500, forMs: Math.min(step.forMs, 1_000), much: LAST }));
  const quick = { lastsMs: 60_000, schoolsAtOnce: 4, told: () => undefined };
  came = await makeRound({ arena, steps, ...quick, inWords });
  expect(came.faults).toEqual([]);
  // Answers can be lost only of what was just being said: on a machine that is too busy there may be none.
  expect(Object.keys(came.done)).toEqual(expect.arrayContaining(KINDS.filter((kind) => kind !== "dropped")));
  expect(came.facts["acknowledged"]).toBeGreaterThan(20);
  expect(came.facts["heard"]).toBe(came.facts["events"]);
}, 180_000);

/** What each of them is asked, and answers at once where it runs. A worker has what only a workflow can say. */
const ASKED: Readonly<Record<Target, () => Promise<unknown>>> = {
  postgres: () => arena.ground.dataSource.query("select 1"),
  temporal: () => arena.ground.client.workflowService.getSystemInfo({}),
  api: () => fetch(`${arena.apis[0]?.origin}/health/live`),
  worker: () => arena.ground.client.workflow.getHandle(workflowIdOf(came.ledger.journeys[0] ?? "")).query("standing"),
};
const HANGS_MS = 400;

it.each(Object.entries(ASKED) as [Target, () => Promise<unknown>][])(
  "%s answers nothing while it is stopped, and what it was asked once it goes on",
  async (target, ask) => {
    const { ground, apis, workers } = arena;
    const slots = { api: apis.map(({ slot }) => slot), worker: workers };
    const stopped = target === "api" || target === "worker" ? slots[target] : [ground[target]];
    await ask();
    await Promise.all(stopped.map((one) => one.halt()));
    // By the connection that the question before went by: who answered that is stopped too.
    const answer = ask().then(() => "answered");
    const first = await Promise.race([answer, pause(HANGS_MS, "hangs")]);
    stopped.forEach((one) => one.goOn());
    expect([first, await answer]).toEqual(["hangs", "answered"]);
  },
  30_000,
);

it.each(Object.entries(SPOILS) as [Spoil, string][])(
  "and would see it: %s",
  async (what, says) => {
    const before = await came.again();
    expect(before.faults.filter((fault) => fault.includes(says) && !seen.has(fault))).toEqual([]);
    await spoil(arena, what, came.ledger);
    const { faults } = await came.again();
    expect(faults.some((fault) => fault.includes(says) && !before.faults.includes(fault))).toBe(true);
    faults.forEach((fault) => seen.add(fault));
  },
  60_000,
);
const seen = new Set<string>();

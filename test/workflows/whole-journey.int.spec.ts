// Years of a school's life on the running service: every command an Update, every date the workflow's own timer.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { TestWorkflowEnvironment } from "@temporalio/testing";
import { workflowIdOf } from "../../libs/contract/journey.ts";
import type { Recorded } from "../../libs/journey/events.ts";
import { readRehearsal, type Rehearsal } from "../../libs/rehearsal/file.ts";
import { rehearse } from "../../libs/rehearsal/run.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { timeSkipping } from "../support/temporal.ts";
import { actOut } from "./live-rehearsal.ts";
import { historiesOf } from "./histories.ts";
import { startService, type Service } from "./service.ts";

let store: TestStore;
let env: TestWorkflowEnvironment;
let service: Service;

beforeAll(async () => {
  store = await freshStore();
  env = await timeSkipping();
  service = await startService({ env, dataSource: store.app, startsAt: "2020-06-01T07:00:00Z" });
}, 60_000);

afterAll(async () => {
  await service.stop();
  await env.teardown();
  await store.close();
}, 30_000);

function rehearsal(urn: number, behaviour: "exemplary" | "silent", until: string): Rehearsal {
  const school = {
    urn,
    name: "Example Primary School",
    phase: "primary",
    funding: "state",
    headteacher: true,
    history: [],
  };
  const read = readRehearsal(
    { prospectus: "2020-21/primary-readiness", school, start: "2020-06-01", until, behaviour, hub: "attentive" },
    service.rules.catalogue,
  );
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return read.rehearsal;
}

/**
 * What happened and when; a year's end and the next one's beginning share one ring of the alarm, a second after the
 * last of August.
 */
function told(events: readonly Recorded[]): string[] {
  return events
    .filter(({ type }) => type !== "EffectPerformed")
    .map(
      ({ type, at }) =>
        `${type} ${type === "StageCompleted" && at.endsWith("22:59:59Z") ? at.replace("22:59:59Z", "23:00:00Z") : at}`,
    );
}

it("goes from Readiness by Development and Embedding to two years of Sustaining, as the rehearsal says", async () => {
  const journey = "100001-primary";
  const plan = rehearsal(100001, "exemplary", "2025-08-31");
  const { outcomes } = await actOut(service, journey, plan);
  expect(outcomes.filter((outcome) => !("accepted" in outcome) || !outcome.accepted)).toEqual([]);
  await service.until("2025-09-01T00:00:00Z");
  const state = await service.settled(journey);

  const events = await service.events(journey);
  const expected = told(rehearse(plan, service.rules).events);
  expect(told(events).slice(0, expected.length)).toEqual(expected);
  expect(
    events
      .filter(({ type }) => type === "StageStarted")
      .map((event) => "stage" in event && `${event.academicYear} ${event.stage}`)
      .slice(0, 5),
  ).toEqual([
    "2020/21 readiness",
    "2021/22 development",
    "2022/23 embedding",
    "2023/24 sustaining",
    "2024/25 sustaining",
  ]);
  expect(events.filter(({ type }) => type === "GrantReleased")).toHaveLength(1);
  expect(events.filter(({ type }) => type === "ReminderDue")).toHaveLength(15);
  expect(events.filter(({ type }) => type === "CommitmentEscalated")).toEqual([]);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(state.status !== "none" && state.effects).toEqual([]);

  // One run for each stage-year, and every run small.
  const runs = await historiesOf(env.client, workflowIdOf(journey));
  expect(Math.max(...runs.map((run) => run.events?.length ?? 0))).toBeLessThan(400);
  expect(runs.filter((run) => (run.events?.length ?? 0) > 60).length).toBeGreaterThanOrEqual(5);
}, 120_000);

it("climbs three levels with a school that falls silent, writes to each, and does not carry it on", async () => {
  const journey = "100002-primary";
  const plan = { ...rehearsal(100002, "silent", "2028-08-31"), start: await service.now() };
  // The same school five years later, for the clock of this file stands there by now.
  const later = { ...plan, prospectus: "2026-27/primary-readiness", until: "2027-08-31T22:59:59Z" };
  const { outcomes } = await actOut(service, journey, later);
  expect(outcomes.filter((outcome) => !("accepted" in outcome) || !outcome.accepted)).toEqual([]);
  await service.until("2027-09-01T00:00:00Z");
  await service.settled(journey);

  const events = await service.events(journey);
  const levels = events.flatMap((event) =>
    event.type === "CommitmentEscalated" && event.commitment === "action-plan" ? [event.level] : [],
  );
  expect(levels).toEqual([1, 2, 3]);
  const expected = told(rehearse(later, service.rules).events);
  expect(told(events).slice(0, expected.length)).toEqual(expected);
  expect(events.some(({ type }) => type === "GrantReleased" || type === "NextStageInvited")).toBe(false);
  expect(service.outbox.some(({ to }) => to === "hub-rehearsal@hubs.example")).toBe(true);
}, 120_000);

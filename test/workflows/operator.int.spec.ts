// What the operator sees and does, on the real server: finding journeys, reading them, cancelling, terminating, and the
// sweep that brings back what was lost.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import { ensureSweepSchedule, makeSweep } from "../../activities/sweep.ts";
import { addSeconds } from "../../libs/calendar/instants.ts";
import { workflowIdOf } from "../../libs/contract/journey.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { devServer } from "../support/temporal.ts";
import { accepted, application, command, place } from "./commands.ts";
import { eventually, startService, type Service } from "./service.ts";

let store: TestStore;
let env: TestWorkflowEnvironment;
let service: Service;

beforeAll(async () => {
  store = await freshStore();
  env = await TestWorkflowEnvironment.createFromExistingServer(await devServer());
  service = await startService({ env, dataSource: store.app, startsAt: "2020-06-01T07:00:00Z" });
}, 60_000);

afterAll(async () => {
  await service.stop();
  await env.teardown();
  await store.close();
}, 30_000);

const handleOf = (journey: string) => env.client.workflow.getHandle(workflowIdOf(journey));

it("is found by its search attributes and reads without code", async () => {
  await place(service, "300001-primary");
  const found: string[] = [];
  await eventually(async () => {
    for await (const one of env.client.workflow.list({
      query: 'MathsHub = "great-north" AND URN = "300001" AND JourneyStatus = "participating"',
    })) {
      found.push(one.workflowId);
    }
    expect(found).toContain("journey/300001-primary");
  });
  expect(await (await handleOf("300001-primary").describe()).staticSummary()).toContain("300001-primary");
  expect(await handleOf("300001-primary").query("__temporal_workflow_metadata")).toHaveProperty(
    "currentDetails",
    expect.stringContaining("Great North hub · URN 300001"),
  );
}, 30_000);

it("changes nothing when somebody asks Temporal to cancel it", async () => {
  accepted(await service.send("300002-primary", application("300002", service)));
  await handleOf("300002-primary").cancel();
  accepted(await service.send("300002-primary", command("OfferPlace", { workGroup: "group-1" })));
  expect((await handleOf("300002-primary").describe()).status.name).toBe("RUNNING");
}, 30_000);

it("is brought back by the sweep after somebody terminated it, and does what it still owed", async () => {
  const journey = "300003-primary";
  service.mailIsDown = true;
  accepted(await service.send(journey, application("300003", service)));
  await eventually(async () => {
    const { raw } = await handleOf(journey).describe();
    expect(raw.pendingActivities?.map((one) => one.activityType?.name)).toEqual(["send-notice"]);
  });
  await handleOf(journey).terminate("a test");
  service.mailIsDown = false;

  const sweep = makeSweep({ dataSource: store.app, client: env.client });
  // One that Temporal did not take in time comes first in the next round.
  await eventually(async () =>
    expect(await sweep({ now: addSeconds(await service.now(), 3_600) })).toMatchObject({ failed: 0 }),
  );
  await eventually(async () => expect(await service.state(journey)).toHaveProperty("effects", []));
  expect((await handleOf(journey).describe()).status.name).toBe("RUNNING");
  expect(service.outbox.filter(({ messageId }) => messageId.includes(journey)).length).toBeGreaterThan(0);
}, 30_000);

it("runs the sweep by its schedule", async () => {
  await ensureSweepSchedule(env.client);
  await ensureSweepSchedule(env.client);
  await env.client.schedule.getHandle("sweep").trigger();
  await eventually(async () => {
    const done: string[] = [];
    for await (const one of env.client.workflow.list({ query: 'WorkflowType = "sweep"' })) done.push(one.status.name);
    expect(done).toContain("COMPLETED");
  });
}, 30_000);

// What the workflow promises whatever happens around it: one effect for one command, nothing lost, nothing in its way.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { WithStartWorkflowOperation } from "@temporalio/client";
import type { TestWorkflowEnvironment } from "@temporalio/testing";
import type { Activities } from "../../activities/index.ts";
import {
  JOURNEY_TASK_QUEUE,
  workflowIdOf,
  PERFORM,
  SCHOOL_JOURNEY,
  type Outcome,
} from "../../libs/contract/journey.ts";
import type { Command } from "../../libs/journey/commands.ts";
import { claimWhole } from "../../libs/temporal/bring-command.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { timeSkipping } from "../support/temporal.ts";
import { accepted, application, command, place } from "./commands.ts";
import { historiesOf } from "./histories.ts";
import { eventually, startService, type Service } from "./service.ts";

let store: TestStore;
let env: TestWorkflowEnvironment;
let service: Service;
let storeIsDown = false;
let advances = 0;

/** The store goes away, and `advance` is counted. */
const around = (activities: Activities): Activities => ({
  ...activities,
  async advance(request) {
    advances += 1;
    if (storeIsDown) throw new Error("the store is away");
    return activities.advance(request);
  },
});

beforeAll(async () => {
  store = await freshStore();
  env = await timeSkipping();
  service = await startService({ env, dataSource: store.app, startsAt: "2020-06-01T07:00:00Z", around });
}, 60_000);

afterAll(async () => {
  await service.stop();
  await env.teardown();
  await store.close();
}, 30_000);

const count = async (journey: string, type: string): Promise<number> =>
  (await service.events(journey)).filter((event) => event.type === type).length;
const status = async (journey: string): Promise<string> =>
  (await env.client.workflow.getHandle(workflowIdOf(journey)).describe()).status.name;

it("answers a command that the rules turn down with the rejection, and ends where nothing has begun", async () => {
  const outcome = await service.send("200001-primary", command("AcceptOffer", {}));
  expect(outcome).toMatchObject({ accepted: false, rejection: { code: "not-in-this-state" } });
  await eventually(async () => expect(await status("200001-primary")).toBe("COMPLETED"));
  expect(accepted(await service.send("200001-primary", application("200001", service)))).toBe(1);
  expect(await status("200001-primary")).toBe("RUNNING");
});

it("makes one command of the same Update sent twice, at once or later", async () => {
  const journey = "200002-primary";
  const sent = application("200002", service, "the same key");
  const outcomes = await Promise.all([service.send(journey, sent), service.send(journey, sent)]);
  outcomes.push(await service.send(journey, sent));
  expect(outcomes.map(accepted)).toEqual([1, 1, 1]);
  expect(await count(journey, "ApplicationSubmitted")).toBe(1);
});

it("makes one command of the same command under two Update ids", async () => {
  const journey = "200003-primary";
  const sent = { ...application("200003", service), at: await service.now() } as Command;
  await claimWhole(store.app, journey, sent);
  const update = (updateId: string): Promise<Outcome> =>
    env.client.workflow.executeUpdateWithStart(PERFORM, {
      args: [{ id: sent.id }],
      updateId,
      startWorkflowOperation: new WithStartWorkflowOperation(SCHOOL_JOURNEY, {
        workflowId: workflowIdOf(journey),
        taskQueue: JOURNEY_TASK_QUEUE,
        args: [journey],
        workflowIdConflictPolicy: "USE_EXISTING",
      }),
    });
  expect((await Promise.all([update("one"), update("two")])).map(accepted)).toEqual([1, 1]);
  expect(await count(journey, "ApplicationSubmitted")).toBe(1);
});

it("takes twenty commands at once, more than Temporal lets in for one workflow", async () => {
  const journey = "200004-primary";
  await place(service, journey);
  const before = advances;
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      service.send(journey, command("RaiseConcern", { reason: { id: `concern ${index}`, words: 3 } })),
    ),
  );
  expect(new Set(outcomes.map(accepted)).size).toBe(20);
  expect(await count(journey, "ConcernRaised")).toBe(20);
  expect(advances - before).toBeLessThan(20);
});

it("answers a command that breaks the rules’ code as its own fault; the others and the journey go on", async () => {
  const journey = "200005-primary";
  await place(service, journey);
  // One of a later release, that this code does not know.
  const broken = { ...command("RaiseConcern", {}), type: "NoSuchCommand" } as never;
  const [fault, fine] = await Promise.all([
    service.send(journey, broken),
    service.send(journey, command("RaiseConcern", { reason: { id: "r", words: 3 } })),
  ]);
  expect(fault).toHaveProperty("fault");
  accepted(fine);
});

it("keeps what it was asked while the store is away, visibly, and answers once it is back", async () => {
  const journey = "200007-primary";
  await place(service, journey);
  storeIsDown = true;
  const waiting = service.send(journey, command("RaiseConcern", { reason: { id: "r3", words: 3 } }));
  await eventually(async () => {
    const { raw } = await env.client.workflow.getHandle(workflowIdOf(journey)).describe();
    expect(raw.pendingActivities?.map((one) => one.activityType?.name)).toContain("advance");
  });
  storeIsDown = false;
  accepted(await waiting);
}, 30_000);

// From here on time passes.

it("takes commands and keeps dates while the mail server is away, shows what stalls, and sends it later", async () => {
  const journey = "200006-primary";
  await place(service, journey);
  const stalled = () => count(journey, "EffectStalled");
  await service.until("2020-09-14T22:30:00Z");
  await service.settled(journey);
  const reason = { id: "r4", words: 3 };
  accepted(
    await service.send(
      journey,
      command("RescheduleCommitment", { commitment: "action-plan", dueOn: "2020-09-14", reason }),
    ),
  );

  service.mailIsDown = true;
  accepted(await service.send(journey, command("ResendReminder", { reason })));
  // The reminder; and that a promise has another day, which is told ten minutes after it was said.
  await service.until("2020-09-14T22:45:00Z");
  await eventually(async () => expect(await stalled()).toBeGreaterThan(0));
  accepted(await service.send(journey, command("RaiseConcern", { reason })));
  const details = await env.client.workflow.getHandle(workflowIdOf(journey)).query("__temporal_workflow_metadata");
  expect(details).toHaveProperty("currentDetails", expect.stringContaining("Not getting through"));
  await service.until("2020-09-14T23:00:30Z");
  await eventually(async () => expect(await count(journey, "CommitmentMissed")).toBe(1));

  service.mailIsDown = false;
  await service.until("2020-09-14T23:10:00Z");
  await eventually(async () => expect(await service.state(journey)).toHaveProperty("effects", []));
  expect(await stalled()).toBeLessThanOrEqual(2);
  const messages = service.outbox
    .filter(({ messageId }) => messageId.includes(journey))
    .map(({ messageId }) => messageId);
  expect(new Set(messages).size).toBe(messages.length);
}, 60_000);

it("goes on as new when the chapter changes, with its search attributes, and keeps every answer", async () => {
  const journey = "200006-primary";
  const handle = env.client.workflow.getHandle(workflowIdOf(journey));
  const runs = await historiesOf(env.client, workflowIdOf(journey));
  expect(runs).toHaveLength(2);
  const { typedSearchAttributes } = await handle.describe();
  const shown = typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]);
  expect(Object.fromEntries(shown)).toEqual({
    MathsHub: "great-north",
    URN: "200006",
    Phase: "primary",
    Stage: "readiness",
    AcademicYear: "2020/21",
    JourneyStatus: "participating",
    Needs: ["nothing"],
  });
  expect(await handle.query("__temporal_workflow_metadata")).toHaveProperty(
    "currentDetails",
    expect.stringContaining("Great North hub · URN 200006"),
  );
}, 60_000);

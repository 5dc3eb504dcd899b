import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { ApplicationFailure, Client, Connection, ScheduleOverlapPolicy } from "@temporalio/client";
import { NativeConnection, Worker } from "@temporalio/worker";
import { JOURNEY_TASK_QUEUE } from "../libs/contract/journey.ts";
import { putPerson } from "../libs/people/people.ts";
import { freshStore, type TestStore } from "../test/support/store.ts";
import { devServer, type TestTemporal } from "../test/support/temporal.ts";
import { workflowsOfRun } from "../test/support/test-run.ts";
import { eventually } from "../test/workflows/service.ts";
import { ensureRetentionSchedule, makeApplyRetention } from "./apply-retention.ts";

describe("retention", () => {
  let store: TestStore;
  let temporal: TestTemporal;
  let connection: Connection;
  let client: Client;
  let folder: string;
  beforeAll(async () => {
    store = await freshStore();
    temporal = await devServer();
    connection = await Connection.connect({ address: temporal.address });
    client = new Client({ connection, namespace: temporal.namespace });
    folder = await mkdtemp(join(tmpdir(), "retention-"));
    await putPerson(store.app, { id: "turned-down", firstName: "A", lastName: "B", email: "a@example.org" });
    await store.owner.query(`update people.keys set created_at = now() - interval '1 year'`);
  }, 60_000);
  afterAll(async () => {
    await connection.close();
    await store.close();
    await rm(folder, { recursive: true });
  });

  it("comes each night, at a moment of its own, one at a time, however often it is asked for", async () => {
    await Promise.all([ensureRetentionSchedule(client), ensureRetentionSchedule(client)]);
    const { spec, action, policies } = await client.schedule.getHandle("retention").describe();
    expect(spec).toMatchObject({
      calendars: [{ hour: [{ start: 2, end: 2 }], minute: [{ start: 0 }] }],
      timezone: "Europe/London",
      jitter: 7_200_000,
    });
    expect(action).toMatchObject({ type: "startWorkflow", workflowType: "retention", taskQueue: "journeys" });
    expect(policies.overlap).toBe(ScheduleOverlapPolicy.SKIP);
  });

  it("erases what is to be kept no longer, and answers counts", async () => {
    const native = await NativeConnection.connect({ address: temporal.address });
    const activities = {
      "apply-retention": makeApplyRetention({ dataSource: store.app, erasureLog: join(folder, "erasures.log") }),
    };
    const worker = await Worker.create({
      connection: native,
      namespace: temporal.namespace,
      taskQueue: JOURNEY_TASK_QUEUE,
      ...(await workflowsOfRun()),
      activities,
    });
    await worker.runUntil(async () => {
      await client.schedule.getHandle("retention").trigger();
      const run = await eventually(async () => {
        const { info } = await client.schedule.getHandle("retention").describe();
        const started = info.recentActions[0];
        if (started === undefined) throw new Error("not started");
        return started.action.workflow.workflowId;
      });
      expect(await client.workflow.getHandle(run).result()).toEqual({ people: 0, journeys: 0, unclaimed: 1 });
    });
    await native.close();
  }, 60_000);

  it("erases nobody whom it cannot note, and says so by code", async () => {
    await putPerson(store.app, { id: "turned-down-too", firstName: "A", lastName: "B", email: "a@example.org" });
    await store.owner.query(`update people.keys set created_at = now() - interval '1 year' where destroyed_at is null`);
    const nowhere = makeApplyRetention({
      dataSource: store.app,
      erasureLog: join(folder, "erasures.log", "below-a-file"),
    });
    const error: unknown = await nowhere().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApplicationFailure);
    expect(String(error)).not.toContain(folder);
    const [left] = await store.owner.query<{ wrapped: Buffer | null }[]>(
      `select wrapped from people.keys where owner = 'turned-down-too'`,
    );
    expect(left?.wrapped).not.toBeNull();
  });
});

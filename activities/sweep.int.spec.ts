import { Client, Connection, ScheduleOverlapPolicy } from "@temporalio/client";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { freshStore, type TestStore } from "../test/support/store.ts";
import { devServer } from "../test/support/temporal.ts";
import { saveStream } from "../libs/store/events/streams.ts";
import { recover } from "./recover.ts";
import { ensureSweepSchedule, makeSweep } from "./sweep.ts";

const NOW = "2021-09-14T08:00:00Z";

describe("the sweep", () => {
  let store: TestStore;
  let connection: Connection;
  let client: Client;
  beforeAll(async () => {
    store = await freshStore();
    const { address, namespace } = await devServer();
    connection = await Connection.connect({ address });
    client = new Client({ connection, namespace });
    const quiet = { version: 3, dueAt: null, openEffects: 0, effectsSince: null };
    for (const row of [
      { ...quiet, stream: "journey/100001-primary", dueAt: "2021-09-14T07:00:00Z" },
      { ...quiet, stream: "journey/100002-primary", openEffects: 1, effectsSince: "2021-09-14T07:30:00Z" },
      { ...quiet, stream: "journey/100003-primary", dueAt: "2021-12-14T07:00:00Z" },
      { ...quiet, stream: "journey/100004-primary" },
      { ...quiet, stream: "work-group/north-1", openEffects: 1, effectsSince: "2021-09-14T07:30:00Z" },
      { ...quiet, stream: "work-group/north-2", dueAt: "2022-08-31T22:59:59Z" },
    ])
      await saveStream(store.app, row);
  }, 60_000);
  afterAll(async () => {
    await connection.close();
    await store.close();
  });

  /** How often each journey's workflow was signalled. */
  const signals = async (journey: string): Promise<number> => {
    const history = await client.workflow
      .getHandle(`journey/${journey}`)
      .fetchHistory()
      .catch(() => null);
    return (
      history?.events?.filter((event) => event.workflowExecutionSignaledEventAttributes?.signalName === "wake")
        .length ?? 0
    );
  };

  it("wakes what is late, started where it was not running, and not again at once", async () => {
    const sweep = makeSweep({ dataSource: store.app, client });
    expect(await sweep({ now: NOW })).toEqual({ woken: 3, failed: 0 });
    expect(await sweep({ now: NOW })).toEqual({ woken: 0, failed: 0 });
    expect(
      await Promise.all(["100001-primary", "100002-primary", "100003-primary", "100004-primary"].map(signals)),
    ).toEqual([1, 1, 0, 0]);
    const started = await client.workflow.getHandle("journey/100001-primary").describe();
    expect([started.type, started.taskQueue, started.status.name]).toEqual(["schoolJourney", "journeys", "RUNNING"]);
    const group = await client.workflow.getHandle("work-group/north-1").describe();
    expect([group.type, group.status.name]).toEqual(["workGroup", "RUNNING"]);
  });

  it("recovers everything that has something to come, late or not", async () => {
    const told: number[] = [];
    expect(await recover({ dataSource: store.app, client }, ({ woken }) => told.push(woken))).toEqual({
      woken: 5,
      failed: 0,
      webhooks: 0,
      resumed: false,
    });
    expect(told).toEqual([0, 5]);
    expect(
      await Promise.all(["100001-primary", "100002-primary", "100003-primary", "100004-primary"].map(signals)),
    ).toEqual([2, 2, 1, 0]);
  });

  it("comes every minute, one at a time, however often it is asked for", async () => {
    await Promise.all([ensureSweepSchedule(client), ensureSweepSchedule(client), ensureSweepSchedule(client)]);
    await ensureSweepSchedule(client);
    const { spec, action, policies } = await client.schedule.getHandle("sweep").describe();
    expect(spec.intervals).toMatchObject([{ every: 60_000 }]);
    expect(action).toMatchObject({ type: "startWorkflow", workflowType: "sweep", taskQueue: "journeys" });
    expect(policies.overlap).toBe(ScheduleOverlapPolicy.SKIP);
  });

  it("leaves a pause that the operator made", async () => {
    const handle = client.schedule.getHandle("sweep");
    await handle.pause("looking into it");
    await ensureSweepSchedule(client);
    expect((await handle.describe()).state).toMatchObject({ paused: true, note: "looking into it" });
  });

  it("says by code that Temporal is away, and tries the same ones the next time", async () => {
    await saveStream(store.app, {
      stream: "journey/100005-primary",
      version: 1,
      dueAt: NOW,
      openEffects: 0,
      effectsSince: null,
    });
    const lazy = Connection.lazy({ address: "127.0.0.1:1", connectTimeout: 500 });
    const sweep = makeSweep({ dataSource: store.app, client: new Client({ connection: lazy }) });
    await expect(sweep({ now: "2021-09-14T09:00:00Z" })).rejects.toMatchObject({
      type: "temporal-unavailable",
      message: "temporal-unavailable",
    });
    await lazy.close();
    expect(await makeSweep({ dataSource: store.app, client })({ now: "2021-09-14T09:00:00Z" })).toMatchObject({
      failed: 0,
    });
    expect(await signals("100005-primary")).toBe(1);
  }, 60_000);
});

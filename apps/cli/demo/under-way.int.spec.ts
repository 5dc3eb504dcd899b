// A demonstration as an operator finds it in the Temporal Web UI.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import { demoStore } from "../../../test/support/demo-store.ts";
import type { TestStore } from "../../../test/support/store.ts";
import { devServer, type TestTemporal } from "../../../test/support/temporal.ts";
import { eventually } from "../../../test/workflows/service.ts";
import { beginAll } from "./under-way.ts";

let store: TestStore;
let server: TestTemporal;
let connection: Connection;

beforeAll(async () => {
  [store, server] = [await demoStore(), await devServer()];
  connection = await Connection.connect({ address: server.address });
}, 120_000);
afterAll(async () => {
  await connection.close();
  await store.close();
});

async function running(): Promise<string[]> {
  const client = new Client({ connection, namespace: server.namespace });
  const ids: string[] = [];
  for await (const { workflowId } of client.workflow.list({ query: "ExecutionStatus = 'Running'" }))
    ids.push(workflowId);
  return ids.sort();
}

const asked = (told: AbortSignal) => ({ databaseUrl: store.appUrl, temporal: server, told, pauseMs: 1 });

it("begins nothing where it is told to end first", async () => {
  expect(await beginAll(asked(AbortSignal.abort()))).toBeNull();
  expect((await running()).length).toBeLessThan(10);
}, 30_000);

it("begins all that has anything to come, and twice does no harm", async () => {
  const open: { stream: string }[] = await store.app.query(
    "select stream from streams where due_at is not null or open_effects > 0 order by stream",
  );
  expect(open.length).toBeGreaterThan(10);
  const { signal } = new AbortController();
  expect([await beginAll(asked(signal)), await beginAll(asked(signal))]).toEqual([open.length, open.length]);
  // What Temporal lists follows what it runs.
  await eventually(async () => expect(await running()).toEqual(open.map(({ stream }) => stream).sort()));
}, 60_000);

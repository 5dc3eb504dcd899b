// A small service as release 0.3.0 left it (test/upgrade/0.3.0.sql), restored and started under the code of today on a
// Temporal server that knows nothing of it.

import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import { DataSource } from "typeorm";
import { recover } from "../../activities/recover.ts";
import { unlockPeople } from "../../libs/people/keys.ts";
import { migrate } from "../../libs/store/migrate.ts";
import { openDatabase } from "../../libs/views/database.ts";
import { startApi, type ApiUnderTest } from "../api/api-under-test.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { TEST_KEYRING } from "../support/people-keys.ts";
import { devServer, type TestTemporal } from "../support/temporal.ts";
import { startService, type Service } from "../workflows/service.ts";
import * as goes from "./goes-on.ts";
import { schemaOf } from "./schema.ts";

const SQL = readFileSync(new URL("./0.3.0.sql", import.meta.url), "utf8");
const MADE = JSON.parse(/^-- made: (.*)$/mu.exec(SQL)?.[1] ?? "{}") as goes.Made;
/** When the old service was stopped, by the rules' clock; and in the spring. */
const [THEN, SPRING] = ["2024-10-04T10:00:00Z", "2025-02-03T10:00:00Z"];

let database: TestDatabase;
let fresh: TestDatabase;
let owner: DataSource;
let before: Map<string, string>;
let dataSource: DataSource;
let temporal: TestTemporal;
let env: TestWorkflowEnvironment;
let service: Service;
let api: ApiUnderTest;
const upgraded = (): goes.Upgraded => ({ made: MADE, dataSource, api, service });

async function start(startsAt: string): Promise<void> {
  service = await startService({ env, dataSource, startsAt });
  api = await startApi({
    databaseUrl: database.appUrl,
    temporalAddress: temporal.address,
    temporalNamespace: temporal.namespace,
    startsAt,
    commandTimeoutMs: 20_000,
    sendsAgain: true,
  });
}

async function stop(): Promise<void> {
  await api?.stop();
  await service?.stop();
}

beforeAll(async () => {
  [database, fresh] = [await createDatabase(), await createDatabase()];
  owner = await new DataSource({ type: "postgres", url: database.ownerUrl }).initialize();
  await owner.query(SQL);
  before = await goes.eventsOf(owner);
  await Promise.all([migrate(database.ownerUrl), migrate(fresh.ownerUrl)]);
  dataSource = unlockPeople(await openDatabase(database.appUrl, { name: "upgraded", poolSize: 12 }), TEST_KEYRING);
  temporal = await devServer();
  env = await TestWorkflowEnvironment.createFromExistingServer(temporal);
  await start(THEN);
}, 90_000);

afterAll(async () => {
  await stop();
  await env?.teardown();
  await dataSource?.destroy();
  await owner?.destroy();
  await database?.drop();
  await fresh?.drop();
}, 30_000);

it("has the schema of a fresh database", async () => {
  const other = await new DataSource({ type: "postgres", url: fresh.ownerUrl }).initialize();
  const [upgradedSchema, freshSchema] = [await schemaOf(owner), await schemaOf(other)];
  await other.destroy();
  expect(Object.fromEntries(upgradedSchema)).toEqual(Object.fromEntries(freshSchema));
  expect(freshSchema.size).toBeGreaterThan(200);
});

it("has every event as it was", async () => {
  expect(before.size).toBeGreaterThan(100);
  expect(goes.lost(before, await goes.eventsOf(owner))).toEqual([]);
});

it("is woken whole on a Temporal server that knows nothing of it", async () => {
  const { woken, failed } = await recover({ dataSource, client: env.client });
  expect(failed).toBe(0);
  expect(woken).toBeGreaterThanOrEqual(MADE.offers.length + MADE.placed.length + MADE.released.length);
}, 60_000);

it("journeys take commands", () => goes.journeysTakeCommands(upgraded()), 60_000);
it("the Work Group goes on", () => goes.groupGoesOn(upgraded()), 60_000);
it("the payment run completes, each grant paid once", () => goes.runCompletes(upgraded()), 60_000);
it("the hub's turn is done to its last step", () => goes.turnCompletes(upgraded()), 120_000);
it("grants that waited are approved", () => goes.grantsAreApproved(upgraded()), 60_000);
it("what was owed is done", () => goes.allSettled(upgraded()), 60_000);

it("time goes on: in the spring what fell due has been done", async () => {
  await stop();
  await start(SPRING);
  expect((await recover({ dataSource, client: env.client })).failed).toBe(0);
  await goes.allSettled(upgraded());
  await goes.timeHasPassed(upgraded());
}, 120_000);

it("nothing is lost, and streams have no gaps", async () => {
  expect(goes.lost(before, await goes.eventsOf(owner))).toEqual([]);
  expect(await goes.unsound(owner)).toEqual([]);
});

// The short sister of `npm run test:faults -- --updates 20000`: while Updates keep coming, the journey's workflow goes
// on in a new run after some thirty of them, and none of them is lost between two.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import { msOf } from "../../libs/calendar/instants.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { devServer } from "../support/temporal.ts";
import { startService, type Service } from "../workflows/service.ts";
import { RULE_DAY } from "./rule-day.ts";
import { turnedDown } from "./turned-down.ts";

const COUNT = 2_500;
/** Of 30 commands, and what comes at once with the last of them. */
const MOST_IN_A_RUN = 50;

let store: TestStore;
let env: TestWorkflowEnvironment;
let service: Service;

beforeAll(async () => {
  store = await freshStore({ poolSize: 12 });
  env = await TestWorkflowEnvironment.createFromExistingServer(await devServer());
  service = await startService({ env, dataSource: store.app, startsAt: RULE_DAY });
}, 60_000);
afterAll(async () => {
  await service?.stop();
  await env?.teardown();
  await store?.close();
}, 30_000);

it(`each of ${COUNT} commands that are turned down on one journey is answered, over more runs than one`, async () => {
  const aheadMs = msOf(await service.now()) - Date.now();
  const { faults, facts } = await turnedDown({ dataSource: store.app, client: env.client, aheadMs }, COUNT);
  expect(faults).toEqual([]);
  expect(facts).toMatchObject({ answered: COUNT, events: 0 });
  expect(facts.runs).toBeGreaterThan(COUNT / MOST_IN_A_RUN);
  expect(facts.most).toBeLessThan(MOST_IN_A_RUN);
}, 300_000);

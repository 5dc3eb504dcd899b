// A webhook's days, with time skipped: how often it is tried, when that ends, and what all of it costs.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { TestWorkflowEnvironment } from "@temporalio/testing";
import { Worker } from "@temporalio/worker";
import { makeDeliverWebhook } from "../../activities/deliver-webhook.ts";
import { makeWakeWebhooks } from "../../activities/wake-webhooks.ts";
import { instantFromMs, msOf, type Instant } from "../../libs/calendar/instants.ts";
import { newSecret } from "../../libs/webhooks/signature.ts";
import { JOURNEY_TASK_QUEUE } from "../../libs/contract/journey.ts";
import { WEBHOOK_TASK_QUEUE, webhookWorkflowId } from "../../libs/contract/webhook.ts";
import { sealWebhook } from "../../libs/people/webhook-secrets.ts";
import {
  addWebhook,
  changeWebhook,
  findWebhook,
  historyOf,
  NOT_FAILING,
  type Webhook,
} from "../../libs/store/webhooks.ts";
import { costOf } from "../bench/reference-year/actions.ts";
import { putJourney } from "../support/journeys.ts";
import { writtenForPrograms } from "../support/plain-words.ts";
import { startReceiver, type Receiver } from "../support/receiver.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { timeSkipping } from "../support/temporal.ts";
import { workflowsOfRun } from "../support/test-run.ts";
import { historiesOf } from "./histories.ts";
import { eventually } from "./service.ts";

const SECRET = newSecret();
let store: TestStore;
let env: TestWorkflowEnvironment;
let workers: Worker[];
let running: Promise<void>[];
let receiver: Receiver;

beforeAll(async () => {
  store = await freshStore();
  env = await timeSkipping();
  receiver = await startReceiver();
  const deliver = makeDeliverWebhook({ dataSource: store.app, loopback: true });
  workers = [
    await Worker.create({
      connection: env.nativeConnection,
      taskQueue: JOURNEY_TASK_QUEUE,
      ...(await workflowsOfRun()),
    }),
    await Worker.create({
      connection: env.nativeConnection,
      taskQueue: WEBHOOK_TASK_QUEUE,
      activities: { "deliver-webhook": deliver },
    }),
  ];
  running = workers.map((worker) => worker.run());
}, 60_000);

afterAll(async () => {
  workers?.forEach((worker) => worker.shutdown());
  await Promise.all(running ?? []);
  await receiver?.stop();
  await env?.teardown();
  await store?.close();
}, 30_000);

const now = async (): Promise<Instant> => instantFromMs(await env.currentTimeMs());
const wakeAll = async () => makeWakeWebhooks({ dataSource: store.app, client: env.client })({ now: await now() });
const look = async (id: string): Promise<Webhook> => (await findWebhook(store.app, id))!;

async function make(id: string): Promise<void> {
  const sealed = sealWebhook(store.app, id, {
    url: receiver.url,
    secrets: [{ secret: SECRET, by: `${id}-made`, until: null }],
  });
  await addWebhook(store.app, {
    id,
    hub: "great-north",
    shownUrl: "http://127.0.0.1/",
    types: null,
    cursor: null,
    createdBy: "p-1",
    createdAt: await now(),
    command: `${id}-made`,
    ...sealed,
  });
}

it("fails for three days and is disabled; enabled again, it goes on where it was, and nothing is missing", async () => {
  await make("failing");
  await putJourney(store, { urn: "100001", hub: "great-north", workGroup: "wg-1", until: "2020-06-20" });
  receiver.answer = () => 500;
  // The feed waits for transactions of other tests on this server.
  await eventually(async () => expect(await wakeAll()).toEqual({ woken: 1, failed: 0 }));
  await env.sleep("4 days");
  const disabled = await eventually(async () => {
    const webhook = await look("failing");
    if (webhook.disabled === null) throw new Error(`not disabled: ${JSON.stringify(webhook.failing)}`);
    return webhook;
  });
  expect(disabled).toMatchObject({
    disabled: { because: "failing" },
    failing: { tries: 10, code: "http-500", next: null },
    delivered: null,
    cursor: null,
  });
  expect(new Set(receiver.arrived.map(({ id }) => id)).size).toBe(1);

  const history = (await historyOf(store.app, "failing", 50)).reverse().slice(1);
  expect(history.map(({ what }) => what)).toEqual([...Array.from({ length: 9 }, () => "failed"), "disabled"]);
  const waits = history.slice(1).map(({ at }, index) => (msOf(at) - msOf(history[index]!.at)) / 1_000);
  [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400].forEach((least, index) => {
    expect(waits[index]).toBeGreaterThanOrEqual(least);
    expect(waits[index]).toBeLessThan(least * 1.1 + 5);
  });

  expect(
    await env.client.workflow.getHandle(webhookWorkflowId("failing")).query("__temporal_workflow_metadata"),
  ).toHaveProperty("currentDetails", expect.stringContaining("**Disabled** since"));

  receiver.answer = () => 200;
  expect(await wakeAll()).toEqual({ woken: 0, failed: 0 });
  await changeWebhook(
    store.app,
    "failing",
    { at: await now(), what: "enabled", by: "p-1", code: null, command: "enable" },
    () => ({ disabled_at: null, disabled_because: null, ...NOT_FAILING }),
  );
  expect(await wakeAll()).toEqual({ woken: 1, failed: 0 });
  await eventually(async () => expect((await look("failing")).cursor).not.toBeNull());
  await eventually(async () => expect(await wakeAll()).toEqual({ woken: 0, failed: 0 }));
  const taken = receiver.taken(SECRET);
  expect(taken.map(({ seq }) => seq)).toEqual(taken.map((_, index) => index + 1));
  expect(taken.length).toBeGreaterThan(3);

  // What the operator sees in the Temporal UI: of the address the host alone.
  // What was delivered stands in PostgreSQL before its activity has ended.
  const last = /^Events of \*\*Great North\*\* for 127.0.0.1\n\nDelivered last: \d+ \p{L}+ \d{4}, \d\d:\d\d/u;
  const handle = env.client.workflow.getHandle(webhookWorkflowId("failing"));
  await eventually(async () =>
    expect(await handle.query("__temporal_workflow_metadata")).toHaveProperty(
      "currentDetails",
      expect.stringMatching(last),
    ),
  );
  const lines = [...(await handle.query<string[]>("standing")), ...(await handle.query<string[]>("history"))];
  expect(lines.flatMap(writtenForPrograms)).toEqual([]);
  expect(lines.join("\n")).toMatch(/: It is enabled again\.\n.*: It is disabled \(http 500\)\.\n/u);

  const { actions, by } = costOf(await historiesOf(env.client, webhookWorkflowId("failing")));
  // A start, a signal for each time it was woken, and a try and a timer for each failure.
  expect([actions <= 26, by.timers, by.activities <= 13]).toEqual([true, 9, true]);
}, 60_000);

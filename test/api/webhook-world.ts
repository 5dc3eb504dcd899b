// A hub with webhooks: PostgreSQL, Temporal, the API and the worker as they are run, and receivers of their own.

import { Client, Connection } from "@temporalio/client";
import { startWorker } from "../../apps/worker/worker.ts";
import { makeWakeWebhooks } from "../../activities/wake-webhooks.ts";
import { instantFromMs, type Instant } from "../../libs/calendar/instants.ts";
import { webhookWorkflowId } from "../../libs/contract/webhook.ts";
import { readWorkerEnvironment } from "../../libs/config/environment.ts";
import { othersAreDone } from "../support/feed.ts";
import { putJourney } from "../support/journeys.ts";
import { TEST_KEY } from "../support/people-keys.ts";
import { pauseSchedules } from "../support/quiet-schedules.ts";
import { startReceiver, type Receiver } from "../support/receiver.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { devServer } from "../support/temporal.ts";
import { sharedInRun } from "../support/test-run.ts";
import { eventually } from "../workflows/service.ts";
import { ok, startApi, type ApiUnderTest } from "./api-under-test.ts";

export const HUB = "great-north";
export const PATH = `/api/v1/hubs/${HUB}/webhooks`;

/** A webhook of the hub, and its receiver. */
export interface Hook {
  id: string;
  secret: string;
  receiver: Receiver;
  read(): Promise<Record<string, unknown>>;
  post(action: string, body?: object): Promise<Record<string, unknown>>;
  /** Waits until it has heard all that there is. */
  heard(): Promise<Record<string, unknown>>;
}

export interface WebhookWorld {
  store: TestStore;
  client: Client;
  api: ApiUnderTest;
  /** What was answered as a secret, without its prefix. */
  secrets: string[];
  /** One round of the minute's look at all webhooks. */
  wakeAll(request?: { now: Instant }): Promise<{ woken: number; failed: number }>;
  receiver(): Promise<Receiver>;
  hook(receiver?: Receiver, more?: object): Promise<Hook>;
  /**
   * Journeys of a school at the hub and of one at another, with what happened before `until`, of which the feed tells
   * by now; the id of the hub's own.
   */
  newSchool(until?: string): Promise<string>;
  /** The hub's feed after a cursor. */
  feed(after?: unknown): Promise<Record<string, unknown>[]>;
  removeAll(): Promise<void>;
  stop(): Promise<void>;
}

/** The ids of all messages that arrived, in their order. */
export const ids = (receiver: Receiver): string[] => receiver.arrived.map(({ id }) => id);

/** One that is new looks at once, at nothing: what happens from here on, it is told of when a test wakes it. */
async function hasLooked(client: Client, id: string): Promise<void> {
  const { raw, historyLength } = await client.workflow.getHandle(webhookWorkflowId(id)).describe();
  const looks = raw.pendingWorkflowTask ?? raw.pendingActivities?.[0];
  if (looks || historyLength < LOOKED) throw new Error(`${id} still looks for the first time`);
}
/** Events of a run that has asked its activity and been answered: begun, a task, the activity, a task. */
const LOOKED = 10;

/** Starts all of it; stop() in afterAll. */
export async function startWebhookWorld(): Promise<WebhookWorld> {
  const store = await freshStore();
  const { address, namespace } = await devServer();
  const client = new Client({ connection: await Connection.connect({ address }), namespace });
  // What is seeded here is long overdue: the sweep would wake it, and tell more than a test has done. Tests wake by
  // hand.
  await pauseSchedules(client);
  const worker = await startWorker(
    readWorkerEnvironment({
      DATABASE_URL: store.appUrl,
      TEMPORAL_ADDRESS: address,
      TEMPORAL_NAMESPACE: namespace,
      SMTP_URL: "smtp://127.0.0.1:9",
      PEOPLE_KEY: TEST_KEY.toString("base64"),
      WEBHOOK_LOOPBACK: "allow",
    }),
    { bundle: (await sharedInRun("workflows")).codePath },
  );
  const api = await startApi({
    databaseUrl: store.appUrl,
    temporalAddress: address,
    temporalNamespace: namespace,
    startsAt: instantFromMs(Date.now()),
    commandTimeoutMs: 5_000,
    webhookLoopback: true,
  });
  const receivers: Receiver[] = [];
  let urn = 300_000;
  const world: WebhookWorld = {
    store,
    client,
    api,
    secrets: [],
    wakeAll: makeWakeWebhooks({ dataSource: store.app, client }),
    async receiver() {
      const receiver = await startReceiver();
      receivers.push(receiver);
      return receiver;
    },
    async hook(given, more = {}) {
      const receiver = given ?? (await world.receiver());
      const { id, secret } = ok(await api.post(PATH, { url: receiver.url, ...more }), 201) as {
        id: string;
        secret: string;
      };
      world.secrets.push(secret.slice("whsec_".length));
      await eventually(() => hasLooked(client, id));
      const read = async () => ok(await api.get(`${PATH}/${id}`));
      const heard = () =>
        eventually(async () => {
          const state = await read();
          if (state["pending"] !== 0) throw new Error(`it waits: ${JSON.stringify(state)}`);
          return state;
        }, 30_000);
      return {
        id,
        secret,
        receiver,
        read,
        heard,
        post: async (action, body) => ok(await api.post(`${PATH}/${id}/${action}`, body)),
      };
    },
    async newSchool(until = "2020-06-20") {
      urn += 1;
      await putJourney(store, { urn: String(urn + 300_000), hub: "far-south", workGroup: "wg-2", until });
      const journey = await putJourney(store, { urn: String(urn), hub: HUB, workGroup: "wg-1", until });
      await othersAreDone(store.owner);
      return journey;
    },
    async feed(after) {
      return ok(await api.get(`/api/v1/events?limit=200${after ? `&after=${String(after)}` : ""}`))["items"] as Record<
        string,
        unknown
      >[];
    },
    async removeAll() {
      const items = ok(await api.get(PATH))["items"] as { id: string }[];
      await Promise.all(items.map(async ({ id }) => ok(await api.del(`${PATH}/${id}`))));
    },
    async stop() {
      await Promise.all(receivers.map((each) => each.stop()));
      worker.stop();
      await worker.ended;
      await client.connection.close();
      await api.stop();
      await store.close();
    },
  };
  return world;
}

// Temporal lost with lives of every kind under way, and Temporal left for another cluster while its worker still runs:
// all goes on, nothing is sent or paid twice, the next dates are the same.

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import { storeOf } from "../../activities/recover.ts";
import { top } from "../../apps/cli/setup/folders.ts";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { startTemporal, type RunningTemporal } from "../../apps/cli/setup/temporal.ts";
import type { RunningWorker } from "../../apps/worker/worker.ts";
import { batch } from "../../libs/book/kinds/payment-run.ts";
import { workflowIdOf } from "../../libs/contract/journey.ts";
import { subjectOf } from "../../libs/store/events/streams.ts";
import { noteReached } from "../../libs/store/recovery.ts";
import { changeWebhook, NOT_FAILING } from "../../libs/store/webhooks.ts";
import { wakeSubject } from "../../libs/temporal/subject-client.ts";
import { wakeWebhook } from "../../libs/temporal/webhook-client.ts";
import { check as checkPayments } from "../payments/checks.ts";
import { startMailServer, type MailServer } from "../support/mail-server.ts";
import { startReceiver, type Receiver } from "../support/receiver.ts";
import { GRANT_PENCE } from "../support/released-grants.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { devServer } from "../support/temporal.ts";
import { folderOfRun, sharedInRun } from "../support/test-run.ts";
import { eventually } from "../workflows/service.ts";
import {
  beginLives,
  clockOfLives,
  gate,
  GROUPS_OF_TURN,
  RUN,
  say,
  statusOf,
  TURN,
  until,
  WEBHOOK,
  workerAt,
  type Place,
  type Stage,
} from "./lives.ts";
import { quiet, ringsInTime, running, standing } from "./looking.ts";

/** Payments in a batch: each grant more is a life more that is begun, begun again and ended. */
const BATCH = 8;
/** More than one batch of a payment run. */
const GRANTS = 12;
const OFFERS = 8;
const clock = clockOfLives();
let store: TestStore;
let mail: MailServer;
let receiver: Receiver;
let first: RunningTemporal;
let port: number;
let connection: Connection;
let stage: Stage;
let place: Place;
let worker: RunningWorker;
const gates = [gate(1), gate(1)] as const;

beforeAll(async () => {
  batch.payments = BATCH;
  port = await freePort();
  [store, mail, receiver, first] = await Promise.all([
    freshStore({ poolSize: 12 }),
    startMailServer(),
    startReceiver(),
    startTemporal({ folder: join(folderOfRun(), "recovery"), port, throwAway: true }),
  ]);
  const { codePath: bundle } = await sharedInRun("workflows");
  place = {
    databaseUrl: store.appUrl,
    address: first.address,
    namespace: "default",
    smtpUrl: mail.smtpUrl,
    clock,
    bundle,
  };
  connection = await Connection.connect({ address: first.address });
  stage = { dataSource: store.app, client: new Client({ connection }), clock };
  receiver.answer = () => 500;
  const [paid, turned] = gates;
  worker = await workerAt({
    ...place,
    around: (activities) => ({
      ...activities,
      "confirm-payments": paid.hold(activities["confirm-payments"]),
      "take-steps": turned.hold(activities["take-steps"]),
    }),
  });
  await beginLives(stage, { grants: GRANTS, offers: OFFERS, webhookUrl: receiver.url });
  await until(async () => paid.held > 0 && turned.held > 0);
}, 180_000);

const { payments: ofTheService } = batch;
afterAll(async () => {
  batch.payments = ofTheService;
  worker?.stop();
  await worker?.ended;
  await connection?.close();
  await first?.stop();
  await receiver?.stop();
  await mail?.stop();
  await store?.close();
}, 60_000);

/** A command of the terminal, as an operator runs it; what it said. */
async function terminal(program: string, at: { address: string }, ...args: string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ["--import", "./apps/cli/setup/typescript.mjs", `apps/cli/${program}.ts`, ...args],
    {
      cwd: top,
      env: {
        ...process.env,
        NODE_OPTIONS: "",
        DATABASE_URL: store.appUrl,
        TEMPORAL_ADDRESS: at.address,
      },
    },
  );
  return stdout + stderr;
}

/** Message-IDs of what has arrived: one twice is a letter sent twice. */
const letters = (): string[] => mail.arrived.map(({ email }) => email.messageId ?? "");
it("goes on where it was after Temporal has lost all that it knew", async () => {
  const before = await standing(store.app);
  const unmoved = await quiet(store.app, clock);
  expect(before.map(({ stream }) => stream)).toEqual(expect.arrayContaining([RUN, TURN]));
  expect(await statusOf(store.app)).toBe("authorised");

  await first.stop();
  first = await startTemporal({ folder: join(folderOfRun(), "recovery"), port, throwAway: true });
  // Broken off: some were woken, and this is noted.
  const half = before[Math.floor(before.length / 2)]?.stream ?? "";
  const store1 = await storeOf(stage.client);
  await noteReached(store.app, store1, { reached: half, woken: 1 });
  const said = await terminal("recover", first);
  expect(said).toContain("Gone on where it was broken off");
  expect(said).toMatch(/1 of \d+ woken …\n(\d+ of \d+ woken …\n)+/u);
  expect(await terminal("recover", first)).toContain("and 1 webhooks");

  // One run of each, which waits for the date that it had; of those with something open, whatever came of it.
  const all = [...unmoved.map(({ stream }) => stream), RUN, TURN, `webhook/${WEBHOOK}`];
  await eventually(async () => expect(await running(stage.client)).toEqual(expect.arrayContaining(all)));
  expect(await quiet(store.app, clock)).toEqual(expect.arrayContaining(unmoved));
  expect(unmoved.length).toBeGreaterThan(OFFERS);
  for (const one of unmoved)
    await eventually(async () => expect([one, await ringsInTime(stage.client, one, clock)]).toEqual([one, true]));
  expect(letters()).toEqual([...new Set(letters())]);
  expect((await stage.client.schedule.getHandle("sweep").describe()).action).toMatchObject({ workflowType: "sweep" });
}, 120_000);

it("a worker whose cluster is not home does nothing, and all goes on where home is", async () => {
  const second = await devServer();
  const before = await standing(store.app);
  const kept = await quiet(store.app, clock);
  expect(await terminal("move", first, "--to", second.address, "--namespace", second.namespace)).toContain(
    `${second.address}/${second.namespace} is home now`,
  );
  const there = await Connection.connect({ address: second.address });
  const client = new Client({ connection: there, namespace: second.namespace });
  // What the old one had in hand goes on in it only now, and comes to nothing.
  const counted = await count();
  gates.forEach(({ open }) => open());
  for (const { stream } of before) await wakeSubject(stage.client, subjectOf(stream), { timeoutMs: 10_000 });
  await wakeWebhook(stage.client, { id: WEBHOOK, hub: "great-north" }, { timeoutMs: 10_000 });
  await until(async () => (await running(stage.client)).length === 0);
  const ended = await stage.client.workflow.getHandle(workflowIdOf("500000-primary")).describe();
  expect(ended.status.name).toBe("COMPLETED");
  await stage.client.schedule.getHandle("sweep").trigger();
  const other = { ...stage, client: stage.client };
  const journey = "500001-primary";
  expect(await say(other, journey, "elsewhere", "DeclineOffer", {})).toContain("fault");
  await expect(terminal("recover", first)).rejects.toThrow("is home, and not");
  expect(await count()).toEqual(counted);

  receiver.answer = () => 204;
  const home = await workerAt({ ...place, address: second.address, namespace: second.namespace });
  try {
    // The same command at home is carried out: nothing was kept of it.
    expect(await say({ ...stage, client }, journey, "elsewhere", "DeclineOffer", {})).toBe("ok");
    await until(async () => (await statusOf(store.app)) === "complete");
    await until(async () => (await standing(store.app)).every(({ open }) => open === 0));
    const now = new Map((await standing(store.app)).map(({ stream, due }) => [stream, due]));
    // What is paid meanwhile has another day to come; what only waits has the one that it had.
    const waiting = kept.filter(({ stream }) => !stream.startsWith("journey/4") && stream !== `journey/${journey}`);
    expect(waiting.length).toBeGreaterThanOrEqual(OFFERS);
    for (const { stream, due } of waiting) expect([stream, now.get(stream)]).toEqual([stream, due]);
    const [turned]: { formed: number }[] = await store.app.query(
      "select count(*)::int as formed from work_groups where id like 'next-%'",
    );
    expect(turned?.formed).toBe(GROUPS_OF_TURN);
    expect(await checkPayments(store.app)).toMatchObject({ faults: [], facts: { paid: GRANTS * GRANT_PENCE } });
    expect(letters()).toEqual([...new Set(letters())]);
    // Its next try is minutes off by now: somebody at the hub has mended it, and asks at once.
    const mended = { at: "2025-01-08T09:00:00Z", what: "enabled", by: "p-1", code: null, command: "mended" } as const;
    await changeWebhook(store.app, WEBHOOK, mended, () => NOT_FAILING);
    await wakeWebhook(client, { id: WEBHOOK, hub: "great-north" }, { timeoutMs: 10_000 });
    await until(async () => taken().length >= OFFERS);
    expect(taken()).toEqual([...new Set(taken())]);
  } finally {
    home.stop();
    await home.ended;
    await there.close();
  }
}, 150_000);

const taken = (): string[] => receiver.arrived.filter(({ status }) => status === 204).map(({ id }) => id);

/** All that anybody could have recorded or sent. */
async function count(): Promise<unknown> {
  const [rows]: object[] = await store.app.query(
    `select (select count(*) from events) as events,
       (select count(*) from commands where outcome is not null) as commands,
       (select coalesce(sum(attempts), 0) from effect_leases) as attempts,
       (select count(*) from ledger_entries) as ledger, (select cursor from webhooks) as cursor`,
  );
  return { rows, letters: mail.arrived.length, posted: receiver.arrived.length };
}

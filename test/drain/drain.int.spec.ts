// Web and worker are asked to stop (SIGTERM) while commands come in: whatever was acknowledged is there, once, nothing
// that was sent again under its key is there twice, and each process is gone within its grace.

import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { top } from "../../apps/cli/setup/folders.ts";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { startProcess, type RunningProcess } from "../../apps/cli/setup/processes.ts";
import { load } from "../../libs/store/events/event-store.ts";
import { streamOf } from "../../libs/store/events/streams.ts";
import { putJourney } from "../support/journeys.ts";
import { startMailServer, type MailServer } from "../support/mail-server.ts";
import { TEST_KEY } from "../support/people-keys.ts";
import { testSignIn, type TestSignIn } from "../support/sign-in.ts";
import { freshStore, HUB_LEAD, type TestStore } from "../support/store.ts";
import { devServer } from "../support/temporal.ts";
import { folderOfRun } from "../support/test-run.ts";

/** What docker/kubernetes gives each, less what a web pod waits before it is asked. */
const GRACE_MS = { web: 37_000, worker: 30_000 };
const CALLERS = 6;
const BEFORE_AND_AFTER = 12;
const PAUSED_AT = "2020-10-01T09:00:00Z";

let store: TestStore;
let mail: MailServer;
let signIn: TestSignIn;
let folder: string;
let env: NodeJS.ProcessEnv;
let token: string;
const running: RunningProcess[] = [];

interface Web {
  process: RunningProcess;
  url: string;
}
let webs: Web[];
let workers: RunningProcess[];
let journeys: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(folderOfRun(), "drain-"));
  store = await freshStore();
  mail = await startMailServer();
  const [temporal, ports] = [await devServer(), [await freePort(), await freePort()]];
  signIn = await testSignIn(`http://127.0.0.1:${ports[0]}`);
  env = {
    ...process.env,
    DATABASE_URL: store.appUrl,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    PEOPLE_KEY: TEST_KEY.toString("base64"),
    ERASURE_LOG: join(folder, "erasures.log"),
    SMTP_URL: mail.smtpUrl,
    OIDC_ISSUER: signIn.issuer,
    RATE_LIMIT: "100000",
  };
  token = await signIn.token({ role: "hub-lead", hub: "great-north" });
  journeys = await Promise.all(
    Array.from({ length: CALLERS }, (_, n) =>
      putJourney(store, {
        urn: String(320_000 + n),
        hub: "great-north",
        workGroup: `wg-${n}`,
        until: PAUSED_AT,
        // A school that is away goes on to be so, whatever today is; and the hub may have its concerns.
        more: [
          {
            event: { type: "JourneyPaused", at: PAUSED_AT, until: null, reasonId: "reason" },
            actor: HUB_LEAD,
            commandId: null,
            hub: "great-north",
          },
        ],
      }),
    ),
  );
  webs = await Promise.all(ports.map(startWeb));
  workers = await Promise.all([
    startApp("apps/worker/main.ts", "worker-1"),
    startApp("apps/worker/main.ts", "worker-2"),
  ]);
}, 180_000);

afterAll(async () => {
  await Promise.all(running.map((one) => one.stop()));
  await signIn?.stop();
  await mail?.stop();
  await store?.close();
}, 60_000);

async function startApp(main: string, name: string, more: Record<string, string> = {}): Promise<RunningProcess> {
  const app = await startProcess({
    command: process.execPath,
    args: ["--import", join(top, "apps/cli/setup/typescript.mjs"), join(top, main)],
    log: join(folder, `${name}.log`),
    env: { ...env, ...more },
  });
  running.push(app);
  return app;
}

async function startWeb(port: number): Promise<Web> {
  const web = { process: await startApp("apps/web/main.ts", `web-${port}`, { PORT: String(port) }), url: "" };
  const url = `http://127.0.0.1:${port}`;
  for (const until = Date.now() + 120_000; Date.now() < until; await pause(100)) {
    if (
      await fetch(`${url}/health/live`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return { ...web, url };
  }
  throw new Error(`nothing answers at ${url}`);
}

/** One command, sent until it is acknowledged: to one process, and where that is gone to the other, under one key. */
async function acknowledged(journey: string, first: number): Promise<void> {
  const key = randomUUID();
  const body = JSON.stringify({ reason: "Nobody answers the telephone" });
  const headers = { "Content-Type": "application/json", Authorization: `Bearer ${token}`, "Idempotency-Key": key };
  for (let n = first, until = Date.now() + 90_000; Date.now() < until; n += 1) {
    const { url } = webs[n % webs.length]!;
    const path = `${url}/api/v1/journeys/${journey}/raise-concern`;
    const status = await fetch(path, { method: "POST", headers, body }).then(
      async (response) => (await response.text(), response.status),
      () => null, // it is gone, or was going
    );
    if (status === 200) return;
    if (status !== null && status !== 503) throw new Error(`answered ${status}`);
    await pause(50);
  }
  throw new Error("never acknowledged");
}

const concerns = async (journey: string): Promise<number> =>
  (await load(store.app, streamOf(journey))).filter(({ type }) => type === "ConcernRaised").length;

/** Asks a process to stop, and says how that went. */
async function stopped(one: RunningProcess): Promise<{ code: number | null; ms: number }> {
  const at = performance.now();
  process.kill(one.pid, "SIGTERM");
  const { code } = await one.ended;
  return { code, ms: performance.now() - at };
}

it("loses no acknowledged command when web and worker are asked to stop under load", async () => {
  const sent = new Map(journeys.map((journey) => [journey, 0]));
  let goesOn = true;
  const total = () => [...sent.values()].reduce((sum, one) => sum + one, 0);
  const callers = journeys.map(async (journey, index) => {
    for (let n = index; goesOn; n += 1) {
      await acknowledged(journey, n);
      sent.set(journey, sent.get(journey)! + 1);
      // At any moment: what was acknowledged is in PostgreSQL.
      if (n % 5 === 0) expect(await concerns(journey)).toBe(sent.get(journey));
    }
  });
  const failed = Promise.all(callers).finally(() => (goesOn = false));
  const more = async (): Promise<void> => {
    const least = total() + BEFORE_AND_AFTER;
    while (total() < least) await Promise.race([pause(50), failed]);
  };
  await more();
  const web = await stopped(webs[0]!.process);
  await more();
  const worker = await stopped(workers[0]!);
  await more();
  goesOn = false;
  await failed;
  expect([web.code, worker.code]).toEqual([0, 0]);
  expect(web.ms).toBeLessThan(GRACE_MS.web);
  expect(worker.ms).toBeLessThan(GRACE_MS.worker);
  expect(new Map(await Promise.all(journeys.map(async (one) => [one, await concerns(one)] as const)))).toEqual(sent);
}, 300_000);

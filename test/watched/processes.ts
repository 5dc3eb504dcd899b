// The service as it runs: web and worker as processes of their own, each with its figures at a port, over servers that
// can be taken away from them and given back.

import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client, Connection } from "@temporalio/client";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { academicYearOf, firstDay, lastDay } from "../../libs/calendar/academic-years.ts";
import { instantFromMs, localDate } from "../../libs/calendar/instants.ts";
import { migratedDatabase, type TestDatabase } from "../support/database.ts";
import { TEST_KEY } from "../support/people-keys.ts";
import { testSignIn, type TestSignIn } from "../support/sign-in.ts";
import { devServer, type TestTemporal } from "../support/temporal.ts";
import { folderOfRun } from "../support/test-run.ts";
import { startLink, type Link } from "./link.ts";

export interface Process {
  /** What it wrote, line by line. */
  log(): string;
  /** Where its figures are. */
  metricsPort: number;
  /** Its figures, as Prometheus reads them. */
  scrape(): Promise<string>;
  /** It hangs, alive to whoever started it; and goes on. */
  hang(): void;
  goOn(): void;
  stop(): Promise<number | null>;
}

export interface Watched {
  web: Process;
  worker: Process;
  database: TestDatabase;
  temporal: TestTemporal;
  /** The ways to PostgreSQL, Temporal and the mail server: each can be cut and mended. */
  links: { postgresql: Link; temporal: Link; mail: Link };
  signIn: TestSignIn;
  apiUrl: string;
  /** A school applies at a hub whose window is open: its journey begins, and a letter goes out. Answers its id. */
  apply(urn: number): Promise<string>;
  /** What the API answers a hub that reads: its status. */
  read(path: string): Promise<number>;
  /** Begins the round of the minute now. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

const HUB = "great-north";

/**
 * Starts both.
 * @param options.smtpPort where mail goes, while its link is whole
 * @param options.env beside what they need
 * @param options.ports where their figures are to be
 * @param options.first modules that are loaded before anything else
 */
export async function startWatched({
  smtpPort,
  env = {},
  ports,
  first = [],
}: {
  smtpPort: number;
  env?: NodeJS.ProcessEnv;
  ports?: { web: number; worker: number };
  first?: readonly string[];
}): Promise<Watched> {
  const [database, temporal, port] = [await migratedDatabase(), await devServer(), await freePort()];
  const there = new URL(database.appUrl);
  const links = {
    postgresql: await startLink({ host: there.hostname, port: Number(there.port) }),
    temporal: await startLink(hostAndPort(temporal.address)),
    mail: await startLink({ host: "127.0.0.1", port: smtpPort }),
  };
  const apiUrl = `http://127.0.0.1:${port}`;
  const signIn = await testSignIn(apiUrl);
  const shared = {
    PATH: process.env["PATH"],
    DATABASE_URL: Object.assign(there, { host: `127.0.0.1:${links.postgresql.port}` }).href,
    TEMPORAL_ADDRESS: `127.0.0.1:${links.temporal.port}`,
    TEMPORAL_NAMESPACE: temporal.namespace,
    PEOPLE_KEY: TEST_KEY.toString("base64"),
    ERASURE_LOG: join(folderOfRun(), `${randomUUID()}.log`),
    SMTP_URL: `smtp://127.0.0.1:${links.mail.port}`,
    OIDC_ISSUER: signIn.issuer,
    PORT: String(port),
    ...env,
  };
  const [worker, web] = await Promise.all([
    run("apps/worker/main.ts", { env: shared, metricsPort: ports?.worker, first, ready: '"working"' }),
    run("apps/web/main.ts", { env: shared, metricsPort: ports?.web, first, ready: '"listening"' }),
  ]);
  return {
    ...{ web, worker, database, temporal, links, signIn, apiUrl },
    apply: (urn) => apply({ apiUrl, signIn }, urn),
    async read(path) {
      const token = await signIn.token({ role: "hub-coordinator", hub: HUB });
      const answer = await fetch(`${apiUrl}/api/v1/${path}`, { headers: { authorization: `Bearer ${token}` } });
      await answer.arrayBuffer();
      return answer.status;
    },
    sweep: () => sweep(temporal),
    async stop() {
      await Promise.all([web.stop(), worker.stop()]);
      await Promise.all([signIn.stop(), ...Object.values(links).map((link) => link.stop())]);
      await database.drop();
    },
  };
}

async function sweep({ address, namespace }: TestTemporal): Promise<void> {
  const connection = await Connection.connect({ address });
  await new Client({ connection, namespace }).schedule.getHandle("sweep").trigger();
  await connection.close();
}

function hostAndPort(address: string): { host: string; port: number } {
  const { hostname, port } = new URL(`tcp://${address}`);
  return { host: hostname, port: Number(port) };
}

/** Less than a test gives its beginning: who waits in vain is told why. */
const PATIENCE_MS = 45_000;

interface Run {
  env: NodeJS.ProcessEnv;
  metricsPort: number | undefined;
  first: readonly string[];
  /** What it says once it is ready. */
  ready: string;
}

async function run(main: string, { env, metricsPort: port, first, ready }: Run): Promise<Process> {
  const metricsPort = port ?? (await freePort());
  const imports = ["./apps/cli/setup/typescript.mjs", "./test/watched/looks-often.ts", ...first];
  const child = spawn(process.execPath, [...imports.flatMap((one) => ["--import", one]), main], {
    env: { ...env, METRICS_PORT: String(metricsPort) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => void (log += String(chunk)));
  for (const patience = Date.now() + PATIENCE_MS; !log.includes(ready); await pause(20)) {
    if (child.exitCode === null && Date.now() < patience) continue;
    child.kill("SIGKILL");
    throw new Error(`${main} did not get ready, and said ${log}`);
  }
  return {
    log: () => log,
    metricsPort,
    hang: () => void child.kill("SIGSTOP"),
    goOn: () => void child.kill("SIGCONT"),
    async scrape() {
      const answer = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
      if (!answer.ok) throw new Error(`${main} shows no figures: ${answer.status}`);
      return answer.text();
    },
    stop: () => ended(child),
  };
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
  return child.exitCode;
}

/** What whoever calls may say of a trace of their own. */
export const STRANGERS_TRACE = {
  traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
  tracestate: "canary=fink",
  baggage: "who=canaria.fink%40example.org",
};

async function apply({ apiUrl, signIn }: Pick<Watched, "apiUrl" | "signIn">, urn: number): Promise<string> {
  const year = academicYearOf(localDate(instantFromMs(Date.now())));
  const prospectus = `${year.replace("/", "-")}/primary-readiness`;
  const [hub, school] = [
    await signIn.token({ role: "hub-coordinator", hub: HUB }),
    await signIn.token({ role: "school-contact", urns: [String(urn)] }),
  ];
  const send = async (method: string, path: string, token: string, body: object): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${apiUrl}/api/v1/${path}`, {
      method,
      headers: {
        ...{ authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": `${urn}` },
        ...STRANGERS_TRACE,
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  };
  await send("PUT", `hubs/${HUB}/windows/${prospectus}`, hub, { opensOn: firstDay(year), closesOn: lastDay(year) });
  const { journey } = await send("POST", "applications", school, {
    ...{ prospectus, hub: HUB, criteria: ["poor-progress-or-attainment"], understandsExpectations: true },
    school: { urn, name: "Canary Primary School", phase: "primary", funding: "state" },
    reasons: "Canary reasons: our results in maths have fallen for three years and we want to change how we teach.",
    contact: { firstName: "Canaria", lastName: "Fink", email: "canaria.fink@example.org" },
  });
  return String(journey);
}

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Environment } from "../../../libs/config/environment.ts";
import { lazyConnection, type TemporalSettings } from "../../../libs/temporal/connection.ts";
import { makeCurrent } from "../../../libs/temporal/deployment.ts";
import { startInbox } from "../../inbox/inbox.ts";
import { memoryAdapter } from "../../sign-in/memory-adapter.ts";
import { startSignIn } from "../../sign-in/sign-in.ts";
import { SIGN_INS, type SignIn } from "../../sign-in/sign-ins.ts";
import { top } from "../setup/folders.ts";
import { rememberedPort } from "../setup/ports.ts";
import { startPostgres } from "../setup/postgres.ts";
import { logTail, startProcess } from "../setup/processes.ts";
import { upToDate } from "../setup/up-to-date.ts";
import { SetUpError, type Say } from "../setup/set-up-error.ts";
import { startTemporal } from "../setup/temporal.ts";
import { keepAlive, type KeptAlive, type Part } from "./keep-alive.ts";
import { api, mailFolder, postgresFolder, signInFolder, temporalFolder, worker, type Service } from "./places.ts";

/** Something that was started and can be stopped, and what it adds to the environment of the services. */
export interface Running {
  stop(): Promise<void>;
}

/** The database, brought to the newest schema, its people sealed with `peopleKeys`: the one given, or ours. */
export async function database(
  given: Environment,
  peopleKeys: readonly Buffer[],
  say: Say,
): Promise<Running & { databaseUrl: string }> {
  if (given.databaseUrl !== undefined) {
    await upToDate(given.databaseOwnerUrl ?? given.databaseUrl, peopleKeys);
    return { databaseUrl: given.databaseUrl, stop: async () => undefined };
  }
  const port = await rememberedPort("postgres");
  const ours = await keepAlive("PostgreSQL", () => startPostgres({ folder: postgresFolder, port }), say);
  try {
    await upToDate(ours.part.ownerUrl, peopleKeys);
  } catch (error) {
    await ours.stop();
    throw error;
  }
  return { databaseUrl: ours.part.appUrl, stop: () => ours.stop() };
}

/** The Temporal server: the one given, or ours with its Web UI. */
export async function temporal(
  given: Environment,
  say: Say,
): Promise<Running & { address: string; uiUrl: string | undefined }> {
  if (given.temporalAddress !== undefined)
    return { address: given.temporalAddress, uiUrl: given.temporalUiUrl, stop: async () => undefined };
  return ownTemporal(given, say);
}

/** Ours. `throwAway`: it keeps nothing. */
export async function ownTemporal(
  given: Environment,
  say: Say,
  { throwAway = false }: { throwAway?: boolean } = {},
): Promise<Running & { address: string; uiUrl: string | undefined }> {
  const port = await rememberedPort("temporal", 7233);
  const uiPort = await rememberedPort("temporal-ui", 8233);
  const options = { folder: temporalFolder, port, uiPort, namespace: given.temporalNamespace, say, throwAway };
  const ours = await keepAlive("The Temporal server", () => startTemporal(options), say);
  return { address: ours.part.address, uiUrl: given.temporalUiUrl ?? ours.part.uiUrl, stop: () => ours.stop() };
}

/** Where e-mails go: the server given, or our inbox. */
export async function mail(given: Environment): Promise<Running & { smtpUrl: string; inboxUrl: string | undefined }> {
  if (given.smtpUrl !== undefined) return { smtpUrl: given.smtpUrl, inboxUrl: undefined, stop: async () => undefined };
  const inbox = await startInbox({
    folder: mailFolder,
    smtpPort: await rememberedPort("smtp", 1025),
    webPort: await rememberedPort("inbox", 8025),
  });
  return { smtpUrl: inbox.smtpUrl, inboxUrl: inbox.webUrl, stop: () => inbox.stop() };
}

/** No mail server: for what sends nothing. */
export async function mailboxless(): Promise<Running & { smtpUrl: string; inboxUrl: undefined }> {
  return { smtpUrl: "", inboxUrl: undefined, stop: async () => undefined };
}

const CONSOLE_CLIENT = "school-journeys-console";

/**
 * Where people sign in: the provider given, or ours with these made-up people (null at one that is given); and what the
 * console needs to know of it. `consoleUrl`: where people come back to.
 */
export async function signIn(
  given: Environment,
  consoleUrl: string,
  people: readonly SignIn[] = SIGN_INS,
): Promise<Running & { people: readonly SignIn[] | null; env: Record<string, string> }> {
  if (given.oidcIssuer !== undefined)
    return { people: null, env: { OIDC_ISSUER: given.oidcIssuer }, stop: async () => undefined };
  const port = await rememberedPort("sign-in", 3001, undefined, given.port);
  const client = { id: CONSOLE_CLIENT, url: consoleUrl };
  const kept = { people, memory: memoryAdapter(), refreshes: true };
  const ours = await startSignIn({ folder: signInFolder, port, client, kept });
  const { issuer, secrets } = ours;
  const env = {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: CONSOLE_CLIENT,
    OIDC_CLIENT_SECRET: secrets.client,
    SESSION_SECRET: secrets.session,
  };
  return { people, env, stop: () => ours.stop() };
}

/** Where worker and API show their figures. */
export interface MetricsPorts {
  worker: number;
  web: number;
}

/** The ports given, or two that are free; as a rule the same as last time. */
export async function metricsPorts({ metricsPort }: Environment): Promise<MetricsPorts> {
  if (metricsPort !== undefined) return { worker: metricsPort, web: metricsPort + 1 };
  return { worker: await rememberedPort("worker-metrics", 9464), web: await rememberedPort("web-metrics", 9465) };
}

/** What the services are started with. */
export interface Wanted {
  env: NodeJS.ProcessEnv;
  apiUrl: string;
  /** Where each shows its figures. */
  metricsPorts: MetricsPorts;
  /** The version of the worker, and where it is made current. */
  buildId: string;
  temporal: TemporalSettings;
}

/**
 * Starts the worker and the API, and waits until the worker's version has the workflows and the API says that it is
 * ready, or until we are `told` to stop.
 */
export async function runServices(wanted: Wanted, say: Say, told: AbortSignal): Promise<Running> {
  const { apiUrl } = wanted;
  const running: KeptAlive<Part>[] = [];
  const givenUp = new AbortController();
  const stop = async () => {
    givenUp.abort();
    // The API first: what it has taken in, the worker still finishes.
    for (const service of [...running].reverse()) await service.stop();
  };
  try {
    for (const service of [worker, api])
      running.push(await keepAlive(service.name, () => runService(service, envOf(service, wanted)), say));
    const notAnyMore = AbortSignal.any([told, givenUp.signal]);
    await Promise.all([whenReady(`${apiUrl}/health/ready`, running, told), whenCurrent(wanted, notAnyMore)]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

const envOf = (service: Service, { env, metricsPorts: { worker: first, web } }: Wanted): NodeJS.ProcessEnv => ({
  ...env,
  METRICS_PORT: String(service === worker ? first : web),
});

async function runService(service: Service, env: NodeJS.ProcessEnv): Promise<Part> {
  const imports = ["typescript.mjs", "with-parent.mjs"].flatMap((file) => [
    "--import",
    join(top, "apps/cli/setup", file),
  ]);
  const process = await startProcess({
    command: globalThis.process.execPath,
    args: [...imports, service.main],
    env,
    log: service.log,
    channel: true,
  });
  await writeFile(service.pidFile, String(process.pid));
  return { process, stop: () => process.stop() };
}

async function whenCurrent({ temporal, buildId }: Wanted, signal: AbortSignal): Promise<void> {
  const connection = lazyConnection(temporal, 5_000);
  try {
    await makeCurrent(connection, { namespace: temporal.namespace, buildId, timeoutMs: 60_000, signal });
  } catch (cause) {
    if (signal.aborted) return;
    throw new SetUpError(
      `${cause instanceof Error ? cause.message : cause} It needs a Temporal server of version 1.29 or newer; ` +
        `the worker's log is ${worker.log}.`,
      { cause },
    );
  } finally {
    await connection.close();
  }
}

async function whenReady(url: string, running: KeptAlive<Part>[], told: AbortSignal): Promise<void> {
  const DEATHS_TO_GIVE_UP = 2;
  for (const until = Date.now() + 120_000; ; await pause(100)) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined); // not listening yet
    if (answer?.ok || told.aborted) return;
    const dead = [worker, api].find((_, index) => (running[index]?.deaths() ?? 0) >= DEATHS_TO_GIVE_UP);
    if (!dead && Date.now() < until) continue;
    const { name, log } = dead ?? api;
    throw new SetUpError(`${name} did not get ready. Its log, ${log}, ends:\n${logTail(log)}`);
  }
}

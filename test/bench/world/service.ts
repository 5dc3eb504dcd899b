// The whole service over the country's database: Temporal, worker, API and sign-in, each the process that `npm start`
// runs. They live by the clock of a demonstration, so that the country's day is the same whenever this runs.

import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client, Connection } from "@temporalio/client";
import { top } from "../../../apps/cli/setup/folders.ts";
import { freePort } from "../../../apps/cli/setup/ports.ts";
import { logTail, startProcess, type RunningProcess } from "../../../apps/cli/setup/processes.ts";
import { startTemporal } from "../../../apps/cli/setup/temporal.ts";
import { memoryAdapter } from "../../../apps/sign-in/memory-adapter.ts";
import { startSignIn, type RunningSignIn } from "../../../apps/sign-in/sign-in.ts";
import { tokenFor } from "../../../apps/sign-in/token.ts";
import { instantFromMs } from "../../../libs/calendar/instants.ts";
import { demoClockOf } from "../../../libs/config/demo.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { COUNTRY_DAY } from "../../support/country/cohorts.ts";
import { TEST_KEY } from "../../support/people-keys.ts";
import type { Bench } from "../bench.ts";
import { cpuOf } from "../measure/cpu.ts";
import { countryDatabase, type CountryDatabase } from "./database.ts";
import { signInsOf } from "./sign-ins.ts";
import { startOnPostgres, type ServerOnPostgres } from "./temporal-on-postgres.ts";

/** Where the workflows live. */
export interface Home {
  temporal: { address: string; pids: readonly number[] };
  namespace: string;
  connection: Connection;
  client: Client;
}

export interface Service {
  country: CountryDatabase;
  home: Home;
  env: NodeJS.ProcessEnv;
  apiUrl: string;
  signIn: RunningSignIn;
  worker: RunningProcess;
  api: RunningProcess;
  /** What our side has taken of the processor so far: each that takes part in a command. */
  cpu(): Record<"api" | "worker" | "temporal" | "postgres", number>;
  /** The server that both sides share, and what it stands on. */
  serverPids: readonly number[];
}

/** The service that figures share. */
export function theService(bench: Bench): Promise<Service> {
  return bench.once("service", () => start(bench));
}

/** Begins with this clock: `shows` when this machine's shows now. */
export const clockShows = (shows: string): string => demoClockOf(shows, instantFromMs(Date.now()));

async function start(bench: Bench): Promise<Service> {
  const country = await countryDatabase(bench);
  const home = await temporalOf(bench, join(country.folder, "temporal"));
  const port = await freePort();
  const apiUrl = `http://127.0.0.1:${port}`;
  const client = { id: "school-journeys-console", url: apiUrl };
  const signIn = await startSignIn({
    ...{ folder: join(country.folder, "sign-in"), port: await freePort(), client },
    kept: { people: await signInsOf(country), memory: memoryAdapter(), refreshes: true },
  });
  bench.atEnd(() => signIn.stop());
  const env = {
    ...process.env,
    PORT: String(port),
    DATABASE_URL: country.postgres.appUrl,
    TEMPORAL_ADDRESS: home.temporal.address,
    // Whatever namespace of it a figure empties, it is home.
    TEMPORAL_CLUSTER: "bench",
    PEOPLE_KEY: TEST_KEY.toString("base64"),
    ERASURE_LOG: join(country.folder, "erasures.log"),
    OIDC_ISSUER: signIn.issuer,
    OIDC_CLIENT_SECRET: signIn.secrets.client,
    SESSION_SECRET: signIn.secrets.session,
    RATE_LIMIT: "9999999",
    RATE_LIMIT_ANYONE: "9999999",
    MAIL_RATE: "9999",
    DEMO_CLOCK: clockShows(COUNTRY_DAY),
  };
  const service: Service = {
    ...{ country, home, env, apiUrl, signIn, serverPids: home.temporal.pids },
    worker: await startProgram("worker", env, country.folder),
    api: await startProgram("web", env, country.folder),
    cpu: () => ({
      api: cpuOf([service.api.pid]),
      worker: cpuOf([service.worker.pid]),
      temporal: cpuOf(service.serverPids),
      postgres: cpuOf([country.postgres.process.pid]),
    }),
  };
  bench.atEnd(async () => {
    await service.api.stop();
    await service.worker.stop();
  });
  await whenReady(service);
  return service;
}

/** A Temporal server of its own: as `npm start` runs it, or on PostgreSQL. */
export async function temporalOf(bench: Bench, folder: string): Promise<Home> {
  const temporal = bench.scale.onPostgres ? await startOnPostgres(folder, bench.say) : await embedded(folder);
  bench.atEnd(() => temporal.stop());
  const connection = await Connection.connect({ address: temporal.address });
  bench.atEnd(() => connection.close());
  return { temporal, namespace: "default", connection, client: new Client({ connection }) };
}

async function embedded(folder: string): Promise<ServerOnPostgres> {
  const { address, process: server, stop } = await startTemporal({ folder, port: await freePort() });
  return { address, pids: [server.pid], stop };
}

/** Starts the worker or the API as `npm start` does. */
export function startProgram(app: "worker" | "web", env: NodeJS.ProcessEnv, folder: string): Promise<RunningProcess> {
  const imports = ["typescript.mjs", "with-parent.mjs"].flatMap((file) => [
    "--import",
    join(top, "apps/cli/setup", file),
  ]);
  return startProcess({
    command: process.execPath,
    args: [...imports, join(top, "apps", app, "main.ts")],
    env,
    log: join(folder, `${app}.log`),
    channel: true,
  });
}

/** Waits until the API says that it is ready. */
export async function whenReady({ apiUrl, api, country }: Service): Promise<void> {
  for (const until = Date.now() + 120_000; ; await pause(100)) {
    const answer = await fetch(`${apiUrl}/health/ready`).catch(() => undefined); // not listening yet
    if (answer?.ok) return;
    if (Date.now() < until && api.isRunning()) continue;
    throw new Error(`the API did not get ready: ${logTail(join(country.folder, "web.log"))}`);
  }
}

/** Who calls; what is not said is nothing. */
export type Caller = Pick<Principal, "role"> & Partial<Principal>;

/** A token for whoever is wanted. */
export function tokenOf(service: Service, { role, hub = null, who = `${role}-${hub}` }: Caller): Promise<string> {
  const principal = { who, role, hub, urns: [], workGroups: [] };
  return tokenFor(principal, service.signIn.secrets, service.signIn.issuer);
}

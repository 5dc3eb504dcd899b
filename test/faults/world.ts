// Everything the fault test runs on, on this machine: PostgreSQL, the Temporal server, a mail inbox, and workers that
// are killed.

import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Client, Connection } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { localFolder } from "../../apps/cli/setup/folders.ts";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { startPostgres, type RunningPostgres } from "../../apps/cli/setup/postgres.ts";
import { startTemporal } from "../../apps/cli/setup/temporal.ts";
import { startInbox, type Inbox } from "../../apps/inbox/inbox.ts";
import { unlockPeople } from "../../libs/people/keys.ts";
import { openDatabase } from "../../libs/views/database.ts";
import { migrate } from "../../libs/store/migrate.ts";
import { TEST_KEY, TEST_KEYRING } from "../support/people-keys.ts";
import { workflowsOfRun } from "../support/test-run.ts";
import { makeDisk, type Disk } from "./disk.ts";
import { goOn, halt } from "./halting.ts";
import { WorkerSlot } from "./slots.ts";

export interface World {
  dataSource: DataSource;
  client: Client;
  inbox: Inbox;
  workers: WorkerSlot[];
  /** Ends PostgreSQL and starts it again on its data. */
  restartPostgres(): Promise<void>;
  stop(): Promise<void>;
}

/** A server of a test's own, which may be ended in any way. */
export interface Server {
  port: number;
  /** Its small disk, where it has one. */
  disk: Disk | null;
  /** Ends it by a signal, where it runs. */
  signal(name: NodeJS.Signals): void;
  /** Stops all its processes, and lets them go on. */
  halt(): Promise<void>;
  goOn(): void;
  /** Resolves when it has ended. */
  gone(): Promise<void>;
  /** Starts it on what it kept, ended by whatever it was; does nothing where it runs. */
  start(): Promise<void>;
}

/** What workers stand on. `env`: what each of them is told; `bundle`: the workflows, bundled. */
export interface Ground {
  folder: string;
  dataSource: DataSource;
  client: Client;
  env: NodeJS.ProcessEnv;
  bundle: string;
  /** For what only the owner of the database may do, and nobody. */
  ownerUrl: string;
  adminUrl: string;
  postgres: Server;
  temporal: Server;
  /** Ends PostgreSQL and starts it again on the same data. */
  restartPostgres(): Promise<void>;
  /** Ends the servers, and removes what they kept unless the test failed. */
  stop(): Promise<void>;
}

/**
 * `lasting`: both servers keep what they were told before they answer, as in service: for those that are killed.
 * `disks`: each server has a small one, so that it can be full, where this machine lets us. `bundle`: the workflows,
 * where they are bundled already.
 */
export interface GroundOptions {
  lasting?: boolean;
  disks?: boolean;
  bundle?: string;
}
const MEGABYTES = { postgres: 400, temporal: 200 };

/**
 * Starts PostgreSQL and Temporal. `folder` of this run is under `.local/{name}`; its logs stay there when the test
 * fails.
 */
export async function startGround(name: string, options: GroundOptions = {}): Promise<Ground> {
  const folder = join(localFolder, name, String(process.pid));
  await mkdir(folder, { recursive: true });
  const throwAway = options.lasting !== true;
  const disk = (of: keyof typeof MEGABYTES) =>
    options.disks ? makeDisk(join(folder, `${of}-disk`), MEGABYTES[of]) : Promise.resolve(null);
  const [postgres, temporal] = await Promise.all([
    startServer(await disk("postgres"), join(folder, "postgres"), (where) => startPostgres({ ...where, throwAway })),
    startServer(await disk("temporal"), join(folder, "temporal"), (where) => startTemporal({ ...where, throwAway })),
  ]);
  const { ownerUrl, appUrl, adminUrl } = postgres.running();
  await migrate(ownerUrl);
  const dataSource = unlockPeople(await openDatabase(appUrl, { name }), TEST_KEYRING);
  const address = `127.0.0.1:${temporal.port}`;
  const connection = await Connection.connect({ address });
  const env = {
    ...process.env,
    DATABASE_URL: appUrl,
    TEMPORAL_ADDRESS: address,
    MAIL_FROM: `journeys@${name}.example`,
    PEOPLE_KEY: TEST_KEY.toString("base64"),
    ERASURE_LOG: join(folder, "erasures.log"),
  };
  return {
    folder,
    dataSource,
    client: new Client({ connection }),
    env,
    bundle: options.bundle ?? (await workflowsOfRun()).workflowBundle.codePath,
    ownerUrl,
    adminUrl,
    postgres,
    temporal,
    async restartPostgres() {
      await postgres.running().stop();
      await postgres.start();
    },
    async stop() {
      await connection.close();
      await dataSource.destroy();
      for (const server of [temporal, postgres]) {
        await server.running().stop();
        await server.disk?.remove();
      }
      if (!process.exitCode) await rm(folder, { recursive: true, force: true });
    },
  };
}

type Started = Pick<RunningPostgres, "process" | "stop">;

async function startServer<S extends Started>(
  disk: Disk | null,
  folder: string,
  start: (where: { folder: string; port: number }) => Promise<S>,
): Promise<Server & { running(): S }> {
  const where = { folder: disk === null ? folder : join(disk.folder, "kept"), port: await freePort() };
  let running = await start(where);
  return {
    port: where.port,
    disk,
    running: () => running,
    signal(name) {
      // It leads a group of its own.
      if (running.process.isRunning()) process.kill(-running.process.pid, name);
    },
    async halt() {
      await halt(running.process.pid);
    },
    goOn() {
      goOn(running.process.pid);
    },
    async gone() {
      await running.process.ended;
    },
    async start() {
      if (running.process.isRunning()) return;
      running = await start(where);
    },
  };
}

/** Starts it all. */
export async function startWorld(workerCount: number): Promise<World> {
  const ground = await startGround("faults");
  const { folder, dataSource, client, bundle } = ground;
  const inbox = await inboxIn(folder);
  const env = { ...ground.env, SMTP_URL: inbox.smtpUrl, MAIL_RATE: "500" };
  const workers = Array.from(
    { length: workerCount },
    (_, index) => new WorkerSlot(join(folder, `worker-${index + 1}.log`), bundle, env),
  );
  return {
    dataSource,
    client,
    inbox,
    workers,
    restartPostgres: () => ground.restartPostgres(),
    async stop() {
      await Promise.all(workers.map((worker) => worker.end()));
      await inbox.stop();
      await ground.stop();
    },
  };
}

/** A mail server that keeps what arrives. */
export const inboxIn = async (folder: string): Promise<Inbox> =>
  startInbox({ folder: join(folder, "mail"), smtpPort: await freePort(), webPort: await freePort() });

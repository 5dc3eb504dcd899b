// Everything the fault test runs on, on this machine: PostgreSQL, the Temporal server, a mail inbox, and workers that
// are killed.

import { fork, type ChildProcess } from "node:child_process";
import { openSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Client, Connection } from "@temporalio/client";
import { bundleWorkflowCode, DefaultLogger } from "@temporalio/worker";
import type { DataSource } from "typeorm";
import { localFolder } from "../../apps/cli/setup/folders.ts";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { startPostgres } from "../../apps/cli/setup/postgres.ts";
import { startTemporal } from "../../apps/cli/setup/temporal.ts";
import { startInbox, type Inbox } from "../../apps/inbox/inbox.ts";
import { WORKFLOWS } from "../../apps/worker/worker.ts";
import { unlockPeople } from "../../libs/people/keys.ts";
import { openDatabase } from "../../libs/views/database.ts";
import { migrate } from "../../libs/store/migrate.ts";
import { TEST_KEY, TEST_KEYRING } from "../support/people-keys.ts";
import type { Point } from "./dying.ts";

export interface World {
  dataSource: DataSource;
  client: Client;
  inbox: Inbox;
  workers: WorkerSlot[];
  /** Ends PostgreSQL and starts it again on its data. */
  restartPostgres(): Promise<void>;
  stop(): Promise<void>;
}

/** What workers stand on. `env`: what each of them is told; `bundle`: the workflows, bundled. */
export interface Ground {
  folder: string;
  dataSource: DataSource;
  client: Client;
  env: NodeJS.ProcessEnv;
  bundle: string;
  /** For what only the owner of the database may do. */
  ownerUrl: string;
  /** Ends PostgreSQL and starts it again on the same data. */
  restartPostgres(): Promise<void>;
  /** Ends the servers, and removes what they kept unless the test failed. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL and Temporal. `folder` of this run is under `.local/{name}`; its logs stay there when the test
 * fails.
 */
export async function startGround(name: string): Promise<Ground> {
  const folder = join(localFolder, name, String(process.pid));
  await mkdir(folder, { recursive: true });
  const where = { folder: join(folder, "postgres"), port: await freePort(), throwAway: true };
  let postgres = await startPostgres(where);
  const temporal = await startTemporal({ folder: join(folder, "temporal"), port: await freePort(), throwAway: true });
  await migrate(postgres.ownerUrl);
  const dataSource = unlockPeople(await openDatabase(postgres.appUrl, { name }), TEST_KEYRING);
  const connection = await Connection.connect({ address: temporal.address });
  const bundle = join(folder, "workflows.js");
  await writeFile(
    bundle,
    (await bundleWorkflowCode({ workflowsPath: WORKFLOWS, logger: new DefaultLogger("ERROR") })).code,
  );
  const env = {
    ...process.env,
    DATABASE_URL: postgres.appUrl,
    TEMPORAL_ADDRESS: temporal.address,
    MAIL_FROM: `journeys@${name}.example`,
    PEOPLE_KEY: TEST_KEY.toString("base64"),
    ERASURE_LOG: join(folder, "erasures.log"),
  };
  return {
    folder,
    dataSource,
    client: new Client({ connection }),
    env,
    bundle,
    ownerUrl: postgres.ownerUrl,
    async restartPostgres() {
      await postgres.stop();
      postgres = await startPostgres(where);
    },
    async stop() {
      await connection.close();
      await dataSource.destroy();
      await temporal.stop();
      await postgres.stop();
      if (process.exitCode === 0) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Starts it all. */
export async function startWorld(workerCount: number): Promise<World> {
  const ground = await startGround("faults");
  const { folder, dataSource, client, bundle } = ground;
  const inbox = await startInbox({
    folder: join(folder, "mail"),
    smtpPort: await freePort(),
    webPort: await freePort(),
  });
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

/** A worker process; when it dies, the next one takes its place. */
export class WorkerSlot {
  ready = false;
  /** When each of its processes so far had died, in milliseconds. */
  readonly deaths: number[] = [];
  private child: ChildProcess;
  private ended = false;
  private readonly log: string;
  private readonly bundle: string;
  private readonly env: NodeJS.ProcessEnv;

  private readonly program: URL;

  /** `program`: what runs as the worker. */
  constructor(log: string, bundle: string, env: NodeJS.ProcessEnv, program = new URL("./worker.ts", import.meta.url)) {
    this.program = program;
    this.log = log;
    this.bundle = bundle;
    this.env = env;
    this.child = this.start();
  }

  /** Ends it at once, as if its machine were gone. */
  kill(): void {
    this.ready = false;
    this.child.kill("SIGKILL");
  }

  /**
   * Has it end itself the next time it comes to `point`. Resolves with true when it has, false if it has not within
   * `withinMs`.
   */
  async dieAt(point: Point, withinMs: number): Promise<boolean> {
    const { child } = this;
    this.ready = false;
    child.send(point);
    const died = await Promise.race([
      new Promise<boolean>((resolve) => child.once("exit", () => resolve(true))),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), withinMs)),
    ]);
    if (!died) child.kill("SIGKILL");
    return died;
  }

  async end(): Promise<void> {
    this.ended = true;
    const { child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }

  private start(): ChildProcess {
    const log = openSync(this.log, "a");
    const child = fork(this.program, [this.bundle], {
      env: this.env,
      stdio: ["ignore", log, log, "ipc"],
      execArgv: ["--import", "./apps/cli/setup/typescript.mjs"],
    });
    child.on("message", () => {
      this.ready = true;
    });
    child.once("exit", () => {
      this.ready = false;
      this.deaths.push(Date.now());
      if (!this.ended) this.child = this.start();
    });
    return child;
  }
}

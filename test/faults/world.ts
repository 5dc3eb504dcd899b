// Everything the fault test runs on, on this machine: PostgreSQL, the Temporal server, a mail inbox, and workers that are killed.

import { fork, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import { localFolder } from '../../apps/cli/setup/folders.ts';
import { freePort } from '../../apps/cli/setup/ports.ts';
import { startPostgres } from '../../apps/cli/setup/postgres.ts';
import { startTemporal } from '../../apps/cli/setup/temporal.ts';
import { startInbox, type Inbox } from '../../apps/inbox/inbox.ts';
import { WORKFLOWS } from '../../apps/worker/worker.ts';
import { unlockPeople } from '../../libs/people/keys.ts';
import { openDatabase } from '../../libs/store/data-source.ts';
import { migrate } from '../../libs/store/migrate.ts';
import { TEST_KEY, TEST_KEYRING } from '../support/people-keys.ts';
import type { Point } from './worker.ts';

export interface World {
  dataSource: DataSource;
  client: Client;
  inbox: Inbox;
  workers: WorkerSlot[];
  /** Ends PostgreSQL and starts it again on its data. */
  restartPostgres(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it all; `mailThrough`: what stands before the inbox. `folder` of this run is under `.local/faults`; the workers' logs stay there when the test fails. */
export async function startWorld(workerCount: number, options: { mailThrough?: (smtpUrl: string) => Promise<string>; mailRate?: string } = {}): Promise<World> {
  const folder = join(localFolder, 'faults', String(process.pid));
  await mkdir(folder, { recursive: true });
  const place = { folder: join(folder, 'postgres'), port: await freePort(), throwAway: true };
  let postgres = await startPostgres(place);
  const temporal = await startTemporal({ folder: join(folder, 'temporal'), port: await freePort(), throwAway: true });
  const inbox = await startInbox({ folder: join(folder, 'mail'), smtpPort: await freePort(), webPort: await freePort() });
  await migrate(postgres.ownerUrl);
  const dataSource = unlockPeople(await openDatabase(postgres.appUrl, { name: 'faults' }), TEST_KEYRING);
  const connection = await Connection.connect({ address: temporal.address });

  const bundle = join(folder, 'workflows.js');
  await writeFile(bundle, (await bundleWorkflowCode({ workflowsPath: WORKFLOWS, logger: new DefaultLogger('ERROR') })).code);
  const env = {
    ...process.env, DATABASE_URL: postgres.appUrl, TEMPORAL_ADDRESS: temporal.address, SMTP_URL: await options.mailThrough?.(inbox.smtpUrl) ?? inbox.smtpUrl, MAIL_RATE: options.mailRate ?? '500', MAIL_FROM: 'journeys@faults.example',
    PEOPLE_KEY: TEST_KEY.toString('base64'), ERASURE_LOG: join(folder, 'erasures.log'),
  };
  const workers = Array.from({ length: workerCount }, (_, index) => new WorkerSlot(join(folder, `worker-${index + 1}.log`), bundle, env));
  return {
    dataSource, client: new Client({ connection }), inbox, workers,
    async restartPostgres() {
      await postgres.stop();
      postgres = await startPostgres(place);
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.end()));
      await connection.close();
      await dataSource.destroy();
      await inbox.stop();
      await temporal.stop();
      await postgres.stop();
      if (process.exitCode === 0) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A worker process; when it dies, the next one takes its place. */
export class WorkerSlot {
  ready = false;
  private child: ChildProcess;
  private ended = false;
  private readonly log: string;
  private readonly bundle: string;
  private readonly env: NodeJS.ProcessEnv;

  constructor(log: string, bundle: string, env: NodeJS.ProcessEnv) {
    this.log = log;
    this.bundle = bundle;
    this.env = env;
    this.child = this.start();
  }

  /** Ends it at once, as if its machine were gone. */
  kill(): void {
    this.ready = false;
    this.child.kill('SIGKILL');
  }

  /** Has it end itself the next time it comes to `point`. Resolves with true when it has, false if it has not within `withinMs`. */
  async dieAt(point: Point, withinMs: number): Promise<boolean> {
    const { child } = this;
    this.ready = false;
    child.send(point);
    const died = await Promise.race([
      new Promise<boolean>((resolve) => child.once('exit', () => resolve(true))),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), withinMs)),
    ]);
    if (!died) child.kill('SIGKILL');
    return died;
  }

  async end(): Promise<void> {
    this.ended = true;
    const { child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  private start(): ChildProcess {
    const log = openSync(this.log, 'a');
    const child = fork(new URL('./worker.ts', import.meta.url), [this.bundle], {
      env: this.env, stdio: ['ignore', log, log, 'ipc'], execArgv: ['--import', './apps/cli/setup/typescript.mjs'],
    });
    child.on('message', () => { this.ready = true; });
    child.once('exit', () => {
      this.ready = false;
      if (!this.ended) this.child = this.start();
    });
    return child;
  }
}

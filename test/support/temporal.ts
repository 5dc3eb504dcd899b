import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { freePort } from '../../apps/cli/setup/ports.ts';
import { registerSearchAttributes, startTemporal, type RunningTemporal } from '../../apps/cli/setup/temporal.ts';
import { testServer } from '../../apps/cli/setup/test-server.ts';
import { ofTestRun } from './test-run.ts';

/**
 * Starts a Temporal development server of the test file's own, with the search attributes; call stop() in afterAll.
 * For what the time-skipping one lacks: Schedules, listing workflows, the Web UI (only `withUi`).
 */
export async function devServer(options: { withUi?: boolean } = {}): Promise<RunningTemporal> {
  return startTemporal({
    folder: join(ofTestRun('TEST_RUN_FOLDER'), `temporal-${randomBytes(4).toString('hex')}`),
    port: await freePort(),
    ...(options.withUi ? { uiPort: await freePort() } : {}),
    throwAway: true,
  });
}

/** Starts a time-skipping server with the search attributes; call teardown() in afterAll. */
export async function timeSkipping(): Promise<TestWorkflowEnvironment> {
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: await testServer((line) => process.stderr.write(`${line}\n`)) },
  });
  await registerSearchAttributes(environment.connection, environment.namespace ?? 'default');
  return environment;
}

import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { registerSearchAttributes, startTemporal, type RunningTemporal } from "../../apps/cli/setup/temporal.ts";
import { testServer } from "../../apps/cli/setup/test-server.ts";
import { ofTestRun } from "./test-run.ts";

/**
 * Starts a Temporal development server of the test file's own, with the search attributes; call stop() in afterAll.
 * For what the time-skipping one lacks: Schedules, listing workflows, the Web UI (only `withUi`).
 */
export async function devServer(options: { withUi?: boolean } = {}): Promise<RunningTemporal> {
  return startTemporal({
    folder: join(ofTestRun("TEST_RUN_FOLDER"), `temporal-${randomBytes(4).toString("hex")}`),
    port: await freePort(),
    ...(options.withUi ? { uiPort: await freePort() } : {}),
    throwAway: true,
  });
}

/** Starts a time-skipping server with the search attributes; call teardown() in afterAll. */
export async function timeSkipping(): Promise<TestWorkflowEnvironment> {
  const executable = await testServer((line) => process.stderr.write(`${line}\n`));
  const environment = await started(() => TestWorkflowEnvironment.createTimeSkipping({ server: { executable } }));
  await registerSearchAttributes(environment.connection, environment.namespace ?? "default");
  return environment;
}

/** The SDK gives a server five seconds to start; on a busy machine a Java one takes longer now and then. */
async function started(start: () => Promise<TestWorkflowEnvironment>, tries = 5): Promise<TestWorkflowEnvironment> {
  try {
    return await start();
  } catch (error) {
    if (tries === 1) throw error;
    return started(start, tries - 1);
  }
}

import { randomBytes } from "node:crypto";
import { Connection } from "@temporalio/client";
import { msToTs } from "@temporalio/common/lib/time.js";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import { registerSearchAttributes } from "../../apps/cli/setup/temporal.ts";
import { testServer } from "../../apps/cli/setup/test-server.ts";
import { sharedInRun } from "./test-run.ts";

/** Where a test file finds a development server: what is in its namespace is its own. */
export interface TestTemporal {
  /** host:port */
  address: string;
  namespace: string;
}

/**
 * A namespace of the test file's own, with the search attributes, on the run's Temporal development server.
 * For what the time-skipping one lacks: Schedules and listing workflows.
 */
export async function devServer(): Promise<TestTemporal> {
  const { address } = await sharedInRun("temporal");
  const namespace = `test-${randomBytes(4).toString("hex")}`;
  const connection = await Connection.connect({ address });
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs("1 day"),
    });
    await registerSearchAttributes(connection, namespace);
  } finally {
    await connection.close();
  }
  return { address, namespace };
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

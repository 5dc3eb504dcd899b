// Another namespace of the same server: as empty as a cluster that has lost everything, and with a worker of its own.

import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "@temporalio/client";
import { msToTs } from "@temporalio/common/lib/time.js";
import { logTail, type RunningProcess } from "../../../apps/cli/setup/processes.ts";
import { registerSearchAttributes } from "../../../apps/cli/setup/temporal.ts";
import { JOURNEY_TASK_QUEUE } from "../../../libs/contract/journey.ts";
import { startProgram, type Service } from "./service.ts";

export interface EmptyHome {
  client: Client;
  worker: RunningProcess;
}

/** Makes one, and starts a worker there; `env`: what it is told otherwise. */
export async function emptyHome(service: Service, namespace: string, env: NodeJS.ProcessEnv = {}): Promise<EmptyHome> {
  const { connection } = service.home.client;
  const day = msToTs("1 day");
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: day });
  const client = new Client({ connection, namespace });
  await whenKnown(client, namespace);
  await registerSearchAttributes(service.home.connection, namespace);
  const told = { ...service.env, TEMPORAL_NAMESPACE: namespace, ...env };
  const worker = await startProgram("worker", told, service.country.folder);
  await whenItPolls(client, worker, join(service.country.folder, "worker.log"));
  return { client, worker };
}

/** The server tells its parts of a namespace within some seconds. */
async function whenKnown({ connection }: Client, namespace: string): Promise<void> {
  for (const until = Date.now() + 30_000; ; await pause(200)) {
    try {
      await connection.workflowService.listOpenWorkflowExecutions({ namespace, maximumPageSize: 1 });
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

/** Waits until the worker has asked for something to do. */
export async function whenItPolls({ connection, options }: Client, worker: RunningProcess, log: string): Promise<void> {
  const taskQueue = { name: JOURNEY_TASK_QUEUE };
  const startedAt = Date.now() / 1_000;
  for (const until = Date.now() + 60_000; Date.now() < until && worker.isRunning(); await pause(100)) {
    const { namespace } = options;
    const { pollers } = await connection.workflowService.describeTaskQueue({ namespace, taskQueue, taskQueueType: 1 });
    // One that was killed is remembered for some minutes.
    if (pollers.some(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) >= startedAt)) return;
  }
  throw new Error(`the worker does not work: ${logTail(log)}`);
}

// Which version of the worker has the workflows. A versioned worker is given nothing until its version is made current;
// then every run moves to it with its next task.

import { setTimeout as pause } from "node:timers/promises";
import { isGrpcServiceError, type Connection } from "@temporalio/client";
import { JOURNEY_TASK_QUEUE, LETTER_TASK_QUEUE } from "../contract/journey.ts";
import { WEBHOOK_TASK_QUEUE } from "../contract/webhook.ts";
import { ServiceUnavailable } from "./subject-client.ts";

/** One deployment has all three task queues: a version is whole, or it is not made current. */
export const DEPLOYMENT = "school-journeys";
const TASK_QUEUES = [JOURNEY_TASK_QUEUE, LETTER_TASK_QUEUE, WEBHOOK_TASK_QUEUE];
const CALL_MS = 5_000;

export interface MakeCurrent {
  namespace: string;
  buildId: string;
  /** How long its workers may take until they poll every task queue. */
  timeoutMs: number;
  /** Breaks the waiting off: nothing is made current then. */
  signal?: AbortSignal;
}

/**
 * Makes a version current once its workers poll every task queue. Done already, it does nothing.
 * Rejects with ServiceUnavailable where they do not in time, or the server does not answer or knows no deployments.
 */
export async function makeCurrent(
  connection: Connection,
  { namespace, buildId, timeoutMs, signal }: MakeCurrent,
): Promise<void> {
  const deploymentName = DEPLOYMENT;
  const deploymentVersion = { deploymentName, buildId };
  const make = async (): Promise<void> => {
    const { versionTaskQueues } = await connection.workflowService.describeWorkerDeploymentVersion({
      namespace,
      deploymentVersion,
    });
    const polled = new Set(versionTaskQueues.map(({ name }) => name));
    const missing = TASK_QUEUES.filter((queue) => !polled.has(queue));
    if (missing.length > 0) throw new Error(`no worker of ${buildId} polls ${missing.join(", ")}`);
    await connection.workflowService.setWorkerDeploymentCurrentVersion({ namespace, deploymentName, buildId });
  };
  for (const until = Date.now() + timeoutMs; ; await pause(250, undefined, { ...(signal && { signal }) })) {
    try {
      return await connection.withDeadline(Date.now() + CALL_MS, make);
    } catch (error) {
      if (Date.now() < until) continue; // a deployment is known to the server only once somebody polls
      const why = error instanceof Error ? error.message : String(error);
      throw new ServiceUnavailable(`Version ${buildId} of the worker could not be made current: ${why}.`);
    }
  }
}

/** The version that is current, if any is. Rejects where the server does not answer. */
export async function currentBuildId(connection: Connection, namespace: string): Promise<string | undefined> {
  const { workerDeploymentInfo } = await connection.workflowService.describeWorkerDeployment({
    namespace,
    deploymentName: DEPLOYMENT,
  });
  return workerDeploymentInfo?.routingConfig?.currentDeploymentVersion?.buildId ?? undefined;
}

/**
 * Versions whose workers have ever polled here, none where nobody has. Rejects with ServiceUnavailable where the server
 * does not answer.
 */
export async function buildIdsKnown(connection: Connection, namespace: string): Promise<string[]> {
  try {
    const { workerDeploymentInfo } = await connection.withDeadline(Date.now() + CALL_MS, () =>
      connection.workflowService.describeWorkerDeployment({ namespace, deploymentName: DEPLOYMENT }),
    );
    const versions = workerDeploymentInfo?.versionSummaries ?? [];
    return versions.flatMap(({ deploymentVersion }) => deploymentVersion?.buildId ?? []);
  } catch (error) {
    if (isGrpcServiceError(error) && error.code === NOT_FOUND) return [];
    throw new ServiceUnavailable("Temporal does not answer.");
  }
}
const NOT_FOUND = 5;

// A worker process of a test: the real worker, with its activities changed.

import { Runtime } from "@temporalio/worker";
import type { Activities } from "../../activities/index.ts";
import { sdkLogger } from "../../apps/worker/sdk-log.ts";
import { startWorker } from "../../apps/worker/worker.ts";
import { readWorkerEnvironment } from "../../libs/config/environment.ts";

/**
 * Runs until it is asked to end or is killed; tells its parent when it works. The bundle of the workflows is the first
 * argument, the branches that it does not take yet the second.
 */
export async function runWorker(around: (activities: Activities) => Activities): Promise<void> {
  Runtime.install({ shutdownSignals: [], logger: sdkLogger("ERROR") });
  const [, , bundle = "", notYet = ""] = process.argv;
  const options = { around, bundle, notYet: notYet.split(",").filter(Boolean) };
  const worker = await startWorker(readWorkerEnvironment(process.env), options);
  process.on("SIGTERM", () => worker.stop());
  process.send?.("working");
  await worker.ended;
  process.exit(0);
}

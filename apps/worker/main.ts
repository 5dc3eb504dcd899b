// The worker as a process: `node --import ./apps/cli/setup/typescript.mjs apps/worker/main.ts`. It may be started
// before what it needs. Ends with 0 when it is asked to (SIGTERM, SIGINT), with 1 when it cannot go on.

import { makeTelemetryFilterString, Runtime } from "@temporalio/worker";
import { readWorkerEnvironment, type WorkerEnvironment } from "../../libs/config/environment.ts";
import { EnvironmentError } from "../../libs/config/variables.ts";
import { CatalogueFault } from "../../libs/prospectus/fault.ts";
import { faultOf, logAs, logLastWords, writeLog } from "../../libs/watch/log.ts";
import { sdkMetrics, showMetrics, type WorkerMetrics } from "./metrics.ts";
import { sdkLogger } from "./sdk-log.ts";
import { startWorker } from "./worker.ts";
import { startThreadsWithoutStacks } from "./without-stacks.ts";

logAs("worker");
logLastWords();
startThreadsWithoutStacks();
const stopping = new AbortController();
process.on("SIGTERM", () => stopping.abort()).on("SIGINT", () => stopping.abort());

try {
  const environment = readWorkerEnvironment(process.env);
  const metrics = await installRuntime(environment);
  // Loaded where a collector is named, and nowhere else.
  const traces =
    environment.tracesTo === undefined ? undefined : (await import("../../libs/watch/traces.ts")).startTraces("worker");
  const { signal } = stopping;
  const worker = await startWorker(environment, { signal, traces, ...(metrics && { standing: metrics.standing }) });
  const { temporalAddress: temporal, temporalNamespace: namespace } = environment;
  writeLog("info", "working", { temporal, namespace, metrics: environment.metrics?.port });
  signal.addEventListener("abort", () => worker.stop());
  if (signal.aborted) worker.stop();
  await worker.ended;
  await Promise.all([metrics?.server.stop(), traces?.stop()]);
  writeLog("info", "stopped");
  process.exit(0);
} catch (error) {
  if (stopping.signal.aborted) process.exit(0);
  // What a person can mend is said in words; anything else is a defect or an outage.
  if (error instanceof EnvironmentError || error instanceof CatalogueFault) process.stderr.write(`${error.message}\n`);
  const inUse = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  if (inUse) process.stderr.write("Another program listens on METRICS_PORT already.\n");
  writeLog("error", "the worker cannot go on", faultOf(error));
  process.exit(1);
}

/** The SDK's own part of this process: its log through ours, its figures beside ours. */
async function installRuntime({ metrics }: WorkerEnvironment): Promise<WorkerMetrics | undefined> {
  const sdk = metrics && (await sdkMetrics());
  Runtime.install({
    // The signals are ours.
    shutdownSignals: [],
    logger: sdkLogger(),
    telemetryOptions: {
      logging: { filter: makeTelemetryFilterString({ core: "WARN", other: "ERROR" }), forward: {} },
      ...(sdk && { metrics: sdk.options }),
    },
  });
  return metrics && sdk && showMetrics(metrics, sdk);
}

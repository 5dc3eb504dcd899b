// The worker as a process: `node --import ./apps/cli/setup/typescript.mjs apps/worker/main.ts`. It may be started
// before what it needs. Ends with 0 when it is asked to (SIGTERM, SIGINT), with 1 when it cannot go on.

import { makeTelemetryFilterString, Runtime } from "@temporalio/worker";
import { readWorkerEnvironment } from "../../libs/config/environment.ts";
import { EnvironmentError } from "../../libs/config/variables.ts";
import { CatalogueFault } from "../../libs/prospectus/fault.ts";
import { kindOf, sdkLogger, writeLog } from "./log.ts";
import { startWorker } from "./worker.ts";

const stopping = new AbortController();
process.on("SIGTERM", () => stopping.abort()).on("SIGINT", () => stopping.abort());

try {
  const environment = readWorkerEnvironment(process.env);
  Runtime.install({
    // The signals are ours.
    shutdownSignals: [],
    logger: sdkLogger(),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: "WARN", other: "ERROR" }), forward: {} } },
  });
  const worker = await startWorker(environment, { signal: stopping.signal });
  writeLog("info", "working", { temporal: environment.temporalAddress, namespace: environment.temporalNamespace });
  stopping.signal.addEventListener("abort", () => worker.stop());
  if (stopping.signal.aborted) worker.stop();
  await worker.ended;
  writeLog("info", "stopped");
  process.exit(0);
} catch (error) {
  if (stopping.signal.aborted) process.exit(0);
  // What a person can mend is said in words; anything else is a defect or an outage.
  if (error instanceof EnvironmentError || error instanceof CatalogueFault) process.stderr.write(`${error.message}\n`);
  writeLog("error", "the worker cannot go on", kindOf(error));
  process.exit(1);
}

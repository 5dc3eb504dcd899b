// Tests provoke failures: what Temporal's SDK says of each is no news. Imported by what starts a worker, before it
// does; all files of tests that a process runs share its SDK, which is told once.

import { DefaultLogger, makeTelemetryFilterString, Runtime } from "@temporalio/worker";

Runtime.install({
  logger: new DefaultLogger("ERROR"),
  telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: "ERROR", other: "ERROR" }), forward: {} } },
});

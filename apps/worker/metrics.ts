// Where the worker shows its figures: ours, how the service stands, and those that Temporal's SDK counts by itself. The
// SDK has a server of its own for them, on this machine alone; what it says stands on the same page as ours.

import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import type { RuntimeOptions } from "@temporalio/worker";
import type { Memory } from "../../libs/book/memory.ts";
import { isAtHome } from "../../libs/store/home.ts";
import { serveMetrics, type MetricsServer } from "../../libs/watch/metrics-server.ts";
import { Metrics } from "../../libs/watch/metrics.ts";
import { showStanding, type Stands } from "../../libs/watch/standing.ts";

/** What the SDK is told, and where its figures are then. */
export interface SdkMetrics {
  options: NonNullable<NonNullable<RuntimeOptions["telemetryOptions"]>["metrics"]>;
  url: string;
}

/** Figures of the SDK, in seconds, at a port of this machine that is free now. */
export async function sdkMetrics(): Promise<SdkMetrics> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const bindAddress = `127.0.0.1:${port}`;
  return {
    options: { attachServiceName: false, prometheus: { bindAddress, useSecondsForDurations: true, unitSuffix: true } },
    url: `http://${bindAddress}/metrics`,
  };
}

const PATIENCE_MS = 2_000;

/** Serves all of them. Rejects with the system's error where it cannot listen there. */
export async function showMetrics(where: { host: string; port: number }, sdk: SdkMetrics): Promise<WorkerMetrics> {
  const metrics = new Metrics();
  const server = await serveMetrics(metrics.registry, where, async () => {
    const answer = await fetch(sdk.url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.text();
  });
  const standing = (stands: Stands, memory: Memory): void => {
    showStanding(metrics, stands);
    showHome(metrics, stands);
    showMemory(metrics, memory);
  };
  return { standing, server };
}

/** Whether what this process works for is home: elsewhere it answers everything, and does nothing. */
function showHome(metrics: Metrics, { open }: Stands): void {
  metrics.show(null, async () => isAtHome(await open()), [
    {
      name: "journeys_at_home",
      help: "1 where the Temporal that this worker works for is home; 0 where another is, and nothing is done here.",
      labels: [],
      of: (home) => [[[], home ? 1 : 0]],
    },
  ]);
}

/** What this process remembers of subjects. */
function showMemory(metrics: Metrics, memory: Memory): void {
  metrics.show(null, async () => memory.figures(), [
    {
      name: "journeys_memory",
      help: "Subjects that this worker remembers, and their events.",
      labels: ["what"],
      of: ({ subjects, events }) => [
        [["subjects"], subjects],
        [["events"], events],
      ],
    },
    {
      name: "journeys_memory_looked_up",
      help: "How often a subject was looked for in memory since this process began, and was there or not.",
      labels: ["outcome"],
      of: ({ found, missed }) => [
        [["found"], found],
        [["missed"], missed],
      ],
    },
  ]);
}

export interface WorkerMetrics {
  /** Shows how the service stands, once there is somebody to ask. */
  standing(stands: Stands, memory: Memory): void;
  server: MetricsServer;
}

// Replaying histories, as the service runs workflows.

import { Worker, type InjectedSinks } from "@temporalio/worker";
import type { Sinks } from "@temporalio/workflow";
import type { History } from "../workflows/histories.ts";

/** Workflows, bundled; `sinks`: whom their interceptors tell. */
interface Workflows {
  workflowBundle: { codePath: string };
  sinks?: InjectedSinks<Sinks>;
}

/**
 * Replays histories on workflows. Answers what is wrong, by workflow id.
 *
 * In threads of their own (`debugMode`, which the SDK knows and does not name): in this one the SDK would leave a hook
 * on every promise, of the test files that come after too.
 */
export async function replay(
  workflows: Workflows,
  histories: Iterable<{ workflowId: string; history: History }>,
): Promise<Record<string, string>> {
  const faults: Record<string, string> = {};
  const options = { ...workflows, debugMode: false };
  for await (const { workflowId, error } of Worker.runReplayHistories(options, histories)) {
    if (error) faults[workflowId] = error.message;
  }
  return faults;
}

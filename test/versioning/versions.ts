// Versions of the worker, side by side on one server, and what their runs tell.

import { fileURLToPath } from "node:url";
import type { Client } from "@temporalio/client";
import { startWorker, type RunningWorker } from "../../apps/worker/worker.ts";
import { readWorkerEnvironment } from "../../libs/config/environment.ts";
import { sharedInRun } from "../support/test-run.ts";
import { inRuleTime, type RuleClock } from "../../activities/in-rule-time.ts";
import type { TestTemporal } from "../support/temporal.ts";
import { TEST_KEY } from "../support/people-keys.ts";
import { replay } from "../replay/replaying.ts";
import type { History } from "../workflows/histories.ts";
import { LOOKS_TWICE } from "./looks-twice.ts";

export interface Version {
  buildId: string;
  /** A file with its workflows. */
  bundle: string;
  notYet: readonly string[];
}

/** The module of workflows with the branch that today's code does not know. */
export const BRANCH = fileURLToPath(new URL("looks-twice.ts", import.meta.url));

/**
 * Three versions: the code of today; one that knows a new branch and does not take it; one that takes it. The last two
 * have one bundle.
 */
export async function versionsOfRun(): Promise<Record<"today" | "ready" | "changed", Version>> {
  const [{ codePath: today }, { codePath: next }] = await Promise.all([
    sharedInRun("workflows"),
    sharedInRun("workflows", [BRANCH]),
  ]);
  return {
    today: { buildId: "today", bundle: today, notYet: [] },
    ready: { buildId: "ready", bundle: next, notYet: [LOOKS_TWICE] },
    changed: { buildId: "changed", bundle: next, notYet: [] },
  };
}

/** Where a version works: its rules by `clock`, its letters to `smtpUrl`. */
export interface Where {
  databaseUrl: string;
  temporal: TestTemporal;
  smtpUrl: string;
  clock: RuleClock;
}

/** The worker of the service, of this version. */
export function startVersion({ buildId, bundle, notYet }: Version, where: Where): Promise<RunningWorker> {
  const environment = readWorkerEnvironment({
    DATABASE_URL: where.databaseUrl,
    TEMPORAL_ADDRESS: where.temporal.address,
    TEMPORAL_NAMESPACE: where.temporal.namespace,
    SMTP_URL: where.smtpUrl,
    PEOPLE_KEY: TEST_KEY.toString("base64"),
    BUILD_ID: buildId,
  });
  return startWorker(environment, { bundle, notYet, around: (activities) => inRuleTime(activities, where.clock) });
}

/** The version that had the last task of a run. */
export async function versionOf(client: Client, workflowId: string): Promise<string> {
  const { raw } = await client.workflow.getHandle(workflowId).describe();
  return raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId ?? "none";
}

/** The versions that completed tasks of a run, in order, each once for a stretch of its own. */
export function versionsIn(history: History): string[] {
  const all = (history.events ?? []).flatMap(
    ({ workflowTaskCompletedEventAttributes: done }) => done?.deploymentVersion?.buildId ?? [],
  );
  return all.filter((version, index) => version !== all[index - 1]);
}

/** What tasks of a run failed of, if any did. */
export function failuresIn(history: History): string[] {
  return (history.events ?? []).flatMap(({ workflowTaskFailedEventAttributes: failed }) =>
    failed ? [`${failed.cause}: ${failed.failure?.message}`] : [],
  );
}

/** Replays histories on the workflows of a version. Answers what is wrong, by workflow id. */
export function replayOn(
  { bundle }: Pick<Version, "bundle">,
  histories: ReadonlyMap<string, History>,
): Promise<Record<string, string>> {
  const recorded = [...histories].map(([workflowId, history]) => ({ workflowId, history }));
  return replay({ workflowBundle: { codePath: bundle } }, recorded);
}

// What Temporal's SDK has to say, in the log of the process: of a failed activity or workflow task only kind, code and
// place are kept.

import { DefaultLogger, type LogLevel } from "@temporalio/worker";
import { faultOf, writeLog, type Facts } from "../../libs/watch/log.ts";

/** What may be said about an activity or workflow task: ids and counts. */
const FACTS = [
  "workflowType",
  "workflowId",
  "workflowRunId",
  // As the native part of the SDK calls it.
  "runId",
  "activityType",
  "activityId",
  "attempt",
  "isLocal",
  "durationMs",
  "taskQueue",
];

/** The SDK's own messages, through a sieve. @param least the lowest level that is written */
export function sdkLogger(least: LogLevel = "WARN"): DefaultLogger {
  return new DefaultLogger(least, ({ level, message, meta = {} }) => {
    const known = FACTS.flatMap((key) => (isFact(meta[key]) ? [[key, meta[key]] as const] : []));
    const facts: Facts = {
      ...(isFact(meta["trace_id"]) && { trace: meta["trace_id"] }),
      ...Object.fromEntries(known),
      ...(meta["error"] !== undefined && faultOf(meta["error"])),
    };
    writeLog(level === "ERROR" ? "error" : level === "WARN" ? "warn" : "info", message, facts);
  });
}

function isFact(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

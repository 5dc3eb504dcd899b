// One line of JSON for each thing worth knowing, on standard output. Messages of other people's errors are left out:
// they quote addresses and data. Of a failed activity or workflow task only kind, code and place are kept.

import { DefaultLogger, type LogLevel } from "@temporalio/worker";
import { whereItBroke } from "../../libs/book/where-it-broke.ts";

/** What may be said about an activity or workflow task: ids and counts. */
const FACTS = [
  "workflowType",
  "workflowId",
  "workflowRunId",
  "activityType",
  "activityId",
  "attempt",
  "isLocal",
  "durationMs",
  "taskQueue",
];

/** Writes one line. `facts` hold no personal data. */
export function writeLog(
  level: "info" | "warn" | "error",
  message: string,
  facts: Readonly<Record<string, unknown>> = {},
): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...facts })}\n`);
}

/** The SDK's own messages, through the same sieve. @param least the lowest level that is written */
export function sdkLogger(least: LogLevel = "WARN"): DefaultLogger {
  return new DefaultLogger(least, ({ level, message, meta = {} }) => {
    const facts = Object.fromEntries(FACTS.flatMap((key) => (meta[key] === undefined ? [] : [[key, meta[key]]])));
    const error = meta["error"] === undefined ? {} : kindOf(meta["error"]);
    writeLog(level === "ERROR" ? "error" : level === "WARN" ? "warn" : "info", message, { ...facts, ...error });
  });
}

/** Kind, code and place of an error; never its message. */
export function kindOf(error: unknown): { error: string; code?: string; where?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  // Ours carry a code as their type (activities/failures.ts), others theirs (ECONNREFUSED).
  const code = "type" in error ? error.type : "code" in error ? error.code : undefined;
  return {
    error: error.name,
    where: whereItBroke(error),
    ...(typeof code === "string" || typeof code === "number" ? { code: String(code) } : {}),
  };
}

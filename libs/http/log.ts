// One line of JSON for each thing worth knowing. No bodies, no query strings, no header values, no messages of other
// people's errors: those may quote names, addresses and free text.

import type { LoggerService } from "@nestjs/common";

export type Level = "info" | "warn" | "error";

/** Writes one line to standard output (`error` too: a container reads one stream). */
export function writeLog(
  level: Level,
  message: string,
  facts: Readonly<Record<string, string | number | boolean | null>> = {},
): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...facts })}\n`);
}

/**
 * What may be kept of an unexpected error: its kind, a code (SQLSTATE, errno) and where it came from, never its
 * message.
 */
export function traceOf(error: unknown): { error: string; code: string | null; stack: string } {
  if (!(error instanceof Error)) return { error: typeof error, code: null, stack: "" };
  const code =
    "code" in error && (typeof error.code === "string" || typeof error.code === "number") ? String(error.code) : null;
  const frames = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /u.test(line))
    .map((line) => line.trim());
  return { error: error.name, code, stack: frames.slice(0, 8).join(" < ") };
}

/** Nest's own messages, on the same stream. Its report of every route at the start is left out. */
export class JsonLogger implements LoggerService {
  log(): void {
    // What Nest says at this level ("Mapped {/api/v1/journeys, GET} route") nobody needs in a log.
  }

  warn(message: unknown, context?: unknown): void {
    writeLog("warn", "nest", { says: String(message), context: String(context ?? "") });
  }

  error(message: unknown, ...rest: unknown[]): void {
    const trace = traceOf(message instanceof Error ? message : rest.find((one) => one instanceof Error));
    writeLog("error", "nest", { ...trace, context: String(rest.at(-1) ?? "").split("\n", 1)[0] ?? "" });
  }
}

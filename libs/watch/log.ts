// The log of every process: one line of JSON for each thing worth knowing, on standard output. No bodies, no query
// strings, no header values, no messages of other people's errors: those may quote names, addresses and free text.

import { isSpanContextValid, trace } from "@opentelemetry/api";
import { whereItBroke } from "../book/where-it-broke.ts";

export type Level = "info" | "warn" | "error";
/** What a line may say beside its message: ids, codes and counts; never personal data. */
export type Facts = Readonly<Record<string, string | number | boolean | null | undefined>>;

let source: string | undefined;

/** What this process is called in its lines, where several write into one place. */
export function logAs(name: string): void {
  source = name;
}

/** A defect that nobody caught ends the process: its last line says what and where, and not what Node would quote. */
export function logLastWords(): void {
  process.on("uncaughtException", (error) => {
    writeLog("error", "a defect ends this process", faultOf(error));
    process.exit(1);
  });
}

/**
 * Writes one line (`error` to standard output too: a container reads one stream). What is done within a trace says so
 * by its id.
 */
export function writeLog(level: Level, message: string, facts: Facts = {}): void {
  const line = { at: new Date().toISOString(), level, process: source, message, trace: traceId(), ...facts };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** The trace that goes on here and now; undefined where none does, or none are kept. */
function traceId(): string | undefined {
  const context = trace.getActiveSpan()?.spanContext();
  return context !== undefined && isSpanContextValid(context) ? context.traceId : undefined;
}

const MOST_FRAMES = 8;

export interface Fault extends Facts {
  error: string;
  code: string | null;
  /** What a failure of an activity says of its cause: codes (`57P03`, `EAUTH 535`), or the place of a defect. */
  why?: string;
  where: string;
  stack: string;
}

/**
 * What may be kept of an error: its kind, a code (ours, SQLSTATE, errno), the place in our code, and the way there;
 * never its message.
 */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { error: typeof error, code: null, where: "unknown", stack: "" };
  const frames = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /u.test(line))
    .map((line) => line.trim());
  const stack = frames.slice(0, MOST_FRAMES).join(" < ");
  const why = whyOf(error);
  return { error: error.name, code: codeOf(error), ...(why !== null && { why }), where: whereItBroke(error), stack };
}

const CODES = /^[A-Z0-9]{2,20}(?: [A-Z0-9]{2,20}){0,3}$/u;
const PLACE = /^\w+ at [\w./-]+(?::\d+)+$/u;

/** Of a failure's details those alone that are codes or a place in our code. */
function whyOf(error: Error): string | null {
  const [why]: unknown[] = "details" in error && Array.isArray(error.details) ? error.details : [];
  return typeof why === "string" && (CODES.test(why) || PLACE.test(why)) ? why : null;
}

/** Failures of activities carry a code as their type (activities/failures.ts), other errors theirs (ECONNREFUSED). */
function codeOf(error: Error): string | null {
  const code = "type" in error ? error.type : "code" in error ? error.code : undefined;
  return typeof code === "string" || typeof code === "number" ? String(code) : null;
}

// What leaves the service in a trace: names of steps, how long each took, ids. What a library would add (addresses as
// they were typed, messages of errors, text in SQL) may be about a person, so all that is not named here stays behind.

import type { Attributes } from "@opentelemetry/api";
import type { ExportResult } from "@opentelemetry/core";
import type { ReadableSpan, SpanExporter } from "@opentelemetry/sdk-trace-base";

const LEAVES: ReadonlySet<string> = new Set([
  "http.method",
  "http.route",
  "http.status_code",
  "http.request.method",
  "http.response.status_code",
  "db.system",
  "db.statement",
  "temporalWorkflowId",
  "temporalActivityId",
  "temporalUpdateId",
  "run_id",
]);
const MOST_OF_A_STATEMENT = 500;

/** A span as it may leave: neither events nor a message, and of what is said about it only what is named above. */
export function sieved(span: ReadableSpan): ReadableSpan {
  const kept: Attributes = {};
  for (const [name, value] of Object.entries(span.attributes))
    if (LEAVES.has(name)) kept[name] = name === "db.statement" ? withoutLiterals(String(value)) : value;
  // A span's parts are its prototype's, some of them: it is taken as it is but for these.
  return Object.create(span, {
    attributes: { value: kept },
    events: { value: [] },
    links: { value: [] },
    status: { value: { code: span.status.code } },
  }) as ReadableSpan;
}

/** Parameters never are in it; what is written out in it is taken out. */
function withoutLiterals(sql: string): string {
  return sql
    .slice(0, MOST_OF_A_STATEMENT)
    .replaceAll(/'(?:[^']|'')*(?:'|$)/gu, "'?'")
    .replaceAll(/\s+/gu, " ");
}

/** An exporter that gives on what the sieve leaves. */
export function behindSieve(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans: ReadableSpan[], done: (result: ExportResult) => void) => exporter.export(spans.map(sieved), done),
    shutdown: () => exporter.shutdown(),
    ...(exporter.forceFlush && { forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve() }),
  };
}

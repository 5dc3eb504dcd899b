import { SpanStatusCode } from "@opentelemetry/api";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { expect, it } from "@jest/globals";
import { behindSieve } from "./sieve.ts";

it("what is not known to be about nobody stays behind: addresses, messages of errors, text in SQL", () => {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(behindSieve(exporter))] });
  const span = provider.getTracer("test").startSpan("POST /people");
  span.setAttributes({
    "http.method": "POST",
    "http.target": "/people?q=ada",
    "http.url": "http://127.0.0.1/people?q=ada",
    "db.statement": "select 1\n from people where name = 'ada o''neil' and id = $1 -- 'ada",
    "db.postgresql.values": ["ada"],
    temporalWorkflowId: "journey/100001-primary",
    temporalTerminateReason: "ada asked",
  });
  span.recordException(new Error("ada is no number"));
  span.setStatus({ code: SpanStatusCode.ERROR, message: "ada is no number" });
  span.end();
  const [left] = exporter.getFinishedSpans();
  expect(left?.attributes).toEqual({
    "http.method": "POST",
    "db.statement": "select 1 from people where name = '?' and id = $1 -- '?'",
    temporalWorkflowId: "journey/100001-primary",
  });
  expect([left?.name, left?.events, left?.links, left?.status]).toEqual([
    "POST /people",
    [],
    [],
    { code: SpanStatusCode.ERROR },
  ]);
  expect(left?.spanContext().traceId).toMatch(/^[\da-f]{32}$/u);
  expect(left?.duration).toBeDefined();
});

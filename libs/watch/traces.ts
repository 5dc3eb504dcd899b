// Traces, from a request through its workflow to the SQL of its activities. Loaded only where a collector is named
// (OTEL_EXPORTER_OTLP_ENDPOINT): elsewhere not even the packages are.

import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { trace, type Span } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { registerInstrumentations } from "@opentelemetry/instrumentation";
import { HttpInstrumentation } from "@opentelemetry/instrumentation-http";
import { PgInstrumentation } from "@opentelemetry/instrumentation-pg";
import { Resource } from "@opentelemetry/resources";
import { BasicTracerProvider, BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";
import type { ClientInterceptors } from "@temporalio/client";
import {
  OpenTelemetryActivityInboundInterceptor,
  OpenTelemetryActivityOutboundInterceptor,
  OpenTelemetryWorkflowClientInterceptor,
  makeWorkflowExporter,
} from "@temporalio/interceptors-opentelemetry";
import type { ActivityInterceptors, WorkerOptions } from "@temporalio/worker";
import { behindSieve } from "./sieve.ts";

export interface Traces {
  /** For whoever brings something to Temporal. */
  client: ClientInterceptors;
  /** For a worker that runs workflows: its interceptors, and where the spans of workflows go. */
  worker: Required<Pick<WorkerOptions, "interceptors" | "sinks">>;
  /** Sends what was not sent yet, and ends. Never rejects. */
  stop(): Promise<void>;
}

/** Health, styles and metrics are asked for all the time, and nobody asks after them. */
const NOT_TRACED = /^\/(?:health|assets|metrics)\b/u;

/** A trace begins at our door: what whoever calls says of theirs would stand in the histories of workflows. */
const STRANGERS_SAY = ["traceparent", "tracestate", "baggage"];

/**
 * Begins to keep traces of this process. The exporter takes its address, and headers for whoever guards the collector
 * (OTEL_EXPORTER_OTLP_HEADERS), from the environment; what share is kept, OTEL_TRACES_SAMPLER says.
 * @param name what the process is called in a trace
 */
export function startTraces(name: string): Traces {
  const resource = new Resource({ "service.name": `school-journeys-${name}` });
  const processor = new BatchSpanProcessor(behindSieve(new OTLPTraceExporter()), { scheduledDelayMillis: 1_000 });
  const provider = new BasicTracerProvider({ resource, spanProcessors: [processor] });
  const contextManager = new AsyncLocalStorageContextManager().enable();
  provider.register({ contextManager, propagator: new W3CTraceContextPropagator() });
  registerInstrumentations({ tracerProvider: provider, instrumentations: [incoming(), statements()] });
  // They change a module when it is next asked for, and both may be there already.
  const load = createRequire(import.meta.url);
  for (const module of ["http", "pg"]) load(module);
  return {
    client: { workflow: [new OpenTelemetryWorkflowClientInterceptor()] },
    worker: {
      interceptors: {
        workflowModules: [fileURLToPath(new URL("./in-workflows.ts", import.meta.url))],
        activity: [
          (ctx) => ({
            inbound: new OpenTelemetryActivityInboundInterceptor(ctx),
            outbound: new OpenTelemetryActivityOutboundInterceptor(ctx),
          }),
          rememberTrace,
        ],
      },
      sinks: { exporter: makeWorkflowExporter(processor, resource) },
    },
    // A collector that is away holds nobody up: the exporter gives up by itself.
    stop: () => provider.shutdown().catch(() => undefined),
  };
}

/** Of an activity that failed the SDK tells the log when its span has ended: which trace it was in is kept for that. */
function rememberTrace(): ActivityInterceptors {
  let id: string | undefined;
  return {
    inbound: {
      execute(input, next) {
        id = trace.getActiveSpan()?.spanContext().traceId;
        return next(input);
      },
    },
    outbound: { getLogAttributes: (input, next) => next({ ...(id !== undefined && { trace_id: id }), ...input }) },
  };
}

/** Requests by their route: what was typed beside it may be anybody's name. Webhooks tell nobody what we trace. */
function incoming(): HttpInstrumentation {
  return new HttpInstrumentation({
    disableOutgoingRequestInstrumentation: true,
    ignoreIncomingRequestHook({ url, headers }) {
      for (const name of STRANGERS_SAY) delete headers[name];
      return NOT_TRACED.test(url ?? "");
    },
    applyCustomAttributesOnSpan(span: Span, request) {
      // Express notes on a request which route took it.
      const { route, method } = request as { route?: { path: string }; method?: string };
      if (route === undefined) return;
      span.setAttribute("http.route", route.path).updateName(`${method} ${route.path}`);
    },
  });
}

function statements(): PgInstrumentation {
  return new PgInstrumentation({ requireParentSpan: true, enhancedDatabaseReporting: false });
}

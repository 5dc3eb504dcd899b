// Where traces go: a collector that keeps what it is sent over HTTP, in JSON.

import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

export interface Span {
  traceId: string;
  spanId: string;
  parentSpanId: string | undefined;
  name: string;
  /** Which process sent it. */
  service: string;
  attributes: Readonly<Record<string, string>>;
  /** What it holds beside: events, a message. */
  whole: unknown;
}

export interface Collector {
  url: string;
  spans: Span[];
  stop(): Promise<void>;
}

interface Attribute {
  key: string;
  value: Readonly<Record<string, unknown>>;
}
interface Sent {
  resourceSpans: {
    resource: { attributes: Attribute[] };
    scopeSpans: {
      spans: { traceId: string; spanId: string; parentSpanId?: string; name: string; attributes: Attribute[] }[];
    }[];
  }[];
}

/** Starts one on a port of its own. */
export async function startCollector(): Promise<Collector> {
  const spans: Span[] = [];
  const server = createServer((request, response) => {
    void json(request).then((sent) => {
      spans.push(...spansOf(sent as Sent));
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

function spansOf({ resourceSpans }: Sent): Span[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map((whole) => {
        const { traceId, spanId, parentSpanId, name, attributes } = whole;
        const service = said(resource.attributes)["service.name"] ?? "";
        return { traceId, spanId, parentSpanId, name, service, attributes: said(attributes), whole };
      }),
    ),
  );
}

function said(attributes: readonly Attribute[]): Record<string, string> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, String(Object.values(value)[0])]));
}

/** The names of a span and of all above it, the topmost first. */
export function wayTo(span: Span, spans: readonly Span[]): string[] {
  const above = spans.find(({ spanId, traceId }) => spanId === span.parentSpanId && traceId === span.traceId);
  return [...(above === undefined ? [] : wayTo(above, spans)), span.name];
}

// Where a process shows its figures: a port of their own, so that nobody who reaches the pages reaches them.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Registry } from "prom-client";
import { faultOf, writeLog } from "./log.ts";

export interface MetricsServer {
  port: number;
  stop(): Promise<void>;
}

/**
 * Serves `/metrics`. `more`: text of the same form that is made elsewhere (Temporal's SDK has figures of its own).
 * Rejects with the system's error where it cannot listen there.
 */
export async function serveMetrics(
  registry: Registry,
  { host, port }: { host: string; port: number },
  more: () => Promise<string> = async () => "",
): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    void answer(request, response, async () => `${await registry.metrics()}${await more()}`, registry.contentType);
  });
  // What scrapes keeps its connection open: it must not hold up the end of the process.
  server.keepAliveTimeout = 30_000;
  server.listen(port, host);
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, stop: () => stopped(server) };
}

async function answer(
  { method, url }: IncomingMessage,
  response: ServerResponse,
  metrics: () => Promise<string>,
  contentType: string,
): Promise<void> {
  const found = (method === "GET" || method === "HEAD") && url?.split("?", 1)[0] === "/metrics";
  try {
    const body = found ? await metrics() : "The figures are at /metrics.\n";
    response.writeHead(found ? 200 : 404, { "Content-Type": found ? contentType : "text/plain; charset=utf-8" });
    response.end(method === "HEAD" ? undefined : body);
  } catch (error) {
    // One figure that cannot be made must not be taken for all being well.
    writeLog("error", "no figures", faultOf(error));
    response.writeHead(500).end();
  }
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

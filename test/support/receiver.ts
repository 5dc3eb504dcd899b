// A hub's own system: a real HTTP server that keeps what it is sent, as it was sent, and answers what a test decides.

import { createServer, type IncomingHttpHeaders } from "node:http";
import { buffer } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";

/** A message as it arrived, answered with `status`. */
export interface Arrived {
  id: string;
  headers: IncomingHttpHeaders;
  body: string;
  status: number;
}

type Answer = number | { status: number; headers: Record<string, string> } | "silence";

export interface Receiver {
  url: string;
  arrived: Arrived[];
  /** What it answers from now on, and when: a status with headers, or nothing at all (`silence`). */
  answer: (message: Arrived) => Answer | Promise<Answer>;
  /**
   * The bodies of what was taken (2xx), verified by the library of Standard Webhooks; throws for a signature that is
   * not right.
   */
  taken(secret: string): Record<string, unknown>[];
  stop(): Promise<void>;
}

/** Starts a receiver on a port of its own. */
export async function startReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => {
    void buffer(request).then(async (body) => {
      const message: Arrived = {
        id: String(request.headers["webhook-id"]),
        headers: request.headers,
        body: body.toString(),
        status: 0,
      };
      const answering = receiver.answer(message);
      receiver.arrived.push(message);
      const answer = await answering;
      if (answer === "silence") return;
      const { status, headers } = typeof answer === "number" ? { status: answer, headers: {} } : answer;
      message.status = status;
      response.writeHead(status, headers).end('{"thank":"you"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hooks?token=plum-canary`,
    arrived: [],
    answer: () => 204,
    taken: (secret) =>
      receiver.arrived
        .filter(({ status }) => status >= 200 && status < 300)
        .map(
          ({ headers, body }) =>
            new Webhook(secret).verify(body, headers as Record<string, string>) as Record<string, unknown>,
        ),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}

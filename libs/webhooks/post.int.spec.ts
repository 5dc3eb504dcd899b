// One message to one receiver, over real connections.

import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { receiverAt, type Posted } from "./post.ts";

let server: Server;
let port: number;
let calls: { method: string | undefined; body: string; type: string | undefined }[];
let answer: RequestListener;

beforeEach(async () => {
  calls = [];
  answer = (_, response) => response.writeHead(204).end();
  server = createServer((request, response) => {
    let body = "";
    request
      .on("data", (chunk) => {
        body += String(chunk);
      })
      .on("end", () => {
        calls.push({ method: request.method, body, type: request.headers["content-type"] });
        answer(request, response);
      });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ({ port } = server.address() as { port: number });
});
afterEach(
  () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
);

async function post(url: string, loopback = true, patienceMs = 5_000): Promise<Posted> {
  const receiver = receiverAt(url, { loopback, patienceMs });
  try {
    return await receiver.post({ "webhook-id": "a:1:2" }, '{"é":1}');
  } finally {
    receiver.close();
  }
}
const here = (host = "127.0.0.1"): string => `http://${host}:${port}/x`;

it("is a POST of JSON; any 2xx takes it, however long the answer", async () => {
  answer = (_, response) => response.writeHead(201).end("x".repeat(1_000_000));
  expect(await post(here())).toEqual({ ok: true });
  expect(calls).toEqual([{ method: "POST", body: '{"é":1}', type: "application/json" }]);
});

it("goes to no address that it may not, also where a name leads there", async () => {
  const refused = { ok: false, code: "address-refused", gone: false, retryAfter: null };
  for (const host of ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "169.254.169.254"])
    expect([host, await post(here(host), false)]).toEqual([host, refused]);
  expect(await post(here("10.0.0.1"), true)).toEqual(refused);
  expect(calls).toEqual([]);
  expect(await post(here("localhost"), true)).toEqual({ ok: true });
});

it.each([
  [307, { location: "/elsewhere" }, { code: "http-307" }],
  [400, {}, { code: "http-400" }],
  [410, {}, { code: "http-410", gone: true }],
  [503, { "retry-after": "120" }, { code: "http-503", retryAfter: 120 }],
])("is not taken by a %d", async (status, headers, wanted) => {
  answer = (_, response) => response.writeHead(status, headers).end();
  expect(await post(here())).toEqual({ ok: false, gone: false, retryAfter: null, ...wanted });
  expect(calls).toHaveLength(1);
});

it("says by a code what went wrong on the way", async () => {
  const code = async (url: string, patienceMs?: number): Promise<string> => {
    const posted = await post(url, true, patienceMs);
    return posted.ok ? "ok" : posted.code;
  };
  answer = () => undefined;
  expect(await code(here(), 200)).toBe("timed-out");
  answer = (request) => request.socket.destroy();
  expect(await code(here())).toBe("connection-lost");
  expect(await code(`https://127.0.0.1:${port}/`)).toBe("connection-failed");
  expect(await code("https://nothing.invalid/")).toBe("name-unknown");
  expect(await code("http://127.0.0.1:1/")).toBe("connection-refused");
});

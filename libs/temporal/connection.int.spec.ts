import { once } from "node:events";
import { createServer, type AddressInfo, type Server } from "node:net";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { lazyConnection } from "./connection.ts";

// Where Temporal would be: whoever comes is sent away, as while it is started again behind a load balancer.
let server: Server;
let tries = 0;

beforeAll(async () => {
  server = createServer((socket) => {
    tries++;
    socket.destroy();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => void server.close());

it("a connection that is lost is tried for once a second, however long Temporal has been away", async () => {
  const { port } = server.address() as AddressInfo;
  const connection = lazyConnection({ address: `127.0.0.1:${port}` }, 5_000);
  await expect(connection.ensureConnected()).rejects.toThrow("before the deadline");
  // By gRPC's own ways it would have come three times, or four.
  expect(tries).toBeGreaterThan(5);
  await connection.close();
}, 30_000);

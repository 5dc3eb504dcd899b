// The way from the service to PostgreSQL or Temporal, as a network may be: it is cut, it is slow, and it loses the answer
// to what was done.

import { connect, createServer, type Socket } from "node:net";

export interface Proxy {
  port: number;
  /** Every connection is reset; nobody gets through while `refused` is true. */
  cut(): void;
  refused: boolean;
  /** Milliseconds before each piece that goes either way. */
  delayMs: number;
  /** Losing answers: of every connection that sends what `loses` finds, until it is null; how many were lost so far. */
  loses: ((sent: Buffer) => boolean) | null;
  lost: number;
  stop(): Promise<void>;
}

/** Long enough for the server to do what it was sent before its connection goes. */
const UNTIL_DONE_MS = 150;

/** Listens on a port of its own and passes on to `to` on this machine. */
export async function startProxy(to: number): Promise<Proxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const server = createServer((near) => {
    const far = connect(to, "127.0.0.1");
    const pair = [near, far] as const;
    pairs.add(pair);
    const [there, back] = [way(far, () => proxy.delayMs), way(near, () => proxy.delayMs)];
    let deaf = false;
    const end = (): void => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of pair) socket.on("error", end).on("close", end).setNoDelay(true);
    if (proxy.refused) return void near.resetAndDestroy();
    near.on("data", (sent: Buffer) => {
      if (!deaf && proxy.loses?.(sent)) {
        deaf = true;
        proxy.lost += 1;
        setTimeout(end, UNTIL_DONE_MS);
      }
      there(sent);
    });
    far.on("data", (answer: Buffer) => {
      if (!deaf) back(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const proxy: Proxy = {
    port: (server.address() as { port: number }).port,
    refused: false,
    delayMs: 0,
    loses: null,
    lost: 0,
    cut() {
      for (const [near, far] of pairs) {
        near.resetAndDestroy();
        far.destroy();
      }
    },
    async stop() {
      proxy.cut();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return proxy;
}

/** One way of a connection: pieces go in their order, however the delay changes meanwhile. */
function way(to: Socket, delayMs: () => number): (piece: Buffer) => void {
  const waiting: Buffer[] = [];
  const pass = (piece: Buffer): void => void (to.destroyed || to.write(piece));
  return (piece) => {
    if (waiting.length === 0 && delayMs() === 0) return pass(piece);
    waiting.push(piece);
    setTimeout(() => pass(waiting.shift() ?? Buffer.alloc(0)), delayMs());
  };
}

/** What PostgreSQL is sent when a round is kept: the end of a transaction, or the call that keeps it whole. */
export const keepsARound = (sent: Buffer): boolean => /commit|keep_round|round_is_kept/iu.test(sent.toString("latin1"));

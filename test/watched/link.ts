// A way to a server that can be cut, as a cable is, and mended.

import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export interface Link {
  port: number;
  /** Whoever is connected loses the connection, and nobody gets one, until it is mended. */
  cut(): void;
  mend(): void;
  stop(): Promise<void>;
}

/** A port of this machine that leads to `there`. */
export async function startLink(there: { host: string; port: number }): Promise<Link> {
  const open = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) return void near.destroy();
    const far = connect(there);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      // Whichever end goes first takes the other with it.
      one.on("error", () => other.destroy()).on("close", () => void (open.delete(one), other.destroy()));
    }
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const cut = (): void => {
    whole = false;
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    mend: () => void (whole = true),
    async stop() {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}

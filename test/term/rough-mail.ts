// A mail server on a bad day: it refuses for now, is slow, and hangs up. What it says yes to it has kept, and it says
// when, and to which worker.

import { buffer } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { SMTPServer } from "smtp-server";

/**
 * One copy of a letter that the server said yes to. `slot`: which worker brought it; `at`: when, in milliseconds, just
 * before the yes.
 */
export interface Arrival {
  messageId: string;
  to: string;
  slot: number;
  at: number;
}

export interface RoughMail {
  /** A port for each worker, so that it is known who brought a letter. */
  smtpUrls: string[];
  arrivals: Arrival[];
  /** How often it was rough, by its way. `gone`: an address that is refused for good. */
  troubles: { refused: number; slow: number; hungUp: number; gone: number };
  /** From now on it takes everything at once. */
  calm(): void;
  /**
   * Has `then` called as soon as this worker is told yes once more. Resolves with false if that has not come within
   * `withinMs`.
   */
  afterNextYes(slot: number, then: () => void, withinMs: number): Promise<boolean>;
  stop(): Promise<void>;
}

const [REFUSES, SLOW, HANGS_UP] = [0.12, 0.08, 0.04];

/** Starts it. `random` from 0 up to 1 decides how it behaves. */
export async function startRoughMail(slots: number, random: () => number): Promise<RoughMail> {
  const arrivals: Arrival[] = [];
  const troubles = { refused: 0, slow: 0, hungUp: 0, gone: 0 };
  const waiting = new Map<number, () => void>();
  let rough = true;

  function serverFor(slot: number): SMTPServer {
    const server: SMTPServer = new SMTPServer({
      authOptional: true,
      disabledCommands: ["AUTH", "STARTTLS"],
      disableReverseLookup: true,
      closeTimeout: 1_000,
      onMailFrom(_address, session, done) {
        if (!rough || random() >= HANGS_UP) return done();
        troubles.hungUp += 1;
        for (const connection of server.connections) if (connection.id === session.id) connection.close();
      },
      onRcptTo({ address }, _session, done) {
        if (address.startsWith("gone-")) {
          troubles.gone += 1;
          return done(Object.assign(new Error("no such mailbox"), { responseCode: 550 }));
        }
        if (!rough || random() >= REFUSES) return done();
        troubles.refused += 1;
        done(Object.assign(new Error("try again later"), { responseCode: 451 }));
      },
      onData(stream, session, done) {
        void (async () => {
          const raw = (await buffer(stream)).toString();
          if (rough && random() < SLOW) {
            troubles.slow += 1;
            await pause(1_000 + random() * 4_000);
            // Whoever hung up meanwhile is told nothing, and nothing of theirs is kept.
            if (![...server.connections].some(({ id }) => id === session.id)) return;
          }
          arrivals.push({
            messageId: /^message-id:\s*(<[^>]+>)/imu.exec(raw)?.[1] ?? "",
            to: session.envelope.rcptTo.map(({ address }) => address).join(),
            slot,
            at: Date.now(),
          });
          done();
          waiting.get(slot)?.();
        })().catch(done);
      },
    });
    // A worker that is killed hangs up on us.
    server.on("error", () => undefined);
    return server;
  }

  const servers = Array.from({ length: slots }, (_, slot) => serverFor(slot));
  await Promise.all(servers.map((server) => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))));
  return {
    smtpUrls: servers.map((server) => `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`),
    arrivals,
    troubles,
    calm: () => {
      rough = false;
    },
    afterNextYes: (slot, then, withinMs) =>
      new Promise((resolve) => {
        const over = (came: boolean): void => {
          clearTimeout(patience);
          waiting.delete(slot);
          resolve(came);
        };
        const patience = setTimeout(() => over(false), withinMs);
        waiting.set(slot, () => {
          then();
          over(true);
        });
      }),
    async stop() {
      await Promise.all(servers.map((server) => new Promise<void>((resolve) => server.close(resolve))));
    },
  };
}

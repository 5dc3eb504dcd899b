import { buffer } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** A message as it arrived; `raw` is what anybody on the way could read. */
export interface Arrived {
  to: string[];
  email: Email;
  raw: string;
}

export interface MailServer {
  smtpUrl: string;
  /** What has arrived, the oldest first. */
  arrived: Arrived[];
  /** How it answers for an address from now on; null takes it again. */
  answer(address: string, responseCode: number | null): void;
  /** Keeps every sender waiting until the returned function is called. */
  hold(): () => void;
  stop(): Promise<void>;
}

/** A real SMTP server on a port of its own, whose answers a test decides. */
export async function startMailServer(): Promise<MailServer> {
  const arrived: Arrived[] = [];
  const answers = new Map<string, number>();
  let gate: Promise<void> = Promise.resolve();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    onRcptTo({ address }, _session, done) {
      const responseCode = answers.get(address);
      void gate.then(() =>
        done(responseCode === undefined ? null : Object.assign(new Error(`not <${address}>`), { responseCode })),
      );
    },
    onData(stream, session, done) {
      buffer(stream).then(async (raw) => {
        arrived.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          email: await PostalMime.parse(raw),
          raw: raw.toString(),
        });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as { port: number };
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    arrived,
    answer: (address, code) => void (code === null ? answers.delete(address) : answers.set(address, code)),
    hold() {
      let open = (): void => undefined;
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return () => open();
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

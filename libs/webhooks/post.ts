// One message to one receiver over HTTP. What receivers and networks say may hold anything, so only a code comes out of
// here.

import { lookup as lookUp } from "node:dns";
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { hostOf, mayConnect } from "./address.ts";
import { retryAfterSeconds } from "./retries.ts";

/** Standard Webhooks, "Request timeouts": 15 to 30 s. */
const PATIENCE_MS = 15_000;
/** What a receiver answers is thrown away; more than this is not even read. */
const MOST_ANSWER = 64 * 1024;
const REFUSED = "address-refused";

/** `code`: `http-500`, `timed-out`, `address-refused`, `name-unknown`, …; `gone`: the receiver wants no more (410). */
export type Posted = { ok: true } | { ok: false; code: string; gone: boolean; retryAfter: number | null };

export interface Receiver {
  /** Posts JSON. Any 2xx in time is success; a redirect is not followed and is none. Never rejects. */
  post(headers: Readonly<Record<string, string>>, body: string): Promise<Posted>;
  /** Lets go of the connection. */
  close(): void;
}

/**
 * The receiver at this address, over one connection that stays open between messages. Every address that its name leads
 * to is looked at before it is connected to, each time (a name may lead elsewhere the next time). `loopback`: this
 * machine is allowed.
 */
export function receiverAt(url: string, options: { loopback: boolean; patienceMs?: number }): Receiver {
  const { loopback, patienceMs = PATIENCE_MS } = options;
  const target = new URL(url);
  const secure = target.protocol === "https:";
  const settings = { keepAlive: true, maxSockets: 1, lookup: guarded(loopback) };
  const agent = secure ? new HttpsAgent(settings) : new HttpAgent(settings);
  return {
    async post(headers, body) {
      const host = hostOf(target);
      if (isIP(host) > 0 && !mayConnect(host, loopback)) return failed(REFUSED);
      const all = {
        ...headers,
        "content-type": "application/json",
        "content-length": String(Buffer.byteLength(body)),
        "user-agent": "school-journeys-webhooks",
      };
      return new Promise((resolve) => {
        const sent = (secure ? httpsRequest : httpRequest)(
          target,
          { method: "POST", headers: all, agent, signal: AbortSignal.timeout(patienceMs) },
          (answer) => {
            const posted = postedOf(answer);
            // The whole answer is waited for, so that the connection can be used again; what comes of that changes
            // nothing.
            drain(answer, () => resolve(posted));
          },
        );
        sent.on("error", (error) => resolve(failed(codeOf(error))));
        sent.end(body);
      });
    },
    close: () => agent.destroy(),
  };
}

function drain(answer: IncomingMessage, done: () => void): void {
  let length = 0;
  answer.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length > MOST_ANSWER) answer.destroy();
  });
  for (const end of ["end", "close", "error"] as const) answer.on(end, done);
}

function postedOf({ statusCode = 0, headers }: IncomingMessage): Posted {
  if (statusCode >= 200 && statusCode < 300) return { ok: true };
  return failed(`http-${statusCode}`, statusCode === 410, retryAfterSeconds(headers["retry-after"], Date.now()));
}

function failed(code: string, gone = false, retryAfter: number | null = null): Posted {
  return { ok: false, code, gone, retryAfter };
}

/** Looks a name up and refuses it whole where any of its addresses may not be connected to. */
function guarded(loopback: boolean): LookupFunction {
  return (host, options, done) => {
    lookUp(host, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error !== null || first === undefined) return done(error ?? refusal("ENOTFOUND"), "", 0);
      if (!addresses.every(({ address }) => mayConnect(address, loopback))) return done(refusal(REFUSED), "", 0);
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });
  };
}

function refusal(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}

const CODES: Readonly<Record<string, string>> = {
  [REFUSED]: REFUSED,
  ENOTFOUND: "name-unknown",
  EAI_AGAIN: "name-unknown",
  ECONNREFUSED: "connection-refused",
  ECONNRESET: "connection-lost",
  EPIPE: "connection-lost",
  ABORT_ERR: "timed-out",
  ETIMEDOUT: "timed-out",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
};
const CERTIFICATE = /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS|HOSTNAME_MISMATCH)/u;

function codeOf(error: object): string {
  // Several addresses tried in vain come as one error of many.
  const first: unknown = "errors" in error && Array.isArray(error.errors) ? error.errors[0] : error;
  const code = typeof first === "object" && first !== null && "code" in first ? String(first.code) : "";
  return CODES[code] ?? (CERTIFICATE.test(code) ? "certificate-refused" : "connection-failed");
}

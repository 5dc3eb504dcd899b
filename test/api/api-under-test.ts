// The API in this process, on its own port, with a clock that can be set, and what it logs kept.

import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { WebSettings } from "../../libs/http/web-settings.ts";
import type { RateLimits } from "../../libs/http/rate-limit.ts";
import type { SignIn } from "../../apps/sign-in/sign-ins.ts";
import { createWeb } from "../../apps/web/create-web.ts";
import { addSeconds, msOf, type Instant } from "../../libs/calendar/instants.ts";
import { NO_ORGANISATIONS } from "../../libs/config/dfe-organisations.ts";
import { loadCalendars } from "../../libs/config/load-calendars.ts";
import { hubInboxes } from "../../libs/mail/hub-inboxes.ts";
import { catalogueOfTests } from "../support/catalogue.ts";
import { TEST_KEYRING } from "../support/people-keys.ts";
import { CONSOLE_CLIENT, testSignIn, type TestSignIn, type Who } from "../support/sign-in.ts";

export interface Reply {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}
/** `as`: who calls, else HUB_LEAD; null: nobody. */
export type Send = {
  as?: Who | null;
  token?: string;
  key?: string;
  ifMatch?: string;
  headers?: Record<string, string>;
};

/** A hub lead may do nearly all that a hub, a Work Group or a school may. */
export const HUB_LEAD: Who = { role: "hub-lead", who: "p-1", hub: "great-north" };

/**
 * The answer's body, where the answer is the one that was wanted. Throws another one; without jest, for the programs
 * that use this too.
 */
export function ok(reply: Reply, status = 200): Record<string, unknown> {
  const { detail } = reply.body;
  if (reply.status !== status || detail !== undefined)
    throw new Error(`${status} was wanted and ${reply.status} came: ${JSON.stringify(reply.body)}`);
  return reply.body;
}

export interface ApiUnderTest {
  origin: string;
  signIn: TestSignIn;
  get(path: string, send?: Send): Promise<Reply>;
  post(path: string, body?: unknown, send?: Send): Promise<Reply>;
  put(path: string, body: unknown, send?: Send): Promise<Reply>;
  patch(path: string, body: unknown, send?: Send): Promise<Reply>;
  del(path: string, send?: Send): Promise<Reply>;
  /** Seconds that pass on the API's clock. */
  pass(seconds: number): void;
  now(): Instant;
  stop(): Promise<void>;
}

export interface ApiOptions {
  databaseUrl: string;
  temporalAddress: string;
  /** Else `default`. */
  temporalNamespace?: string;
  startsAt: Instant;
  commandTimeoutMs: number;
  rateLimits?: RateLimits;
  erasureLog?: string;
  webhookLoopback?: boolean;
  mailReceiptToken?: string;
  /** Whoever is answered that nobody answered in time sends the same request again, as they are told to do. */
  sendsAgain?: boolean;
  /** Whether its sign-in gives refresh tokens; else it can be asked by userinfo alone. */
  refreshes?: boolean;
  /** Who may sign in, else the made-up people of a clone. */
  people?: readonly SignIn[];
  /** What people call it, where that is not its own address. */
  publicUrl?: string;
  trustedProxies?: readonly string[];
  notice?: string;
}

/** So often a request is sent that nobody answers in time. */
const SENT = 3;

/**
 * Starts the API, and a sign-in of its own, on free ports. `startsAt`: what its clock shows, and goes on showing until
 * time passes.
 */
export async function startApi(options: ApiOptions): Promise<ApiUnderTest> {
  let now = options.startsAt;
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { refreshes = true, people } = options;
  const signIn = await testSignIn(origin, { refreshes, ...(people && { who: people }) });
  const app = await createWeb(
    new WebSettings({
      catalogue: catalogueOfTests(),
      calendarOf: loadCalendars(),
      databaseUrl: options.databaseUrl,
      temporal: { address: options.temporalAddress, namespace: options.temporalNamespace ?? "default" },
      peopleKeyring: TEST_KEYRING,
      erasureLog: options.erasureLog ?? join(tmpdir(), `erasures-${process.pid}.log`),
      hubInbox: hubInboxes("hub-{hub}@hubs.example.invalid"),
      temporalUiUrl: null,
      commandTimeoutMs: options.commandTimeoutMs,
      clock: () => msOf(now),
      signIn: { issuer: signIn.issuer, clientId: CONSOLE_CLIENT, clientSecret: signIn.secrets.client, scope: "openid" },
      publicUrl: options.publicUrl ?? origin,
      dfeOrganisations: NO_ORGANISATIONS,
      sessionSecret: signIn.secrets.session,
      rateLimits: options.rateLimits ?? { signedIn: 100_000, anyone: 100_000 },
      trustedProxies: options.trustedProxies ?? [],
      webhookLoopback: options.webhookLoopback ?? false,
      notice: options.notice ?? null,
      mailReceiptToken: options.mailReceiptToken ?? null,
    }),
  );
  // Between two calls a test may do nothing for as long as the server keeps a connection open, to the moment: the call
  // that finds it closing fails. It stays open until the API stops.
  Object.assign(app.getHttpServer(), { keepAliveTimeout: 0 });
  await app.listen(port, "127.0.0.1");
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (who: Who): Promise<string> => {
    const key = JSON.stringify(who);
    const token = tokens.get(key) ?? signIn.token(who);
    tokens.set(key, token);
    return token;
  };
  const callOnce = async (method: string, path: string, body: unknown, send: Send): Promise<Reply> => {
    const token = send.token ?? (send.as === null ? null : await tokenOf(send.as ?? HUB_LEAD));
    const response = await fetch(origin + path, {
      method,
      redirect: "manual",
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(send.key ? { "idempotency-key": send.key } : {}),
        ...(send.ifMatch ? { "if-match": send.ifMatch } : {}),
        ...send.headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = /json/u.test(response.headers.get("content-type") ?? "");
    return {
      status: response.status,
      headers: response.headers,
      body: json ? (JSON.parse(text) as Record<string, unknown>) : { text },
    };
  };
  const call = async (method: string, path: string, body: unknown, send: Send): Promise<Reply> => {
    if (!options.sendsAgain || method !== "POST") return callOnce(method, path, body, send);
    const key = send.key ?? randomUUID();
    for (let sent = 1; ; sent++) {
      const reply = await callOnce(method, path, body, { ...send, key });
      if (reply.body["code"] !== "unavailable" || sent === SENT) return reply;
    }
  };
  return {
    origin,
    signIn,
    get: (path, send = {}) => call("GET", path, undefined, send),
    post: (path, body, send = {}) => call("POST", path, body, send),
    put: (path, body, send = {}) => call("PUT", path, body, send),
    patch: (path, body, send = {}) => call("PATCH", path, body, send),
    del: (path, send = {}) => call("DELETE", path, undefined, send),
    pass: (seconds) => {
      now = addSeconds(now, seconds);
    },
    now: () => now,
    async stop() {
      await app.close();
      await signIn.stop();
    },
  };
}

/** Keeps what is written to standard output until `end()` gives it back; `text()`: what there is so far. */
export function recordOutput(): { text(): string; end(): string } {
  const write = process.stdout.write;
  let text = "";
  process.stdout.write = (chunk: string | Uint8Array) => {
    text += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  return {
    text: () => text,
    end() {
      process.stdout.write = write;
      return text;
    },
  };
}

/** All text of a value, that inside byte arrays too: payloads of a workflow's history are bytes. */
export function textOf(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("utf8");
  if (typeof value !== "object" || value === null) return String(value);
  return Object.values(value).map(textOf).join("\n");
}

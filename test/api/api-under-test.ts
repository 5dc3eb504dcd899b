// The API in this process, on its own port, with a clock that can be set, and what it logs kept.

import type { AddressInfo } from 'node:net';
import { ApiSettings } from '../../apps/api/api-settings.ts';
import { createApi } from '../../apps/api/create-api.ts';
import { addSeconds, msOf, type Instant } from '../../libs/calendar/instants.ts';
import { loadCatalogue } from '../../libs/config/load-catalogue.ts';

export interface Reply { status: number; headers: Headers; body: Record<string, unknown> }
export type Send = { role?: string; principal?: string; key?: string; ifMatch?: string; headers?: Record<string, string> };

export interface ApiUnderTest {
  origin: string;
  get(path: string, send?: Send): Promise<Reply>;
  post(path: string, body?: unknown, send?: Send): Promise<Reply>;
  put(path: string, body: unknown, send?: Send): Promise<Reply>;
  /** Seconds that pass on the API's clock. */
  pass(seconds: number): void;
  now(): Instant;
  stop(): Promise<void>;
}

/** Starts the API on a free port. `startsAt`: what its clock shows, and goes on showing until time passes. */
export async function startApi(options: { databaseUrl: string; temporalAddress: string; startsAt: Instant; commandTimeoutMs: number }): Promise<ApiUnderTest> {
  let now = options.startsAt;
  const app = await createApi(new ApiSettings({
    catalogue: loadCatalogue(), databaseUrl: options.databaseUrl, temporal: { address: options.temporalAddress, namespace: 'default' },
    temporalUiUrl: null, commandTimeoutMs: options.commandTimeoutMs, clock: () => msOf(now),
  }));
  await app.listen(0, '127.0.0.1');
  const origin = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const call = async (method: string, path: string, body: unknown, send: Send): Promise<Reply> => {
    const response = await fetch(origin + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(send.role ? { 'x-role': send.role } : {}), ...(send.principal ? { 'x-principal': send.principal } : {}),
        ...(send.key ? { 'idempotency-key': send.key } : {}), ...(send.ifMatch ? { 'if-match': send.ifMatch } : {}), ...send.headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = /json/u.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) as Record<string, unknown> : { text } };
  };
  return {
    origin,
    get: (path, send = {}) => call('GET', path, undefined, send),
    post: (path, body, send = {}) => call('POST', path, body, send),
    put: (path, body, send = {}) => call('PUT', path, body, send),
    pass: (seconds) => {
      now = addSeconds(now, seconds);
    },
    now: () => now,
    stop: () => app.close(),
  };
}

/** Keeps what is written to standard output until `end()` gives it back. */
export function recordOutput(): { end(): string } {
  const write = process.stdout.write;
  let text = '';
  process.stdout.write = (chunk: string | Uint8Array) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  return {
    end() {
      process.stdout.write = write;
      return text;
    },
  };
}

/** All text of a value, that inside byte arrays too: payloads of a workflow's history are bytes. */
export function textOf(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value).map(textOf).join('\n');
}

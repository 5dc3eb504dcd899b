// What a hub's own system sends over HTTP, to whichever API answers: under the same key until it is acknowledged.

import { setTimeout as pause } from "node:timers/promises";
import { LAST_PATIENCE_MS, type Acknowledged, type Ledger } from "./school.ts";
import type { Api } from "./arena.ts";

const AGAIN_MS = 250;
const PATIENCE_MS = 15_000;

export interface Caller {
  apis: readonly Api[];
  token: string;
  ledger: Ledger;
}

/** What is known of a command that came over HTTP: where its journey stood after it. */
type Told = Extract<Acknowledged["outcome"], { accepted: true }>;

/** Raises a concern; notes it once it is acknowledged (2xx). Throws where it is turned down for good. */
export async function raiseConcern({ apis, token, ledger }: Caller, journey: string, key: string): Promise<void> {
  const patience = Date.now() + LAST_PATIENCE_MS;
  for (let sent = 0; ; sent += 1, ledger.resent += 1, await pause(AGAIN_MS)) {
    if (Date.now() > patience) throw new Error(`${key} is never answered`);
    const api = apis[(sent + key.length) % apis.length];
    const reply = await fetch(`${api?.origin}/api/v1/journeys/${journey}/raise-concern`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}`, "idempotency-key": key },
      body: JSON.stringify({ reason: "Nobody answers" }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => null);
    // Nobody is there, or what became of it is not known.
    if (reply === null || reply.status >= 500) continue;
    const body = (await reply.json().catch(() => null)) as { version?: number } | null;
    if (body === null) continue;
    if (!reply.ok) throw new Error(`${key} is turned down: ${reply.status} ${JSON.stringify(body)}`);
    const outcome: Told = { command: key, accepted: true, version: Number(body.version) };
    ledger.acknowledged.push({ journey, command: null, type: "RaiseConcern", outcome });
    return;
  }
}

// A client for programs that call the API, its paths, parameters and answers checked as they are written. Made to be
// taken along: with `openapi-fetch`, and the types that `npm run api-types` makes of the API's own document.

import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import createClient, { type Client } from "openapi-fetch";
import type { paths } from "./types.d.ts";

/** Where the service says no more than "later", it is asked again after so many seconds. */
const SECONDS_UNTIL_AGAIN = 5;
const MOST_TRIES = 5;

export type SchoolJourneys = Client<paths>;

/**
 * The API at `origin` ("http://localhost:3000"), as whoever `token` says. A POST that names no `Idempotency-Key` gets
 * one; what is answered by 429 or 503 is sent again with the same key, when `Retry-After` says, at most five times in
 * all.
 */
export function schoolJourneys(origin: string, token: () => string | Promise<string>): SchoolJourneys {
  const client = createClient<paths>({ baseUrl: origin, fetch: patiently });
  client.use({
    async onRequest({ request }) {
      request.headers.set("authorization", `Bearer ${await token()}`);
      if (request.method === "POST" && !request.headers.has("idempotency-key"))
        request.headers.set("idempotency-key", randomUUID());
      return request;
    },
  });
  return client;
}

/** Every row of a list that comes in pages: `page` asks for the one after a `next`. */
export async function* everyOne<Item>(
  page: (after?: string) => Promise<{ items: Item[]; next: string | null }>,
): AsyncGenerator<Item> {
  let { items, next } = await page();
  for (;;) {
    yield* items;
    if (next === null) return;
    ({ items, next } = await page(next));
  }
}

async function patiently(request: Request): Promise<Response> {
  for (let tried = 1; ; tried++) {
    const answer = await fetch(request.clone());
    const later = answer.status === 429 || answer.status === 503;
    if (!later || tried === MOST_TRIES) return answer;
    await setTimeout(1_000 * (Number(answer.headers.get("retry-after")) || SECONDS_UNTIL_AGAIN));
  }
}

// How often somebody may ask: counted by person, whether a token or a session says who it is, else by address. Each
// process counts for itself. Neither health checks nor the documentation's own files are counted.

import { ipKeyGenerator, MemoryStore, rateLimit } from "express-rate-limit";
import { Problem } from "./problem.ts";
import type { ApiRequest, ApiResponse } from "./request.ts";

/** Requests a minute. */
export interface RateLimits {
  signedIn: number;
  anyone: number;
}

const WINDOW_MS = 60_000;
const NOT_COUNTED = /^\/(health|api\/docs)(\/|$|\?)/u;

/** What is dear counts for several requests: files of schools, what lies ahead, what is given out whole. */
export const DEAR: readonly { method: "GET" | "POST"; path: RegExp; counts: number }[] = [
  { method: "POST", path: /^\/(bulk|api\/v1\/hubs\/[^/]+\/bulk-applications)(\/|$)/u, counts: 50 },
  { method: "POST", path: /^\/(money|api\/v1\/payment-runs\/[^/]+)\/bank-answers(\/|$)/u, counts: 20 },
  { method: "POST", path: /^\/(answer\/|search\/schools$)/u, counts: 5 },
  { method: "GET", path: /\/calendar(\.ics)?$|^\/calendars\//u, counts: 10 },
  { method: "GET", path: /^\/(turn|try-year|api\/v1\/hubs\/[^/]+\/(turn\/[^/]+|tried-year))$/u, counts: 20 },
  { method: "GET", path: /\/(remittance|letters-to-come)\.csv$|^\/api\/v1\/people\/[^/]+\/export$/u, counts: 20 },
];

/** For how many requests one counts. */
export function countOf({
  method,
  originalUrl,
  headers,
}: Pick<ApiRequest, "method" | "originalUrl" | "headers">): number {
  const path = asRouted(originalUrl);
  const dear = DEAR.find((one) => one.method === (method === "HEAD" ? "GET" : method) && one.path.test(path));
  // A list for a spreadsheet is the whole list.
  return dear?.counts ?? (/\btext\/csv\b/iu.test(headers.accept ?? "") ? 20 : 1);
}

/** The path as routes are found by it: whatever its case, with a slash at its end or none, and whatever name it has. */
function asRouted(originalUrl: string): string {
  const [path = ""] = originalUrl.toLowerCase().split("?", 1);
  return path.replace(/^https?:\/\/[^/]*/u, "").replace(/(?<=.)\/$/u, "");
}

/** Who is counted. */
function keyOf({ caller, visitor, ip }: ApiRequest): string {
  const who = caller ?? visitor;
  return who ? `person ${who.who}` : `address ${ipKeyGenerator(ip ?? "")}`;
}

/**
 * Express middleware, behind whatever finds out who asks: 429 `rate-limited` with Retry-After for who asks too often.
 */
export function limitRates(limits: RateLimits) {
  const store = new MemoryStore();
  const limiter = rateLimit({
    windowMs: WINDOW_MS,
    store,
    keyGenerator: (request) => keyOf(request as unknown as ApiRequest),
    limit: (request) => {
      const { caller, visitor } = request as unknown as ApiRequest;
      return caller || visitor ? limits.signedIn : limits.anyone;
    },
    standardHeaders: "draft-8",
    legacyHeaders: false,
    handler: (_request, response, next) => {
      const wait = String(response.getHeader("Retry-After") ?? WINDOW_MS / 1_000);
      next(
        new Problem("rate-limited", "You ask more often than this service answers. Wait as long as Retry-After says.", {
          headers: { "Retry-After": wait },
        }),
      );
    },
  });
  return async (request: ApiRequest, response: ApiResponse, next: (error?: unknown) => void): Promise<void> => {
    if (NOT_COUNTED.test(request.originalUrl)) return next();
    for (let more = countOf(request) - 1; more > 0; more -= 1) await store.increment(keyOf(request));
    await (limiter as unknown as (...these: [ApiRequest, ApiResponse, typeof next]) => Promise<void>)(
      request,
      response,
      next,
    );
  };
}

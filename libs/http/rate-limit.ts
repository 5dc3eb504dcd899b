// How often one caller may ask: counted by person where a token says who it is, else by address. Each process counts
// for itself. Neither health checks nor the documentation's own files are counted.

import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import { Problem } from "./problem.ts";
import type { ApiRequest } from "./request.ts";

/** Requests a minute. */
export interface RateLimits {
  signedIn: number;
  anyone: number;
}

const WINDOW_MS = 60_000;
const NOT_COUNTED = /^\/(health|api\/docs)(\/|$|\?)/u;

/** Express middleware, behind identify(): 429 `rate-limited` with Retry-After for who asks too often. */
export function limitRates(limits: RateLimits) {
  return rateLimit({
    windowMs: WINDOW_MS,
    keyGenerator: (request) => {
      const { caller, ip } = request as unknown as ApiRequest;
      return caller ? `person ${caller.who}` : `address ${ipKeyGenerator(ip ?? "")}`;
    },
    limit: (request) => ((request as unknown as ApiRequest).caller ? limits.signedIn : limits.anyone),
    skip: (request) => NOT_COUNTED.test(request.originalUrl),
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
}

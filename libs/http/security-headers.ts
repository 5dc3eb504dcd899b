// What a browser may do with whatever this service answers: the same on every page, the documents included.

import type { ApiRequest, ApiResponse } from "./request.ts";

/** Nothing is loaded, framed or sent elsewhere; a page adds the one style that it has. */
export const policyWith = (more: string): string =>
  `default-src 'none'; ${more}form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;

const NOTHING = policyWith("");
/** The documents of the API are a program of Swagger's: scripts of this service alone, none in the page itself. */
const DOCUMENTS = policyWith(
  "script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; ",
);
const DOCS = /^\/api\/docs(?:[/?]|$)/iu;
/** Two years, as browsers' own lists want it. */
const HSTS = "max-age=63072000; includeSubDomains";

/** Express middleware. `publicUrl`: what people call this service. */
export function securityHeaders(publicUrl: string) {
  const secure = publicUrl.startsWith("https:");
  return (request: ApiRequest, response: ApiResponse, next: () => void): void => {
    response.setHeader("Content-Security-Policy", DOCS.test(request.originalUrl) ? DOCUMENTS : NOTHING);
    response.setHeader("X-Content-Type-Options", "nosniff");
    // Not no-referrer: a browser would then not say that a form of ours is ours (Origin: null).
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    if (secure) response.setHeader("Strict-Transport-Security", HSTS);
    next();
  };
}

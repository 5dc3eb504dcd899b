// Who sends a request, found out before anything else of it is looked at.

import { NoAccess } from "../../../libs/service/access/principal.ts";
import { Problem } from "../../../libs/http/problem.ts";
import { unauthenticated } from "../../../libs/http/unauthenticated.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import { BadToken, SignInAway, type TokenVerifier } from "./token-verifier.ts";

// RFC 6750: a token of one line, 8 KB at most (Node's own limit for all headers is 16).
const BEARER = /^bearer +([\w.~+/-]{1,8000}=*)$/iu;

/** Where only those who have signed in are answered: a receipt of a mail service has a token of its own. */
const GUARDED = /^\/api\/v1(?!\/mail\/receipts(?:\?|$))(?:[/?]|$)/iu;

type Next = (error?: unknown) => void;

/**
 * Express middleware: puts who calls at the request (`caller`), or why nobody does (`stranger`), so that requests can
 * be counted by caller before they are refused (requireCaller).
 */
export function identify(verifier: TokenVerifier) {
  return async (request: ApiRequest, _response: unknown, next: Next): Promise<void> => {
    if (!GUARDED.test(request.originalUrl)) return next();
    try {
      const token = tokenIn(request.headers.authorization);
      request.caller = await verifier.principal(token);
    } catch (error) {
      request.stranger = problemFor(error);
    }
    next();
  };
}

/** Express middleware: below /api/v1 there is nothing, not even a 404, for who has not signed in. */
export function requireCaller(request: ApiRequest, _response: unknown, next: Next): void {
  if (GUARDED.test(request.originalUrl) && !request.caller) next(request.stranger ?? unauthenticated());
  else next();
}

/** The token of an Authorization header. @throws Problem 401 */
export function tokenIn(authorization: string | undefined): string {
  if (authorization === undefined) throw unauthenticated();
  const token = BEARER.exec(authorization)?.[1];
  if (token === undefined)
    throw unauthenticated("Authorization is `Bearer`, a space and one token.", "invalid_request");
  return token;
}

function problemFor(error: unknown): unknown {
  if (error instanceof BadToken)
    return unauthenticated(
      error.expired ? "The token has expired. Take a new one." : "The token is not valid here.",
      "invalid_token",
    );
  if (error instanceof NoAccess) return new Problem("forbidden", error.message);
  if (error instanceof SignInAway)
    return new Problem("unavailable", "The sign-in does not answer, so nobody can be let in. Try again soon.");
  return error;
}

// Every error that leaves the service is a problem (RFC 9457) with a code that callers rely on (problem.ts).

import { HttpException } from "@nestjs/common";
import { RECENT_SECONDS, SignInTooOld } from "../service/access/recent.ts";
import { refusalFrom } from "../service/refusal-from.ts";
import { faultOf, writeLog } from "../watch/log.ts";
import { REALM } from "./unauthenticated.ts";
import { Problem, RETRY_AFTER_SECONDS } from "./problem.ts";
import type { ApiRequest, ApiResponse } from "./request.ts";

/**
 * What an error is answered as: logged where it is the service's own fault (without its message), its headers set. Null
 * where the answer has begun already: it is ended.
 */
export function problemToAnswer(error: unknown, request: ApiRequest, response: ApiResponse): Problem | null {
  if (response.headersSent) {
    response.end();
    return null;
  }
  const problem = problemFrom(error);
  if (problem.status >= 500)
    writeLog(problem.status === 503 ? "warn" : "error", "failed", { request: request.id, ...faultOf(error) });
  if (problem.status === 503) response.setHeader("Retry-After", String(RETRY_AFTER_SECONDS));
  for (const [name, value] of Object.entries(problem.headers)) response.setHeader(name, value);
  response.removeHeader("ETag");
  return problem;
}

/** RFC 9470: so a program knows that a new sign-in is all that is missing. */
const TOO_OLD = `${REALM}, error="insufficient_user_authentication", max_age="${RECENT_SECONDS}"`;

/** The problem that an error of any kind becomes. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof SignInTooOld)
    return new Problem(error.code, error.detail, { headers: { "WWW-Authenticate": TOO_OLD } });
  const refusal = refusalFrom(error);
  if (refusal !== null)
    return new Problem(refusal.code, refusal.detail, { errors: refusal.errors, rejection: refusal.rejection });
  const status = error instanceof HttpException ? error.getStatus() : httpStatusOf(error);
  return (status === null ? undefined : BY_STATUS[status]?.()) ?? defect();
}

function defect(): Problem {
  return new Problem("unavailable", "This request met a fault of the service. It has been logged.", { status: 500 });
}

/** What Express and Nest themselves turn away, by status. */
const BY_STATUS: Readonly<Record<number, () => Problem>> = {
  400: () =>
    new Problem(
      "invalid",
      "The request is malformed: send an object of JSON, in UTF-8, to one of the addresses in /api/openapi.json.",
      { status: 400 },
    ),
  404: () => new Problem("not-found", "There is nothing at this address. /api/openapi.json lists every address."),
  413: () => new Problem("invalid", "The body is too large.", { status: 413 }),
  415: () => new Problem("invalid", "Send JSON, in UTF-8, with Content-Type: application/json.", { status: 415 }),
};

/** The status that an error of Express's own middleware (body-parser, router) carries. */
function httpStatusOf(error: unknown): number | null {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return null;
  return error.status;
}

// Every error that leaves the API is a problem (RFC 9457) with a code of CONTRACT.

import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from "@nestjs/common";
import { ServiceUnavailable } from "../../../libs/temporal/subject-client.ts";
import { StoreError } from "../../../libs/store/errors.ts";
import { traceOf, writeLog } from "./log.ts";
import { html } from "../../console/html.ts";
import { page, POLICY } from "../../console/page.ts";
import { bodyOf, Problem, PROBLEM_JSON, PROBLEM_TITLES, RETRY_AFTER_SECONDS } from "./problem.ts";
import type { ApiRequest, ApiResponse } from "./request.ts";

/**
 * Answers any error as `application/problem+json`; what nobody foresaw is logged (without its message) and answered as
 * 500.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<ApiRequest>();
    const response = host.switchToHttp().getResponse<ApiResponse>();
    if (response.headersSent) {
      response.end();
      return;
    }
    const problem = problemFrom(error);
    if (problem.status >= 500)
      writeLog(problem.status === 503 ? "warn" : "error", "failed", { request: request.id, ...traceOf(error) });
    if (problem.status === 503) response.setHeader("Retry-After", String(RETRY_AFTER_SECONDS));
    for (const [name, value] of Object.entries(problem.more.headers ?? {})) response.setHeader(name, value);
    response.removeHeader("ETag");
    if (isForPerson(request)) {
      const way =
        problem.code === "unauthenticated"
          ? html`<a class="button first" href="/sign-in">Sign in</a>`
          : html`<a class="button" href="/">To the first page</a>`;
      const body = html`<p>${problem.detail}</p>
        <p>${way}</p>`;
      response
        .writeHead(problem.status, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY })
        .end(page(PROBLEM_TITLES[problem.code], body, null));
      return;
    }
    response
      .writeHead(problem.status, { "Content-Type": PROBLEM_JSON })
      .end(JSON.stringify(bodyOf(problem, request.originalUrl)));
  }
}

/** Whether a browser asked for a page, outside the API. */
function isForPerson({ headers, originalUrl }: ApiRequest): boolean {
  return /\btext\/html\b/u.test(headers.accept ?? "") && !/^\/(api|health)\b/u.test(originalUrl);
}

/** The problem that an error of any kind becomes. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ServiceUnavailable) return new Problem("unavailable", UNKNOWN_OUTCOME);
  if (error instanceof StoreError) return problemOfStore(error);
  const status = error instanceof HttpException ? error.getStatus() : httpStatusOf(error);
  return (status === null ? undefined : BY_STATUS[status]?.()) ?? defect();
}

function problemOfStore(error: StoreError): Problem {
  if (error.code === "database-unavailable") {
    return new Problem(
      "unavailable",
      "The database does not answer. Send the same request, with the same Idempotency-Key, again.",
    );
  }
  if (error.code === "cursor-unknown") {
    const detail = "This cursor is not one that the feed gives now. Begin again without it.";
    return new Problem("invalid", detail, { errors: [{ pointer: "/after", detail }] });
  }
  // Written by a newer release than this process: it is being replaced.
  if (error.code === "unknown-event")
    return new Problem("unavailable", "A newer release is being installed. Send the same request again.");
  return defect();
}

function defect(): Problem {
  return new Problem("unavailable", "This request met a fault of the service. It has been logged.", { status: 500 });
}

const UNKNOWN_OUTCOME =
  "What became of the request is not known yet. Send the same request, with the same Idempotency-Key, " +
  "again: it has one effect.";

/** What Express and Nest themselves turn away, by status. */
const BY_STATUS: Readonly<Record<number, () => Problem>> = {
  400: () =>
    new Problem(
      "invalid",
      "The request is malformed: send an object of JSON to one of the addresses in /api/openapi.json.",
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

// What no part behind the edge can keep: characters PostgreSQL has no place for, and nesting without end.

import { Problem } from "./problem.ts";
import { type FieldFault } from "../service/refusal.ts";
import type { ApiRequest } from "./request.ts";

const MOST_DEPTH = 16;
const MOST_FAULTS = 20;
// NUL cannot be stored as text, half of a surrogate pair is no character.
const UNSOUND = /\0|\p{Surrogate}/u;

const WITH_BODY: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH"]);

/**
 * Express middleware, behind the JSON parser: the body of a POST, PUT or PATCH is an object that can be kept; nothing
 * sent is `{}`.
 */
export function soundBodies(request: ApiRequest, _response: unknown, next: () => void): void {
  // A file is looked at row by row by whoever reads it (apps/api/bulk); the console's page takes it as browsers send
  // files.
  if (request.method === "POST" && isFile(request)) return next();
  if (WITH_BODY.has(request.method ?? "")) request.body = soundBody(request.body, hasBody(request.headers));
  next();
}

/**
 * The body of a request as an object.
 * @throws Problem 415 for what is no JSON, 422 `invalid` with pointers for what cannot be kept
 */
export function soundBody(body: unknown, sent: boolean): Record<string, unknown> {
  if (body === undefined) {
    if (!sent) return {};
    throw new Problem("invalid", "Send JSON, in UTF-8, with Content-Type: application/json.", { status: 415 });
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new Problem("invalid", "Send an object of JSON.", {
      errors: [{ pointer: "", detail: "This is not an object." }],
    });
  }
  const errors: FieldFault[] = [];
  look(body, "", 0, errors);
  if (errors.length > 0)
    throw new Problem("invalid", `The request cannot be kept: ${errors[0]?.detail}`, {
      errors: errors.slice(0, MOST_FAULTS),
    });
  return body as Record<string, unknown>;
}

/** Is it sent to where files are taken? */
function isFile({ originalUrl, headers }: ApiRequest): boolean {
  if (/^\/bulk(?:\/confirm)?$/u.test(originalUrl))
    return /^multipart\/form-data\s*;/iu.test(headers["content-type"] ?? "");
  return /^\/api\/v1\/hubs\/[^/]+\/bulk-applications(?:\/[^/]+\/confirm)?$/u.test(originalUrl);
}

function hasBody(headers: ApiRequest["headers"]): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

function look(value: unknown, pointer: string, depth: number, errors: FieldFault[]): void {
  if (typeof value === "string" && UNSOUND.test(value))
    errors.push({ pointer, detail: "It holds a character that is none (NUL, or half of a pair)." });
  if (typeof value !== "object" || value === null) return;
  if (depth === MOST_DEPTH) {
    errors.push({ pointer, detail: "It is nested too deeply." });
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    const step = key.replaceAll("~", "~0").replaceAll("/", "~1");
    if (UNSOUND.test(key)) errors.push({ pointer, detail: "It has a name with a character that is none." });
    else look(inner, `${pointer}/${step}`, depth + 1, errors);
  }
}

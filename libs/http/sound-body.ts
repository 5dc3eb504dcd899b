// Bodies, before anybody looks at them: an object that can be kept.

import { Problem } from "./problem.ts";
import { visible } from "../register/visible.ts";
import { mustBeSound } from "../service/shape/sound.ts";
import type { ApiRequest } from "./request.ts";

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

/** The same with its texts as they are seen (libs/register/visible.ts). */
function seen(value: unknown): unknown {
  if (typeof value === "string") return visible(value);
  if (Array.isArray(value)) return value.map(seen);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, seen(inner)]));
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
  mustBeSound(body);
  return seen(body) as Record<string, unknown>;
}

/** Is it sent to where files are taken? */
function isFile({ originalUrl, headers }: ApiRequest): boolean {
  const [path = ""] = originalUrl.split("?", 1);
  if (/^\/(?:bulk(?:\/(?:confirm|faults))?|money\/bank-answers\/[^/]+(?:\/apply)?)$/u.test(path))
    return /^multipart\/form-data\s*;/iu.test(headers["content-type"] ?? "");
  return (
    /^\/api\/v1\/hubs\/[^/]+\/bulk-applications(?:\/[^/]+\/confirm)?$/u.test(path) ||
    /^\/api\/v1\/payment-runs\/[^/]+\/bank-answers(?:\/[^/]+\/apply)?$/u.test(path)
  );
}

function hasBody(headers: ApiRequest["headers"]): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

// Around every request: an id that is answered and logged, and one log line when it is done.

import { randomUUID } from "node:crypto";
import { writeLog } from "../watch/log.ts";
import type { ApiRequest, ApiResponse } from "./request.ts";

const REQUEST_ID = /^[\w.-]{1,64}$/u;

/**
 * Express middleware: request id in and out, and the log line. The line has the route's pattern, not the address as
 * sent.
 */
export function requestContext(request: ApiRequest, response: ApiResponse, next: () => void): void {
  const began = performance.now();
  const sent = request.headers["x-request-id"];
  request.id = typeof sent === "string" && REQUEST_ID.test(sent) ? sent : randomUUID();
  response.setHeader("X-Request-Id", request.id);
  // What a school's journey holds is nobody's cache's.
  response.setHeader("Cache-Control", "no-store");
  response.on("close", () => {
    writeLog("info", "request", {
      request: request.id,
      method: request.method ?? "",
      route: request.route?.path ?? null,
      status: response.writableFinished ? response.statusCode : 499,
      ms: Math.round(performance.now() - began),
    });
  });
  next();
}

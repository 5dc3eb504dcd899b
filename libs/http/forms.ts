import type { IncomingMessage } from "node:http";

const API = /^\/(api|health)(?:[/?]|$)/iu;

/**
 * Whether a request is a form of the console, to be read as one: a form sent to the API is no JSON, and is refused
 * there.
 */
export function isForm(request: IncomingMessage): boolean {
  return (
    /^application\/x-www-form-urlencoded\s*(;|$)/iu.test(request.headers["content-type"] ?? "") &&
    !API.test(request.url ?? "")
  );
}

// A request and a response as handlers see them: Node's own, with what Express and our middleware add.

import type { IncomingMessage, ServerResponse } from "node:http";
import type { Principal } from "../service/access/principal.ts";

export interface ApiRequest extends IncomingMessage {
  /** `X-Request-Id`, as sent or made here; kept with the events that the request causes. */
  id: string;
  originalUrl: string;
  /** After the edge: always an object on a POST or PUT. */
  body?: unknown;
  route?: { path: string };
  params?: Readonly<Record<string, string>>;
  /** The sender's address. */
  ip?: string;
  /** Who calls, from the bearer token. */
  caller?: Principal;
  /** Who looks at a page, from the session. */
  visitor?: Principal;
  /** What an operator wants everybody to read, on each page. */
  notice?: string | null;
  /** Why nobody calls: thrown where somebody must. */
  stranger?: unknown;
}

export type ApiResponse = ServerResponse;

/** A header that is sent once, as text; undefined where it is not sent. */
export function headerOf(request: ApiRequest, name: string): string | undefined {
  const value = request.headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(", ") : value;
}

// What a request asks, as a use case takes it: who, with what, and what makes it one command however often it is sent.

import { randomUUID } from "node:crypto";
import type { Principal } from "../service/access/principal.ts";
import type { Asked } from "../service/commands/asked.ts";
import { callerOf } from "./caller.ts";
import { expectedVersions } from "./if-match.ts";
import { Problem } from "./problem.ts";
import { isPreview } from "./query.ts";
import { headerOf, type ApiRequest } from "./request.ts";

/** What an Idempotency-Key looks like. */
export const KEY = /^[ -~]{1,255}$/u;

/**
 * The key of a request: `Idempotency-Key` as sent, or a fresh one where none is sent (such a request cannot be
 * repeated).
 * @throws Problem 400 `invalid` for a key that is not 1 to 255 visible ASCII characters
 */
export function idempotencyKey(header: string | undefined): string {
  if (header === undefined) return randomUUID();
  if (!KEY.test(header))
    throw new Problem("invalid", "Idempotency-Key is 1 to 255 visible characters of ASCII.", { status: 400 });
  return header;
}

/**
 * What a request asks. Its headers are read when they are wanted, for what the caller does not see is not there (404),
 * whatever came with the request. @throws Problem `forbidden` on a route that names no roles, `invalid` for a `preview`
 * that is neither true nor false
 */
export function askedOf(request: ApiRequest): Asked {
  return new AskedByRequest(request, callerOf(request));
}

class AskedByRequest implements Asked {
  readonly body: unknown;
  readonly request: string;
  private readonly looks: boolean;
  private known: string | undefined;

  constructor(
    private readonly sent: ApiRequest,
    readonly caller: Principal,
  ) {
    this.body = sent.body;
    this.request = sent.id;
    this.looks = isPreview(sent);
  }

  /**
   * Whether it is only looked at. Nothing is kept under its key then, and one that is none is refused all the same.
   * @throws Problem 400 `invalid`
   */
  get preview(): boolean {
    return this.looks && this.key !== "";
  }

  /** @throws Problem 400 `invalid` */
  get key(): string {
    return (this.known ??= idempotencyKey(headerOf(this.sent, "Idempotency-Key")));
  }

  /** @throws Problem 400 `invalid`, 412 `version-conflict` */
  get seen(): readonly number[] | undefined {
    return expectedVersions(headerOf(this.sent, "If-Match"));
  }
}

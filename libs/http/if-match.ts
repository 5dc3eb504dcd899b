// A journey's ETag is its version (the seq of its last event), in quotes: `"14"`.

import { Problem } from "./problem.ts";

/** What If-Match looks like: one entity tag, or any. */
export const ENTITY_TAG = /^(?:\*|(W\/)?"([!#-~]*)")$/u;

/** The ETag of a version. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/**
 * The version a caller saw, from `If-Match`; undefined where it is not sent or `*`.
 * @throws Problem 412 `version-conflict` for a tag that no journey ever had, 400 `invalid` for what is no entity tag
 */
export function expectedVersion(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === "*") return undefined;
  const tag = ENTITY_TAG.exec(ifMatch.trim());
  if (!tag) throw new Problem("invalid", 'If-Match is one ETag of the journey, as it was sent: "14".', { status: 400 });
  // A weak tag never matches (RFC 9110), nor does one we have not given.
  if (tag[1] !== undefined || !/^(0|[1-9]\d{0,8})$/u.test(tag[2] ?? "")) {
    throw new Problem(
      "version-conflict",
      "If-Match is not an ETag that this journey has now. Read it again, then decide.",
    );
  }
  return Number(tag[2]);
}

// A journey's ETag is its version (the seq of its last event), in quotes: `"14"`. If-Match names those that a caller
// has seen (RFC 9110, 13.1.1): one, a list of which any may match, or any at all.

import { Problem } from "./problem.ts";

const TAG = String.raw`(?:W/)?"[!#-~]*"`;
/** What If-Match looks like: any, or entity tags with commas between them (of an empty place in the list, nothing). */
export const IF_MATCH = new RegExp(String.raw`^(?:\*|[ \t,]*${TAG}(?:[ \t]*,[ \t]*(?:${TAG})?)*)$`, "u");
/** A version as we give it: a weak tag never matches, nor does one we have not given. */
const OURS = /^"(0|[1-9]\d{0,8})"$/u;

/** The ETag of a version. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/**
 * The versions any of which a caller has seen, from `If-Match`; undefined where it is not sent or `*`.
 * @throws Problem 412 `version-conflict` for tags that no journey ever had, 400 `invalid` for what is no entity tag
 */
export function expectedVersions(ifMatch: string | undefined): readonly number[] | undefined {
  const sent = ifMatch?.trim();
  if (sent === undefined || sent === "*") return undefined;
  if (!IF_MATCH.test(sent))
    throw new Problem("invalid", 'If-Match is ETags of the journey, as they were sent: "14", or "14", "15".', {
      status: 400,
    });
  const versions = (sent.match(new RegExp(TAG, "gu")) ?? []).flatMap((tag) => OURS.exec(tag)?.[1] ?? []).map(Number);
  if (versions.length > 0) return versions;
  throw new Problem(
    "version-conflict",
    "If-Match is not an ETag that this journey has now. Read it again, then decide.",
  );
}

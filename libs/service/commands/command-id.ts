// The names that make a request repeatable: who sends the same key to the same route means the same command.

import { createHmac, hash, type KeyObject } from "node:crypto";

/**
 * The id of a command: SHA-256, in hex, of who asks, which route and which key. Routes are named as in the OpenAPI
 * document, ids filled in.
 */
export function commandId(principal: string, route: string, key: string): string {
  return sha256(JSON.stringify([principal, route, key]));
}

/** SHA-256, in hex, of a body: the order of its keys, white space and escapes do not matter. */
export function bodyDigest(body: unknown): string {
  return sha256(canonicalJson(body));
}

/** The same under a key: HMAC-SHA-256, in hex. Without the key, nobody can try which body it is of. */
export function keyedDigest(key: KeyObject, body: unknown): string {
  return createHmac("sha256", key).update(canonicalJson(body), "utf8").digest("hex");
}

/** JSON with the keys of every object in order of their UTF-16 code units, without white space. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(",")}}`;
}

/**
 * A UUID for what a request brings with it (a text, a person), so that a retry writes the same rows. The body's digest
 * is in it: a key used again with another body never finds the first one's words.
 */
export function derivedId(command: string, digest: string, kind: "text" | "person", field: string): string {
  const hex = sha256(JSON.stringify([command, digest, kind, field]));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function sha256(text: string): string {
  return hash("sha256", text, "hex");
}

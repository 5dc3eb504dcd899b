// The first thing that is done about a request that writes: that it came is noted, under an id made of who asks, which
// route and which key. The same key with another body is turned away there.

import type { DataSource } from "typeorm";
import type { Instant } from "../../calendar/instants.ts";
import { claimCommand, findCommand, type CommandRecord } from "../../store/command-log.ts";
import type { Queryable } from "../../store/prepared.ts";
import { reject } from "../../journey/rejection.ts";
import { refusalOf } from "../refusal.ts";
import type { Asked } from "./asked.ts";
import { bodyDigest, commandId, derivedId } from "./command-id.ts";
import { requestDigest } from "./request-digest.ts";

/** A request by its names. `newId`: names what it brings with it, the same on every retry. */
export interface Named {
  id: string;
  digest: string;
  /** What stands under its id already. */
  known: CommandRecord | null;
  newId: NewId;
}

/** Names what a request brings with it, the same on every retry. */
export type NewId = (kind: "text" | "person", field: string) => string;

/** What was found of a command, by its id, beside something else that was asked. */
export interface Found {
  id: string;
  known: CommandRecord | null;
}

/**
 * `route`: as in the OpenAPI document, ids filled in; `found`: where it was looked for already. Rejects with
 * StoreError, SealError.
 */
export async function named(
  source: DataSource,
  { caller, body, key, preview }: Pick<Asked, "caller" | "body" | "key" | "preview">,
  route: string,
  found?: Found,
): Promise<Named> {
  const id = commandId(caller.who, route, key);
  // What is only looked at is kept nowhere, and makes no key to be kept under.
  return preview ? { ...nameable(id, bodyDigest(body)), known: null } : namedBy(source, id, body, found);
}

/** The same under an id that was made elsewhere. */
export async function namedBy(source: DataSource, id: string, body: unknown, found?: Found): Promise<Named> {
  const known = found?.id === id ? found.known : await findCommand(source, id);
  const digest = await requestDigest(source, known, body);
  return { ...nameable(id, digest), known };
}

function nameable(id: string, digest: string): Omit<Named, "known"> {
  return { id, digest, newId: (kind, field) => derivedId(id, digest, kind, field) };
}

/**
 * Notes a request that the service carries out itself, without a workflow. Answers what stands under its id.
 * @throws Refusal `key-reused`
 */
export async function claimRequest(
  source: Queryable,
  { id, digest }: Pick<Named, "id" | "digest">,
  claim: { subject: string; name: string; principal: string; receivedAt: Instant },
): Promise<CommandRecord> {
  return sameRequest(await claimCommand(source, { ...claim, id, bodyDigest: digest }), digest);
}

/** The record, if it is of this very request. @throws Refusal `key-reused` */
export function sameRequest(record: CommandRecord, digest: string): CommandRecord {
  if (record.bodyDigest === digest) return record;
  throw refusalOf(reject("key-reused", "another-body").rejection);
}

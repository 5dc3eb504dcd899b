// A command is kept in its row first, and brought by its id then: what is carried out stands in PostgreSQL.

import type { Client } from "@temporalio/client";
import type { Outcome } from "../contract/journey.ts";
import { claimCommand, type CommandRecord } from "../store/command-log.ts";
import type { Queryable } from "../store/prepared.ts";
import { performCommand, type AnyCommand } from "./subject-client.ts";

export interface Bringing {
  dataSource: Queryable;
  client: Client;
}

/** Notes a command whole. Answers what stands: this, or the first claim of its id. Rejects with StoreError. */
export function claimWhole(
  db: Queryable,
  subject: string,
  { id, type: name, at, by, data, expected }: AnyCommand,
  bodyDigest: string | null = null,
): Promise<CommandRecord> {
  const asked = { by, data, ...(expected === undefined ? {} : { expected }) };
  return claimCommand(db, { id, subject, name, bodyDigest, principal: by.who, receivedAt: at, asked });
}

/**
 * Brings a command that was claimed whole to its subject, and answers what became of it; null where the claim does not
 * say what is asked. @throws ServiceUnavailable
 */
export async function bringClaimed(
  client: Client,
  { id, name, subject, receivedAt: at, asked, outcome, epoch }: CommandRecord,
  options: { timeoutMs: number },
): Promise<Outcome | null> {
  if (outcome !== null || asked === null) return outcome;
  const command = { id, type: name, at, ...asked } as AnyCommand; // it was one when it was claimed
  return performCommand(client, subject, command, { ...options, epoch });
}

/**
 * Brings a command of the service's own to its subject, once under its id however often it is brought, and answers what
 * became of it. `options`: as performCommand.
 * @throws ServiceUnavailable, StoreError
 */
export async function bringCommand(
  { dataSource, client }: Bringing,
  subject: string,
  command: AnyCommand,
  options: { timeoutMs: number },
): Promise<Outcome> {
  const record = await claimWhole(dataSource, subject, command);
  return record.outcome ?? performCommand(client, subject, command, { ...options, epoch: record.epoch });
}

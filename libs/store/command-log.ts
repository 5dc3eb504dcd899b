// What was asked, and what became of it: a command sent twice has one effect and the same answer, rejections too.

import { instantFromMs, type Instant } from "../calendar/instants.ts";
import type { Outcome } from "../contract/journey.ts";
import { coded } from "./errors.ts";
import { subjectOf, streamOf, type Queryable } from "./events/streams.ts";

/**
 * What is known of a command. `subject`: whose it is, a journey's id or the name of any other (`work-group/{id}`).
 * `outcome` is null while it is under way, or lost on the way: sending it again resolves that.
 */
export interface CommandRecord {
  id: string;
  subject: string;
  name: string;
  principal: string;
  /** Of the body as it came; null for what the service asks of itself. */
  bodyDigest: string | null;
  /** The first receipt: windows are judged by it, retries too. */
  receivedAt: Instant;
  outcome: Outcome | null;
  recordedAt: Instant | null;
}

export interface Claim {
  id: string;
  subject: string;
  name: string;
  bodyDigest: string;
  principal: string;
  receivedAt: Instant;
}

interface CommandRow {
  id: string;
  stream: string;
  name: string;
  body_digest: string | null;
  principal: string;
  received_at: Date;
  outcome: Outcome | null;
  recorded_at: Date | null;
}

const COLUMNS = "id, stream, name, body_digest, principal, received_at, outcome, recorded_at";

/**
 * Notes that a command came, before it is sent on. Returns what stands: this claim, or the first one under the same id
 * (another digest there: the key was reused; an outcome there: answer that). Rejects with StoreError.
 */
export async function claimCommand(db: Queryable, claim: Claim): Promise<CommandRecord> {
  const rows = await coded<CommandRow[]>(() =>
    db.query(
      // Setting a column to itself makes the row that stands come back, in one statement.
      `insert into commands (id, stream, name, body_digest, principal, received_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (id) do update set id = commands.id returning ${COLUMNS}`,
      [claim.id, streamOf(claim.subject), claim.name, claim.bodyDigest, claim.principal, claim.receivedAt],
    ),
  );
  return recordOf(only(rows));
}

/** What is known of a command, or null. Rejects with StoreError. */
export async function findCommand(db: Queryable, id: string): Promise<CommandRecord | null> {
  const found = await findCommands(db, [id]);
  return found.get(id) ?? null;
}

/** The same for several, by id. */
export async function findCommands(db: Queryable, ids: readonly string[]): Promise<Map<string, CommandRecord>> {
  const rows = await coded<CommandRow[]>(() =>
    db.query(`select ${COLUMNS} from commands where id = any($1::text[])`, [[...ids]]),
  );
  return new Map(rows.map((row) => [row.id, recordOf(row)]));
}

/** One command's outcome, to be kept in the transaction that appends its events. */
export interface Settled {
  id: string;
  stream: string;
  name: string;
  principal: string;
  receivedAt: Instant;
  outcome: Outcome;
}

/** Keeps outcomes, in one statement. The claim of the edge, where there is one, stays as it is. */
export async function recordOutcomes(db: Queryable, settled: readonly Settled[]): Promise<void> {
  if (settled.length === 0) return;
  const rows = settled.map((one) => ({ ...one, received_at: one.receivedAt }));
  await coded(() =>
    db.query(
      `insert into commands (id, stream, name, principal, received_at, outcome, recorded_at)
       select id, stream, name, principal, received_at, outcome, now() from jsonb_to_recordset($1::jsonb)
         as settled (id text, stream text, name text, principal text, received_at timestamptz, outcome jsonb)
       on conflict (id) do update set outcome = excluded.outcome, recorded_at = excluded.recorded_at where
         commands.outcome is null`,
      [JSON.stringify(rows)],
    ),
  );
}

function recordOf(row: CommandRow): CommandRecord {
  return {
    id: row.id,
    subject: subjectOf(row.stream),
    name: row.name,
    principal: row.principal,
    bodyDigest: row.body_digest,
    receivedAt: instantFromMs(row.received_at.getTime()),
    outcome: row.outcome,
    recordedAt: row.recorded_at === null ? null : instantFromMs(row.recorded_at.getTime()),
  };
}

function only<T>(rows: readonly T[]): T {
  const row = rows[0];
  if (row === undefined) throw new Error("One row was to come back.");
  return row;
}

// What was asked, and what became of it: a command sent twice has one effect and the same answer, rejections too. What
// is carried out is what stands here: an Update brings a command's id, and nothing else of it is believed.

import { instantFromMs, type Instant } from "../calendar/instants.ts";
import type { Outcome } from "../contract/journey.ts";
import type { Actor } from "../journey/commands.ts";
import { coded } from "./errors.ts";
import { subjectOf, streamOf } from "./events/streams.ts";
import { named, type Queryable } from "./prepared.ts";

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
  /** What was asked, as the service understood it; null for what no workflow is asked, or was claimed without. */
  asked: AskedInRow | null;
  outcome: Outcome | null;
  recordedAt: Instant | null;
  /** The feed's epoch of now, where a restore has begun one; null in the first. */
  epoch: string | null;
}

/** The rest of a command, beside its id, its name and when it came: ids and facts, no personal data. */
export interface AskedInRow {
  by: Actor;
  data: object;
  expected?: number;
}

export interface Claim {
  id: string;
  subject: string;
  name: string;
  bodyDigest: string | null;
  principal: string;
  receivedAt: Instant;
  /** What a workflow is to carry out under this id; left out where the service does it itself. */
  asked?: AskedInRow;
}

export interface CommandRow {
  id: string;
  stream: string;
  name: string;
  body_digest: string | null;
  principal: string;
  received_at: Date;
  command: AskedInRow | null;
  outcome: Outcome | null;
  recorded_at: Date | null;
  epoch: string | null;
}

export const COMMAND_COLUMNS = "id, stream, name, body_digest, principal, received_at, command, outcome, recorded_at";
const WITH_EPOCH = `${COMMAND_COLUMNS}, restored_epoch() as epoch`;

/**
 * Notes that a command came, before it is sent on. Returns what stands: this claim, or the first one under the same id
 * (another digest there: the key was reused; an outcome there: answer that). A claim of a release that did not keep
 * what was asked is completed by the same request, sent again. Rejects with StoreError.
 */
export async function claimCommand(db: Queryable, claim: Claim): Promise<CommandRecord> {
  const rows = await named<CommandRow>(db, CLAIM, [
    claim.id,
    streamOf(claim.subject),
    claim.name,
    claim.bodyDigest,
    claim.principal,
    claim.receivedAt,
    claim.asked === undefined ? null : JSON.stringify(claim.asked),
  ]);
  return recordOf(only(rows));
}

const CLAIM = {
  name: "command_is_claimed",
  // An update of the row that stands makes it come back, in one statement.
  text: `insert into commands (id, stream, name, body_digest, principal, received_at, command)
    values ($1, $2, $3, $4, $5, $6, $7::jsonb)
    on conflict (id) do update set command = coalesce(commands.command, case
      when commands.outcome is null and commands.stream = excluded.stream and commands.name = excluded.name
        and commands.body_digest is not distinct from excluded.body_digest then excluded.command end)
    returning ${WITH_EPOCH}`,
};

/** What is known of a command, or null. Rejects with StoreError. */
export async function findCommand(db: Queryable, id: string): Promise<CommandRecord | null> {
  const [row] = await named<CommandRow>(db, FIND_ONE, [id]);
  return row === undefined ? null : recordOf(row);
}

/** The same for several, by id. */
export async function findCommands(db: Queryable, ids: readonly string[]): Promise<Map<string, CommandRecord>> {
  const rows = await named<CommandRow>(db, FIND, [[...ids]]);
  return new Map(rows.map((row) => [row.id, recordOf(row)]));
}

const FIND = { name: "commands_by_id", text: `select ${WITH_EPOCH} from commands where id = any($1::text[])` };
/** Of one id PostgreSQL keeps its plan; for a list it makes one each time (rounds.ts). */
const FIND_ONE = { name: "command_by_id", text: `select ${WITH_EPOCH} from commands where id = $1` };

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
  await coded(() =>
    db.query(
      `insert into commands (id, stream, name, principal, received_at, outcome, recorded_at)
       select id, stream, name, principal, received_at, outcome, now() from jsonb_to_recordset($1::jsonb)
         as settled (id text, stream text, name text, principal text, received_at timestamptz, outcome jsonb)
       on conflict (id) do update set outcome = excluded.outcome, recorded_at = excluded.recorded_at where
         commands.outcome is null`,
      [JSON.stringify(settled.map(outcomeRow))],
    ),
  );
}

/** An outcome's row as PostgreSQL reads it from JSON. */
export function outcomeRow({ receivedAt, ...one }: Settled): object {
  return { ...one, received_at: receivedAt };
}

/** What a row says of a command. */
export function recordOf(row: CommandRow): CommandRecord {
  return {
    id: row.id,
    subject: subjectOf(row.stream),
    name: row.name,
    principal: row.principal,
    bodyDigest: row.body_digest,
    receivedAt: instantFromMs(row.received_at.getTime()),
    asked: row.command,
    outcome: row.outcome,
    recordedAt: row.recorded_at === null ? null : instantFromMs(row.recorded_at.getTime()),
    epoch: row.epoch,
  };
}

function only<T>(rows: readonly T[]): T {
  const row = rows[0];
  if (row === undefined) throw new Error("One row was to come back.");
  return row;
}

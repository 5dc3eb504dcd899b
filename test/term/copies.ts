// Second copies: one may exist only where a process died between the mail server's yes and the record of it.

import type { DataSource } from "typeorm";
import { groupedBy, type Verdict } from "../faults/checks.ts";
import type { Arrival } from "./rough-mail.ts";

/** When each letter was first noted as out, in milliseconds, by its Message-ID. */
export type Noted = ReadonlyMap<string, number>;
/** When processes died, in milliseconds: workers by their slot, and from when to when PostgreSQL was away. */
export interface Deaths {
  workers: readonly (readonly number[])[];
  postgres: readonly { from: number; to: number }[];
}

/**
 * A worker notes a yes in milliseconds, on a busy machine in seconds (5 were seen), and tries to for fifteen while
 * PostgreSQL is away (activities/effects.ts): a death that came later explains nothing.
 */
const NOTED_WITHIN_MS = 20_000;

const NOTES = `
  create table term_notes (message_id text not null, noted_at timestamptz not null default clock_timestamp());
  create function term_note() returns trigger language plpgsql security definer as $$
    begin
      insert into term_notes (message_id) select unnest(new.sent[coalesce(cardinality(old.sent), 0) + 1:]);
      return null;
    end $$;
  create trigger term_note after update of sent on effect_leases for each row when (new.sent <> old.sent) execute
    function term_note();
  grant select on term_notes to public`;

/**
 * Has the database keep when each letter was noted, in the very transaction that notes it. @param owner signed in as
 * the owner of the database
 */
export async function keepNotes(owner: DataSource): Promise<void> {
  await owner.query(NOTES);
}

/** What `keepNotes` has kept. */
export async function readNotes(dataSource: DataSource): Promise<Noted> {
  const rows: { message_id: string; at: Date }[] = await dataSource.query(
    "select message_id, min(noted_at) as at from public.term_notes group by message_id",
  );
  return new Map(rows.map(({ message_id, at }) => [message_id, at.getTime()]));
}

/**
 * `named`: the Message-IDs that the events record as sent. A letter that is not noted by the time of its next copy, or
 * that is not recorded at all, is forgiven if the worker that brought it, or PostgreSQL, died after the yes; no copy is
 * forgiven after the letter was noted.
 */
export function copies(
  arrivals: readonly Arrival[],
  named: ReadonlySet<string>,
  noted: Noted,
  deaths: Deaths,
): Verdict {
  const byId = groupedBy(arrivals, ({ messageId }) => messageId);
  const faults = [...named].flatMap((id) => (byId.has(id) ? [] : [`${id} is recorded as sent and did not arrive`]));
  const facts = {
    letters: byId.size,
    copies: 0,
    copiesOfWorkersDeath: 0,
    copiesOfPostgresDeath: 0,
    arrivedAndSuperseded: 0,
    slowestNoteMs: 0,
  };
  for (const [id, unsorted] of byId) {
    const all = unsorted.toSorted((a, b) => a.at - b.at);
    const at = noted.get(id) ?? Infinity;
    all.forEach((copy, index) => {
      const next = all[index + 1];
      if (next === undefined && at < Infinity)
        facts.slowestNoteMs = Math.max(facts.slowestNoteMs, Math.round(at - copy.at));
      if (copy.at > at) faults.push(`${id} was sent again after it was noted`);
      if (next === undefined) return;
      facts.copies += 1;
      const why = diedBetween(copy, next.at, deaths);
      if (why === "worker") facts.copiesOfWorkersDeath += 1;
      else if (why === "postgres") facts.copiesOfPostgresDeath += 1;
      else faults.push(`${id} arrived twice, ${next.at - copy.at} ms apart, and nothing died in between`);
    });
    const last = all.at(-1);
    if (named.has(id) || last === undefined) continue;
    facts.arrivedAndSuperseded += 1;
    if (at < Infinity) faults.push(`${id} was noted as out, and no event says so`);
    else if (diedBetween(last, Infinity, deaths) === null)
      faults.push(`${id} arrived, no event says so, and nothing died`);
  }
  return { faults, facts };
}

function diedBetween(
  { slot, at }: Arrival,
  nextAt: number,
  { workers, postgres }: Deaths,
): "worker" | "postgres" | null {
  const before = Math.min(nextAt, at + NOTED_WITHIN_MS);
  if (workers[slot]?.some((death) => death >= at && death <= before)) return "worker";
  return postgres.some(({ from, to }) => to >= at && from <= before) ? "postgres" : null;
}

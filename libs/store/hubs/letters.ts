// Letters that a hub has written to many: to whom of which school each goes, fixed before the first is sent, so that a
// retry or a crash changes nothing of it. Ids alone; the words are with the events of each school's journey.

import { instantFromMs, type Instant } from "../../calendar/instants.ts";
import { readMessageId } from "../../contract/message-id.ts";
import type { Recipient } from "../../journey/events.ts";
import { coded } from "../errors.ts";
import { streamOf, subjectOf } from "../events/streams.ts";
import type { Queryable } from "../prepared.ts";

/** What was chosen by whoever wrote it: all that is named fits every school that gets it. */
export interface Chosen {
  workGroup?: string;
  theme?: string;
  owing?: boolean;
  to: readonly string[];
  /** It is news of this session. */
  session?: string;
}

/** `key`: as a Message-ID names them. `also`: other schools of theirs, by URN, for which this one letter is meant. */
export interface AddresseeOfLetter {
  key: string;
  role: Recipient;
  also: readonly string[];
}

/** `command`: by which its journey hears of it. `elsewhere`: whose people have it by another school of theirs. */
export interface SchoolOfLetter {
  journey: string;
  urn: string;
  command: string;
  addressees: readonly AddresseeOfLetter[];
  elsewhere: readonly { role: Recipient; urn: string }[];
}

/** `opted-out`: they want no reminders; `nobody`: no address of theirs is known. */
export interface PassedOver {
  journey: string;
  urn: string;
  role: Recipient | null;
  why: "opted-out" | "nobody";
}

export interface HubLetter {
  id: string;
  hub: string;
  by: { who: string; role: string };
  at: Instant;
  chosen: Chosen;
  schools: readonly SchoolOfLetter[];
  passedOver: readonly PassedOver[];
  /** Every school's journey has heard of it. */
  finished: boolean;
}

interface LetterRow {
  id: string;
  hub: string;
  by_whom: string;
  by_role: string;
  written_at: Date;
  chosen: Chosen;
  schools: SchoolOfLetter[];
  passed_over: PassedOver[];
  finished_at: Date | null;
}

/** Keeps a letter before it goes; false where it was kept already: the first stands. Rejects with StoreError. */
export async function putHubLetter(db: Queryable, letter: Omit<HubLetter, "finished">): Promise<boolean> {
  const rows = await coded<unknown[]>(() =>
    db.query(
      `insert into hub_letters (id, hub, by_whom, by_role, written_at, chosen, schools, passed_over)
       values ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8::jsonb) on conflict (id) do nothing returning id`,
      [
        letter.id,
        letter.hub,
        letter.by.who,
        letter.by.role,
        letter.at,
        JSON.stringify(letter.chosen),
        JSON.stringify(letter.schools),
        JSON.stringify(letter.passedOver),
      ],
    ),
  );
  return rows.length > 0;
}

/** A letter by its id, or null. Rejects with StoreError. */
export async function findHubLetter(db: Queryable, id: string): Promise<HubLetter | null> {
  const rows = await coded<LetterRow[]>(() => db.query("select * from hub_letters where id = $1", [id]));
  return rows[0] ? letterOf(rows[0]) : null;
}

/**
 * A hub's letters, the latest first, fifty at most. `who`: only those that this person wrote. Rejects with StoreError.
 */
export async function hubLetters(db: Queryable, hub: string, who: string | null): Promise<HubLetter[]> {
  const rows = await coded<LetterRow[]>(() =>
    db.query(
      `select * from hub_letters where hub = $1 and ($2::text is null or by_whom = $2)
       order by written_at desc, id limit 50`,
      [hub, who],
    ),
  );
  return rows.map(letterOf);
}

/**
 * Letters of which some school has not heard after a minute, the oldest first: whoever sent them off did not get to the
 * end. What a week has not brought is for a person to look at. Rejects with StoreError.
 */
export async function unfinishedLetters(db: Queryable, limit: number): Promise<HubLetter[]> {
  const rows = await coded<LetterRow[]>(() =>
    db.query(
      `select * from hub_letters where finished_at is null
         and kept_at between now() - interval '7 days' and now() - interval '1 minute'
       order by kept_at limit $1`,
      [limit],
    ),
  );
  return rows.map(letterOf);
}

/** Notes that every school's journey has heard of it, if so. Rejects with StoreError. */
export async function finishHubLetter(db: Queryable, id: string): Promise<void> {
  await coded(() =>
    db.query(
      `update hub_letters set finished_at = now() where id = $1 and finished_at is null and not exists (
         select from jsonb_to_recordset(schools) as school (command text)
         join commands on commands.id = school.command where commands.outcome is null)`,
      [id],
    ),
  );
}

/** What became of the letter to one addressee. */
export type BecameOf = "on-its-way" | "sent" | "came-back" | "stalled" | "not-sent";

/** What a school's journey says of a letter. `textIds`: of its subject and its text, as that school has them. */
export interface LetterInJourney {
  textIds: readonly [subject: string, text: string];
  /** Of the addressee whom a Message-ID names so. */
  becameOf(key: string): BecameOf;
}

interface SaidRow {
  stream: string;
  data: { subjectId: string; textId: string };
  after: { type: string; data: { messageId?: string | null; addressee?: string } }[] | null;
}

/**
 * What each of these journeys says of a letter; one that has not heard of it is not among them. Rejects with
 * StoreError.
 */
export async function letterInJourneys(
  db: Queryable,
  id: string,
  journeys: readonly string[],
): Promise<Map<string, LetterInJourney>> {
  const rows = await coded<SaidRow[]>(() =>
    db.query(
      `select written.stream, written.data, (
         select jsonb_agg(jsonb_build_object('type', later.type, 'data', later.data) order by later.seq)
         from events as later where later.stream = written.stream and later.seq > written.seq
           and later.type in ('EffectPerformed', 'EffectStalled', 'LetterBounced')
           and (later.data->>'effect')::int = written.seq) as after
       from events as written
       where written.stream = any($1::text[]) and written.type = 'LetterWritten' and written.data->>'letter' = $2`,
      [journeys.map(streamOf), id],
    ),
  );
  return new Map(rows.map((row) => [subjectOf(row.stream), saidOf(row)]));
}

function saidOf({ data, after }: SaidRow): LetterInJourney {
  const later = after ?? [];
  const done = later.find(({ type }) => type === "EffectPerformed");
  const sent = new Set((done?.data.messageId ?? "").split(" ").map((one) => readMessageId(one)?.addressee));
  const back = new Set(later.flatMap(({ type, data: { addressee } }) => (type === "LetterBounced" ? [addressee] : [])));
  const stalled = later.some(({ type }) => type === "EffectStalled");
  return {
    textIds: [data.subjectId, data.textId],
    becameOf: (key) =>
      back.has(key)
        ? "came-back"
        : sent.has(key)
          ? "sent"
          : done !== undefined
            ? "not-sent"
            : stalled
              ? "stalled"
              : "on-its-way",
  };
}

function letterOf(row: LetterRow): HubLetter {
  return {
    id: row.id,
    hub: row.hub,
    by: { who: row.by_whom, role: row.by_role },
    at: instantFromMs(row.written_at.getTime()),
    chosen: row.chosen,
    schools: row.schools,
    passedOver: row.passed_over,
    finished: row.finished_at !== null,
  };
}

// What a hub notes about a school, for itself. The words are a text of the journey: they are sealed under its key, and
// go with it. A note whose words are gone, erased or taken back, is none: only ids and days stay of it.

import type { DataSource } from "typeorm";
import type { LocalDate } from "../calendar/dates.ts";
import { instantFromMs, type Instant } from "../calendar/instants.ts";
import { coded } from "../store/errors.ts";
import { streamOf } from "../store/events/streams.ts";
import type { Queryable } from "../store/prepared.ts";
import { dropTexts, getTexts, putText, rewriteTexts } from "./people.ts";

/** `who`: an opaque id. */
interface NotedBy {
  who: string;
  role: string;
}

/** Somebody did something with a note. */
export interface DoneByOne {
  at: Instant;
  by: NotedBy;
}

/**
 * `followUpOn`: a day in London; `followedUp`: null while nobody has; `changed`: by whom it was written better, the
 * last time; null for one that stands as it was written.
 */
export interface JourneyNote {
  id: string;
  at: Instant;
  by: NotedBy;
  text: string;
  followUpOn: LocalDate | null;
  followedUp: DoneByOne | null;
  changed: DoneByOne | null;
}

/** A note by its id, of one hub about one school: by another way nobody comes to it. */
export interface WhichNote {
  journey: string;
  hub: string;
  note: string;
}

/** So many of a school are listed: nobody reads more. */
const MOST = 500;

/** What the texts of notes are called, before the id of each. */
const NOTE_TEXT = "note/";

const textOf = (note: string): string => `${NOTE_TEXT}${note}`;

/** Whether a text is that of a note, by its id. */
export const isNoteText = (text: string): boolean => text.startsWith(NOTE_TEXT);

/**
 * Keeps a note of a hub; the same id again changes nothing, also where it was taken back since. In a transaction.
 * Rejects with StoreError, SealError.
 */
export async function putNote(
  db: Queryable,
  { journey, hub, note }: { journey: string; hub: string; note: Omit<JourneyNote, "followedUp" | "changed"> },
): Promise<void> {
  const { id, at, by, text, followUpOn } = note;
  const put = await coded<unknown[]>(() =>
    db.query(
      `insert into journey_notes (id, journey, hub, by_whom, by_role, at, follow_up_on)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing returning id`,
      [id, journey, hub, by.who, by.role, at, followUpOn],
    ),
  );
  if (put.length > 0) await putText(db, { id: textOf(id), owner: streamOf(journey), body: text });
}

/** What a hub has noted about a school, the latest first. Rejects with StoreError, SealError. */
export async function notesOf(db: Queryable, journey: string, hub: string): Promise<JourneyNote[]> {
  return notesWhere(db, "journey = $1 and hub = $2", [journey, hub]);
}

/** One of them; null where there is none. Rejects as `notesOf`. */
export async function noteOf(db: Queryable, { journey, hub, note }: WhichNote): Promise<JourneyNote | null> {
  return (await notesWhere(db, "journey = $1 and hub = $2 and id = $3", [journey, hub, note]))[0] ?? null;
}

/** Lets nobody else change a note until the transaction ends. Rejects with StoreError. */
export async function holdNote(db: Queryable, { journey, hub, note }: WhichNote): Promise<void> {
  await coded(() =>
    db.query("select from journey_notes where id = $1 and journey = $2 and hub = $3 for update", [note, journey, hub]),
  );
}

/** Notes that a note was followed up, by whoever does so first. Rejects with StoreError. */
export async function putFollowedUp(db: Queryable, note: string, { at, by }: DoneByOne): Promise<void> {
  await coded(() =>
    db.query(
      `update journey_notes set followed_up_at = $2, followed_up_by = $3, followed_up_role = $4
       where id = $1 and follow_up_on is not null and followed_up_at is null`,
      [note, at, by.who, by.role],
    ),
  );
}

/**
 * Says a note in other words, with this day to follow it up, or none; with another day than before it waits anew. What
 * it said is kept nowhere. Rejects with StoreError, SealError.
 */
export async function putAmended(
  db: Queryable,
  note: string,
  { text, followUpOn }: Pick<JourneyNote, "text" | "followUpOn">,
  { at, by }: DoneByOne,
): Promise<void> {
  await rewriteTexts(db, [textOf(note)], () => text);
  const stays = (column: string): string => `${column} = case when follow_up_on = $2::date then ${column} end`;
  await coded(() =>
    db.query(
      `update journey_notes set follow_up_on = $2::date, changed_at = $3, changed_by = $4, changed_role = $5,
         ${["followed_up_at", "followed_up_by", "followed_up_role"].map(stays).join(", ")}
       where id = $1`,
      [note, followUpOn, at, by.who, by.role],
    ),
  );
}

/** Takes a note back: its words and its day are kept nowhere. Rejects with StoreError. */
export async function putWithdrawn(db: Queryable, note: string, { at, by }: DoneByOne): Promise<void> {
  await dropTexts(db, [textOf(note)]);
  await coded(() =>
    db.query(
      `update journey_notes set withdrawn_at = $2, withdrawn_by = $3, withdrawn_role = $4, follow_up_on = null,
         followed_up_at = null, followed_up_by = null, followed_up_role = null
       where id = $1 and withdrawn_at is null`,
      [note, at, by.who, by.role],
    ),
  );
}

/** By whom and when a note was taken back; null where it was not, or there is none. Rejects with StoreError. */
export async function withdrawnOf(db: Queryable, { journey, hub, note }: WhichNote): Promise<DoneByOne | null> {
  const [row] = await coded<{ at: Date | null; who: string | null; role: string | null }[]>(() =>
    db.query(
      `select withdrawn_at as at, withdrawn_by as who, withdrawn_role as role from journey_notes
       where id = $1 and journey = $2 and hub = $3`,
      [note, journey, hub],
    ),
  );
  return row === undefined ? null : doneBy(row.at, row.who, row.role);
}

/** The ids of the texts of all notes about a school, whichever hub's. Rejects with StoreError. */
export async function textsOfNotes(db: DataSource, journey: string): Promise<string[]> {
  const rows = await coded<{ id: string }[]>(() =>
    db.query("select id from journey_notes where journey = $1 order by kept_no", [journey]),
  );
  return rows.map(({ id }) => textOf(id));
}

interface Row {
  id: string;
  at: Date;
  by_whom: string;
  by_role: string;
  on: LocalDate | null;
  followed_up_at: Date | null;
  followed_up_by: string | null;
  followed_up_role: string | null;
  changed_at: Date | null;
  changed_by: string | null;
  changed_role: string | null;
}

async function notesWhere(db: Queryable, which: string, given: readonly string[]): Promise<JourneyNote[]> {
  const rows = await coded<Row[]>(() =>
    db.query(
      `select id, at, by_whom, by_role, follow_up_on::text as on, followed_up_at, followed_up_by, followed_up_role,
         changed_at, changed_by, changed_role
       from journey_notes where ${which} order by kept_no desc limit ${MOST}`,
      [...given],
    ),
  );
  const texts = await getTexts(
    db,
    rows.map(({ id }) => textOf(id)),
  );
  return rows.flatMap((row) => {
    const text = texts.get(textOf(row.id));
    return text === undefined ? [] : [noteIn(row, text)];
  });
}

function noteIn(row: Row, text: string): JourneyNote {
  const { id, at, by_whom: who, by_role: role, on } = row;
  return {
    id,
    at: instantFromMs(at.getTime()),
    by: { who, role },
    text,
    followUpOn: on,
    followedUp: doneBy(row.followed_up_at, row.followed_up_by, row.followed_up_role),
    changed: doneBy(row.changed_at, row.changed_by, row.changed_role),
  };
}

const doneBy = (at: Date | null, who: string | null, role: string | null): DoneByOne | null =>
  at && { at: instantFromMs(at.getTime()), by: { who: who ?? "", role: role ?? "" } };

// What a hub notes about a school, for itself. The words are a text of the journey: they are sealed under its key, and
// go with it. A note whose words are gone is none: only ids and days stay of it.

import type { DataSource } from "typeorm";
import type { LocalDate } from "../calendar/dates.ts";
import { instantFromMs, type Instant } from "../calendar/instants.ts";
import { coded } from "../store/errors.ts";
import { streamOf } from "../store/events/streams.ts";
import type { Queryable } from "../store/prepared.ts";
import { getTexts, putText } from "./people.ts";

/** `who`: an opaque id. */
interface NotedBy {
  who: string;
  role: string;
}

/** `followUpOn`: a day in London; `followedUp`: null while nobody has. */
export interface JourneyNote {
  id: string;
  at: Instant;
  by: NotedBy;
  text: string;
  followUpOn: LocalDate | null;
  followedUp: { at: Instant; by: NotedBy } | null;
}

/** A note that somebody is to come back to: on which day, about which school. */
export interface FollowUp {
  note: string;
  journey: string;
  urn: string;
  school: string | null;
  on: LocalDate;
}

/** So many of a school are listed: nobody reads more. */
const MOST = 500;
/** So many are to be followed up at once: no hub comes round to more. */
const MOST_OPEN = 100;

const textOf = (note: string): string => `note/${note}`;

/** Whether a text is that of a note, by its id. */
export const isNoteText = (text: string): boolean => text.startsWith(textOf(""));

/** Keeps a note of a hub; the same id again changes nothing. Rejects with StoreError, SealError. */
export async function putNote(
  db: Queryable,
  { journey, hub, note }: { journey: string; hub: string; note: Omit<JourneyNote, "followedUp"> },
): Promise<void> {
  const { id, at, by, text, followUpOn } = note;
  await putText(db, { id: textOf(id), owner: streamOf(journey), body: text });
  await coded(() =>
    db.query(
      `insert into journey_notes (id, journey, hub, by_whom, by_role, at, follow_up_on)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing`,
      [id, journey, hub, by.who, by.role, at, followUpOn],
    ),
  );
}

/** What a hub has noted about a school, the latest first. Rejects with StoreError, SealError. */
export async function notesOf(db: Queryable, journey: string, hub: string): Promise<JourneyNote[]> {
  return notesWhere(db, "journey = $1 and hub = $2", [journey, hub]);
}

/** One of them; null where there is none. Rejects as `notesOf`. */
export async function noteOf(
  db: Queryable,
  { journey, hub, note }: { journey: string; hub: string; note: string },
): Promise<JourneyNote | null> {
  return (await notesWhere(db, "journey = $1 and hub = $2 and id = $3", [journey, hub, note]))[0] ?? null;
}

/** Notes that a note was followed up, by whoever does so first. Rejects with StoreError. */
export async function putFollowedUp(
  db: Queryable,
  note: string,
  { at, by }: { at: Instant; by: NotedBy },
): Promise<void> {
  await coded(() =>
    db.query(
      `update journey_notes set followed_up_at = $2, followed_up_by = $3, followed_up_role = $4
       where id = $1 and follow_up_on is not null and followed_up_at is null`,
      [note, at, by.who, by.role],
    ),
  );
}

/**
 * What a hub is to follow up by this day, of schools that are still there, the longest due first. Rejects with
 * StoreError.
 */
export async function followUpsOf(db: Queryable, hub: string, by: LocalDate): Promise<FollowUp[]> {
  return coded(() =>
    db.query<FollowUp[]>(
      `select note.id as note, note.journey, journeys.urn, schools.name as school, note.follow_up_on::text as on
       from journey_notes as note
       join journeys on journeys.id = note.journey and journeys.hub = note.hub
       join people.texts on texts.id = 'note/' || note.id
       join people.keys on keys.owner = texts.owner and keys.wrapped is not null
       left join schools on schools.urn = journeys.urn
       where note.hub = $1 and note.follow_up_on <= $2 and note.followed_up_at is null
       order by note.follow_up_on, note.kept_no limit ${MOST_OPEN}`,
      [hub, by],
    ),
  );
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
}

async function notesWhere(db: Queryable, which: string, given: readonly string[]): Promise<JourneyNote[]> {
  const rows = await coded<Row[]>(() =>
    db.query(
      `select id, at, by_whom, by_role, follow_up_on::text as on, followed_up_at, followed_up_by, followed_up_role
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
  const { id, at, by_whom: who, by_role: role, on, followed_up_at: done } = row;
  return {
    id,
    at: instantFromMs(at.getTime()),
    by: { who, role },
    text,
    followUpOn: on,
    followedUp: done && {
      at: instantFromMs(done.getTime()),
      by: { who: row.followed_up_by ?? "", role: row.followed_up_role ?? "" },
    },
  };
}

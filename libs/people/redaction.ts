// Words taken out of free text: the sealed text is replaced by one without them. That it happened is on record: by
// whom, when and why; what was taken out is not.

import type { DataSource } from "typeorm";
import { instantFromMs, type Instant } from "../calendar/instants.ts";
import { nameAsSeen } from "../journey/contact.ts";
import { coded } from "../store/errors.ts";
import { asHtml } from "../words/as-html.ts";
import { streamOf } from "../store/events/streams.ts";
import type { Queryable } from "../store/prepared.ts";
import { getTexts, putText, rewriteTexts } from "./people.ts";
import { rewriteLetters, type LetterWords } from "./sent-letters.ts";

/** What stands where words were taken out. */
export const REDACTED = "[redacted]";

/**
 * `journey`: its id, or the name of a Work Group or a payment run; `texts`: ids of those from which something was taken
 * out; `reason`: the id of a text beside them.
 */
export interface Redaction {
  id: string;
  journey: string;
  by: string;
  role: string;
  at: Instant;
  reason: string;
  texts: readonly string[];
}

/**
 * A text without these words, whatever their case and the space between them; parts of longer words stay. `words`: not
 * blank.
 */
export function without(text: string, words: string): string {
  const parts = nameAsSeen(words)
    .split(/\s+/u)
    .map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/gu, "\\$&"));
  const found = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${parts.join("\\s+")}(?![\\p{L}\\p{M}\\p{N}])`, "giu");
  return text.normalize("NFC").replace(found, () => REDACTED);
}

/**
 * Takes words out of these texts of a journey, all at once, and out of the letters of `journeys` that quote them; keeps
 * that it was done. The same id again finds what was done. Null where the words stand in none of them: then nothing is
 * kept. Rejects with StoreError, SealError.
 */
export async function redact(
  dataSource: DataSource,
  asked: Omit<Redaction, "reason" | "texts">,
  {
    words,
    reason,
    among,
    journeys,
  }: { words: string; reason: string; among: readonly string[]; journeys: readonly string[] },
): Promise<Redaction | null> {
  return coded(() =>
    dataSource.transaction(async (manager) => {
      const [before] = await redactionsWhere(manager, "id = $1", [asked.id]);
      if (before) return before;
      const changed = await rewriteTexts(manager, among, (text) => without(text, words));
      const texts = changed.map(({ id }) => id);
      if (texts.length === 0) return null;
      await rewriteLetters(manager, journeys, (letter) =>
        quotes(
          letter,
          changed.map(({ was }) => was),
          words,
        )
          ? letterWithout(letter, words)
          : null,
      );
      const reasonId = `redaction/${asked.id}`;
      // Whoever says why may name the very person.
      await putText(manager, { id: reasonId, owner: streamOf(asked.journey), body: without(reason, words) });
      await manager.query(
        `insert into people.redactions (id, journey, by_whom, by_role, at, reason, texts) values ($1, $2, $3, $4, $5,
          $6, $7)`,
        [asked.id, asked.journey, asked.by, asked.role, asked.at, reasonId, texts],
      );
      return { ...asked, reason: reasonId, texts };
    }),
  );
}

/** The ids of those texts in which these words stand. Nothing is changed. Rejects with StoreError, SealError. */
export async function textsWith(dataSource: DataSource, words: string, among: readonly string[]): Promise<string[]> {
  const texts = await getTexts(dataSource, among);
  return [...texts].flatMap(([id, text]) => (without(text, words) === text.normalize("NFC") ? [] : [id]));
}

/** What was taken out of a journey's texts, the latest first, a hundred at most. Rejects with StoreError. */
export async function redactionsOf(db: Queryable, journey: string): Promise<Redaction[]> {
  return coded(() => redactionsWhere(db, "journey = $1", [journey]));
}

async function redactionsWhere(db: Queryable, which: string, given: readonly string[]): Promise<Redaction[]> {
  const rows = await db.query<
    (Omit<Redaction, "by" | "role" | "at"> & { by_whom: string; by_role: string; at: Date })[]
  >(
    `select id, journey, by_whom, by_role, at, reason, texts from people.redactions where ${which}
     order by at desc, id limit 100`,
    [...given],
  );
  return rows.map(({ by_whom: by, by_role: role, at, ...rest }) => ({
    ...rest,
    by,
    role,
    at: instantFromMs(at.getTime()),
  }));
}

/**
 * Does a letter say one of these texts, or a line of it in which the words stand? A letter that says the words by
 * itself, such as to the very person, stays as it went out.
 */
function quotes({ subject, text }: LetterWords, texts: readonly string[], words: string): boolean {
  const said = asSaid(`${subject}\n${text.replaceAll(/^> /gmu, "")}`);
  const parts = texts.flatMap((one) => [one, ...one.split(/\r?\n/u).map((line) => line.replace(/^[-*•]\s+/u, ""))]);
  return parts.map(asSaid).some((part) => without(part, words) !== part && said.includes(part));
}

const asSaid = (text: string): string => text.normalize("NFC").replaceAll(/\s+/gu, " ").trim();

/** A letter as it is kept from now on. Lines of iCalendar are folded anywhere, also within a word. */
function letterWithout({ subject, text, html, calendars, ...rest }: LetterWords, words: string): LetterWords {
  return {
    ...rest,
    subject: without(subject, words),
    text: without(text, words),
    html: without(html, asHtml(nameAsSeen(words))),
    ...(calendars && { calendars: calendars.map((one) => without(one.replaceAll(/\r?\n[ \t]/gu, ""), words)) }),
  };
}

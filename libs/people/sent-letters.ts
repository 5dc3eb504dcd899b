// Letters as they went out, sealed under the key of whom each was for: gone with them. A letter is kept before it is
// sent, so that nothing goes out unkept, and marked when the mail server has answered. A crash between the two leaves a
// letter of which nobody knows whether it left: it says so, and the next try, under the same Message-ID, settles it.

import { instantFromMs, type Instant } from "../calendar/instants.ts";
import { coded, StoreError } from "../store/errors.ts";
import { named, type Queryable } from "../store/prepared.ts";
import { streamOf } from "../store/events/streams.ts";
import { decrypt, encrypt } from "./keyring.ts";
import { dataKeyOf, keyringOf, keysFor, type KeyColumns } from "./keys.ts";
import { isNotShown } from "./not-shown.ts";

/**
 * Of one letter to one person. `journey`: its id, or the name of a Work Group; null for one about no school in
 * particular. `effect`: the id of the effect that sent it. `addressee`: as its Message-ID names them; `person`: their
 * opaque id, null for an inbox that several share. `role`: the addressee's.
 */
export interface LetterOut {
  messageId: string;
  journey: string | null;
  hub: string;
  effect: string;
  addressee: string;
  person: string | null;
  role: string;
  kind: string;
}

/** By what a letter is sent once: `holder` has its effect for so many `seconds` more, where `cluster` is home. */
export interface Held {
  effect: string;
  holder: string;
  seconds: number;
  cluster: string | null;
}

/** What went out, and to which address. `calendars`: the invitations that came with it, as iCalendar. */
export interface LetterWords {
  to: string;
  subject: string;
  text: string;
  html: string;
  calendars?: string[];
}

/** Keys by which an addressee answers, or reads a calendar, without signing in: whoever reads along gets none. */
const LINK_KEY = /(?<=\/(?:answer|calendars)\/)[\w~-]{16,}/gu;

/** What went out, without the keys of its links. */
export function withoutKeys({ text, html, ...words }: LetterWords): LetterWords {
  return { ...words, text: text.replaceAll(LINK_KEY, "…"), html: html.replaceAll(LINK_KEY, "…") };
}

/** `sentAt`, `refusedAt`: what the mail server said, when; neither: nobody knows. `words`: null once they are gone. */
export interface LetterKept extends LetterOut {
  id: number;
  at: Instant;
  sentAt: Instant | null;
  refusedAt: Instant | null;
  words: LetterWords | null;
}

const placeOf = (messageId: string, no: number): string => `people.sent_letters.sealed/${messageId}/${no}`;

/** Under whose key: the person's; of an inbox that several share, what the letter is about, else the hub's. */
const ownerOf = ({ person, journey, hub }: LetterOut): string =>
  person ?? (journey === null ? `hub/${hub}` : streamOf(journey));

/**
 * Keeps what is about to be sent; answers its id. Under one Message-ID the same words are kept once, however often they
 * are tried; other words (what holds may have changed between two tries) beside them. Of one who was erased only that
 * it was sent. `held` is held on to in the same statement. Rejects with StoreError (`effect-leased` where another has
 * it: then nothing is kept), SealError.
 */
export async function keepLetter(
  db: Queryable,
  letter: LetterOut,
  words: LetterWords,
  at: Instant,
  held: Held | null = null,
): Promise<number> {
  const owner = ownerOf(letter);
  const key = (await keysFor(db, [owner])).get(owner) ?? null;
  const said = JSON.stringify(words);
  for (let no = 1; ;) {
    const sealed = key && encrypt(key, said, placeOf(letter.messageId, no));
    const id = await insert(db, { ...letter, owner, no, at, sealed }, held);
    if (id !== null) return id;
    const before = await coded<{ id: string; no: number; owner: string; sealed: Buffer | null }[]>(() =>
      db.query("select id, no, owner, sealed from people.sent_letters where message_id = $1 order by no", [
        letter.messageId,
      ]),
    );
    // Whoever stood in for a refused address may have had it under the same Message-ID: that is another's.
    const own = before.filter((one) => one.owner === owner);
    const same = own.find((one) => openedAs(key, one.sealed, placeOf(letter.messageId, one.no)) === (key && said));
    if (same !== undefined) return Number(same.id);
    no = (before.at(-1)?.no ?? no) + 1;
  }
}

async function insert(
  db: Queryable,
  row: LetterOut & { owner: string; no: number; at: Instant; sealed: Buffer | null },
  held: Held | null,
): Promise<number | null> {
  const [kept] = await named<{ lost: boolean; id: string | null }>(db, KEEP, [
    ...[row.messageId, row.no, row.journey, row.hub, row.effect, row.addressee, row.person, row.role, row.kind],
    ...[row.owner, row.at, row.sealed],
    ...[held?.effect ?? null, held?.holder ?? null, held?.seconds ?? null, held?.cluster ?? null],
  ]);
  if (kept?.lost !== false) throw new StoreError("effect-leased");
  return kept.id === null ? null : Number(kept.id);
}

const KEEP = {
  name: "letter_is_kept",
  text: `with held as (
      update effect_leases set leased_until = clock_timestamp() + make_interval(secs => $15)
      where effect_id = $13::text and holder = $14 and done_at is null and must_be_home($16) returning 1),
    lease as (select $13::text is not null and not exists (select from held) as lost),
    made as (
      insert into people.sent_letters
        (message_id, no, journey, hub, effect, addressee, person, role, kind, owner, at, sealed)
      select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 from lease where not lost
      on conflict (message_id, no) do nothing
      returning id)
    select lost, (select id from made) as id from lease`,
};

function openedAs(key: Buffer | null, sealed: Buffer | null, place: string): string | null {
  return key === null || sealed === null || isNotShown() ? null : decrypt(key, sealed, place).toString("utf8");
}

/**
 * Notes that the mail server took a letter, by its record and by that of its effect, wherever home is by then. Rejects
 * with StoreError (`effect-leased` where another has its effect).
 */
export async function noteSent(
  db: Queryable,
  letter: { id: number; messageId: string; at: Instant },
  { effect, holder, seconds }: Held,
): Promise<void> {
  const rows = await named(db, SENT, [letter.id, letter.at, effect, holder, seconds, letter.messageId]);
  if (rows.length === 0) throw new StoreError("effect-leased");
}

const SENT = {
  name: "letter_is_out",
  text: `with noted as (update people.sent_letters set sent_at = coalesce(sent_at, $2) where id = $1)
    update effect_leases
    set leased_until = clock_timestamp() + make_interval(secs => $5), sent = sent || array[$6::text]
    where effect_id = $3 and holder = $4 and done_at is null returning 1`,
};

/** Notes what the mail server said of a letter; what was noted first stands. Rejects with StoreError. */
export async function noteLetter(db: Queryable, id: number, what: "sent" | "refused", at: Instant): Promise<void> {
  await named(db, NOTE[what], [id, at]);
}

const noting = (name: string, column: string) => ({
  name,
  text: `update people.sent_letters set ${column} = coalesce(${column}, $2) where id = $1`,
});
const NOTE = { sent: noting("letter_is_sent", "sent_at"), refused: noting("letter_is_refused", "refused_at") };

/** Whose letters, all that is named must fit. `notTo`: not those to these roles. `before`: older than this id. */
export interface LetterFilter {
  journey: string;
  hub: string | null;
  notTo: readonly string[];
  before?: number | undefined;
  limit: number;
}

type Row = KeyColumns & {
  id: string;
  no: number;
  message_id: string;
  at: Date;
  sent_at: Date | null;
  refused_at: Date | null;
  sealed: Buffer | null;
  owner: string;
} & Omit<LetterOut, "messageId">;

const LETTERS = `select id, no, message_id, journey, hub, effect, addressee, person, role, kind, at, sent_at,
    refused_at, sealed, sent.owner, wrapped, kek
  from people.sent_letters as sent join people.keys on keys.owner = sent.owner`;

/** Letters of a journey, the latest first, one more than `limit` where there are more. Rejects as `keepLetter`. */
export async function lettersOf(db: Queryable, filter: LetterFilter): Promise<LetterKept[]> {
  const { journey, hub, notTo, before, limit } = filter;
  return lettersWhere(
    db,
    `journey = $1 and ($2::text is null or hub = $2) and not (role = any($3::text[]))
       and ($4::bigint is null or id < $4) order by id desc limit $5`,
    [journey, hub, [...notTo], before ?? null, limit + 1],
  );
}

/** One of them by its id; null where it is none of these. Rejects as `keepLetter`. */
export async function letterOf(
  db: Queryable,
  { journey, hub, notTo }: Omit<LetterFilter, "before" | "limit">,
  id: number,
): Promise<LetterKept | null> {
  const which = "id = $1 and journey = $2 and ($3::text is null or hub = $3) and not (role = any($4::text[]))";
  return (await lettersWhere(db, which, [id, journey, hub, [...notTo]]))[0] ?? null;
}

/** All letters to a person that can be read, the oldest first. Rejects as `keepLetter`. */
export async function lettersTo(db: Queryable, person: string): Promise<LetterKept[]> {
  return lettersWhere(db, "sent.owner = $1 and wrapped is not null order by id", [person]);
}

async function lettersWhere(db: Queryable, which: string, given: readonly unknown[]): Promise<LetterKept[]> {
  const rows = await coded<Row[]>(() => db.query(`${LETTERS} where ${which}`, [...given]));
  return rows.map((row) => {
    const { id, no, message_id: messageId, at, sent_at, refused_at, sealed, owner, wrapped, kek, ...rest } = row;
    const key = sealed && dataKeyOf(keyringOf(db), owner, { wrapped, kek });
    const words = openedAs(key, sealed, placeOf(messageId, no));
    return {
      ...rest,
      id: Number(id),
      messageId,
      at: iso(at),
      sentAt: sent_at && iso(sent_at),
      refusedAt: refused_at && iso(refused_at),
      words: words === null ? null : (JSON.parse(words) as LetterWords),
    };
  });
}

/**
 * Changes what is kept of letters of these journeys: of those for which `change` answers other words. Rejects as
 * `keepLetter`.
 */
export async function rewriteLetters(
  db: Queryable,
  journeys: readonly string[],
  change: (words: LetterWords) => LetterWords | null,
): Promise<void> {
  if (journeys.length === 0) return;
  const rows = await coded<Row[]>(() =>
    db.query(`${LETTERS} where journey = any($1::text[]) and wrapped is not null order by id for update of sent`, [
      [...journeys],
    ]),
  );
  for (const { id, no, message_id: messageId, sealed, owner, wrapped, kek } of rows) {
    const key = sealed && dataKeyOf(keyringOf(db), owner, { wrapped, kek });
    const place = placeOf(messageId, no);
    const words = openedAs(key, sealed, place);
    const changed = words === null ? null : change(JSON.parse(words) as LetterWords);
    if (key === null || changed === null) continue;
    const now = encrypt(key, JSON.stringify(changed), place);
    await coded(() => db.query("update people.sent_letters set sealed = $2 where id = $1", [id, now]));
  }
}

/**
 * Forgets what went to the inboxes of hubs and about no school before `limit`: nobody's key takes it with it. Rejects
 * with StoreError.
 */
export async function dropOldHubLetters(db: Queryable, limit: Instant): Promise<void> {
  await coded(() => db.query("delete from people.sent_letters where owner like 'hub/%' and kept_at < $1", [limit]));
}

const iso = (date: Date): Instant => instantFromMs(date.getTime());

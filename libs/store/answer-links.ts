// Links in letters: which person may answer which thing for which school, until it is settled, over, or revoked.

import { createHash } from "node:crypto";
import { instantFromMs, type Instant } from "../calendar/instants.ts";
import { coded } from "./errors.ts";
import type { Queryable } from "./prepared.ts";

/** `person`: an opaque id; `thing`: as libs/letters/answers.ts writes it. */
export interface AnswerLink {
  id: string;
  journey: string;
  person: string;
  thing: string;
  madeAt: Instant;
  revokedAt: Instant | null;
}

interface LinkRow {
  id: string;
  journey: string;
  person: string;
  thing: string;
  made_at: Date;
  revoked_at: Date | null;
}

const COLUMNS = "id, journey, person, thing, made_at, revoked_at";

/** Keeps links, each under the digest of its key; the same id again changes nothing. Rejects with StoreError. */
export async function keepAnswerLinks(
  db: Queryable,
  of: Pick<AnswerLink, "journey" | "person">,
  links: readonly { id: string; thing: string; secret: string }[],
): Promise<void> {
  await coded(() =>
    db.query(
      `insert into answer_links (id, digest, journey, person, thing)
       select id, digest, $1, $2, thing from unnest($3::uuid[], $4::text[], $5::text[]) as made (id, digest, thing)
       on conflict do nothing`,
      [
        of.journey,
        of.person,
        links.map(({ id }) => id),
        links.map(({ secret }) => digestOf(secret)),
        links.map(({ thing }) => thing),
      ],
    ),
  );
}

/** The link that holds this key, revoked or not; null where there is none. Rejects with StoreError. */
export async function answerLinkBehind(db: Queryable, secret: string): Promise<AnswerLink | null> {
  const rows = await coded<LinkRow[]>(() =>
    db.query(`select ${COLUMNS} from answer_links where digest = $1`, [digestOf(secret)]),
  );
  return rows[0] ? linkOf(rows[0]) : null;
}

/** How often links of somebody to each of these things were revoked, by thing. Rejects with StoreError. */
export async function revocationsOf(
  db: Queryable,
  { journey, person }: Pick<AnswerLink, "journey" | "person">,
  things: readonly string[],
): Promise<Map<string, number>> {
  const rows = await coded<{ thing: string; times: number }[]>(() =>
    db.query(
      `select thing, count(*)::int as times from answer_links
       where journey = $1 and person = $2 and thing = any($3::text[]) and revoked_at is not null group by thing`,
      [journey, person, [...things]],
    ),
  );
  return new Map(rows.map(({ thing, times }) => [thing, times]));
}

/** The links of a journey, newest first, 500 at most. Rejects with StoreError. */
export async function answerLinksOf(db: Queryable, journey: string): Promise<AnswerLink[]> {
  const rows = await coded<LinkRow[]>(() =>
    db.query(`select ${COLUMNS} from answer_links where journey = $1 order by made_at desc, id limit 500`, [journey]),
  );
  return rows.map(linkOf);
}

/**
 * Revokes all links that somebody has to a journey, once for one request, known by who asks and when; answers how many.
 * Rejects with StoreError.
 */
export async function revokeAnswerLinks(
  db: Queryable,
  { journey, person }: Pick<AnswerLink, "journey" | "person">,
  by: string,
  at: Instant,
): Promise<number> {
  const rows = await coded<unknown[]>(() =>
    db.query(
      `with done as (
         select 1 from answer_links where journey = $1 and person = $2 and revoked_by = $3 and revoked_at = $4),
       revoked as (
         update answer_links set revoked_at = $4, revoked_by = $3
         where journey = $1 and person = $2 and revoked_at is null and not exists (select from done) returning 1)
       select * from done union all select * from revoked`,
      [journey, person, by, at],
    ),
  );
  return rows.length;
}

/** Drops links of letters that are over two years old: what they were for is over. Rejects with StoreError. */
export async function dropOldAnswerLinks(db: Queryable): Promise<void> {
  await coded(() => db.query("delete from answer_links where made_at < now() - interval '2 years'"));
}

function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

function linkOf(row: LinkRow): AnswerLink {
  return {
    id: row.id,
    journey: row.journey,
    person: row.person,
    thing: row.thing,
    madeAt: instantFromMs(row.made_at.getTime()),
    revokedAt: row.revoked_at && instantFromMs(row.revoked_at.getTime()),
  };
}

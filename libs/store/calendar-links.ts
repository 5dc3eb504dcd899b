// Links by which a calendar program reads what lies ahead. Whoever has the address reads what its maker saw, until it
// is revoked or ends.

import { createHash } from "node:crypto";
import { instantFromMs, type Instant } from "../calendar/instants.ts";
import { coded } from "./errors.ts";
import type { Queryable } from "./prepared.ts";

export type LinkKind = "journey" | "work-group" | "hub";

/** `scope`: what its maker sees, as a filter of reads (null: all). `madeBy`: an opaque principal id. */
export interface CalendarLink<S> {
  id: string;
  kind: LinkKind;
  target: string;
  scope: S;
  madeBy: string;
  madeAt: Instant;
  expiresAt: Instant;
  revokedAt: Instant | null;
}

interface LinkRow {
  id: string;
  kind: LinkKind;
  target: string;
  scope: unknown;
  made_by: string;
  made_at: Date;
  ends: Date;
  revoked_at: Date | null;
}

/** One that a release before has made ends a year later. */
const ENDS = "coalesce(expires_at, made_at + interval '1 year')";
const COLUMNS = `id, kind, target, scope, made_by, made_at, ${ENDS} as ends, revoked_at`;
/** Links of a hub, its groups and its schools of today; `$1`: its code. */
const OF_HUB = `(kind = 'hub' and target = $1
  or kind = 'work-group' and target in (select id from work_groups where hub = $1)
  or kind = 'journey' and target in (select id from journeys where hub = $1))`;

/**
 * Keeps a link under the digest of its secret, and answers it as it stands: the same id again changes nothing. Rejects
 * with StoreError.
 */
export async function keepLink<S>(
  db: Queryable,
  link: Omit<CalendarLink<S>, "revokedAt">,
  secret: string,
): Promise<CalendarLink<S>> {
  await coded(() =>
    db.query(
      `insert into calendar_links (id, digest, kind, target, scope, made_by, made_at, expires_at) values ($1, $2, $3,
        $4, $5::jsonb, $6, $7, $8) on conflict (id) do nothing`,
      [
        link.id,
        digestOf(secret),
        link.kind,
        link.target,
        JSON.stringify(link.scope),
        link.madeBy,
        link.madeAt,
        link.expiresAt,
      ],
    ),
  );
  const kept = await oneOf<S>(db, `select ${COLUMNS} from calendar_links where id = $1`, [link.id]);
  return kept ?? { ...link, revokedAt: null };
}

/** The link that holds this secret and stands at `now`; null where none does. Rejects with StoreError. */
export async function linkBehind<S>(db: Queryable, secret: string, now: Instant): Promise<CalendarLink<S> | null> {
  const rows = await coded<LinkRow[]>(() =>
    db.query(`select ${COLUMNS} from calendar_links where digest = $1 and revoked_at is null and ${ENDS} > $2`, [
      digestOf(secret),
      now,
    ]),
  );
  return rows[0] ? linkOf<S>(rows[0]) : null;
}

/** The links someone made, newest first, a hundred at most. Rejects with StoreError. */
export async function linksOf<S>(db: Queryable, madeBy: string): Promise<CalendarLink<S>[]> {
  const rows = await coded<LinkRow[]>(() =>
    db.query(`select ${COLUMNS} from calendar_links where made_by = $1 order by made_at desc, id limit 100`, [madeBy]),
  );
  return rows.map((row) => linkOf<S>(row));
}

/** The links of a hub, its Work Groups and its schools, newest first, 500 at most. Rejects with StoreError. */
export async function linksOfHub<S>(db: Queryable, hub: string): Promise<CalendarLink<S>[]> {
  const rows = await coded<LinkRow[]>(() =>
    db.query(`select ${COLUMNS} from calendar_links where ${OF_HUB} order by made_at desc, id limit 500`, [hub]),
  );
  return rows.map((row) => linkOf<S>(row));
}

/** Who revokes: its maker, somebody who looks after this hub, or (`hub`: "any") after all of them. */
export interface Revoker {
  who: string;
  hub: string | "any" | null;
}

/** `$1`: the hub of who revokes, `$2`: the link, `$3`: who. */
const THEIRS = `id = $2 and (made_by = $3 or $1 = 'any' or ${OF_HUB})`;

/**
 * Revokes a link; null where there is none of this id that is theirs to revoke. Revoked before: it stays as it was.
 * Rejects with StoreError.
 */
export function revokeLink<S>(db: Queryable, id: string, by: Revoker, at: Instant): Promise<CalendarLink<S> | null> {
  return oneOf(
    db,
    `with revoked as (
       update calendar_links set revoked_at = coalesce(revoked_at, $4) where ${THEIRS} returning *)
     select ${COLUMNS} from revoked`,
    [by.hub, id, by.who, at],
  );
}

/** The link that `revokeLink` would revoke, as it is; null as there. Rejects with StoreError. */
export function linkToRevoke<S>(db: Queryable, id: string, by: Revoker): Promise<CalendarLink<S> | null> {
  return oneOf(db, `select ${COLUMNS} from calendar_links where ${THEIRS}`, [by.hub, id, by.who]);
}

async function oneOf<S>(db: Queryable, sql: string, parameters: unknown[]): Promise<CalendarLink<S> | null> {
  const rows = await coded<LinkRow[]>(() => db.query(sql, parameters));
  return rows[0] ? linkOf<S>(rows[0]) : null;
}

function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

function linkOf<S>(row: LinkRow): CalendarLink<S> {
  const at = (date: Date): Instant => instantFromMs(date.getTime());
  // The store gives back what keepLink was given.
  return {
    id: row.id,
    kind: row.kind,
    target: row.target,
    scope: row.scope as S,
    madeBy: row.made_by,
    madeAt: at(row.made_at),
    expiresAt: at(row.ends),
    revokedAt: row.revoked_at && at(row.revoked_at),
  };
}

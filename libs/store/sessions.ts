// Who has signed in at the console, by the digest of what their browser holds. All times are PostgreSQL's own: two
// processes agree, and no test's clock lets anybody in.

import { instantFromMs, type Instant } from "../calendar/instants.ts";
import { coded } from "./errors.ts";
import type { Queryable } from "./prepared.ts";

/** How long a session lasts, as PostgreSQL reads it. */
export const SESSION_LIMITS = {
  /** Without a request. */
  idle: "1 hour",
  /** In all. */
  longest: "8 hours",
  /** For so long the sign-in's last word on a role counts. */
  role: "5 minutes",
  /** A sign-in is recent for so long. */
  recent: "15 minutes",
} as const;

/** So long one process asks the sign-in before another may; and so long it is left alone when it did not answer. */
const ASKING = "15 seconds";
const LEFT_ALONE = "5 seconds";
/** A session that is over is kept so long: not in its owner’s list, but an incident can be looked into. */
const KEPT = "30 days";
const FORM_KEPT = "1 hour";

export type EndedBecause = "signed-out" | "elsewhere" | "taken-back";

/** `over`: too long ago, or too long without a request. `stale`: its role is to be asked anew. */
export interface SessionRow<P> {
  id: string;
  principal: P;
  sealed: Buffer;
  ended: boolean;
  over: boolean;
  stale: boolean;
  /** Somebody asks just now. */
  asking: boolean;
  unseen: boolean;
  /** Whether the person signed in within the last quarter of an hour; null where the sign-in does not tell. */
  recent: boolean | null;
}

/** One of somebody's sessions, as they see it. */
export interface SessionSeen {
  id: string;
  browser: string;
  signedInAt: Instant;
  seenAt: Instant;
}

/** Keeps a new session. `authTime`: seconds since 1970, as the sign-in tells it. Rejects with StoreError. */
export async function addSession(
  db: Queryable,
  session: {
    id: string;
    digest: string;
    who: string;
    principal: object;
    sealed: Buffer;
    browser: string;
    authTime: number | null;
  },
): Promise<void> {
  const { id, digest, who, principal, sealed, browser, authTime } = session;
  await coded(() =>
    db.query(
      `insert into sessions (id, digest, who, principal, sealed, browser, auth_time, ask_after) values ($1, $2, $3,
        $4::jsonb, $5, $6, to_timestamp($7), now() + interval '${SESSION_LIMITS.role}')`,
      [id, digest, who, JSON.stringify(principal), sealed, browser, authTime],
    ),
  );
}

/** The session of a digest; null where there is none. Rejects with StoreError. */
export async function sessionOf<P>(db: Queryable, digest: string): Promise<SessionRow<P> | null> {
  const { idle, longest, role, recent } = SESSION_LIMITS;
  const rows = await coded<SessionRow<P>[]>(() =>
    db.query(
      `select id, principal, sealed, ended_at is not null as ended,
        seen_at < now() - interval '${idle}' or signed_in_at < now() - interval '${longest}' as over,
        asked_at < now() - interval '${role}' as stale,
        asking and ask_after > now() as asking, seen_at < now() - interval '1 minute' as unseen,
        auth_time > now() - interval '${recent}' as recent from sessions where digest = $1`,
      [digest],
    ),
  );
  return rows[0] ?? null;
}

/** Notes that a session was used. Rejects with StoreError. */
export async function sawSession(db: Queryable, id: string): Promise<void> {
  await coded(() => db.query("update sessions set seen_at = now() where id = $1 and ended_at is null", [id]));
}

/** Takes it on to ask the sign-in about a session; false where another does, or did a moment ago. */
export async function claimAsking(db: Queryable, id: string): Promise<boolean> {
  const rows = await coded<unknown[]>(() =>
    db.query(
      `with claimed as (update sessions set ask_after = now() + interval '${ASKING}', asking = true
        where id = $1 and ended_at is null and ask_after <= now() returning 1) select * from claimed`,
      [id],
    ),
  );
  return rows.length > 0;
}

/** Notes what the sign-in said. Rejects with StoreError. */
export async function askedAnew(db: Queryable, id: string, principal: object, sealed: Buffer): Promise<void> {
  await coded(() =>
    db.query(
      `update sessions set principal = $2::jsonb, sealed = $3, asked_at = now(), asking = false,
        ask_after = now() + interval '${SESSION_LIMITS.role}' where id = $1 and ended_at is null`,
      [id, JSON.stringify(principal), sealed],
    ),
  );
}

/** Notes that the sign-in did not answer. Rejects with StoreError. */
export async function notAnswered(db: Queryable, id: string): Promise<void> {
  await coded(() =>
    db.query(`update sessions set asking = false, ask_after = now() + interval '${LEFT_ALONE}' where id = $1`, [id]),
  );
}

/**
 * Ends sessions of one person: those of these ids, or all where none are given. What was sealed is gone. Answers how
 * many ended. Rejects with StoreError.
 */
export async function endSessions(
  db: Queryable,
  who: string,
  ids: readonly string[] | null,
  because: EndedBecause,
): Promise<number> {
  const rows = await coded<unknown[]>(() =>
    db.query(
      `with ended as (update sessions set ended_at = now(), ended_because = $3, sealed = ''
        where who = $1 and ended_at is null and ($2::uuid[] is null or id = any($2::uuid[])) returning 1)
       select * from ended`,
      [who, ids, because],
    ),
  );
  return rows.length;
}

/** The sessions of one person that stand, the last used first. Rejects with StoreError. */
export async function sessionsOf(db: Queryable, who: string): Promise<SessionSeen[]> {
  const rows = await coded<{ id: string; browser: string; signed_in_at: Date; seen_at: Date }[]>(() =>
    db.query(
      `select id, browser, signed_in_at, seen_at from sessions where who = $1 and ended_at is null
        and seen_at >= now() - interval '${SESSION_LIMITS.idle}'
        and signed_in_at >= now() - interval '${SESSION_LIMITS.longest}' order by seen_at desc, id limit 100`,
      [who],
    ),
  );
  return rows.map(({ id, browser, signed_in_at, seen_at }) => ({
    id,
    browser,
    signedInAt: instantFromMs(signed_in_at.getTime()),
    seenAt: instantFromMs(seen_at.getTime()),
  }));
}

/** Keeps what was typed into a form. Rejects with StoreError. */
export async function keepForm(db: Queryable, digest: string, sealed: Buffer): Promise<void> {
  await coded(() =>
    db.query("insert into kept_forms (digest, sealed) values ($1, $2) on conflict (digest) do nothing", [
      digest,
      sealed,
    ]),
  );
}

/** What was typed, once; null where nothing is kept, or no longer. Rejects with StoreError. */
export async function takeForm(db: Queryable, digest: string): Promise<Buffer | null> {
  const rows = await coded<{ sealed: Buffer }[]>(() =>
    db.query(
      `with taken as (delete from kept_forms where digest = $1 returning sealed, kept_at)
       select sealed from taken where kept_at > now() - interval '${FORM_KEPT}'`,
      [digest],
    ),
  );
  return rows[0]?.sealed ?? null;
}

/** Drops sessions that have been over for long, and forms that nobody came back to. Rejects with StoreError. */
export async function dropOldSessions(db: Queryable): Promise<void> {
  await coded(() => db.query(`delete from sessions where signed_in_at < now() - interval '${KEPT}'`));
  await coded(() => db.query(`delete from kept_forms where kept_at < now() - interval '${FORM_KEPT}'`));
}

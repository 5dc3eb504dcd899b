// Who did what: added, read, and dropped when they are two years old.

import { instantFromMs, type Instant } from "../calendar/instants.ts";
import { coded } from "./errors.ts";
import type { Queryable } from "./prepared.ts";

export const SECURITY_OUTCOMES = ["done", "refused", "failed"] as const;

/** Ids and codes alone. `about`: the route or the thing; `code`: what more is to be said of it. */
export interface SecurityEvent {
  what: string;
  outcome: (typeof SECURITY_OUTCOMES)[number];
  who: string | null;
  role: string | null;
  hub: string | null;
  about: string | null;
  code: string | null;
  request: string | null;
}

/** The same as it is kept; `no` grows, with gaps. */
export interface SecurityEventSeen extends SecurityEvent {
  no: number;
  at: Instant;
}

/** All that is named must fit; `since`, `until`: instants, that before which not counted. `after`: older than this. */
export interface SecurityFilter {
  what?: string | undefined;
  outcome?: string | undefined;
  who?: string | undefined;
  hub?: string | undefined;
  since?: Instant | undefined;
  until?: Instant | undefined;
  after?: number | undefined;
  limit: number;
}

/** Adds one. Rejects with StoreError. */
export async function addSecurityEvent(db: Queryable, event: SecurityEvent): Promise<void> {
  const { what, outcome, who, role, hub, about, code, request } = event;
  await coded(() =>
    db.query(
      `insert into security_events (what, outcome, who, role, hub, about, code, request)
        values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [what, outcome, who, role, hub, about, code, request],
    ),
  );
}

/** Those that fit, newest first, one more than `limit` where there are more. Rejects with StoreError. */
export async function findSecurityEvents(db: Queryable, filter: SecurityFilter): Promise<SecurityEventSeen[]> {
  const { what, outcome, who, hub, since, until, after, limit } = filter;
  const rows = await coded<(Omit<SecurityEventSeen, "at" | "no"> & { no: string; at: Date })[]>(() =>
    db.query(
      `select no, at, what, outcome, who, role, hub, about, code, request from security_events
        where ($1::text is null or what = $1) and ($2::text is null or outcome = $2) and ($3::text is null or who = $3)
        and ($4::text is null or hub = $4) and ($5::timestamptz is null or at >= $5)
        and ($6::timestamptz is null or at < $6) and ($7::bigint is null or no < $7) order by no desc limit $8`,
      [what ?? null, outcome ?? null, who ?? null, hub ?? null, since ?? null, until ?? null, after ?? null, limit + 1],
    ),
  );
  return rows.map(({ no, at, ...rest }) => ({ ...rest, no: Number(no), at: instantFromMs(at.getTime()) }));
}

/** Drops those that are over two years old: no others can be. Answers how many. Rejects with StoreError. */
export async function dropOldSecurityEvents(db: Queryable): Promise<number> {
  const rows = await coded<unknown[]>(() =>
    db.query(
      `with dropped as (delete from security_events where at < now() - interval '2 years' returning 1)
        select * from dropped`,
    ),
  );
  return rows.length;
}

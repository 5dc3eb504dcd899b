// Erasing: the key is destroyed, and with it everything sealed under it, in the database and in every copy of it that
// has no key. History and money keep their opaque ids; letters find nobody behind the id and go to who comes next.

import { instantFromMs, type Instant } from "../calendar/instants.ts";
import { coded } from "../store/errors.ts";
import type { Queryable } from "../store/prepared.ts";
import { logErasures, readErasures, type ErasureEntry } from "./erasure-log.ts";
import { draftsNaming, dropDrafts } from "./drafts.ts";
import { forgetPeople, getPeople, putText } from "./people.ts";
import { rolesOf } from "./roles.ts";

export interface Erased {
  person: string;
  erasedAt: Instant;
}

/** Owner of why somebody was erased who stood in no journey. Its key is never destroyed. */
export const ERASURES = "erasures";

/**
 * Erases a person; null where nobody is known by this id. Who is erased already stays so, since then. `why` is words:
 * they often name the person, so they are sealed too, as the journey's. Unsent forms that name them go with them. The
 * log is written first: what it says is done, or will be when this is asked again. Rejects with StoreError, SealError,
 * the file system's error.
 */
export async function erasePerson(
  db: Queryable,
  log: string,
  erasure: Omit<ErasureEntry, "owner"> & { person: string; why?: string },
): Promise<Erased | null> {
  const { person, why, ...entry } = erasure;
  const known = await keyRow(db, person);
  if (known === null) return null;
  if (known.destroyed_at !== null) return { person, erasedAt: instantFromMs(known.destroyed_at.getTime()) };
  if (why !== undefined) {
    const [role] = await rolesOf(db, person);
    const owner = role === undefined || role.journey.includes("/") ? ERASURES : `journey/${role.journey}`;
    await putText(db, { id: `erasure/${person}`, owner, body: why });
  }
  const [named] = await getPeople(db, [person]);
  const drafts = named ? (await draftsNaming(db, named)).map(({ id }) => id) : [];
  await eraseAll(
    db,
    log,
    [...drafts, person].map((owner) => ({ ...entry, owner })),
  );
  await dropDrafts(db, drafts);
  const erased = await keyRow(db, person);
  return { person, erasedAt: erased?.destroyed_at ? instantFromMs(erased.destroyed_at.getTime()) : entry.at };
}

/** Destroys the keys of several owners, logged first. Rejects as `erasePerson`. */
export async function eraseAll(db: Queryable, log: string, entries: readonly ErasureEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await logErasures(log, entries);
  await destroyKeys(db, entries);
}

/**
 * After a restore: does again what the log says was done, whatever the backup knew of it. Answers how many keys it
 * destroyed, and which lines of the log could not be read. Rejects as `erasePerson`.
 */
export async function replayErasures(
  db: Queryable,
  log: string,
): Promise<{ entries: number; destroyed: number; unreadable: number[] }> {
  const { entries, unreadable } = await readErasures(log);
  let destroyed = 0;
  for (let start = 0; start < entries.length; start += 500)
    destroyed += await destroyKeys(db, entries.slice(start, start + 500), true);
  return { entries: entries.length, destroyed, unreadable };
}

/** Is the owner a stream, and no person? Its erasure ends what was, not what comes: a school may return after years. */
export function isStream(owner: string): boolean {
  return /^[a-z-]+\//.test(owner);
}

/** `replayed`: of a stream, only a key that was made before its erasure. */
async function destroyKeys(db: Queryable, entries: readonly ErasureEntry[], replayed = false): Promise<number> {
  const [streams, people] = [
    entries.filter(({ owner }) => isStream(owner)),
    entries.filter(({ owner }) => !isStream(owner)),
  ];
  const byOwner = new Map(people.map((entry) => [entry.owner, entry.at] as const));
  // A person the backup did not know yet is noted too: whoever sends them again finds the door shut.
  const gone = await coded<unknown[]>(() =>
    db.query(
      `with gone as (
         insert into people.keys as held (owner, destroyed_at) select * from unnest($1::text[], $2::timestamptz[])
         on conflict (owner) do update set wrapped = null, kek = null, destroyed_at = excluded.destroyed_at where
           held.destroyed_at is null
         returning 1)
       select 1 from gone`,
      [[...byOwner.keys()], [...byOwner.values()]],
    ),
  );
  // A stream's name becomes free for the key of a later time.
  const left = await coded<unknown[]>(() =>
    db.query(
      `with gone as (
         update people.keys set wrapped = null, kek = null, destroyed_at = log.at, owner = keys.owner || '@' ||
           to_char(log.at at time zone 'utc', 'YYYYMMDDHH24MISS')
         from (select owner, max(at) as at from unnest($1::text[], $2::timestamptz[]) as log (owner, at) group by
           owner) as log
         where keys.owner = log.owner and keys.destroyed_at is null and (keys.created_at <= log.at or not $3)
         returning 1)
       select 1 from gone`,
      [streams.map(({ owner }) => owner), streams.map(({ at }) => at), replayed],
    ),
  );
  forgetPeople([...byOwner.keys()]);
  return gone.length + left.length;
}

/** Of a person; streams and what stands beside them are erased by retention alone. */
async function keyRow(db: Queryable, owner: string): Promise<{ destroyed_at: Date | null } | null> {
  const rows = await coded<{ destroyed_at: Date | null }[]>(() =>
    db.query("select destroyed_at from people.keys join people.persons on persons.id = owner where owner = $1", [
      owner,
    ]),
  );
  return rows[0] ?? null;
}

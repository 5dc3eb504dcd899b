// Finds whose data is to be kept no longer, and erases it.

import type { DataSource } from "typeorm";
import { instantFromMs, type Instant } from "../calendar/instants.ts";
import { coded } from "../store/errors.ts";
import { dropOldAnswerLinks } from "../store/answer-links.ts";
import { dropOldSecurityEvents } from "../store/security-events.ts";
import type { Queryable } from "../store/prepared.ts";
import { dropOldDrafts } from "./drafts.ts";
import { eraseAll, isStream } from "./erasure.ts";
import { limitsOf, RETENTION, type RetentionPolicy } from "./retention.ts";
import { dropOldHubLetters } from "./sent-letters.ts";

/**
 * How many are (or would be) erased. `people`, `journeys`: of journeys long over; `unclaimed`: what no journey took up.
 */
export interface Retained {
  people: number;
  journeys: number;
  unclaimed: number;
}

export interface RetentionRun {
  /** Judged as of then; this machine's clock unless told. */
  now?: Instant;
  policy?: RetentionPolicy;
  /** Only counts. */
  dryRun?: boolean;
}

const BATCH = 500;

/**
 * Erases what the policy says is to be kept no longer; answers the counts. Broken off, it goes on the next time. `log`:
 * the erasure log's path. Rejects with StoreError, the file system's error.
 */
export async function applyRetention(
  dataSource: DataSource,
  log: string,
  { now, policy = RETENTION, dryRun = false }: RetentionRun = {},
): Promise<Retained> {
  const clock = instantFromMs(Date.now());
  if (!dryRun) {
    await dropOldSecurityEvents(dataSource);
    await dropOldAnswerLinks(dataSource);
    await dropOldDrafts(dataSource);
  }
  const found = await findExpired(dataSource, policy, now ?? clock);
  // What went to a hub's shared inbox is under the hub's own key, which no end of anything takes away.
  if (!dryRun) await dropOldHubLetters(dataSource, limitsOf(policy, now ?? clock).over);
  for (let start = 0; start < found.length && !dryRun; start += BATCH) {
    const entries = found
      .slice(start, start + BATCH)
      .map(({ owner }) => ({ owner, at: clock, by: "retention", reason: "retention" as const }));
    await eraseAll(dataSource, log, entries);
  }
  const ofJourneys = found.filter(({ unclaimed }) => !unclaimed);
  return {
    people: ofJourneys.filter(({ owner }) => !isStream(owner)).length,
    journeys: ofJourneys.filter(({ owner }) => isStream(owner)).length,
    unclaimed: found.length - ofJourneys.length,
  };
}

interface Expired {
  owner: string;
  unclaimed: boolean;
}

/** Journeys that are long over; money that is still asked back keeps its people reachable. */
const PAST = `select journeys.id from journeys where status = any($1::text[]) and updated_at < $2
  and not exists (select from grants where grants.journey = journeys.id and clawback = 'requested')`;

/** Whoever stands in a journey that is not past is kept. */
const CANDIDATES = `
with past as materialized (${PAST}),
links as (
  select person as owner, journey from people.contacts
  union select participant, journey from participants
  union select 'journey/' || id, id from journeys)
select keys.owner, count(links.journey) = 0 as unclaimed
from people.keys left join links on links.owner = keys.owner left join past on past.id = links.journey
where destroyed_at is null and keys.owner <> 'erasures' and keys.owner not like 'hub/%'
  and not exists (select from streams where stream = keys.owner and stream not in (select 'journey/' || id from past))
group by keys.owner, keys.created_at
having (count(links.journey) > 0 and count(links.journey) = count(past.id)) or (count(links.journey) = 0 and
  keys.created_at < $3)
order by keys.owner`;

/** So is whom a stream names that is not past: the lead of a Work Group, say. */
const NAMED = `
with past as materialized (${PAST})
select distinct word #>> '{}' as owner
from events cross join lateral jsonb_path_query(data, '$.** ? (@.type() == "string")') as word
where position > $3 and position <= $4 and stream not in (select 'journey/' || id from past) and word #>> '{}' =
  any($5::text[])`;

/** So many events are read at a time: no query is a long one. */
const STRETCH = 20_000;

/** Owners whose data is to be kept no longer. Where there are candidates it reads every event: once a day it may. */
async function findExpired(db: Queryable, policy: RetentionPolicy, now: Instant): Promise<Expired[]> {
  const { over, unclaimed } = limitsOf(policy, now);
  const past = [[...policy.over], over];
  const candidates = await coded<Expired[]>(() => db.query(CANDIDATES, [...past, unclaimed]));
  const owners = candidates.map(({ owner }) => owner);
  const last = owners.length === 0 ? 0 : await lastPosition(db);
  const named = new Set<string>();
  for (let after = 0; after < last; after += STRETCH) {
    const rows = await coded<{ owner: string }[]>(() => db.query(NAMED, [...past, after, after + STRETCH, owners]));
    for (const { owner } of rows) named.add(owner);
  }
  return candidates.filter(({ owner }) => !named.has(owner));
}

async function lastPosition(db: Queryable): Promise<number> {
  const rows = await coded<{ last: string }[]>(() => db.query("select coalesce(max(position), 0) as last from events"));
  return Number(rows[0]?.last ?? 0);
}

// How far the leads of each Work Group were told what has changed in it. What concerns them is noted as the feed
// brings it, whatever broke off in between; what one letter tells is fixed before it goes, so that a second try tells
// the same.

import type { DataSource } from "typeorm";
import { addSeconds, instantFromMs, type Instant } from "../../calendar/instants.ts";
import { coded } from "../errors.ts";
import { lockStreams } from "../events/streams.ts";
import type { Queryable } from "../prepared.ts";

/** So long after it came about nobody waits for a letter any more: the service was away, or history was filled in. */
const NEWS_FOR_SECONDS = 7 * 24 * 3_600;
/** Longer than from one morning to the next, whatever holidays are between. */
const KEPT = "90 days";

const NOTE = `
insert into lead_news (work_group, epoch, position, stream, seq, journey, at)
select work_groups.id, epoch, position, stream, seq, coalesce(data ->> 'journey', journeys.id), at
from events
left join journeys on stream = 'journey/' || journeys.id
join work_groups on stream = 'work-group/' || work_groups.id
  or (work_groups.id = journeys.work_group and work_groups.hub = journeys.hub)
where (epoch, tx, position) > ($1::int, $2::xid8, $3::bigint)
  and (epoch, tx, position) <= ($4::int, $5::xid8, $6::bigint)
  and type = any(case when stream like 'work-group/%' then $7::text[] else $8::text[] end)
  and (stream like 'work-group/%' or stream like 'journey/%')
  and coalesce(data ->> 'reasonCode', '') <> 'no-prospectus'
  and (type <> 'CommitmentRescheduled' or data ->> 'reasonId' is not null)
  and at > $9
on conflict do nothing`;

/**
 * Notes what has come about since it was last looked at: events of these types, of a group's own stream or of a school
 * in it. Rejects with StoreError.
 */
export async function noteLeadNews(
  dataSource: DataSource,
  types: { ofGroup: readonly string[]; ofSchool: readonly string[] },
  now: Instant,
): Promise<void> {
  await coded(() =>
    dataSource.transaction(async (manager) => {
      // The lock comes first, in a statement of its own: what is read then is read after the wait for it.
      const seen = await placeIn(manager, "select epoch, tx, position from lead_news_seen for update");
      const head = await placeIn(
        manager,
        `select epoch, tx, position from events
         where epoch < current_feed_epoch() or tx < pg_snapshot_xmin(pg_current_snapshot())
         order by epoch desc, tx desc, position desc limit 1`,
      );
      if (seen === null || head === null) return;
      const oldest = addSeconds(now, -NEWS_FOR_SECONDS);
      await manager.query(NOTE, [...seen, ...head, [...types.ofGroup], [...types.ofSchool], oldest]);
      await manager.query(
        `update lead_news_seen set epoch = $1, tx = $2::xid8, position = $3
         where (epoch, tx, position) < ($1::int, $2::xid8, $3::bigint)`,
        head,
      );
      await manager.query(`delete from lead_news where told_at < now() - interval '${KEPT}'`);
    }),
  );
}

type Place = [epoch: number, tx: string, position: string];

async function placeIn(db: Queryable, query: string): Promise<Place | null> {
  const [row] = await db.query<{ epoch: number; tx: string; position: string }[]>(
    `select epoch, tx::text as tx, position::text as position from (${query}) as place`,
  );
  return row ? [row.epoch, row.tx, row.position] : null;
}

/**
 * Groups of which something is to be told: a letter that was begun, or something that came about by `until`; the
 * longest waiting first, and last those whose letter did not get through. Rejects with StoreError.
 */
export async function groupsToTell(db: Queryable, until: Instant, limit: number): Promise<string[]> {
  const rows = await coded<{ group: string }[]>(() =>
    db.query(
      `select work_group as "group" from lead_news where told_at is null and (letter is not null or at <= $1)
       group by work_group order by bool_or(letter is not null), min(at), work_group limit $2`,
      [until, limit],
    ),
  );
  return rows.map(({ group }) => group);
}

/** What one letter of a group tells. `letter`: its name, of the feed's epoch and the place of the first of it there. */
export interface ToTell {
  letter: string;
  events: readonly { stream: string; seq: number; journey: string | null }[];
}

/**
 * Begins the next letter of a group, of all that is not told yet, or goes on with one that was begun: whoever asks
 * again gets the same. Null where there is nothing. Rejects with StoreError.
 */
export async function beginTelling(dataSource: DataSource, group: string): Promise<ToTell | null> {
  const rows = await coded(() =>
    dataSource.transaction(async (manager) => {
      await lockStreams(manager, [`lead-news/${group}`]);
      await manager.query(BEGIN, [group]);
      return manager.query<(ToTell["events"][number] & { letter: string })[]>(BEGUN, [group]);
    }),
  );
  const letter = rows[0]?.letter;
  return letter === undefined
    ? null
    : { letter, events: rows.map(({ stream, seq, journey }) => ({ stream, seq, journey })) };
}

const BEGIN = `
update lead_news set letter = (select epoch || '-' || position from lead_news
  where work_group = $1 and told_at is null order by epoch, position limit 1)
where work_group = $1 and told_at is null and not exists (select from lead_news
  where work_group = $1 and told_at is null and letter is not null)`;

const BEGUN = `
select letter, stream, seq, journey from lead_news
where work_group = $1 and told_at is null and letter = (select letter from lead_news
  where work_group = $1 and told_at is null and letter is not null order by epoch, position limit 1)
order by epoch, position`;

/** Notes that a letter has gone. `heard`: a lead was there whose address is known. Rejects with StoreError. */
export async function endTelling(db: Queryable, group: string, letter: string, heard: boolean): Promise<void> {
  await coded(() =>
    db.query(
      `update lead_news set told_at = clock_timestamp(), heard = $3
       where work_group = $1 and letter = $2 and told_at is null`,
      [group, letter, heard],
    ),
  );
}

/** Something that came about in a group, with a school or with the group itself. */
export interface CameAbout {
  workGroup: string;
  journey: string | null;
  at: Instant;
}

/**
 * Of what has come about at a hub, what the leads of its groups have heard at once, or are about to. Rejects with
 * StoreError.
 */
export async function heardAtOnce(
  db: Queryable,
  hub: string,
  { since, at }: { since: Instant; at: Instant },
): Promise<(one: CameAbout) => boolean> {
  const rows = await coded<{ work_group: string; journey: string | null; at: Date }[]>(() =>
    db.query(
      `select work_group, journey, lead_news.at from lead_news join work_groups on work_groups.id = work_group
       where hub = $1 and lead_news.at > $2 and lead_news.at <= $3 and heard is distinct from false`,
      [hub, since, at],
    ),
  );
  const keyOf = ({ workGroup, journey, at: when }: CameAbout): string => `${workGroup} ${journey ?? ""} ${when}`;
  const heard = new Set(
    rows.map(({ work_group, journey, at: when }) =>
      keyOf({ workGroup: work_group, journey, at: instantFromMs(when.getTime()) }),
    ),
  );
  return (one) => heard.has(keyOf(one));
}

// Faults put in on purpose, after a round that was clean: each kind of check has one that it must see. For the tests of
// the checks alone.

import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Arena } from "./arena.ts";

/** The words of the check that has to see it. */
export const SPOILS = {
  lost: "was acknowledged and is lost",
  twice: "was carried out twice",
  unasked: "was carried out and never acknowledged",
  gap: "seq has gaps",
  backwards: "time goes back",
  effect: "were asked for",
  mail: "is recorded as sent and did not arrive",
  feed: "the feed told",
  still: "stands still",
} as const;
export type Spoil = keyof typeof SPOILS;

/** As nobody of the service can: past the triggers that keep events as they are. */
const PAST_THE_GUARDS = "alter table events disable trigger user;";
/** A concern, and the stream whose last event it is: nothing but itself goes with it. */
const ONE = `select stream, seq, command_id from events where type = 'ConcernRaised' order by stream, seq`;
const STATEMENTS: Readonly<Record<Exclude<Spoil, "mail" | "feed">, string>> = {
  lost: `delete from events where command_id = (select command_id from (${ONE} limit 1) as one)`,
  twice: `insert into events (stream, seq, type, at, data, actor, command_id, schema_version)
    select stream, (select max(seq) from events as last where last.stream = events.stream) + 1, type, now(), data,
      actor, command_id, schema_version from events
    where (stream, seq) in (select stream, seq from (${ONE} offset 1 limit 1) as one)`,
  unasked: `insert into events (stream, seq, type, at, data, actor, command_id, schema_version)
    select stream, (select max(seq) from events as last where last.stream = events.stream) + 1, type, now(), data,
      actor, 'nobody''s', schema_version from events
    where (stream, seq) in (select stream, seq from (${ONE} offset 2 limit 1) as one)`,
  gap: `update events set seq = seq + 1000
    where (stream, seq) in (select stream, max(seq) from events group by stream order by stream desc limit 1)`,
  backwards: `update events set at = '2001-01-01'
    where (stream, seq) in (select stream, max(seq) from events group by stream order by stream desc limit 1)`,
  effect: `delete from events where (stream, seq) in (
    select stream, seq from events where type = 'EffectPerformed' order by stream desc, seq desc limit 1)`,
  still: "update streams set open_effects = 1 where stream = (select max(stream) from streams)",
};

/** Puts one in. */
export async function spoil({ asAdmin, ground, feed }: Arena, what: Spoil): Promise<void> {
  if (what === "feed") return void feed.heard.splice(Math.floor(feed.heard.length / 2), 1);
  if (what !== "mail") return await asAdmin(PAST_THE_GUARDS + STATEMENTS[what]);
  const folder = join(ground.folder, "mail");
  // All of them: of a single one there may be a second copy.
  for (const letter of await readdir(folder)) await rm(join(folder, letter), { recursive: true });
}

// Faults put in on purpose, after a round that was clean: each kind of check has one that it must see. For the tests of
// the checks alone.

import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Outcome } from "../../libs/contract/journey.ts";
import type { Arena } from "./arena.ts";
import type { Acknowledged, Ledger } from "./school.ts";

/** The words of the check that has to see it. */
export const SPOILS = {
  lost: "was acknowledged and is lost",
  twice: "was carried out twice",
  unasked: "was carried out and never acknowledged",
  event: "has an event twice",
  "as-two": "was acknowledged as two commands",
  version: "was told another version",
  refused: "not accepted",
  gap: "seq has gaps",
  backwards: "time goes back",
  effect: "were asked for",
  mail: "is recorded as sent and did not arrive",
  letter: "arrived and nothing asked for it",
  feed: "the feed told",
  still: "stands still",
  late: "stands still",
} as const;
export type Spoil = keyof typeof SPOILS;

/** As nobody of the service can: past the triggers that keep events as they are. */
const PAST_THE_GUARDS = "alter table events disable trigger user;";
/** A concern, and the stream whose last event it is: nothing but itself goes with it. */
const ONE = `select stream, seq, command_id from events where type = 'ConcernRaised' order by stream, seq`;
const STATEMENTS = {
  lost: `delete from events where command_id = (select command_id from (${ONE} limit 1) as one)`,
  twice: `insert into events (stream, seq, type, at, data, actor, command_id, schema_version)
    select stream, (select max(seq) from events as last where last.stream = events.stream) + 1, type, now(), data,
      actor, command_id, schema_version from events
    where (stream, seq) in (select stream, seq from (${ONE} offset 1 limit 1) as one)`,
  unasked: `insert into events (stream, seq, type, at, data, actor, command_id, schema_version)
    select stream, (select max(seq) from events as last where last.stream = events.stream) + 1, type, now(), data,
      actor, 'nobody''s', schema_version from events
    where (stream, seq) in (select stream, seq from (${ONE} offset 2 limit 1) as one)`,
  event: `insert into events (stream, seq, type, at, data, actor, command_id, schema_version)
    select stream, seq + 1, type, at, data, actor, command_id, schema_version from events
    where (stream, seq) in (
      select stream, max(seq) from events group by stream
      having max(seq) = max(seq) filter (where type = 'ConcernRaised') order by stream desc offset 1 limit 1)`,
  gap: `update events set seq = seq + 1000
    where (stream, seq) in (select stream, max(seq) from events group by stream order by stream desc limit 1)`,
  backwards: `update events set at = '2001-01-01'
    where (stream, seq) in (select stream, max(seq) from events group by stream order by stream desc limit 1)`,
  effect: `delete from events where (stream, seq) in (
    select stream, seq from events where type = 'EffectPerformed' order by stream desc, seq desc limit 1)`,
  still: "update streams set open_effects = 1 where stream = (select max(stream) from streams)",
  late: `update streams set due_at = '2001-01-01'
    where stream = (select min(stream) from streams where open_effects = 0)`,
} as const;

type ByHand = Exclude<Spoil, keyof typeof STATEMENTS>;
/** What is no matter of PostgreSQL's: callers, letters, the reader of the feed. */
const BY_HAND: Readonly<Record<ByHand, (arena: Arena, ledger: Ledger) => unknown>> = {
  "as-two": (_, { acknowledged }) =>
    acknowledged.push(...acknowledged.filter(({ command }) => command === null).slice(0, 1)),
  version: (_, { acknowledged }) =>
    change(acknowledged, (outcome) => ("version" in outcome ? { ...outcome, version: outcome.version + 1 } : outcome)),
  refused: (_, { acknowledged }) => change(acknowledged, ({ command }) => ({ command, fault: "not carried out" })),
  async mail({ ground }) {
    const folder = join(ground.folder, "mail");
    // All of them: of a single one there may be a second copy.
    for (const letter of await readdir(folder)) await rm(join(folder, letter), { recursive: true });
  },
  letter: ({ ground }) =>
    writeFile(
      join(ground.folder, "mail", "9999.eml"),
      "Message-ID: <500001-primary.9999@faults.example>\r\n\r\nHello\r\n",
    ),
  feed: ({ feed }) => feed.heard.splice(Math.floor(feed.heard.length / 2), 1),
};

/** The first application, which nothing else here spoils, answered otherwise. */
function change(all: Acknowledged[], told: (outcome: Outcome) => Outcome): void {
  const at = all.findIndex(({ type }) => type === "SubmitApplication");
  const one = all[at];
  if (one !== undefined) all[at] = { ...one, outcome: told(one.outcome) };
}

/** Puts one in. `ledger`: what the callers were told. */
export async function spoil(arena: Arena, what: Spoil, ledger: Ledger): Promise<void> {
  if (what in STATEMENTS) await arena.asAdmin(PAST_THE_GUARDS + STATEMENTS[what as keyof typeof STATEMENTS]);
  else await BY_HAND[what as ByHand](arena, ledger);
}

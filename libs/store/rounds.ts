// A round of a subject in two calls: what it begins with, and the keeping of what was decided, checked under lock.

import type { DataSource } from "typeorm";
import { clusterOf } from "./cluster-of.ts";
import {
  COMMAND_COLUMNS,
  outcomeRow,
  recordOf,
  type CommandRecord,
  type CommandRow,
  type Settled,
} from "./command-log.ts";
import type { EffectRecord } from "./effect-records.ts";
import { rowsToAppend, type Appended } from "./events/event-store.ts";
import { asKept, type StreamRow } from "./events/streams.ts";
import { prepared, type Statement } from "./prepared.ts";

/**
 * `epoch`: of the feed, null in the first; `figures`: the latest decision of any hub on its figures; `effects`: those
 * that somebody has tried, by their ids.
 */
export interface Begun {
  epoch: string | null;
  figures: string | null;
  commands: ReadonlyMap<string, CommandRecord>;
  effects: ReadonlyMap<string, EffectRecord>;
}

/** `effects`, `commands`: SQL of those that are asked for. */
const begins = (name: string, effects: string, commands: string): Statement => ({
  name,
  text: `select commands.*, there.epoch, there.figures, there.effects
    from (select restored_epoch() as epoch, (select id::text from hub_figures order by no desc limit 1) as figures,
      ${effects} as effects) as there
    left join (select ${COMMAND_COLUMNS} from commands where ${commands}) as commands on true`,
});

const BEGIN = begins(
  "round_begins",
  `(select jsonb_object_agg(effect_id, jsonb_build_object('attempts', attempts, 'result', result)) from effect_leases
        where effect_id = any($2::text[]))`,
  "id = any($1::text[])",
);
/**
 * Nearly every round is of one command. PostgreSQL takes lists to be long where it does not look at them, and so plans
 * for these lists each time, which is dearer than what it then does; for one id it keeps its plan.
 */
const BEGIN_OF_ONE = begins("round_of_one_begins", "null::jsonb", "id = $1");

type BegunRow = Pick<Begun, "epoch" | "figures"> & { effects: Record<string, EffectRecord> | null } & (
    CommandRow | { id: null }
  );

/** What stands when a round begins, and what is known of these commands and effects. Rejects with StoreError. */
export async function beginRound(
  dataSource: DataSource,
  ids: readonly string[],
  effects: readonly string[] = [],
): Promise<Begun> {
  const [one, ...more] = ids;
  const rows = await (one !== undefined && more.length + effects.length === 0
    ? prepared<BegunRow>(dataSource, BEGIN_OF_ONE, [one])
    : prepared<BegunRow>(dataSource, BEGIN, [[...ids], [...effects]]));
  const commands = rows.flatMap((row) => (row.id === null ? [] : [[row.id, recordOf(row as CommandRow)] as const]));
  const [{ epoch = null, figures = null, effects: tried = null } = {}] = rows;
  return { epoch, figures, commands: new Map(commands), effects: new Map(Object.entries(tried ?? {})) };
}

/** Where a stream stood when it was decided. `mark`: when its last event was recorded, in ms; null before the first. */
export interface Stood {
  stream: string;
  version: number;
  mark: number | null;
}

/** What was decided, and on what. `parts`: statements of read tables, with their rows as JSON. */
export interface Decided extends Pick<Begun, "epoch" | "figures"> {
  locks: readonly string[];
  stand: readonly Stood[];
  appended: readonly Appended[];
  parts: readonly { sql: string; rows: string }[];
  streams: readonly StreamRow[];
  settled: readonly Settled[];
}

/** Kept: `mark` of what was appended. Not kept: what has moved on since; nothing there where something else has. */
export type KeptOrMoved = { mark: number } | { moved: string[] };

const KEEP = { name: "round_is_kept", text: "select keep_round($1::jsonb) as answer" };

/**
 * Locks, looks whether all still stands as it was decided on, and keeps it: one call, one transaction. Rejects with
 * StoreError; `not-home` where a worker's cluster is home no more.
 */
export async function keepRound(dataSource: DataSource, decided: Decided): Promise<KeptOrMoved> {
  const kept = asJson({ ...decided, cluster: clusterOf(dataSource) });
  const [row] = await prepared<{ answer: KeptOrMoved }>(dataSource, KEEP, [kept]);
  if (row === undefined) throw new Error("One row was to come back.");
  return row.answer;
}

/** Rows of read tables are JSON already: they are not read and written once more. */
function asJson({ cluster, ...decided }: Decided & { cluster: string | null }): string {
  const { locks, stand, epoch, figures, appended, parts, streams, settled } = decided;
  const bare = JSON.stringify({
    cluster,
    locks,
    stand,
    epoch,
    figures,
    ids: settled.map(({ id }) => id),
    ...(appended.length > 0 && { events: rowsToAppend(appended) }),
    ...(streams.length > 0 && { streams: streams.map(asKept) }),
    ...(settled.length > 0 && { outcomes: settled.map(outcomeRow) }),
  });
  const rows = parts.map((part) => `{"sql":${JSON.stringify(part.sql)},"rows":${part.rows}}`);
  return `${bare.slice(0, -1)},"rows":[${rows.join(",")}]}`;
}

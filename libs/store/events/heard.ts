// Which of some events, and of what was written with them, a hub hears: those that name it, and of those that name none
// what happened to a school while it was there.

import { coded } from "../errors.ts";
import { streamOf } from "./streams.ts";
import type { Queryable } from "../prepared.ts";

/** Of a row of `events`: `$1` is the hub. Work Groups, runs and turns are their hub's whole. */
const HEARD = `(events.stream not like 'journey/%' or of_hub = $1 or (of_hub is null and exists (
  select from journey_stays as stay where 'journey/' || stay.journey = events.stream and stay.hub = $1
    and seq between since and coalesce(until, seq))))`;

/** Those that a hub hears, as `{journey} {seq}`. Rejects with StoreError. */
export async function heardAmong(
  db: Queryable,
  events: readonly { journey: string; seq: number }[],
  hub: string,
): Promise<Set<string>> {
  const asked = events.map(({ journey, seq }) => ({ journey, stream: streamOf(journey), seq }));
  const rows = await coded<{ heard: string }[]>(() =>
    db.query(
      `select journey || ' ' || seq as heard
       from events join jsonb_to_recordset($2::jsonb) as asked (journey text, stream text, seq int) using (stream, seq)
       where ${HEARD}`,
      [hub, JSON.stringify(asked)],
    ),
  );
  return new Set(rows.map(({ heard }) => heard));
}

/** The texts that were written, in these journeys, with events of other hubs alone. Rejects with StoreError. */
export async function textsOfOthers(
  db: Queryable,
  texts: readonly string[],
  journeys: readonly string[],
  hub: string,
): Promise<Set<string>> {
  const rows = await coded<{ id: string }[]>(() =>
    db.query(
      `select id from unnest($2::text[]) as id join events on stream = any($3::text[])
         and jsonb_path_exists(data, '$.** ? (@ == $id)', jsonb_build_object('id', id))
       group by id having not bool_or(${HEARD})`,
      [hub, [...texts], journeys.map(streamOf)],
    ),
  );
  return new Set(rows.map(({ id }) => id));
}

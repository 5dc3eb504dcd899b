// A hub's turn becomes a stream of events of its own, as journeys, Work Groups and payment runs are. What the tables of
// before knew of turns that have begun is written as events; the tables stay for a worker of the release before.

import type { MigrationInterface, QueryRunner } from "typeorm";

// One row for each event, in order: begun; each step that was answered; then interrupted or done. "part" and "no" are
// their places.
const EVENTS = `
with told as (
  select hub, into_year, 0 as part, 0 as no, 'TurnBegun' as type, started_at as at, actor,
    jsonb_build_object('hub', hub, 'into', into_year, 'plan', plan, 'wishesDigest', wishes_digest, 'startedBy', actor,
      'steps', coalesce((select jsonb_agg(jsonb_build_object('no', no, 'kind', kind, 'subject', subject, 'type', type,
        'data', data) order by no) from turn_steps where (hub, into_year) = (turns.hub, turns.into_year)), '[]'))
      as data
  from turns
  union all
  select hub, into_year, 1, no, 'StepTaken', greatest(started_at, coalesce(done_at, started_at)),
    '{"who":"service","role":"service"}', jsonb_build_object('no', no, 'rejection',
      case when steps.status = 'turned-down' then jsonb_build_object('code', code, 'detail', detail) end)
  from turn_steps as steps join turns using (hub, into_year) where steps.status <> 'waiting'
  union all
  select hub, into_year, 2, 0, case status when 'done' then 'TurnDone' else 'TurnInterrupted' end,
    greatest(started_at, coalesce(ended_at, started_at)), '{"who":"service","role":"service"}', '{}'
  from turns where status <> 'running'),
dated as (
  select *, row_number() over one_by_one as seq, max(at) over (one_by_one rows unbounded preceding) as not_before
  from told window one_by_one as (partition by hub, into_year order by part, at, no))
insert into events (stream, seq, type, at, data, actor, command_id, schema_version)
select 'turn/' || hub || '/' || replace(into_year, '/', '-'), seq, type, date_trunc('second', not_before), data, actor,
  null, 1
from dated order by hub, into_year, seq`;

// One that runs asks for its next steps: the first event that asks is the first of all.
const STREAMS = `
insert into streams (stream, version, due_at, open_effects, effects_since)
select stream, max(seq), null, case when status = 'running' then 1 else 0 end,
  case when status = 'running' then min(at) end
from events join turns on stream = 'turn/' || hub || '/' || replace(into_year, '/', '-')
group by stream, status
on conflict (stream) do update set version = excluded.version, due_at = excluded.due_at,
  open_effects = excluded.open_effects, effects_since = excluded.effects_since, woken_at = null`;

export class TurnEvents1700000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [EVENTS, STREAMS]) await runner.query(part);
  }

  /** Events are never taken back: the release before does not read these, and its tables are as they were. */
  async down(): Promise<void> {
    // Nothing to do.
  }
}

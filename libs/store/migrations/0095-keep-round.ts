// What a round comes to is kept in one call. A lock and a read in one statement read what was before the wait; each
// statement of a volatile function reads what is there when it begins.

import type { MigrationInterface, QueryRunner } from "typeorm";

// "asked":
//   cluster  of the worker that asks (migration 0098); null for none
//   locks    streams, and whatever else is locked by name
//   stand    where each stream stood when it was decided: {stream, version, mark}; mark: when its last event was
//            recorded, in ms
//   epoch, figures   under which it was decided
//   ids      the commands that were decided: none of them has an outcome yet
//   events   rows of events, in their order
//   rows     [{sql, rows}] statements of read tables, each with its rows
//   streams  rows of streams
//   outcomes rows of commands, with what became of each
// It answers {moved: [stream]} where something stands otherwise, and nothing is kept then; else {mark}.
const FUNCTION = `
create function keep_round(asked jsonb) returns jsonb language plpgsql volatile as $$
declare
  moved jsonb;
  part record;
begin
  perform must_be_home(asked ->> 'cluster');
  perform pg_advisory_xact_lock(key) from (
    select distinct hashtextextended(name, 0) as key from jsonb_array_elements_text(asked -> 'locks') as name
    order by key) as keys;

  select jsonb_agg(stood.stream) into moved
  from jsonb_to_recordset(asked -> 'stand') as stood (stream text, version int, mark bigint)
  left join lateral (
    select seq, floor(extract(epoch from recorded_at) * 1000)::bigint as mark from events
    where events.stream = stood.stream order by seq desc limit 1) as last on true
  where (coalesce(last.seq, 0), last.mark) is distinct from (stood.version, stood.mark);
  if moved is not null then
    return jsonb_build_object('moved', moved);
  end if;
  if restored_epoch() is distinct from asked ->> 'epoch'
    or (select id::text from hub_figures order by no desc limit 1) is distinct from asked ->> 'figures'
    or exists (select from commands join jsonb_array_elements_text(asked -> 'ids') as settled on commands.id = settled
      where outcome is not null) then
    return jsonb_build_object('moved', '[]'::jsonb);
  end if;

  if asked ? 'events' then
    insert into events (stream, seq, type, at, data, actor, command_id, of_hub, schema_version)
    select stream, seq, type, at, data, actor, command_id, of_hub, schema_version
    from rows from (jsonb_to_recordset(asked -> 'events') as
      (stream text, seq int, type text, at timestamptz, data jsonb, actor jsonb, command_id text, of_hub text,
        schema_version int)) with ordinality
      as new (stream, seq, type, at, data, actor, command_id, of_hub, schema_version, number)
    order by number;
  end if;
  for part in select one ->> 'sql' as sql, one -> 'rows' as rows
    from jsonb_array_elements(asked -> 'rows') with ordinality as parts (one, number) order by number
  loop
    execute part.sql using part.rows;
  end loop;
  if asked ? 'streams' then
    insert into streams (stream, version, due_at, open_effects, effects_since)
    select stream, version, due_at, open_effects, effects_since
    from jsonb_populate_recordset(null::streams, asked -> 'streams')
    on conflict (stream) do update set version = excluded.version, due_at = excluded.due_at,
      open_effects = excluded.open_effects, effects_since = excluded.effects_since, woken_at = null
    where (streams.version, streams.due_at, streams.open_effects, streams.effects_since)
      is distinct from (excluded.version, excluded.due_at, excluded.open_effects, excluded.effects_since);
  end if;
  if asked ? 'outcomes' then
    insert into commands (id, stream, name, principal, received_at, outcome, recorded_at)
    select id, stream, name, principal, received_at, outcome, now() from jsonb_to_recordset(asked -> 'outcomes')
      as settled (id text, stream text, name text, principal text, received_at timestamptz, outcome jsonb)
    on conflict (id) do update set outcome = excluded.outcome, recorded_at = excluded.recorded_at
      where commands.outcome is null;
  end if;
  return jsonb_build_object('mark', floor(extract(epoch from now()) * 1000)::bigint);
end $$;
`;

export class KeepRound1700000000095 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FUNCTION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop function keep_round");
  }
}

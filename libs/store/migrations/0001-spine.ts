// The event store, the command log, the read tables and the people store.

import type { MigrationInterface, QueryRunner } from "typeorm";

const EVENTS = `
create table feed_epoch (
  no int generated always as identity primary key,
  id uuid not null unique default gen_random_uuid(),
  started_at timestamptz not null default now(),
  reason text not null
);
insert into feed_epoch (reason) values ('first');

create function current_feed_epoch() returns int language sql stable as 'select max(no) from feed_epoch';

create table events (
  position bigserial not null unique,
  stream text collate "C" not null check (stream <> ''),
  seq int not null check (seq > 0),
  type text not null check (type <> ''),
  at timestamptz not null,
  data jsonb not null check (jsonb_typeof(data) = 'object'),
  actor jsonb not null check (jsonb_typeof(actor) = 'object'),
  command_id text,
  schema_version int not null check (schema_version > 0),
  epoch int not null default current_feed_epoch() references feed_epoch (no),
  tx xid8 not null default pg_current_xact_id(),
  recorded_at timestamptz not null default now(),
  primary key (stream, seq)
);
create index events_feed on events (epoch, tx, position);

create function events_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'events are append-only' using errcode = 'SJ001';
end $$;
create trigger events_append_only before update or delete or truncate on events
  for each statement execute function events_append_only();
-- Restores and replicas included: nothing but dropping the trigger gets past it.
alter table events enable always trigger events_append_only;

create function events_gapless() returns trigger language plpgsql as $$
begin
  if new.seq > 1 and not exists (select from events where stream = new.stream and seq = new.seq - 1) then
    raise exception 'seq has a gap' using errcode = 'SJ002';
  end if;
  return new;
end $$;
create trigger events_gapless before insert on events for each row execute function events_gapless();

create table streams (
  stream text collate "C" primary key,
  version int not null,
  due_at timestamptz,
  open_effects int not null,
  effects_since timestamptz,
  woken_at timestamptz
);
create index streams_due on streams (due_at) where due_at is not null;
create index streams_effects on streams (effects_since) where effects_since is not null;

-- A row is first the edge's note that a command came (digest, first receipt), then what became of it.
create table commands (
  id text collate "C" primary key,
  stream text collate "C" not null,
  name text not null,
  body_digest text,
  principal text not null,
  received_at timestamptz not null,
  outcome jsonb,
  recorded_at timestamptz
);
`;

const VIEWS = `
create table journeys (
  id text collate "C" primary key,
  urn text not null,
  hub text not null,
  phase text not null,
  status text not null,
  stage text,
  academic_year text,
  prospectus text,
  work_group text,
  version int not null,
  owes int not null,
  next_at timestamptz,
  next_what text,
  summary text not null,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  aliases text[] not null
);
create index journeys_hub on journeys (hub, id);
create index journeys_status on journeys (status, id);
create index journeys_urn on journeys (urn);
create index journeys_aliases on journeys using gin (aliases);

create table commitments (
  journey text collate "C" not null,
  year_no int not null,
  code text not null,
  stage text not null,
  academic_year text not null,
  kind text not null,
  by text not null,
  due_on date not null,
  status text not null,
  level int not null,
  target double precision,
  next_level_at timestamptz,
  primary key (journey, year_no, code)
);

create table reminders (
  journey text collate "C" not null,
  seq int not null,
  at timestamptz not null,
  academic_year text not null,
  term text not null,
  recipients text[] not null,
  outstanding text[] not null,
  coming_up text[] not null,
  resends int,
  sent_at timestamptz,
  primary key (journey, seq)
);

create table escalations (
  journey text collate "C" not null,
  seq int not null,
  at timestamptz not null,
  academic_year text not null,
  commitment text not null,
  level int not null,
  recipients text[] not null,
  withdrawn_at timestamptz,
  sent_at timestamptz,
  primary key (journey, seq)
);

create table grants (
  journey text collate "C" not null,
  no int not null,
  stage text not null,
  academic_year text not null,
  amount_pence int not null,
  status text not null,
  approvers text[] not null,
  released_at timestamptz,
  prepared_by text,
  authorised_by text,
  clawback text not null,
  clawback_pence int not null,
  primary key (journey, no)
);

create table tasks (
  journey text collate "C" not null,
  id text not null,
  about text not null,
  commitment text,
  opened_at timestamptz not null,
  status text not null,
  primary key (journey, id)
);
create index tasks_open on tasks (opened_at) where status = 'open';

create table participants (
  journey text collate "C" not null,
  participant text not null,
  role text not null,
  experienced boolean not null,
  authority boolean not null,
  released_for_all_sessions boolean not null,
  has_left boolean not null,
  primary key (journey, participant, role)
);

create table schools (
  urn text primary key,
  name text not null,
  phase text,
  funding text,
  open boolean not null,
  address text,
  postcode text,
  source text not null
);
`;

const PEOPLE = `
create schema people;
create table people.persons (
  id text primary key,
  first_name text not null,
  last_name text not null,
  email text not null,
  created_at timestamptz not null default now()
);
create table people.texts (
  id text primary key,
  body text not null,
  created_at timestamptz not null default now()
);
create table people.contacts (
  journey text not null,
  role text not null,
  person text not null references people.persons (id) on delete cascade,
  primary key (journey, role, person)
);
`;

const GRANTS = `
grant usage on schema public to journeys_app;
grant select on feed_epoch to journeys_app;
grant select, insert on events to journeys_app;
grant usage on sequence events_position_seq to journeys_app;
grant select, insert, update, delete on streams, commands, schools to journeys_app;
grant select, insert, update, delete on journeys, commitments, reminders, escalations, grants, tasks, participants to
  journeys_app;
grant usage on schema people to journeys_app;
grant select, insert, update, delete on people.persons, people.texts, people.contacts to journeys_app;
`;

export class Spine1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [EVENTS, VIEWS, PEOPLE, GRANTS]) await runner.query(part);
  }

  /** Events are never thrown away: a migration that went wrong is followed by another one. */
  async down(): Promise<void> {
    throw new Error("There is no way back from the first migration.");
  }
}

-- A small service as a release left it: made by npm run record-upgrade, never changed afterwards (test/upgrade/README.md).
-- made: {"behind":67851781,"run":"north-october","confirmed":1,"payments":2,"turn":{"hub":"far-south","into":"2025/26","steps":4,"done":3},"offers":["410000","410001"],"placed":["420000","420001"],"released":["430000","430001"],"payable":["440000","440001"]}
create table schema_migrations (id serial not null, "timestamp" bigint not null, name character varying not null, constraint "PK_62441bec32630ced9e4cccae336" primary key (id));
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
grant usage on schema public to journeys_app;
grant select on feed_epoch to journeys_app;
grant select, insert on events to journeys_app;
grant usage on sequence events_position_seq to journeys_app;
grant select, insert, update, delete on streams, commands, schools to journeys_app;
grant select, insert, update, delete on journeys, commitments, reminders, escalations, grants, tasks, participants to journeys_app;
grant usage on schema people to journeys_app;
grant select, insert, update, delete on people.persons, people.texts, people.contacts to journeys_app;
-- One row an effect, by its id {journey}:{seq}. "sent": the Message-IDs a mail server has taken, so that a retry sends the rest.
create table effect_leases (
  effect_id text collate "C" primary key,
  holder text not null,
  leased_until timestamptz not null,
  attempts int not null check (attempts > 0),
  sent text[] not null default '{}',
  done_at timestamptz,
  result jsonb,
  check ((done_at is null) = (result is null))
);
create table ledger_transactions (
  id text collate "C" primary key check (id <> ''),
  kind text not null check (kind <> ''),
  journey text collate "C" not null,
  tx xid8 not null default pg_current_xact_id(),
  posted_at timestamptz not null default now()
);

-- Debits are positive, credits negative: a transaction adds up to nothing.
create table ledger_entries (
  transaction text collate "C" not null references ledger_transactions (id),
  line int not null check (line > 0),
  account text collate "C" not null check (account <> ''),
  amount_pence bigint not null check (amount_pence <> 0),
  primary key (transaction, line)
);
create index ledger_entries_account on ledger_entries (account);

create function ledger_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only' using errcode = 'SJ003';
end $$;
create trigger ledger_append_only before update or delete or truncate on ledger_transactions
  for each statement execute function ledger_append_only();
create trigger ledger_append_only before update or delete or truncate on ledger_entries
  for each statement execute function ledger_append_only();
alter table ledger_transactions enable always trigger ledger_append_only;
alter table ledger_entries enable always trigger ledger_append_only;

-- A transaction is posted whole: no entry joins it later.
create function ledger_posted_whole() returns trigger language plpgsql as $$
begin
  if not exists (select from ledger_transactions where id = new.transaction and tx = pg_current_xact_id()) then
    raise exception 'a posted transaction takes no more entries' using errcode = 'SJ004';
  end if;
  return new;
end $$;
create trigger ledger_posted_whole before insert on ledger_entries for each row execute function ledger_posted_whole();

-- Looked at when the database transaction ends, for it takes more than one row to balance.
create function ledger_balanced() returns trigger language plpgsql as $$
begin
  if (select count(*) < 2 or sum(amount_pence) <> 0 from ledger_entries where transaction = new.id) then
    raise exception 'a transaction does not balance' using errcode = 'SJ005';
  end if;
  return null;
end $$;
create constraint trigger ledger_balanced after insert on ledger_transactions deferrable initially deferred
  for each row execute function ledger_balanced();

create table payables (
  id text collate "C" primary key references ledger_transactions (id),
  journey text collate "C" not null,
  hub text not null,
  stage text not null,
  academic_year text not null,
  amount_pence bigint not null check (amount_pence > 0),
  status text not null default 'awaiting-run' check (status = 'awaiting-run'),
  created_at timestamptz not null default now(),
  unique (journey, stage, academic_year)
);
create index payables_awaiting on payables (hub, academic_year) where status = 'awaiting-run';
grant select, insert, update on effect_leases to journeys_app;
grant select, insert on ledger_transactions, ledger_entries, payables to journeys_app;
alter table schools add column la text;
create table windows (
  hub text collate "C" not null check (hub <> ''),
  prospectus text collate "C" not null check (prospectus <> ''),
  opens_on date not null,
  closes_on date not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (hub, prospectus, set_at),
  check (opens_on <= closes_on)
);
grant select, insert, update on windows to journeys_app;
alter table schools
  add column la_name text,
  add column establishment_number text,
  add column type text,
  add column status text,
  add column register_phase text,
  add column phases text[] not null default '{}',
  add column section41 boolean not null default false,
  add column trust text,
  add column trust_name text,
  add column ukprn text,
  add column opened_on date,
  add column closed_on date,
  add column website text,
  add column district text,
  add column region text,
  add column last_changed_on date,
  add column digest text,
  add column changed_at timestamptz;
create index schools_la on schools (la, urn);
create table school_links (
  urn text not null,
  link_urn text not null,
  type text not null,
  established_on date,
  primary key (urn, link_urn, type)
);
create table school_questions (
  journey text collate "C" primary key,
  hub text not null,
  urn text not null,
  why text not null,
  successors text[] not null,
  asked_at timestamptz not null default now()
);
create index school_questions_hub on school_questions (hub, journey);
grant select, insert, update, delete on school_links, school_questions to journeys_app;
create table work_groups (
  id text collate "C" primary key,
  hub text not null,
  prospectus text not null,
  academic_year text not null,
  status text not null,
  lead text not null,
  lead_role text not null,
  delivery text not null,
  least int,
  most int,
  reserved int not null,
  taken int not null,
  waiting int not null,
  version int not null,
  summary text not null,
  formed_at timestamptz not null,
  updated_at timestamptz not null
);
create index work_groups_hub on work_groups (hub, id);

create table work_group_schools (
  work_group text collate "C" not null,
  journey text collate "C" not null,
  status text not null,
  position int,
  held boolean not null,
  since timestamptz not null,
  primary key (work_group, journey)
);
create index work_group_schools_journey on work_group_schools (journey);

create table work_group_sessions (
  work_group text collate "C" not null,
  code text not null,
  held_on date not null,
  length text not null,
  place text not null,
  status text not null,
  primary key (work_group, code)
);

-- The journeys of a Work Group, where its name was used before it was formed.
create index journeys_work_group on journeys (work_group) where work_group is not null;
grant select, insert, update, delete on work_groups, work_group_schools, work_group_sessions to journeys_app;
-- "owner": a person's id, or a stream for words of nobody in particular (journey/137482-primary). A destroyed key leaves its row
-- behind, so that nothing is ever kept under that owner again.
create table people.keys (
  owner text primary key check (owner <> ''),
  wrapped bytea,
  kek text,
  created_at timestamptz not null default now(),
  destroyed_at timestamptz,
  check ((wrapped is null) = (kek is null)),
  check ((wrapped is null) = (destroyed_at is not null))
);
create index keys_kek on people.keys (kek) where kek is not null;

create function people.key_stays_destroyed() returns trigger language plpgsql as $$
begin
  raise exception 'a destroyed key stays destroyed' using errcode = 'SJ010';
end $$;
create trigger key_stays_destroyed before update or delete on people.keys
  for each row when (old.destroyed_at is not null) execute function people.key_stays_destroyed();
alter table people.keys enable always trigger key_stays_destroyed;
alter table people.persons add column sealed bytea,
  alter column first_name drop not null, alter column last_name drop not null, alter column email drop not null;
alter table people.texts add column owner text, add column sealed bytea, alter column body drop not null;
create index texts_owner on people.texts (owner);
create index contacts_person on people.contacts (person);
grant select, insert, update on people.keys to journeys_app;
lock table people.persons, people.texts in access exclusive mode;
do $$ begin
  if exists (select from people.persons where first_name is not null or last_name is not null or email is not null)
    or exists (select from people.texts where body is not null) then
    raise exception 'rows are left in plain' using errcode = 'SJ011';
  end if;
end $$;
alter table people.persons drop column first_name, drop column last_name, drop column email,
  add constraint persons_key foreign key (id) references people.keys (owner);
-- A stream's key that was destroyed gives its name free (libs/people/erasure.ts): its texts follow it.
alter table people.texts drop column body, alter column owner set not null, alter column sealed set not null,
  add constraint texts_key foreign key (owner) references people.keys (owner) on update cascade;
cluster people.persons using persons_pkey;
cluster people.texts using texts_pkey;
create table lists (
  hub text collate "C" not null check (hub <> ''),
  prospectus text collate "C" not null check (prospectus <> ''),
  -- Null: from then on it is open to all.
  urns text[],
  set_by text not null,
  set_at timestamptz not null,
  primary key (hub, prospectus, set_at)
);
grant select, insert, update on lists to journeys_app;
create index journeys_interested on journeys (hub) where status = 'interested';
alter table work_group_schools add column together int;
create table turns (
  hub text not null,
  into_year text not null,
  status text not null check (status in ('running', 'interrupted', 'done')),
  plan jsonb not null,
  wishes_digest text not null,
  actor jsonb not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (hub, into_year)
);

create table turn_steps (
  hub text not null,
  into_year text not null,
  no int not null,
  kind text not null check (kind in ('group', 'school')),
  subject text not null,
  type text not null,
  data jsonb not null,
  status text not null default 'waiting' check (status in ('waiting', 'done', 'turned-down')),
  code text,
  detail text,
  done_at timestamptz,
  primary key (hub, into_year, no),
  unique (hub, into_year, subject),
  foreign key (hub, into_year) references turns
);
create index turn_steps_waiting on turn_steps (hub, into_year, no) where status = 'waiting';
grant select, insert, update on turns, turn_steps to journeys_app;
alter table journeys add column hub_since int not null default 1 check (hub_since > 0);
update journeys set hub_since = moved.seq
from (
  select stream, max(seq) as seq
  from (select stream, seq, data ->> 'hub' as hub, lag(data ->> 'hub') over (partition by stream order by seq) as before
        from events where stream like 'journey/%' and type in ('ApplicationSubmitted', 'InterestExpressed')) as asked
  where before is distinct from hub and before is not null
  group by stream) as moved
where moved.stream = 'journey/' || journeys.id;
alter table payables add column released_at timestamptz;
update payables set released_at = coalesce(
  (select at from events where stream = 'journey/' || payables.journey and seq = substring(payables.id from '[0-9]+$')::int), created_at);
create index payables_released on payables (released_at, id);

-- One row a payment of a run. What it pays (a payable) is in one live line at a time, whatever the code does: never paid twice.
create table payment_lines (
  payment text collate "C" primary key,
  run text collate "C" not null,
  no int not null check (no > 0),
  payable text collate "C" not null references payables (id),
  journey text collate "C" not null,
  urn text not null,
  school_name text not null,
  hub text not null,
  stage text not null,
  academic_year text not null,
  gross_pence bigint not null check (gross_pence > 0),
  recovered_pence bigint not null check (recovered_pence >= 0),
  net_pence bigint not null check (net_pence >= 0),
  status text not null check (status in ('prepared', 'authorised', 'paid', 'failed', 'cancelled', 'refused')),
  reason_code text,
  check (gross_pence = recovered_pence + net_pence),
  unique (run, no)
);
create unique index payment_lines_live on payment_lines (payable) where status in ('prepared', 'authorised', 'paid');
create index payment_lines_status on payment_lines (run, status, no);
create index payment_lines_payable on payment_lines (payable);

create function payment_lines_settled() returns trigger language plpgsql as $$
begin
  if old.status in ('paid', 'failed', 'cancelled', 'refused') then
    raise exception 'a payment that is settled stays as it is' using errcode = 'SJ006';
  end if;
  return new;
end $$;
create trigger payment_lines_settled before update on payment_lines for each row execute function payment_lines_settled();
create table payment_runs (
  id text collate "C" primary key,
  hub text,
  cut_off date not null,
  status text not null,
  prepared_by text not null,
  prepared_at timestamptz not null,
  authorised_by text,
  payments int not null,
  gross_pence bigint not null,
  recovered_pence bigint not null,
  net_pence bigint not null,
  paid_payments int not null,
  paid_pence bigint not null,
  failed_payments int not null,
  failed_pence bigint not null,
  version int not null,
  summary text not null,
  updated_at timestamptz not null
);
create index payment_runs_hub on payment_runs (hub, id);
-- Whose books a transaction is in.
alter table ledger_transactions add column hub text;
alter table ledger_transactions disable trigger ledger_append_only;
update ledger_transactions set hub = (select hub from payables where payables.id = ledger_transactions.id);
alter table ledger_transactions enable always trigger ledger_append_only;
create index ledger_transactions_hub on ledger_transactions (hub);

alter table grants add column hub text not null default '', add column run text, add column kept_back_in text, add column clawback_at timestamptz,
  add column recovered_pence int not null default 0;
update grants set hub = journeys.hub from journeys where journeys.id = grants.journey;
create index grants_hub on grants (hub, academic_year);
grant select, insert, update on payment_lines to journeys_app;
grant select, insert, update, delete on payment_runs to journeys_app;
create table budgets (
  hub text collate "C" not null check (hub <> ''),
  academic_year text not null check (academic_year <> ''),
  no int not null check (no > 0),
  allocated_pence bigint not null check (allocated_pence >= 0),
  set_by text not null,
  set_at timestamptz not null,
  primary key (hub, academic_year, no)
);
grant select, insert on budgets to journeys_app;
alter table tasks add column assignee text, add column due_on date;
create index tasks_by_day on tasks (due_on, opened_at, journey, id) where status = 'open';
create table due_reminders (
  journey text collate "C" not null,
  id text collate "C" not null,
  kind text not null,
  academic_year text not null,
  term text not null,
  due_at timestamptz not null,
  seq int,
  cause text not null,
  outcome text not null,
  why text,
  sent_at timestamptz,
  letters int not null,
  fell_back boolean not null,
  bounced int not null,
  primary key (journey, id)
);
create index due_reminders_term on due_reminders (academic_year, term, due_at);
grant select, insert, update, delete on due_reminders to journeys_app;
-- "sealed": the whole address and the secrets, under a key of the webhook's own, which is kept wrapped beside it. "cursor": all up to
-- there is delivered or was not asked for; null: nothing yet. "failures": tries in a row that failed.
create table webhooks (
  id text collate "C" primary key check (id <> ''),
  hub text not null check (hub <> ''),
  shown_url text not null,
  sealed bytea,
  wrapped bytea,
  kek text,
  event_types text[],
  cursor text,
  delivered_id text,
  delivered_cursor text,
  delivered_at timestamptz,
  failures int not null default 0 check (failures >= 0),
  failing_since timestamptz,
  failed_at timestamptz,
  failed_code text,
  next_try_at timestamptz,
  disabled_at timestamptz,
  disabled_because text check (disabled_because in ('failing', 'gone', 'asked')),
  ping_id text,
  ping_asked_at timestamptz,
  ping_done_at timestamptz,
  ping_code text,
  created_by text not null,
  created_at timestamptz not null,
  deleted_at timestamptz,
  check ((disabled_at is null) = (disabled_because is null)),
  check ((sealed is null) = (deleted_at is not null) and (wrapped is null) = (sealed is null) and (kek is null) = (sealed is null))
);
create index webhooks_hub on webhooks (hub, id) where deleted_at is null;

-- One line a change, under the id of the command that asked for it: asked twice, it is done once.
create table webhook_history (
  no bigint generated always as identity primary key,
  webhook text collate "C" not null references webhooks (id),
  at timestamptz not null,
  what text not null,
  by text not null,
  code text,
  command text collate "C" unique
);
create index webhook_history_webhook on webhook_history (webhook, no);
grant select, insert, update on webhooks to journeys_app; grant select, insert on webhook_history to journeys_app;
create table calendar_links (
  id uuid primary key,
  digest text not null unique,
  kind text not null check (kind in ('journey', 'work-group', 'hub')),
  target text collate "C" not null,
  scope jsonb,
  made_by text not null,
  made_at timestamptz not null,
  revoked_at timestamptz
);
create index calendar_links_by_maker on calendar_links (made_by, made_at);
grant select, insert, update on calendar_links to journeys_app;
insert into people.keys ("owner", "wrapped", "kek", "created_at", "destroyed_at") overriding system value select "owner", "wrapped", "kek", "created_at", "destroyed_at" from jsonb_populate_recordset(null::people.keys, '[
{"kek": "bbde3c969cea437e", "owner": "410000-1", "wrapped": "\\x01ba38993ad90748af5b15c309e50834758915add2fe860072fec5b5b846c14561334e034d22874bcac07b68c89fd467228aae1c4d722e029b4a4e4fa3", "created_at": "2026-11-28T16:43:03.995963+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "410000-2", "wrapped": "\\x0155a0b2054eab68357ae62c7d1a3de0db2b32025c2e5e4ddfc6cfeee9639abf8f9314098db3956fe9918bd69a9fdcba94762f22f4a32926c3616d0da2", "created_at": "2026-11-28T16:43:04.002771+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "410001-1", "wrapped": "\\x019dcc2a6435b2551ab59eded9438fc0a02a509ad4847ce46c6ecfafaa6620b8193150b35e26e1eff803de357b0685f53f4eef31ec8536828c113026e9", "created_at": "2026-11-28T16:43:04.000714+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "410001-2", "wrapped": "\\x01e3f94ccf65748292beb6694c3f0aeca4318dffe13b6b26c079f52d4544ba806dc50419bbeab01588d2850b8b1b9b25e83c8527b181514e3e551f1223", "created_at": "2026-11-28T16:43:04.015798+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "420000-1", "wrapped": "\\x01581d803142fa40fdac5fb2bc66b6bf5f1481cab6bfcd382497f6541393418d7e48e920835f3d9d5ce232c03895223ebe9c9262d1688a447cd0f3077b", "created_at": "2026-11-28T16:43:03.980324+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "420000-2", "wrapped": "\\x0131f48f699140f0dc4a3727687807a839fa684f8ef39738b869601527b23ebde68500834a43e8a29d9fb137fe1a2b3f11b2c091b54163a01ed3bc4a15", "created_at": "2026-11-28T16:43:03.984022+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "420001-1", "wrapped": "\\x01e900ad9b9d529a380c34435ac8c6b27bd35946b4688e2c938a359ed649891c61283189b496fd8531741913d63d5e61ce5efc86584fb4c44946ec39d6", "created_at": "2026-11-28T16:43:03.970675+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "420001-2", "wrapped": "\\x01acbf90a5c5943ea81b5cd102c3411aa27886f3951418bca6315649fa267657bf15f655dea8c6f549f8b49a9f4acf258e0f7c2912bbc00518fe99d71c", "created_at": "2026-11-28T16:43:03.981662+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "430000-1", "wrapped": "\\x01dc1a68b423cf4bfce04144f201a5905a255ab2d08fb29abdb81df3b2912190932da3e33c31bf574a3b5c3ff8b73ca96ae460792f17f3a85cab9950ea", "created_at": "2026-11-28T16:43:04.012571+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "430000-2", "wrapped": "\\x019c1fe51cbe4ba3841d0855fe675452c0d183d62c2c405897042767d21d3476ad2099b390ca6cba94a27497296b678cc4b3d5173a148dfad5f7536476", "created_at": "2026-11-28T16:43:04.018789+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "430001-1", "wrapped": "\\x01cd5383f2a0b9976a1c0673198739f1a120d7e3a2991bb8b9913631876bca3fa93a97f72945355b3a12eb52809ad6e4d72cc6bcf9f0f83e4539f998b5", "created_at": "2026-11-28T16:43:03.977797+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "430001-2", "wrapped": "\\x0138706061e0ccfaee0cdb853be69b9c4c7411e33a642847c4ef90728bfe7a6c77cd1eb2b8706bf01179950e0361b32e3bc1f79c1cbc09ebfa1be55245", "created_at": "2026-11-28T16:43:03.983429+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "440000-1", "wrapped": "\\x01fd587a6764694f86b59129baac32dc1b1c3a9696bce95d5795234e4c39d40d6b30d832eb693c6fb67da0b8b8226f919040bf1fa22cd46b46b2edd377", "created_at": "2026-11-28T16:43:03.999905+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "440000-2", "wrapped": "\\x01924a41a2a498da6e21ede89ecf2c042297f72d7c7aa7f6a2baec385947e57da87f8f6ddac63525844b02c67feedd919e87460d20c918c78ed3bc71de", "created_at": "2026-11-28T16:43:04.013194+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "440001-1", "wrapped": "\\x016f53c9b5c829fa925b02d787aa1825f2d7663c87380bf51b423fe4fd7ef89cae1a0f6faef5f506816779d1a4985e04f11372e7259a2e7432e5d267cb", "created_at": "2026-11-28T16:43:03.981294+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "440001-2", "wrapped": "\\x01be21f940a1eb0d09c9aa52e693599f6886b98b89207e5b693fdfc987a541b9040a8f4dd15af36137fdf8457ec3c8e587549a1710aad30d94a6d3371e", "created_at": "2026-11-28T16:43:03.98721+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "head-410000", "wrapped": "\\x010ba3b7a930e916c2ab03cc167c896e7f25f0e5799343e6725a6339adc3896fd9e26ddc33e04a85641107cbb558cfa2f56445908b89521fcaeb626729", "created_at": "2026-11-28T16:43:03.985251+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "head-410001", "wrapped": "\\x01a34affcb53a6a59d774e47a4b1ee30c674649c8e42cd811795956317c896dd0ae2dfc8d1b0587c3b384fa03cf46bbfa9146ff66f95fc760bfa4fcbfe", "created_at": "2026-11-28T16:43:03.98502+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "head-420000", "wrapped": "\\x01564bdcbc4ce48c92945f224e65bcce3f9e18bb0eeb3397e27f9990fb38c75a00d07a77abec7c67bd06e486268dd592e7ee55c95534efdccc8dd28b12", "created_at": "2026-11-28T16:43:03.969607+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "head-420001", "wrapped": "\\x01bbdff7a84d59383ff5bab0639b07a2d8389b0649aadbf0d2f8204d56cac1a1caae1ad2123ac687ffce0c2a35fbb22fa6c3ed597c5e0b1d9c51e425b8", "created_at": "2026-11-28T16:43:03.963913+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "head-430000", "wrapped": "\\x018fa4234ba177b186f72625698bd8ae4767b3fac06236daa4d7e39849d8d6458b4d8aa81b82887c088f2bbb5f03206d6ae7a00e5f15c0192333742218", "created_at": "2026-11-28T16:43:04.00049+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "head-430001", "wrapped": "\\x01b364cc9a5e6bbc3031fc2e0c39b88c6e4c873953e18914840968ee2495a8c14d220464e9c421783788dfe9edd66336c3ae632ef4e404ff41c415f879", "created_at": "2026-11-28T16:43:03.969331+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "head-440000", "wrapped": "\\x01062efec11055a5515d0804c84551ce88ae525eae767a13e65e69188c662e4c52c46f8b39657d8c8301b0d4965caf05def2826defe671284a590825ba", "created_at": "2026-11-28T16:43:03.9845+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "head-440001", "wrapped": "\\x019604a2e169af4a7988d315d230a6a02ef28d9ab1ef69fa6b99e7c8d2b0002cc0c7f485b8b057b14b3f5c797f3ce4cbf60a11b126bea63ffe396922e7", "created_at": "2026-11-28T16:43:03.968987+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "person-410000", "wrapped": "\\x01c6174bd61b92555f8aa6d2caa7a66018e993e3f6144a5a57d3a3624e3c3d1613708e196aa5735b314b40d57e7f949c6d60991306a8754ce2e7c0fee3", "created_at": "2026-11-28T16:43:03.929849+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "person-410001", "wrapped": "\\x01363fcea4437b3bde06cafc179a28e34371e19f3fe56f73079fd809ee65f894b71d5d34a14c9db10251d807c63f1ffb52d4b3a6adf581fb55659c68f1", "created_at": "2026-11-28T16:43:03.953652+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "person-420000", "wrapped": "\\x01aeb121846dfa0ce29854de9b2d0a7f35fd711c07058b22a52695b5a11a1affdebcd24cdde7c8341ac4cd7f5805cf1a9ad7f6fa5cf32981a633296116", "created_at": "2026-11-28T16:43:03.955058+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "person-420001", "wrapped": "\\x01db2f108afbd8f8e3e7acad5a6f3152935f2c0998bbb63e8a887b36511b1c2f85b4042409d5aae766a028a9500100fcbdc332eb8c9f71d67758edc58d", "created_at": "2026-11-28T16:43:03.945583+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "person-430000", "wrapped": "\\x01ce7a80a288bf51ec54d712ee18ac5a7bea513ad69ffce0d73e65313e18fa3212c4103cc8d31725be2b8b9e05a5f557fca53a7a3d507d83b6b7459027", "created_at": "2026-11-28T16:43:03.975408+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "person-430001", "wrapped": "\\x015865815eea0497d62a88253b97bc3111928f3308a32569e860b26d4f1c281be9258ba2330b9b621db5bdcc4a9a477b89af1a0b66792758e96661a974", "created_at": "2026-11-28T16:43:03.949418+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "person-440000", "wrapped": "\\x01e0ec5d2ca89b8d4ae8fd3d4cbfc8dc0c3de611a5055871ba26611a0b3a03f6404b59b892398b17adced6d9366d69104f9dcb3d14f26e0992d4552ffe", "created_at": "2026-11-28T16:43:03.95186+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "person-440001", "wrapped": "\\x01f8204804bae7be5d5a1a74630c9adbbb0163c86e75644bce52e68680c8cdec124004635dae30870511c79d7cf8b22d435b5e4a3d9aa30a17ce9304b6", "created_at": "2026-11-28T16:43:03.955846+00:00", "destroyed_at": null}
]');
insert into public.commands ("id", "stream", "name", "body_digest", "principal", "received_at", "outcome", "recorded_at") overriding system value select "id", "stream", "name", "body_digest", "principal", "received_at", "outcome", "recorded_at" from jsonb_populate_recordset(null::public.commands, '[
{"id": "410000-primary apply", "name": "SubmitApplication", "stream": "journey/410000-primary", "outcome": {"command": "410000-primary apply", "version": 1, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-06-03T09:00:00+00:00", "recorded_at": "2026-11-28T16:43:04.665676+00:00"},
{"id": "410000-primary offer", "name": "OfferPlace", "stream": "journey/410000-primary", "outcome": {"command": "410000-primary offer", "version": 2, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:03+00:00", "recorded_at": "2026-11-28T16:43:04.831664+00:00"},
{"id": "410001-primary apply", "name": "SubmitApplication", "stream": "journey/410001-primary", "outcome": {"command": "410001-primary apply", "version": 1, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-06-03T09:00:00+00:00", "recorded_at": "2026-11-28T16:43:04.762355+00:00"},
{"id": "410001-primary offer", "name": "OfferPlace", "stream": "journey/410001-primary", "outcome": {"command": "410001-primary offer", "version": 2, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:03+00:00", "recorded_at": "2026-11-28T16:43:04.874395+00:00"},
{"id": "420000-primary apply", "name": "SubmitApplication", "stream": "journey/420000-primary", "outcome": {"command": "420000-primary apply", "version": 1, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-06-03T09:00:00+00:00", "recorded_at": "2026-11-28T16:43:05.352428+00:00"},
{"id": "420000-primary step 0", "name": "OfferPlace", "stream": "journey/420000-primary", "outcome": {"command": "420000-primary step 0", "version": 2, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:04+00:00", "recorded_at": "2026-11-28T16:43:05.554991+00:00"},
{"id": "420000-primary step 1", "name": "AcceptOffer", "stream": "journey/420000-primary", "outcome": {"command": "420000-primary step 1", "version": 3, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:04+00:00", "recorded_at": "2026-11-28T16:43:06.076518+00:00"},
{"id": "420000-primary step 2", "name": "NominateParticipant", "stream": "journey/420000-primary", "outcome": {"command": "420000-primary step 2", "version": 6, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:05+00:00", "recorded_at": "2026-11-28T16:43:06.246109+00:00"},
{"id": "420000-primary step 3", "name": "NominateParticipant", "stream": "journey/420000-primary", "outcome": {"command": "420000-primary step 3", "version": 7, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:05+00:00", "recorded_at": "2026-11-28T16:43:06.357978+00:00"},
{"id": "420000-primary step 4", "name": "PlaceInWorkGroup", "stream": "journey/420000-primary", "outcome": {"command": "420000-primary step 4", "version": 10, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:05+00:00", "recorded_at": "2026-11-28T16:43:06.496879+00:00"},
{"id": "420001-primary apply", "name": "SubmitApplication", "stream": "journey/420001-primary", "outcome": {"command": "420001-primary apply", "version": 1, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-06-03T09:00:00+00:00", "recorded_at": "2026-11-28T16:43:05.354501+00:00"},
{"id": "420001-primary step 0", "name": "OfferPlace", "stream": "journey/420001-primary", "outcome": {"command": "420001-primary step 0", "version": 2, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:04+00:00", "recorded_at": "2026-11-28T16:43:05.543211+00:00"},
{"id": "420001-primary step 1", "name": "AcceptOffer", "stream": "journey/420001-primary", "outcome": {"command": "420001-primary step 1", "version": 3, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:04+00:00", "recorded_at": "2026-11-28T16:43:05.984837+00:00"},
{"id": "420001-primary step 2", "name": "NominateParticipant", "stream": "journey/420001-primary", "outcome": {"command": "420001-primary step 2", "version": 5, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:05+00:00", "recorded_at": "2026-11-28T16:43:06.137679+00:00"},
{"id": "420001-primary step 3", "name": "NominateParticipant", "stream": "journey/420001-primary", "outcome": {"command": "420001-primary step 3", "version": 7, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:05+00:00", "recorded_at": "2026-11-28T16:43:06.24156+00:00"},
{"id": "420001-primary step 4", "name": "PlaceInWorkGroup", "stream": "journey/420001-primary", "outcome": {"command": "420001-primary step 4", "version": 10, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:05+00:00", "recorded_at": "2026-11-28T16:43:06.350597+00:00"},
{"id": "carry-on:payment-run/north-october:1", "name": "CarryOn", "stream": "payment-run/north-october", "outcome": {"command": "carry-on:payment-run/north-october:1", "version": 2, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:06+00:00", "recorded_at": "2026-11-28T16:43:07.363526+00:00"},
{"id": "carry-on:payment-run/north-october:3", "name": "CarryOn", "stream": "payment-run/north-october", "outcome": {"command": "carry-on:payment-run/north-october:3", "version": 4, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:06+00:00", "recorded_at": "2026-11-28T16:43:07.631244+00:00"},
{"id": "effect:410000-primary:1:performed", "name": "RecordEffect", "stream": "journey/410000-primary", "outcome": {"command": "effect:410000-primary:1:performed", "version": 3, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:04+00:00", "recorded_at": "2026-11-28T16:43:05.304471+00:00"},
{"id": "effect:410000-primary:2:performed", "name": "RecordEffect", "stream": "journey/410000-primary", "outcome": {"command": "effect:410000-primary:2:performed", "version": 4, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:04+00:00", "recorded_at": "2026-11-28T16:43:05.304471+00:00"},
{"id": "effect:410001-primary:1:performed", "name": "RecordEffect", "stream": "journey/410001-primary", "outcome": {"command": "effect:410001-primary:1:performed", "version": 3, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:04+00:00", "recorded_at": "2026-11-28T16:43:05.276757+00:00"},
{"id": "effect:410001-primary:2:performed", "name": "RecordEffect", "stream": "journey/410001-primary", "outcome": {"command": "effect:410001-primary:2:performed", "version": 4, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:04+00:00", "recorded_at": "2026-11-28T16:43:05.276757+00:00"},
{"id": "effect:420000-primary:1:performed", "name": "RecordEffect", "stream": "journey/420000-primary", "outcome": {"command": "effect:420000-primary:1:performed", "version": 4, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:04+00:00", "recorded_at": "2026-11-28T16:43:06.090296+00:00"},
{"id": "effect:420000-primary:2:performed", "name": "RecordEffect", "stream": "journey/420000-primary", "outcome": {"command": "effect:420000-primary:2:performed", "version": 5, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:05+00:00", "recorded_at": "2026-11-28T16:43:06.143222+00:00"},
{"id": "effect:420000-primary:8:performed", "name": "RecordEffect", "stream": "journey/420000-primary", "outcome": {"command": "effect:420000-primary:8:performed", "version": 18, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:06+00:00", "recorded_at": "2026-11-28T16:43:07.19671+00:00"},
{"id": "effect:420001-primary:1:performed", "name": "RecordEffect", "stream": "journey/420001-primary", "outcome": {"command": "effect:420001-primary:1:performed", "version": 4, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:04+00:00", "recorded_at": "2026-11-28T16:43:06.013538+00:00"},
{"id": "effect:420001-primary:2:performed", "name": "RecordEffect", "stream": "journey/420001-primary", "outcome": {"command": "effect:420001-primary:2:performed", "version": 6, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:05+00:00", "recorded_at": "2026-11-28T16:43:06.153136+00:00"},
{"id": "effect:420001-primary:8:performed", "name": "RecordEffect", "stream": "journey/420001-primary", "outcome": {"command": "effect:420001-primary:8:performed", "version": 18, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:05+00:00", "recorded_at": "2026-11-28T16:43:06.955362+00:00"},
{"id": "effect:430000-primary:23:performed", "name": "RecordEffect", "stream": "journey/430000-primary", "outcome": {"command": "effect:430000-primary:23:performed", "version": 24, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:08+00:00", "recorded_at": "2026-11-28T16:43:09.503159+00:00"},
{"id": "effect:430001-primary:22:performed", "name": "RecordEffect", "stream": "journey/430001-primary", "outcome": {"command": "effect:430001-primary:22:performed", "version": 23, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:08+00:00", "recorded_at": "2026-11-28T16:43:09.593099+00:00"},
{"id": "effect:440000-primary:16:performed", "name": "RecordEffect", "stream": "journey/440000-primary", "outcome": {"command": "effect:440000-primary:16:performed", "version": 17, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:08+00:00", "recorded_at": "2026-11-28T16:43:09.443287+00:00"},
{"id": "effect:440000-primary:18:performed", "name": "RecordEffect", "stream": "journey/440000-primary", "outcome": {"command": "effect:440000-primary:18:performed", "version": 19, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:09+00:00", "recorded_at": "2026-11-28T16:43:10.072035+00:00"},
{"id": "effect:440001-primary:16:performed", "name": "RecordEffect", "stream": "journey/440001-primary", "outcome": {"command": "effect:440001-primary:16:performed", "version": 17, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:08+00:00", "recorded_at": "2026-11-28T16:43:09.640034+00:00"},
{"id": "effect:payment-run/north-october:1:performed", "name": "RecordEffect", "stream": "payment-run/north-october", "outcome": {"command": "effect:payment-run/north-october:1:performed", "version": 2, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:06+00:00", "recorded_at": "2026-11-28T16:43:07.419069+00:00"},
{"id": "effect:payment-run/north-october:3:performed", "name": "RecordEffect", "stream": "payment-run/north-october", "outcome": {"command": "effect:payment-run/north-october:3:performed", "version": 4, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:06+00:00", "recorded_at": "2026-11-28T16:43:07.681486+00:00"},
{"id": "payment-run/north-october authorise", "name": "AuthorisePaymentRun", "stream": "payment-run/north-october", "outcome": {"command": "payment-run/north-october authorise", "version": 3, "accepted": true}, "principal": "bob", "body_digest": null, "received_at": "2024-10-04T09:00:06+00:00", "recorded_at": "2026-11-28T16:43:07.580906+00:00"},
{"id": "payment-run/north-october confirm", "name": "ConfirmPayment", "stream": "payment-run/north-october", "outcome": {"command": "payment-run/north-october confirm", "version": 5, "accepted": true}, "principal": "ann", "body_digest": null, "received_at": "2024-10-04T09:00:06+00:00", "recorded_at": "2026-11-28T16:43:07.833218+00:00"},
{"id": "payment-run/north-october prepare", "name": "PreparePaymentRun", "stream": "payment-run/north-october", "outcome": {"command": "payment-run/north-october prepare", "version": 1, "accepted": true}, "principal": "ann", "body_digest": null, "received_at": "2024-10-04T09:00:06+00:00", "recorded_at": "2026-11-28T16:43:07.218674+00:00"},
{"id": "turn/far-south/2025-26/440000-primary", "name": "InviteToNextStage", "stream": "journey/440000-primary", "outcome": {"command": "turn/far-south/2025-26/440000-primary", "version": 18, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:07+00:00", "recorded_at": "2026-11-28T16:43:09.695065+00:00"},
{"id": "turn/far-south/2025-26/far-south-2025-26-primary-embedding-1", "name": "FormWorkGroup", "stream": "work-group/far-south-2025-26-primary-embedding-1", "outcome": {"command": "turn/far-south/2025-26/far-south-2025-26-primary-embedding-1", "version": 1, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:07+00:00", "recorded_at": "2026-11-28T16:43:09.108237+00:00"},
{"id": "turn/far-south/2025-26/far-south-2025-26-primary-embedding-2", "name": "FormWorkGroup", "stream": "work-group/far-south-2025-26-primary-embedding-2", "outcome": {"command": "turn/far-south/2025-26/far-south-2025-26-primary-embedding-2", "version": 1, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:07+00:00", "recorded_at": "2026-11-28T16:43:09.589083+00:00"},
{"id": "work-group/north-1 form", "name": "FormWorkGroup", "stream": "work-group/north-1", "outcome": {"command": "work-group/north-1 form", "version": 1, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:03+00:00", "recorded_at": "2026-11-28T16:43:05.127063+00:00"},
{"id": "work-group/north-1 register", "name": "TakeRegister", "stream": "work-group/north-1", "outcome": {"command": "work-group/north-1 register", "version": 7, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:05+00:00", "recorded_at": "2026-11-28T16:43:06.772973+00:00"},
{"id": "work-group/north-1 session", "name": "ScheduleSession", "stream": "work-group/north-1", "outcome": {"command": "work-group/north-1 session", "version": 6, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:05+00:00", "recorded_at": "2026-11-28T16:43:06.648718+00:00"}
]');
insert into public.commitments ("journey", "year_no", "code", "stage", "academic_year", "kind", "by", "due_on", "status", "level", "target", "next_level_at") overriding system value select "journey", "year_no", "code", "stage", "academic_year", "kind", "by", "due_on", "status", "level", "target", "next_level_at" from jsonb_populate_recordset(null::public.commitments, '[
{"by": "hub", "code": "support-visit-autumn", "kind": "visit", "level": 0, "stage": "development", "due_on": "2024-11-13", "status": "open", "target": null, "journey": "420000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "headteacher-meeting", "kind": "headteacher-meeting", "level": 0, "stage": "development", "due_on": "2025-03-05", "status": "open", "target": null, "journey": "420000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "session-3", "kind": "session", "level": 0, "stage": "development", "due_on": "2025-05-07", "status": "open", "target": null, "journey": "420000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "meeting-3", "kind": "meeting", "level": 0, "stage": "development", "due_on": "2025-05-07", "status": "open", "target": null, "journey": "420000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "support-visit-summer", "kind": "visit", "level": 0, "stage": "development", "due_on": "2025-06-18", "status": "open", "target": null, "journey": "420000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "release-days", "kind": "release-days", "level": 0, "stage": "development", "due_on": "2025-07-11", "status": "open", "target": 20, "journey": "420000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "report", "kind": "report", "level": 0, "stage": "development", "due_on": "2025-07-11", "status": "open", "target": null, "journey": "420000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "evaluation", "kind": "evaluation", "level": 0, "stage": "development", "due_on": "2025-07-15", "status": "open", "target": null, "journey": "420000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "action-plan", "kind": "action-plan", "level": 0, "stage": "development", "due_on": "2025-02-05", "status": "open", "target": null, "journey": "420000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "support-visit-spring", "kind": "visit", "level": 0, "stage": "development", "due_on": "2025-03-05", "status": "open", "target": null, "journey": "420000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "session-2", "kind": "session", "level": 0, "stage": "development", "due_on": "2024-10-04", "status": "met", "target": null, "journey": "420000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "meeting-2", "kind": "meeting", "level": 0, "stage": "development", "due_on": "2024-10-04", "status": "met", "target": null, "journey": "420000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "action-plan", "kind": "action-plan", "level": 0, "stage": "development", "due_on": "2025-02-05", "status": "open", "target": null, "journey": "420001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "support-visit-spring", "kind": "visit", "level": 0, "stage": "development", "due_on": "2025-03-05", "status": "open", "target": null, "journey": "420001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "headteacher-meeting", "kind": "headteacher-meeting", "level": 0, "stage": "development", "due_on": "2025-03-05", "status": "open", "target": null, "journey": "420001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "session-3", "kind": "session", "level": 0, "stage": "development", "due_on": "2025-05-07", "status": "open", "target": null, "journey": "420001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "meeting-3", "kind": "meeting", "level": 0, "stage": "development", "due_on": "2025-05-07", "status": "open", "target": null, "journey": "420001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "support-visit-summer", "kind": "visit", "level": 0, "stage": "development", "due_on": "2025-06-18", "status": "open", "target": null, "journey": "420001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "release-days", "kind": "release-days", "level": 0, "stage": "development", "due_on": "2025-07-11", "status": "open", "target": 20, "journey": "420001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "report", "kind": "report", "level": 0, "stage": "development", "due_on": "2025-07-11", "status": "open", "target": null, "journey": "420001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "evaluation", "kind": "evaluation", "level": 0, "stage": "development", "due_on": "2025-07-15", "status": "open", "target": null, "journey": "420001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "support-visit-autumn", "kind": "visit", "level": 0, "stage": "development", "due_on": "2024-11-13", "status": "open", "target": null, "journey": "420001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "session-2", "kind": "session", "level": 0, "stage": "development", "due_on": "2024-10-04", "status": "met", "target": null, "journey": "420001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "meeting-2", "kind": "meeting", "level": 0, "stage": "development", "due_on": "2024-10-04", "status": "met", "target": null, "journey": "420001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "session-1", "kind": "session", "level": 0, "stage": "development", "due_on": "2024-10-02", "status": "met", "target": null, "journey": "430000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "meeting-1", "kind": "meeting", "level": 0, "stage": "development", "due_on": "2024-10-02", "status": "met", "target": null, "journey": "430000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "support-visit-autumn", "kind": "visit", "level": 0, "stage": "development", "due_on": "2024-11-13", "status": "open", "target": null, "journey": "430000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "session-2", "kind": "session", "level": 0, "stage": "development", "due_on": "2025-01-22", "status": "open", "target": null, "journey": "430000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "meeting-2", "kind": "meeting", "level": 0, "stage": "development", "due_on": "2025-01-22", "status": "open", "target": null, "journey": "430000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "action-plan", "kind": "action-plan", "level": 0, "stage": "development", "due_on": "2025-02-05", "status": "open", "target": null, "journey": "430000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "support-visit-spring", "kind": "visit", "level": 0, "stage": "development", "due_on": "2025-03-05", "status": "open", "target": null, "journey": "430000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "headteacher-meeting", "kind": "headteacher-meeting", "level": 0, "stage": "development", "due_on": "2025-03-05", "status": "open", "target": null, "journey": "430000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "session-3", "kind": "session", "level": 0, "stage": "development", "due_on": "2025-05-07", "status": "open", "target": null, "journey": "430000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "meeting-3", "kind": "meeting", "level": 0, "stage": "development", "due_on": "2025-05-07", "status": "open", "target": null, "journey": "430000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "support-visit-summer", "kind": "visit", "level": 0, "stage": "development", "due_on": "2025-06-18", "status": "open", "target": null, "journey": "430000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "release-days", "kind": "release-days", "level": 0, "stage": "development", "due_on": "2025-07-11", "status": "open", "target": 20, "journey": "430000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "report", "kind": "report", "level": 0, "stage": "development", "due_on": "2025-07-11", "status": "open", "target": null, "journey": "430000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "evaluation", "kind": "evaluation", "level": 0, "stage": "development", "due_on": "2025-07-15", "status": "open", "target": null, "journey": "430000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "report", "kind": "report", "level": 0, "stage": "development", "due_on": "2025-07-11", "status": "open", "target": null, "journey": "430001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "session-1", "kind": "session", "level": 0, "stage": "development", "due_on": "2024-10-02", "status": "met", "target": null, "journey": "430001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "meeting-1", "kind": "meeting", "level": 0, "stage": "development", "due_on": "2024-10-02", "status": "met", "target": null, "journey": "430001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "support-visit-autumn", "kind": "visit", "level": 0, "stage": "development", "due_on": "2024-11-13", "status": "open", "target": null, "journey": "430001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "session-2", "kind": "session", "level": 0, "stage": "development", "due_on": "2025-01-22", "status": "open", "target": null, "journey": "430001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "meeting-2", "kind": "meeting", "level": 0, "stage": "development", "due_on": "2025-01-22", "status": "open", "target": null, "journey": "430001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "action-plan", "kind": "action-plan", "level": 0, "stage": "development", "due_on": "2025-02-05", "status": "open", "target": null, "journey": "430001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "support-visit-spring", "kind": "visit", "level": 0, "stage": "development", "due_on": "2025-03-05", "status": "open", "target": null, "journey": "430001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "headteacher-meeting", "kind": "headteacher-meeting", "level": 0, "stage": "development", "due_on": "2025-03-05", "status": "open", "target": null, "journey": "430001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "session-3", "kind": "session", "level": 0, "stage": "development", "due_on": "2025-05-07", "status": "open", "target": null, "journey": "430001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "meeting-3", "kind": "meeting", "level": 0, "stage": "development", "due_on": "2025-05-07", "status": "open", "target": null, "journey": "430001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "support-visit-summer", "kind": "visit", "level": 0, "stage": "development", "due_on": "2025-06-18", "status": "open", "target": null, "journey": "430001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "release-days", "kind": "release-days", "level": 0, "stage": "development", "due_on": "2025-07-11", "status": "open", "target": 20, "journey": "430001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "evaluation", "kind": "evaluation", "level": 0, "stage": "development", "due_on": "2025-07-15", "status": "open", "target": null, "journey": "430001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "session-1", "kind": "session", "level": 0, "stage": "development", "due_on": "2024-10-02", "status": "met", "target": null, "journey": "440000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "meeting-1", "kind": "meeting", "level": 0, "stage": "development", "due_on": "2024-10-02", "status": "met", "target": null, "journey": "440000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "support-visit-autumn", "kind": "visit", "level": 0, "stage": "development", "due_on": "2024-11-13", "status": "open", "target": null, "journey": "440000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "session-2", "kind": "session", "level": 0, "stage": "development", "due_on": "2025-01-22", "status": "open", "target": null, "journey": "440000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "meeting-2", "kind": "meeting", "level": 0, "stage": "development", "due_on": "2025-01-22", "status": "open", "target": null, "journey": "440000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "action-plan", "kind": "action-plan", "level": 0, "stage": "development", "due_on": "2025-02-05", "status": "open", "target": null, "journey": "440000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "support-visit-spring", "kind": "visit", "level": 0, "stage": "development", "due_on": "2025-03-05", "status": "open", "target": null, "journey": "440000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "headteacher-meeting", "kind": "headteacher-meeting", "level": 0, "stage": "development", "due_on": "2025-03-05", "status": "open", "target": null, "journey": "440000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "session-3", "kind": "session", "level": 0, "stage": "development", "due_on": "2025-05-07", "status": "open", "target": null, "journey": "440000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "meeting-3", "kind": "meeting", "level": 0, "stage": "development", "due_on": "2025-05-07", "status": "open", "target": null, "journey": "440000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "support-visit-summer", "kind": "visit", "level": 0, "stage": "development", "due_on": "2025-06-18", "status": "open", "target": null, "journey": "440000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "release-days", "kind": "release-days", "level": 0, "stage": "development", "due_on": "2025-07-11", "status": "open", "target": 20, "journey": "440000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "report", "kind": "report", "level": 0, "stage": "development", "due_on": "2025-07-11", "status": "open", "target": null, "journey": "440000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "evaluation", "kind": "evaluation", "level": 0, "stage": "development", "due_on": "2025-07-15", "status": "open", "target": null, "journey": "440000-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "session-1", "kind": "session", "level": 0, "stage": "development", "due_on": "2024-10-02", "status": "met", "target": null, "journey": "440001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "meeting-1", "kind": "meeting", "level": 0, "stage": "development", "due_on": "2024-10-02", "status": "met", "target": null, "journey": "440001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "support-visit-autumn", "kind": "visit", "level": 0, "stage": "development", "due_on": "2024-11-13", "status": "open", "target": null, "journey": "440001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "session-2", "kind": "session", "level": 0, "stage": "development", "due_on": "2025-01-22", "status": "open", "target": null, "journey": "440001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "meeting-2", "kind": "meeting", "level": 0, "stage": "development", "due_on": "2025-01-22", "status": "open", "target": null, "journey": "440001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "action-plan", "kind": "action-plan", "level": 0, "stage": "development", "due_on": "2025-02-05", "status": "open", "target": null, "journey": "440001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "support-visit-spring", "kind": "visit", "level": 0, "stage": "development", "due_on": "2025-03-05", "status": "open", "target": null, "journey": "440001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "headteacher-meeting", "kind": "headteacher-meeting", "level": 0, "stage": "development", "due_on": "2025-03-05", "status": "open", "target": null, "journey": "440001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "session-3", "kind": "session", "level": 0, "stage": "development", "due_on": "2025-05-07", "status": "open", "target": null, "journey": "440001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "meeting-3", "kind": "meeting", "level": 0, "stage": "development", "due_on": "2025-05-07", "status": "open", "target": null, "journey": "440001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "hub", "code": "support-visit-summer", "kind": "visit", "level": 0, "stage": "development", "due_on": "2025-06-18", "status": "open", "target": null, "journey": "440001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "release-days", "kind": "release-days", "level": 0, "stage": "development", "due_on": "2025-07-11", "status": "open", "target": 20, "journey": "440001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "report", "kind": "report", "level": 0, "stage": "development", "due_on": "2025-07-11", "status": "open", "target": null, "journey": "440001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null},
{"by": "school", "code": "evaluation", "kind": "evaluation", "level": 0, "stage": "development", "due_on": "2025-07-15", "status": "open", "target": null, "journey": "440001-primary", "year_no": 1, "academic_year": "2024/25", "next_level_at": null}
]');
insert into public.due_reminders ("journey", "id", "kind", "academic_year", "term", "due_at", "seq", "cause", "outcome", "why", "sent_at", "letters", "fell_back", "bounced") overriding system value select "journey", "id", "kind", "academic_year", "term", "due_at", "seq", "cause", "outcome", "why", "sent_at", "letters", "fell_back", "bounced" from jsonb_populate_recordset(null::public.due_reminders, '[
{"id": "420000-primary:1-spring", "seq": null, "why": null, "kind": "termly", "term": "spring", "cause": "the spring term of 2024/25", "due_at": "2025-01-13T09:00:00+00:00", "bounced": 0, "journey": "420000-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "420000-primary:1-summer", "seq": null, "why": null, "kind": "termly", "term": "summer", "cause": "the summer term of 2024/25", "due_at": "2025-05-06T08:00:00+00:00", "bounced": 0, "journey": "420000-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "420001-primary:1-summer", "seq": null, "why": null, "kind": "termly", "term": "summer", "cause": "the summer term of 2024/25", "due_at": "2025-05-06T08:00:00+00:00", "bounced": 0, "journey": "420001-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "420001-primary:1-spring", "seq": null, "why": null, "kind": "termly", "term": "spring", "cause": "the spring term of 2024/25", "due_at": "2025-01-13T09:00:00+00:00", "bounced": 0, "journey": "420001-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "430000-primary:1-summer", "seq": null, "why": null, "kind": "termly", "term": "summer", "cause": "the summer term of 2024/25", "due_at": "2025-05-06T08:00:00+00:00", "bounced": 0, "journey": "430000-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "430000-primary:1-autumn", "seq": 23, "why": null, "kind": "termly", "term": "autumn", "cause": "the autumn term of 2024/25", "due_at": "2024-09-16T08:00:00+00:00", "bounced": 0, "journey": "430000-primary", "letters": 3, "outcome": "sent", "sent_at": "2024-10-04T09:00:08+00:00", "fell_back": false, "academic_year": "2024/25"},
{"id": "430000-primary:1-spring", "seq": null, "why": null, "kind": "termly", "term": "spring", "cause": "the spring term of 2024/25", "due_at": "2025-01-13T09:00:00+00:00", "bounced": 0, "journey": "430000-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "430001-primary:1-summer", "seq": null, "why": null, "kind": "termly", "term": "summer", "cause": "the summer term of 2024/25", "due_at": "2025-05-06T08:00:00+00:00", "bounced": 0, "journey": "430001-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "430001-primary:1-spring", "seq": null, "why": null, "kind": "termly", "term": "spring", "cause": "the spring term of 2024/25", "due_at": "2025-01-13T09:00:00+00:00", "bounced": 0, "journey": "430001-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "430001-primary:1-autumn", "seq": 22, "why": null, "kind": "termly", "term": "autumn", "cause": "the autumn term of 2024/25", "due_at": "2024-09-16T08:00:00+00:00", "bounced": 0, "journey": "430001-primary", "letters": 3, "outcome": "sent", "sent_at": "2024-10-04T09:00:08+00:00", "fell_back": false, "academic_year": "2024/25"},
{"id": "440000-primary:1-spring", "seq": null, "why": null, "kind": "termly", "term": "spring", "cause": "the spring term of 2024/25", "due_at": "2025-01-13T09:00:00+00:00", "bounced": 0, "journey": "440000-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "440000-primary:1-summer", "seq": null, "why": null, "kind": "termly", "term": "summer", "cause": "the summer term of 2024/25", "due_at": "2025-05-06T08:00:00+00:00", "bounced": 0, "journey": "440000-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "440000-primary:1-autumn", "seq": 16, "why": null, "kind": "termly", "term": "autumn", "cause": "the autumn term of 2024/25", "due_at": "2024-09-16T08:00:00+00:00", "bounced": 0, "journey": "440000-primary", "letters": 3, "outcome": "sent", "sent_at": "2024-10-04T09:00:08+00:00", "fell_back": false, "academic_year": "2024/25"},
{"id": "440001-primary:1-summer", "seq": null, "why": null, "kind": "termly", "term": "summer", "cause": "the summer term of 2024/25", "due_at": "2025-05-06T08:00:00+00:00", "bounced": 0, "journey": "440001-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "440001-primary:1-spring", "seq": null, "why": null, "kind": "termly", "term": "spring", "cause": "the spring term of 2024/25", "due_at": "2025-01-13T09:00:00+00:00", "bounced": 0, "journey": "440001-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "440001-primary:1-autumn", "seq": 16, "why": null, "kind": "termly", "term": "autumn", "cause": "the autumn term of 2024/25", "due_at": "2024-09-16T08:00:00+00:00", "bounced": 0, "journey": "440001-primary", "letters": 3, "outcome": "sent", "sent_at": "2024-10-04T09:00:08+00:00", "fell_back": false, "academic_year": "2024/25"}
]');
insert into public.effect_leases ("effect_id", "holder", "leased_until", "attempts", "sent", "done_at", "result") overriding system value select "effect_id", "holder", "leased_until", "attempts", "sent", "done_at", "result" from jsonb_populate_recordset(null::public.effect_leases, '[
{"sent": ["<410000-primary.1.applicant@school-journeys.invalid>"], "holder": "d9424fc2-c61c-4132-9e68-c5686a870dbd", "result": {"seq": 1, "outcome": "performed", "messageId": "<410000-primary.1.applicant@school-journeys.invalid>"}, "done_at": "2026-11-28T16:43:05.142596+00:00", "attempts": 1, "effect_id": "410000-primary:1", "leased_until": "2026-11-28T16:43:05.142596+00:00"},
{"sent": ["<410000-primary.2.applicant@school-journeys.invalid>"], "holder": "2d42f726-a94c-409f-9690-ac406d269508", "result": {"seq": 2, "outcome": "performed", "messageId": "<410000-primary.2.applicant@school-journeys.invalid>"}, "done_at": "2026-11-28T16:43:05.157558+00:00", "attempts": 1, "effect_id": "410000-primary:2", "leased_until": "2026-11-28T16:43:05.157558+00:00"},
{"sent": ["<410001-primary.1.applicant@school-journeys.invalid>"], "holder": "8b90f14c-6fe3-400c-a252-ce632dae99f9", "result": {"seq": 1, "outcome": "performed", "messageId": "<410001-primary.1.applicant@school-journeys.invalid>"}, "done_at": "2026-11-28T16:43:05.116643+00:00", "attempts": 1, "effect_id": "410001-primary:1", "leased_until": "2026-11-28T16:43:05.116643+00:00"},
{"sent": ["<410001-primary.2.applicant@school-journeys.invalid>"], "holder": "98f1bbc6-7b67-4e6d-84b5-f7e3621e9829", "result": {"seq": 2, "outcome": "performed", "messageId": "<410001-primary.2.applicant@school-journeys.invalid>"}, "done_at": "2026-11-28T16:43:05.159138+00:00", "attempts": 1, "effect_id": "410001-primary:2", "leased_until": "2026-11-28T16:43:05.159138+00:00"},
{"sent": ["<420000-primary.1.applicant@school-journeys.invalid>"], "holder": "180c5786-fa00-4d7d-831c-0d2cfa1869da", "result": {"seq": 1, "outcome": "performed", "messageId": "<420000-primary.1.applicant@school-journeys.invalid>"}, "done_at": "2026-11-28T16:43:05.669327+00:00", "attempts": 1, "effect_id": "420000-primary:1", "leased_until": "2026-11-28T16:43:05.669327+00:00"},
{"sent": ["<420000-primary.2.applicant@school-journeys.invalid>"], "holder": "c9739020-37da-4298-a6a3-74de3e27fe32", "result": {"seq": 2, "outcome": "performed", "messageId": "<420000-primary.2.applicant@school-journeys.invalid>"}, "done_at": "2026-11-28T16:43:06.030797+00:00", "attempts": 1, "effect_id": "420000-primary:2", "leased_until": "2026-11-28T16:43:06.030797+00:00"},
{"sent": ["<420000-primary.8.applicant@school-journeys.invalid>", "<420000-primary.8.headteacher@school-journeys.invalid>"], "holder": "31fa2bf4-9044-491c-94b6-462268078999", "result": {"seq": 8, "outcome": "performed", "messageId": "<420000-primary.8.applicant@school-journeys.invalid> <420000-primary.8.headteacher@school-journeys.invalid>"}, "done_at": "2026-11-28T16:43:07.11041+00:00", "attempts": 1, "effect_id": "420000-primary:8", "leased_until": "2026-11-28T16:43:07.110409+00:00"},
{"sent": ["<420001-primary.1.applicant@school-journeys.invalid>"], "holder": "c0a818c5-ca54-4b67-b7fd-2d58fc752932", "result": {"seq": 1, "outcome": "performed", "messageId": "<420001-primary.1.applicant@school-journeys.invalid>"}, "done_at": "2026-11-28T16:43:05.655238+00:00", "attempts": 1, "effect_id": "420001-primary:1", "leased_until": "2026-11-28T16:43:05.655238+00:00"},
{"sent": ["<420001-primary.2.applicant@school-journeys.invalid>"], "holder": "a024c363-f1f3-457e-880e-776ea751a44b", "result": {"seq": 2, "outcome": "performed", "messageId": "<420001-primary.2.applicant@school-journeys.invalid>"}, "done_at": "2026-11-28T16:43:06.031484+00:00", "attempts": 1, "effect_id": "420001-primary:2", "leased_until": "2026-11-28T16:43:06.031484+00:00"},
{"sent": ["<420001-primary.8.applicant@school-journeys.invalid>", "<420001-primary.8.headteacher@school-journeys.invalid>"], "holder": "585d5a0c-44c0-4425-aae8-bac5b449554c", "result": {"seq": 8, "outcome": "performed", "messageId": "<420001-primary.8.applicant@school-journeys.invalid> <420001-primary.8.headteacher@school-journeys.invalid>"}, "done_at": "2026-11-28T16:43:06.874273+00:00", "attempts": 1, "effect_id": "420001-primary:8", "leased_until": "2026-11-28T16:43:06.874273+00:00"},
{"sent": ["<430000-primary.23.p-5bbc2a0e7c@school-journeys.invalid>", "<430000-primary.23.p-76c334671c@school-journeys.invalid>", "<430000-primary.23.headteacher@school-journeys.invalid>"], "holder": "4f50ec40-2ba4-4169-b70d-d7ef36b03bb3", "result": {"seq": 23, "outcome": "performed", "messageId": "<430000-primary.23.p-5bbc2a0e7c@school-journeys.invalid> <430000-primary.23.p-76c334671c@school-journeys.invalid> <430000-primary.23.headteacher@school-journeys.invalid>"}, "done_at": "2026-11-28T16:43:09.162451+00:00", "attempts": 1, "effect_id": "430000-primary:23", "leased_until": "2026-11-28T16:43:09.162451+00:00"},
{"sent": ["<430001-primary.22.p-29f65b6c10@school-journeys.invalid>", "<430001-primary.22.p-94ed788adc@school-journeys.invalid>", "<430001-primary.22.headteacher@school-journeys.invalid>"], "holder": "b461d7ee-f15a-43ba-be47-e87e68b474bc", "result": {"seq": 22, "outcome": "performed", "messageId": "<430001-primary.22.p-29f65b6c10@school-journeys.invalid> <430001-primary.22.p-94ed788adc@school-journeys.invalid> <430001-primary.22.headteacher@school-journeys.invalid>"}, "done_at": "2026-11-28T16:43:09.19047+00:00", "attempts": 1, "effect_id": "430001-primary:22", "leased_until": "2026-11-28T16:43:09.19047+00:00"},
{"sent": ["<440000-primary.16.p-91ddbf3caf@school-journeys.invalid>", "<440000-primary.16.p-a8e974514f@school-journeys.invalid>", "<440000-primary.16.headteacher@school-journeys.invalid>"], "holder": "d221c95f-88f5-41ac-8ddb-360e70c03024", "result": {"seq": 16, "outcome": "performed", "messageId": "<440000-primary.16.p-91ddbf3caf@school-journeys.invalid> <440000-primary.16.p-a8e974514f@school-journeys.invalid> <440000-primary.16.headteacher@school-journeys.invalid>"}, "done_at": "2026-11-28T16:43:09.163215+00:00", "attempts": 1, "effect_id": "440000-primary:16", "leased_until": "2026-11-28T16:43:09.163215+00:00"},
{"sent": ["<440000-primary.18.applicant@school-journeys.invalid>", "<440000-primary.18.headteacher@school-journeys.invalid>"], "holder": "7fa4d83e-ab67-498d-a0c9-c53d9e0b8cdb", "result": {"seq": 18, "outcome": "performed", "messageId": "<440000-primary.18.applicant@school-journeys.invalid> <440000-primary.18.headteacher@school-journeys.invalid>"}, "done_at": "2026-11-28T16:43:10.007343+00:00", "attempts": 1, "effect_id": "440000-primary:18", "leased_until": "2026-11-28T16:43:10.007342+00:00"},
{"sent": ["<440001-primary.16.p-3fbe403783@school-journeys.invalid>", "<440001-primary.16.p-320f018b04@school-journeys.invalid>", "<440001-primary.16.headteacher@school-journeys.invalid>"], "holder": "c24c3370-ec02-4f8a-846f-88d93a05cea4", "result": {"seq": 16, "outcome": "performed", "messageId": "<440001-primary.16.p-3fbe403783@school-journeys.invalid> <440001-primary.16.p-320f018b04@school-journeys.invalid> <440001-primary.16.headteacher@school-journeys.invalid>"}, "done_at": "2026-11-28T16:43:09.204209+00:00", "attempts": 1, "effect_id": "440001-primary:16", "leased_until": "2026-11-28T16:43:09.204209+00:00"}
]');
insert into public.events ("stream", "seq", "type", "at", "data", "actor", "command_id", "schema_version", "recorded_at") overriding system value select "stream", "seq", "type", "at", "data", "actor", "command_id", "schema_version", "recorded_at" from jsonb_populate_recordset(null::public.events, '[
{"at": "2024-06-03T09:00:00+00:00", "seq": 1, "data": {"hub": "great-north", "group": [], "school": {"urn": "410000", "open": true, "phase": "primary", "funding": "state", "history": [], "headteacher": true}, "criteria": [], "contactId": "person-410000", "reasonsId": null, "prospectus": "2024-25/primary-development", "reasonsWords": 0}, "type": "ApplicationSubmitted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/410000-primary", "command_id": "410000-primary apply", "recorded_at": "2026-11-28T16:43:04.665676+00:00", "schema_version": 1},
{"at": "2024-06-03T09:00:00+00:00", "seq": 1, "data": {"hub": "great-north", "group": [], "school": {"urn": "410001", "open": true, "phase": "primary", "funding": "state", "history": [], "headteacher": true}, "criteria": [], "contactId": "person-410001", "reasonsId": null, "prospectus": "2024-25/primary-development", "reasonsWords": 0}, "type": "ApplicationSubmitted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/410001-primary", "command_id": "410001-primary apply", "recorded_at": "2026-11-28T16:43:04.762355+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:03+00:00", "seq": 2, "data": {"remindAt": "2024-11-22T09:00:00Z", "respondBy": "2024-11-29", "workGroup": "north-2"}, "type": "PlaceOffered", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/410000-primary", "command_id": "410000-primary offer", "recorded_at": "2026-11-28T16:43:04.831664+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:03+00:00", "seq": 2, "data": {"remindAt": "2024-11-22T09:00:00Z", "respondBy": "2024-11-29", "workGroup": "north-2"}, "type": "PlaceOffered", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/410001-primary", "command_id": "410001-primary offer", "recorded_at": "2026-11-28T16:43:04.874395+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:03+00:00", "seq": 1, "data": {"hub": "great-north", "lead": "lead-1", "places": {"most": 7, "least": 6}, "leadRole": "mastery-specialist", "sessions": [{"on": "2024-10-02", "length": "half-day", "session": "session-1"}, {"on": "2025-01-22", "length": "half-day", "session": "session-2"}, {"on": "2025-05-07", "length": "half-day", "session": "session-3"}], "prospectus": "2024-25/primary-development", "academicYear": "2024/25"}, "type": "WorkGroupFormed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "work-group/north-1", "command_id": "work-group/north-1 form", "recorded_at": "2026-11-28T16:43:05.127063+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:04+00:00", "seq": 3, "data": {"effect": 1, "messageId": "<410001-primary.1.applicant@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/410001-primary", "command_id": "effect:410001-primary:1:performed", "recorded_at": "2026-11-28T16:43:05.276757+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:04+00:00", "seq": 4, "data": {"effect": 2, "messageId": "<410001-primary.2.applicant@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/410001-primary", "command_id": "effect:410001-primary:2:performed", "recorded_at": "2026-11-28T16:43:05.276757+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:04+00:00", "seq": 3, "data": {"effect": 1, "messageId": "<410000-primary.1.applicant@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/410000-primary", "command_id": "effect:410000-primary:1:performed", "recorded_at": "2026-11-28T16:43:05.304471+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:04+00:00", "seq": 4, "data": {"effect": 2, "messageId": "<410000-primary.2.applicant@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/410000-primary", "command_id": "effect:410000-primary:2:performed", "recorded_at": "2026-11-28T16:43:05.304471+00:00", "schema_version": 1},
{"at": "2024-06-03T09:00:00+00:00", "seq": 1, "data": {"hub": "great-north", "group": [], "school": {"urn": "420000", "open": true, "phase": "primary", "funding": "state", "history": [], "headteacher": true}, "criteria": [], "contactId": "person-420000", "reasonsId": null, "prospectus": "2024-25/primary-development", "reasonsWords": 0}, "type": "ApplicationSubmitted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "420000-primary apply", "recorded_at": "2026-11-28T16:43:05.352428+00:00", "schema_version": 1},
{"at": "2024-06-03T09:00:00+00:00", "seq": 1, "data": {"hub": "great-north", "group": [], "school": {"urn": "420001", "open": true, "phase": "primary", "funding": "state", "history": [], "headteacher": true}, "criteria": [], "contactId": "person-420001", "reasonsId": null, "prospectus": "2024-25/primary-development", "reasonsWords": 0}, "type": "ApplicationSubmitted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "420001-primary apply", "recorded_at": "2026-11-28T16:43:05.354501+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:04+00:00", "seq": 2, "data": {"remindAt": "2024-10-25T08:00:00Z", "respondBy": "2024-11-01", "workGroup": "north-1"}, "type": "PlaceOffered", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "420001-primary step 0", "recorded_at": "2026-11-28T16:43:05.543211+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:04+00:00", "seq": 2, "data": {"journey": "420001-primary", "fromWaitlist": false}, "type": "PlaceReserved", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "work-group/north-1", "command_id": "420001-primary step 0", "recorded_at": "2026-11-28T16:43:05.543211+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:04+00:00", "seq": 2, "data": {"remindAt": "2024-10-25T08:00:00Z", "respondBy": "2024-11-01", "workGroup": "north-1"}, "type": "PlaceOffered", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "420000-primary step 0", "recorded_at": "2026-11-28T16:43:05.554991+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:04+00:00", "seq": 3, "data": {"journey": "420000-primary", "fromWaitlist": false}, "type": "PlaceReserved", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "work-group/north-1", "command_id": "420000-primary step 0", "recorded_at": "2026-11-28T16:43:05.554991+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:04+00:00", "seq": 3, "data": {}, "type": "OfferAccepted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "420001-primary step 1", "recorded_at": "2026-11-28T16:43:05.984837+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:04+00:00", "seq": 4, "data": {"effect": 1, "messageId": "<420001-primary.1.applicant@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/420001-primary", "command_id": "effect:420001-primary:1:performed", "recorded_at": "2026-11-28T16:43:06.013538+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:04+00:00", "seq": 3, "data": {}, "type": "OfferAccepted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "420000-primary step 1", "recorded_at": "2026-11-28T16:43:06.076518+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:04+00:00", "seq": 4, "data": {"effect": 1, "messageId": "<420000-primary.1.applicant@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/420000-primary", "command_id": "effect:420000-primary:1:performed", "recorded_at": "2026-11-28T16:43:06.090296+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 5, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "420001-1", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "420001-primary step 2", "recorded_at": "2026-11-28T16:43:06.137679+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 5, "data": {"effect": 2, "messageId": "<420000-primary.2.applicant@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/420000-primary", "command_id": "effect:420000-primary:2:performed", "recorded_at": "2026-11-28T16:43:06.143222+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 6, "data": {"effect": 2, "messageId": "<420001-primary.2.applicant@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/420001-primary", "command_id": "effect:420001-primary:2:performed", "recorded_at": "2026-11-28T16:43:06.153136+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 7, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "420001-2", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "420001-primary step 3", "recorded_at": "2026-11-28T16:43:06.24156+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 6, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "420000-1", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "420000-primary step 2", "recorded_at": "2026-11-28T16:43:06.246109+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 8, "data": {"stage": "development", "workGroup": "north-1", "prospectus": "2024-25/primary-development", "academicYear": "2024/25"}, "type": "SchoolPlaced", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "420001-primary step 4", "recorded_at": "2026-11-28T16:43:06.350597+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 9, "data": {"stage": "development", "endsAt": "2025-08-31T22:59:59Z", "revision": 1, "startsAt": "2024-10-04T09:00:05Z", "reminders": [{"at": "2024-09-16T08:00:00Z", "term": "autumn", "termEndsOn": "2024-12-20"}, {"at": "2025-01-13T09:00:00Z", "term": "spring", "termEndsOn": "2025-04-04"}, {"at": "2025-05-06T08:00:00Z", "term": "summer", "termEndsOn": "2025-07-22"}], "reminding": {"copies": ["headteacher"], "chaserDays": 2, "chasersATerm": 3}, "workGroup": "north-1", "escalation": {"graceDays": 7, "toHubLeadDays": 14, "toHeadteacherDays": 14}, "prospectus": "2024-25/primary-development", "commitments": [{"by": "hub", "code": "support-visit-autumn", "kind": "visit", "after": null, "dueOn": "2024-11-13", "target": null, "within": {"to": "2024-12-20", "from": "2024-09-03"}}, {"by": "hub", "code": "session-2", "kind": "session", "after": null, "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "meeting-2", "kind": "meeting", "after": "session-2", "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "action-plan", "kind": "action-plan", "after": null, "dueOn": "2025-02-05", "target": null, "within": null, "chaseAt": "2025-02-03T09:00:00Z"}, {"by": "hub", "code": "support-visit-spring", "kind": "visit", "after": null, "dueOn": "2025-03-05", "target": null, "within": {"to": "2025-04-04", "from": "2025-01-06"}}, {"by": "school", "code": "headteacher-meeting", "kind": "headteacher-meeting", "after": "support-visit-spring", "dueOn": "2025-03-05", "target": null, "within": null}, {"by": "hub", "code": "session-3", "kind": "session", "after": null, "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "school", "code": "meeting-3", "kind": "meeting", "after": "session-3", "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "hub", "code": "support-visit-summer", "kind": "visit", "after": null, "dueOn": "2025-06-18", "target": null, "within": {"to": "2025-07-22", "from": "2025-04-22"}}, {"by": "school", "code": "release-days", "kind": "release-days", "after": null, "dueOn": "2025-07-11", "target": 20, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "report", "kind": "report", "after": null, "dueOn": "2025-07-11", "target": null, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "evaluation", "kind": "evaluation", "after": null, "dueOn": "2025-07-15", "target": null, "within": null, "chaseAt": "2025-07-11T08:00:00Z"}], "academicYear": "2024/25", "readinessAsked": false, "halfDaysPerMeeting": 1}, "type": "StageStarted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "420001-primary step 4", "recorded_at": "2026-11-28T16:43:06.350597+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 10, "data": {"stage": "development", "amountPence": 100000, "academicYear": "2024/25"}, "type": "GrantDue", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "420001-primary step 4", "recorded_at": "2026-11-28T16:43:06.350597+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 4, "data": {"journey": "420001-primary"}, "type": "PlaceTaken", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "work-group/north-1", "command_id": "420001-primary step 4", "recorded_at": "2026-11-28T16:43:06.350597+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 7, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "420000-2", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "420000-primary step 3", "recorded_at": "2026-11-28T16:43:06.357978+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 8, "data": {"stage": "development", "workGroup": "north-1", "prospectus": "2024-25/primary-development", "academicYear": "2024/25"}, "type": "SchoolPlaced", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "420000-primary step 4", "recorded_at": "2026-11-28T16:43:06.496879+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 9, "data": {"stage": "development", "endsAt": "2025-08-31T22:59:59Z", "revision": 1, "startsAt": "2024-10-04T09:00:05Z", "reminders": [{"at": "2024-09-16T08:00:00Z", "term": "autumn", "termEndsOn": "2024-12-20"}, {"at": "2025-01-13T09:00:00Z", "term": "spring", "termEndsOn": "2025-04-04"}, {"at": "2025-05-06T08:00:00Z", "term": "summer", "termEndsOn": "2025-07-22"}], "reminding": {"copies": ["headteacher"], "chaserDays": 2, "chasersATerm": 3}, "workGroup": "north-1", "escalation": {"graceDays": 7, "toHubLeadDays": 14, "toHeadteacherDays": 14}, "prospectus": "2024-25/primary-development", "commitments": [{"by": "hub", "code": "support-visit-autumn", "kind": "visit", "after": null, "dueOn": "2024-11-13", "target": null, "within": {"to": "2024-12-20", "from": "2024-09-03"}}, {"by": "hub", "code": "session-2", "kind": "session", "after": null, "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "meeting-2", "kind": "meeting", "after": "session-2", "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "action-plan", "kind": "action-plan", "after": null, "dueOn": "2025-02-05", "target": null, "within": null, "chaseAt": "2025-02-03T09:00:00Z"}, {"by": "hub", "code": "support-visit-spring", "kind": "visit", "after": null, "dueOn": "2025-03-05", "target": null, "within": {"to": "2025-04-04", "from": "2025-01-06"}}, {"by": "school", "code": "headteacher-meeting", "kind": "headteacher-meeting", "after": "support-visit-spring", "dueOn": "2025-03-05", "target": null, "within": null}, {"by": "hub", "code": "session-3", "kind": "session", "after": null, "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "school", "code": "meeting-3", "kind": "meeting", "after": "session-3", "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "hub", "code": "support-visit-summer", "kind": "visit", "after": null, "dueOn": "2025-06-18", "target": null, "within": {"to": "2025-07-22", "from": "2025-04-22"}}, {"by": "school", "code": "release-days", "kind": "release-days", "after": null, "dueOn": "2025-07-11", "target": 20, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "report", "kind": "report", "after": null, "dueOn": "2025-07-11", "target": null, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "evaluation", "kind": "evaluation", "after": null, "dueOn": "2025-07-15", "target": null, "within": null, "chaseAt": "2025-07-11T08:00:00Z"}], "academicYear": "2024/25", "readinessAsked": false, "halfDaysPerMeeting": 1}, "type": "StageStarted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "420000-primary step 4", "recorded_at": "2026-11-28T16:43:06.496879+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 10, "data": {"stage": "development", "amountPence": 100000, "academicYear": "2024/25"}, "type": "GrantDue", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "420000-primary step 4", "recorded_at": "2026-11-28T16:43:06.496879+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 5, "data": {"journey": "420000-primary"}, "type": "PlaceTaken", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "work-group/north-1", "command_id": "420000-primary step 4", "recorded_at": "2026-11-28T16:43:06.496879+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 6, "data": {"on": "2024-10-04", "where": "in-person", "length": "half-day", "session": "session-2"}, "type": "SessionScheduled", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "work-group/north-1", "command_id": "work-group/north-1 session", "recorded_at": "2026-11-28T16:43:06.648718+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 11, "data": {"on": "2024-10-04", "session": "session-2"}, "type": "SessionScheduled", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "work-group/north-1 session/420001-primary", "recorded_at": "2026-11-28T16:43:06.648718+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 12, "data": {"dueOn": "2024-10-04", "commitment": "session-2", "reasonCode": "session-dated"}, "type": "CommitmentRescheduled", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "work-group/north-1 session/420001-primary", "recorded_at": "2026-11-28T16:43:06.648718+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 13, "data": {"dueOn": "2024-10-04", "commitment": "meeting-2", "reasonCode": "session-dated"}, "type": "CommitmentRescheduled", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "work-group/north-1 session/420001-primary", "recorded_at": "2026-11-28T16:43:06.648718+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 11, "data": {"on": "2024-10-04", "session": "session-2"}, "type": "SessionScheduled", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "work-group/north-1 session/420000-primary", "recorded_at": "2026-11-28T16:43:06.648718+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 12, "data": {"dueOn": "2024-10-04", "commitment": "session-2", "reasonCode": "session-dated"}, "type": "CommitmentRescheduled", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "work-group/north-1 session/420000-primary", "recorded_at": "2026-11-28T16:43:06.648718+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 13, "data": {"dueOn": "2024-10-04", "commitment": "meeting-2", "reasonCode": "session-dated"}, "type": "CommitmentRescheduled", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "work-group/north-1 session/420000-primary", "recorded_at": "2026-11-28T16:43:06.648718+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 7, "data": {"on": "2024-10-04", "schools": [{"absent": [], "journey": "420000-primary", "present": ["420000-1", "420000-2"], "headteacher": false}, {"absent": [], "journey": "420001-primary", "present": ["420001-1", "420001-2"], "headteacher": false}], "session": "session-2"}, "type": "RegisterTaken", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "work-group/north-1", "command_id": "work-group/north-1 register", "recorded_at": "2026-11-28T16:43:06.772973+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 14, "data": {"on": "2024-10-04", "present": ["420001-1", "420001-2"], "session": "session-2", "headteacher": false}, "type": "AttendanceRecorded", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "work-group/north-1 register/420001-primary", "recorded_at": "2026-11-28T16:43:06.772973+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 15, "data": {"late": false, "commitment": "session-2"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "work-group/north-1 register/420001-primary", "recorded_at": "2026-11-28T16:43:06.772973+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 16, "data": {"late": false, "commitment": "meeting-2"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "work-group/north-1 register/420001-primary", "recorded_at": "2026-11-28T16:43:06.772973+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 17, "data": {"stage": "development", "academicYear": "2024/25"}, "type": "GrantPayable", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "work-group/north-1 register/420001-primary", "recorded_at": "2026-11-28T16:43:06.772973+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 14, "data": {"on": "2024-10-04", "present": ["420000-1", "420000-2"], "session": "session-2", "headteacher": false}, "type": "AttendanceRecorded", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "work-group/north-1 register/420000-primary", "recorded_at": "2026-11-28T16:43:06.772973+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 15, "data": {"late": false, "commitment": "session-2"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "work-group/north-1 register/420000-primary", "recorded_at": "2026-11-28T16:43:06.772973+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 16, "data": {"late": false, "commitment": "meeting-2"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "work-group/north-1 register/420000-primary", "recorded_at": "2026-11-28T16:43:06.772973+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 17, "data": {"stage": "development", "academicYear": "2024/25"}, "type": "GrantPayable", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "work-group/north-1 register/420000-primary", "recorded_at": "2026-11-28T16:43:06.772973+00:00", "schema_version": 1},
{"at": "2024-05-07T09:00:00+00:00", "seq": 1, "data": {"hub": "great-north", "group": [], "school": {"urn": "430000", "open": true, "phase": "primary", "funding": "state", "history": [], "headteacher": true}, "criteria": [], "contactId": "person-430000", "reasonsId": null, "prospectus": "2024-25/primary-development", "reasonsWords": 0}, "type": "ApplicationSubmitted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/1", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 2, "data": {"remindAt": "2024-05-29T08:00:00Z", "respondBy": "2024-06-05", "workGroup": "group-430000"}, "type": "PlaceOffered", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/2", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 3, "data": {}, "type": "OfferAccepted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/3", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 4, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "430000-1", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/4", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 5, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "430000-2", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/5", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 6, "data": {"stage": "development", "workGroup": "group-430000", "prospectus": "2024-25/primary-development", "academicYear": "2024/25"}, "type": "SchoolPlaced", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/6", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-08-31T23:00:00+00:00", "seq": 7, "data": {"stage": "development", "endsAt": "2025-08-31T22:59:59Z", "revision": 1, "startsAt": "2024-08-31T23:00:00Z", "reminders": [{"at": "2024-09-16T08:00:00Z", "term": "autumn", "termEndsOn": "2024-12-20"}, {"at": "2025-01-13T09:00:00Z", "term": "spring", "termEndsOn": "2025-04-04"}, {"at": "2025-05-06T08:00:00Z", "term": "summer", "termEndsOn": "2025-07-22"}], "reminding": {"copies": ["headteacher"], "chaserDays": 2, "chasersATerm": 3}, "workGroup": "group-430000", "escalation": {"graceDays": 7, "toHubLeadDays": 14, "toHeadteacherDays": 14}, "prospectus": "2024-25/primary-development", "commitments": [{"by": "hub", "code": "session-1", "kind": "session", "after": null, "dueOn": "2024-10-02", "target": null, "within": null}, {"by": "school", "code": "meeting-1", "kind": "meeting", "after": "session-1", "dueOn": "2024-10-02", "target": null, "within": null}, {"by": "hub", "code": "support-visit-autumn", "kind": "visit", "after": null, "dueOn": "2024-11-13", "target": null, "within": {"to": "2024-12-20", "from": "2024-09-03"}}, {"by": "hub", "code": "session-2", "kind": "session", "after": null, "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "meeting-2", "kind": "meeting", "after": "session-2", "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "action-plan", "kind": "action-plan", "after": null, "dueOn": "2025-02-05", "target": null, "within": null, "chaseAt": "2025-02-03T09:00:00Z"}, {"by": "hub", "code": "support-visit-spring", "kind": "visit", "after": null, "dueOn": "2025-03-05", "target": null, "within": {"to": "2025-04-04", "from": "2025-01-06"}}, {"by": "school", "code": "headteacher-meeting", "kind": "headteacher-meeting", "after": "support-visit-spring", "dueOn": "2025-03-05", "target": null, "within": null}, {"by": "hub", "code": "session-3", "kind": "session", "after": null, "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "school", "code": "meeting-3", "kind": "meeting", "after": "session-3", "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "hub", "code": "support-visit-summer", "kind": "visit", "after": null, "dueOn": "2025-06-18", "target": null, "within": {"to": "2025-07-22", "from": "2025-04-22"}}, {"by": "school", "code": "release-days", "kind": "release-days", "after": null, "dueOn": "2025-07-11", "target": 20, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "report", "kind": "report", "after": null, "dueOn": "2025-07-11", "target": null, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "evaluation", "kind": "evaluation", "after": null, "dueOn": "2025-07-15", "target": null, "within": null, "chaseAt": "2025-07-11T08:00:00Z"}], "academicYear": "2024/25", "readinessAsked": false, "halfDaysPerMeeting": 1}, "type": "StageStarted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/7", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-08-31T23:00:00+00:00", "seq": 8, "data": {"stage": "development", "amountPence": 100000, "academicYear": "2024/25"}, "type": "GrantDue", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/8", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 9, "data": {"on": "2024-10-02", "present": ["430000-1", "430000-2"], "session": "session-1", "headteacher": false}, "type": "AttendanceRecorded", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/9", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 10, "data": {"late": false, "commitment": "session-1"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/10", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 11, "data": {"late": false, "commitment": "meeting-1"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/11", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 12, "data": {"stage": "development", "academicYear": "2024/25"}, "type": "GrantPayable", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/12", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-03T09:00:00+00:00", "seq": 13, "data": {"stage": "development", "approver": "approver-1", "academicYear": "2024/25"}, "type": "GrantApproved", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/13", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-03T09:00:00+00:00", "seq": 14, "data": {"stage": "development", "approver": "approver-2", "academicYear": "2024/25"}, "type": "GrantApproved", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/14", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-03T09:00:00+00:00", "seq": 15, "data": {"stage": "development", "approvers": ["approver-1", "approver-2"], "amountPence": 100000, "academicYear": "2024/25"}, "type": "GrantReleased", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/15", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 16, "data": {"effect": 1, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/16", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 17, "data": {"effect": 2, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/17", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 18, "data": {"effect": 6, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/18", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 19, "data": {"effect": 15, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/19", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-05-07T09:00:00+00:00", "seq": 1, "data": {"hub": "great-north", "group": [], "school": {"urn": "430001", "open": true, "phase": "primary", "funding": "state", "history": [], "headteacher": true}, "criteria": [], "contactId": "person-430001", "reasonsId": null, "prospectus": "2024-25/primary-development", "reasonsWords": 0}, "type": "ApplicationSubmitted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/1", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 2, "data": {"remindAt": "2024-05-29T08:00:00Z", "respondBy": "2024-06-05", "workGroup": "group-430001"}, "type": "PlaceOffered", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/2", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 3, "data": {}, "type": "OfferAccepted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/3", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 4, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "430001-1", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/4", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 5, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "430001-2", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/5", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 6, "data": {"stage": "development", "workGroup": "group-430001", "prospectus": "2024-25/primary-development", "academicYear": "2024/25"}, "type": "SchoolPlaced", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/6", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-08-31T23:00:00+00:00", "seq": 7, "data": {"stage": "development", "endsAt": "2025-08-31T22:59:59Z", "revision": 1, "startsAt": "2024-08-31T23:00:00Z", "reminders": [{"at": "2024-09-16T08:00:00Z", "term": "autumn", "termEndsOn": "2024-12-20"}, {"at": "2025-01-13T09:00:00Z", "term": "spring", "termEndsOn": "2025-04-04"}, {"at": "2025-05-06T08:00:00Z", "term": "summer", "termEndsOn": "2025-07-22"}], "reminding": {"copies": ["headteacher"], "chaserDays": 2, "chasersATerm": 3}, "workGroup": "group-430001", "escalation": {"graceDays": 7, "toHubLeadDays": 14, "toHeadteacherDays": 14}, "prospectus": "2024-25/primary-development", "commitments": [{"by": "hub", "code": "session-1", "kind": "session", "after": null, "dueOn": "2024-10-02", "target": null, "within": null}, {"by": "school", "code": "meeting-1", "kind": "meeting", "after": "session-1", "dueOn": "2024-10-02", "target": null, "within": null}, {"by": "hub", "code": "support-visit-autumn", "kind": "visit", "after": null, "dueOn": "2024-11-13", "target": null, "within": {"to": "2024-12-20", "from": "2024-09-03"}}, {"by": "hub", "code": "session-2", "kind": "session", "after": null, "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "meeting-2", "kind": "meeting", "after": "session-2", "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "action-plan", "kind": "action-plan", "after": null, "dueOn": "2025-02-05", "target": null, "within": null, "chaseAt": "2025-02-03T09:00:00Z"}, {"by": "hub", "code": "support-visit-spring", "kind": "visit", "after": null, "dueOn": "2025-03-05", "target": null, "within": {"to": "2025-04-04", "from": "2025-01-06"}}, {"by": "school", "code": "headteacher-meeting", "kind": "headteacher-meeting", "after": "support-visit-spring", "dueOn": "2025-03-05", "target": null, "within": null}, {"by": "hub", "code": "session-3", "kind": "session", "after": null, "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "school", "code": "meeting-3", "kind": "meeting", "after": "session-3", "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "hub", "code": "support-visit-summer", "kind": "visit", "after": null, "dueOn": "2025-06-18", "target": null, "within": {"to": "2025-07-22", "from": "2025-04-22"}}, {"by": "school", "code": "release-days", "kind": "release-days", "after": null, "dueOn": "2025-07-11", "target": 20, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "report", "kind": "report", "after": null, "dueOn": "2025-07-11", "target": null, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "evaluation", "kind": "evaluation", "after": null, "dueOn": "2025-07-15", "target": null, "within": null, "chaseAt": "2025-07-11T08:00:00Z"}], "academicYear": "2024/25", "readinessAsked": false, "halfDaysPerMeeting": 1}, "type": "StageStarted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/7", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-08-31T23:00:00+00:00", "seq": 8, "data": {"stage": "development", "amountPence": 100000, "academicYear": "2024/25"}, "type": "GrantDue", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/8", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 9, "data": {"on": "2024-10-02", "present": ["430001-1", "430001-2"], "session": "session-1", "headteacher": false}, "type": "AttendanceRecorded", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/9", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 10, "data": {"late": false, "commitment": "session-1"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/10", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 11, "data": {"late": false, "commitment": "meeting-1"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/11", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 12, "data": {"stage": "development", "academicYear": "2024/25"}, "type": "GrantPayable", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/12", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-03T09:00:00+00:00", "seq": 13, "data": {"stage": "development", "approver": "approver-1", "academicYear": "2024/25"}, "type": "GrantApproved", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/13", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-03T09:00:00+00:00", "seq": 14, "data": {"stage": "development", "approver": "approver-2", "academicYear": "2024/25"}, "type": "GrantApproved", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/14", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-03T09:00:00+00:00", "seq": 15, "data": {"stage": "development", "approvers": ["approver-1", "approver-2"], "amountPence": 100000, "academicYear": "2024/25"}, "type": "GrantReleased", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/15", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 16, "data": {"effect": 1, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/16", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 17, "data": {"effect": 2, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/17", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 18, "data": {"effect": 6, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/18", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 19, "data": {"effect": 15, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/19", "recorded_at": "2026-11-28T16:43:06.918213+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:05+00:00", "seq": 18, "data": {"effect": 8, "messageId": "<420001-primary.8.applicant@school-journeys.invalid> <420001-primary.8.headteacher@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/420001-primary", "command_id": "effect:420001-primary:8:performed", "recorded_at": "2026-11-28T16:43:06.955362+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:06+00:00", "seq": 18, "data": {"effect": 8, "messageId": "<420000-primary.8.applicant@school-journeys.invalid> <420000-primary.8.headteacher@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/420000-primary", "command_id": "effect:420000-primary:8:performed", "recorded_at": "2026-11-28T16:43:07.19671+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:06+00:00", "seq": 1, "data": {"hub": "great-north", "cutOff": "2024-10-04", "preparedBy": {"who": "ann", "role": "finance-officer"}}, "type": "PaymentRunPrepared", "actor": {"who": "ann", "role": "finance-officer"}, "stream": "payment-run/north-october", "command_id": "payment-run/north-october prepare", "recorded_at": "2026-11-28T16:43:07.218674+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:06+00:00", "seq": 2, "data": {"more": false, "after": 2, "effect": 1, "netPence": 200000, "payments": 2, "grossPence": 200000, "recoveredPence": 0}, "type": "PaymentsTaken", "actor": {"who": "service", "role": "service"}, "stream": "payment-run/north-october", "command_id": "carry-on:payment-run/north-october:1", "recorded_at": "2026-11-28T16:43:07.363526+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:06+00:00", "seq": 20, "data": {"run": "north-october", "stage": "development", "preparedBy": "ann", "academicYear": "2024/25"}, "type": "PaymentRunPrepared", "actor": {"who": "ann", "role": "finance-officer"}, "stream": "journey/430000-primary", "command_id": "carry-on:payment-run/north-october:1/430000-primary", "recorded_at": "2026-11-28T16:43:07.363526+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:06+00:00", "seq": 20, "data": {"run": "north-october", "stage": "development", "preparedBy": "ann", "academicYear": "2024/25"}, "type": "PaymentRunPrepared", "actor": {"who": "ann", "role": "finance-officer"}, "stream": "journey/430001-primary", "command_id": "carry-on:payment-run/north-october:1/430001-primary", "recorded_at": "2026-11-28T16:43:07.363526+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:06+00:00", "seq": 3, "data": {"authorisedBy": {"who": "bob", "role": "finance-officer"}}, "type": "PaymentRunAuthorised", "actor": {"who": "bob", "role": "finance-officer"}, "stream": "payment-run/north-october", "command_id": "payment-run/north-october authorise", "recorded_at": "2026-11-28T16:43:07.580906+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:06+00:00", "seq": 4, "data": {"more": false, "after": 2, "effect": 3, "failed": {"netPence": 0, "payments": 0, "grossPence": 0, "recoveredPence": 0}, "settled": {"netPence": 0, "payments": 0, "grossPence": 0, "recoveredPence": 0}}, "type": "PaymentsAuthorised", "actor": {"who": "service", "role": "service"}, "stream": "payment-run/north-october", "command_id": "carry-on:payment-run/north-october:3", "recorded_at": "2026-11-28T16:43:07.631244+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:06+00:00", "seq": 21, "data": {"run": "north-october", "stage": "development", "academicYear": "2024/25", "authorisedBy": "bob"}, "type": "PaymentRunAuthorised", "actor": {"who": "bob", "role": "finance-officer"}, "stream": "journey/430000-primary", "command_id": "carry-on:payment-run/north-october:3/430000-primary", "recorded_at": "2026-11-28T16:43:07.631244+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:06+00:00", "seq": 21, "data": {"run": "north-october", "stage": "development", "academicYear": "2024/25", "authorisedBy": "bob"}, "type": "PaymentRunAuthorised", "actor": {"who": "bob", "role": "finance-officer"}, "stream": "journey/430001-primary", "command_id": "carry-on:payment-run/north-october:3/430001-primary", "recorded_at": "2026-11-28T16:43:07.631244+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:06+00:00", "seq": 5, "data": {"netPence": 100000, "payments": 1, "grossPence": 100000, "recoveredPence": 0}, "type": "PaymentsConfirmed", "actor": {"who": "ann", "role": "finance-officer"}, "stream": "payment-run/north-october", "command_id": "payment-run/north-october confirm", "recorded_at": "2026-11-28T16:43:07.833218+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:06+00:00", "seq": 22, "data": {"run": "north-october", "stage": "development", "academicYear": "2024/25"}, "type": "GrantPaid", "actor": {"who": "ann", "role": "finance-officer"}, "stream": "journey/430000-primary", "command_id": "payment-run/north-october confirm/430000-primary", "recorded_at": "2026-11-28T16:43:07.833218+00:00", "schema_version": 1},
{"at": "2024-05-07T09:00:00+00:00", "seq": 1, "data": {"hub": "far-south", "group": [], "school": {"urn": "440000", "open": true, "phase": "primary", "funding": "state", "history": [], "headteacher": true}, "criteria": [], "contactId": "person-440000", "reasonsId": null, "prospectus": "2024-25/primary-development", "reasonsWords": 0}, "type": "ApplicationSubmitted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/1", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 2, "data": {"remindAt": "2024-05-29T08:00:00Z", "respondBy": "2024-06-05", "workGroup": "group-440000"}, "type": "PlaceOffered", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/2", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 3, "data": {}, "type": "OfferAccepted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/3", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 4, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "440000-1", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/4", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 5, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "440000-2", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/5", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 6, "data": {"stage": "development", "workGroup": "group-440000", "prospectus": "2024-25/primary-development", "academicYear": "2024/25"}, "type": "SchoolPlaced", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/6", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-08-31T23:00:00+00:00", "seq": 7, "data": {"stage": "development", "endsAt": "2025-08-31T22:59:59Z", "revision": 1, "startsAt": "2024-08-31T23:00:00Z", "reminders": [{"at": "2024-09-16T08:00:00Z", "term": "autumn", "termEndsOn": "2024-12-20"}, {"at": "2025-01-13T09:00:00Z", "term": "spring", "termEndsOn": "2025-04-04"}, {"at": "2025-05-06T08:00:00Z", "term": "summer", "termEndsOn": "2025-07-22"}], "reminding": {"copies": ["headteacher"], "chaserDays": 2, "chasersATerm": 3}, "workGroup": "group-440000", "escalation": {"graceDays": 7, "toHubLeadDays": 14, "toHeadteacherDays": 14}, "prospectus": "2024-25/primary-development", "commitments": [{"by": "hub", "code": "session-1", "kind": "session", "after": null, "dueOn": "2024-10-02", "target": null, "within": null}, {"by": "school", "code": "meeting-1", "kind": "meeting", "after": "session-1", "dueOn": "2024-10-02", "target": null, "within": null}, {"by": "hub", "code": "support-visit-autumn", "kind": "visit", "after": null, "dueOn": "2024-11-13", "target": null, "within": {"to": "2024-12-20", "from": "2024-09-03"}}, {"by": "hub", "code": "session-2", "kind": "session", "after": null, "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "meeting-2", "kind": "meeting", "after": "session-2", "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "action-plan", "kind": "action-plan", "after": null, "dueOn": "2025-02-05", "target": null, "within": null, "chaseAt": "2025-02-03T09:00:00Z"}, {"by": "hub", "code": "support-visit-spring", "kind": "visit", "after": null, "dueOn": "2025-03-05", "target": null, "within": {"to": "2025-04-04", "from": "2025-01-06"}}, {"by": "school", "code": "headteacher-meeting", "kind": "headteacher-meeting", "after": "support-visit-spring", "dueOn": "2025-03-05", "target": null, "within": null}, {"by": "hub", "code": "session-3", "kind": "session", "after": null, "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "school", "code": "meeting-3", "kind": "meeting", "after": "session-3", "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "hub", "code": "support-visit-summer", "kind": "visit", "after": null, "dueOn": "2025-06-18", "target": null, "within": {"to": "2025-07-22", "from": "2025-04-22"}}, {"by": "school", "code": "release-days", "kind": "release-days", "after": null, "dueOn": "2025-07-11", "target": 20, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "report", "kind": "report", "after": null, "dueOn": "2025-07-11", "target": null, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "evaluation", "kind": "evaluation", "after": null, "dueOn": "2025-07-15", "target": null, "within": null, "chaseAt": "2025-07-11T08:00:00Z"}], "academicYear": "2024/25", "readinessAsked": false, "halfDaysPerMeeting": 1}, "type": "StageStarted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/7", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-08-31T23:00:00+00:00", "seq": 8, "data": {"stage": "development", "amountPence": 100000, "academicYear": "2024/25"}, "type": "GrantDue", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/8", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 9, "data": {"on": "2024-10-02", "present": ["440000-1", "440000-2"], "session": "session-1", "headteacher": false}, "type": "AttendanceRecorded", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/9", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 10, "data": {"late": false, "commitment": "session-1"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/10", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 11, "data": {"late": false, "commitment": "meeting-1"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/11", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 12, "data": {"stage": "development", "academicYear": "2024/25"}, "type": "GrantPayable", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/12", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 13, "data": {"effect": 1, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/13", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 14, "data": {"effect": 2, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/14", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 15, "data": {"effect": 6, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/15", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-05-07T09:00:00+00:00", "seq": 1, "data": {"hub": "far-south", "group": [], "school": {"urn": "440001", "open": true, "phase": "primary", "funding": "state", "history": [], "headteacher": true}, "criteria": [], "contactId": "person-440001", "reasonsId": null, "prospectus": "2024-25/primary-development", "reasonsWords": 0}, "type": "ApplicationSubmitted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/1", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 2, "data": {"remindAt": "2024-05-29T08:00:00Z", "respondBy": "2024-06-05", "workGroup": "group-440001"}, "type": "PlaceOffered", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/2", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 3, "data": {}, "type": "OfferAccepted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/3", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 4, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "440001-1", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/4", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 5, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "440001-2", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/5", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 6, "data": {"stage": "development", "workGroup": "group-440001", "prospectus": "2024-25/primary-development", "academicYear": "2024/25"}, "type": "SchoolPlaced", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/6", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-08-31T23:00:00+00:00", "seq": 7, "data": {"stage": "development", "endsAt": "2025-08-31T22:59:59Z", "revision": 1, "startsAt": "2024-08-31T23:00:00Z", "reminders": [{"at": "2024-09-16T08:00:00Z", "term": "autumn", "termEndsOn": "2024-12-20"}, {"at": "2025-01-13T09:00:00Z", "term": "spring", "termEndsOn": "2025-04-04"}, {"at": "2025-05-06T08:00:00Z", "term": "summer", "termEndsOn": "2025-07-22"}], "reminding": {"copies": ["headteacher"], "chaserDays": 2, "chasersATerm": 3}, "workGroup": "group-440001", "escalation": {"graceDays": 7, "toHubLeadDays": 14, "toHeadteacherDays": 14}, "prospectus": "2024-25/primary-development", "commitments": [{"by": "hub", "code": "session-1", "kind": "session", "after": null, "dueOn": "2024-10-02", "target": null, "within": null}, {"by": "school", "code": "meeting-1", "kind": "meeting", "after": "session-1", "dueOn": "2024-10-02", "target": null, "within": null}, {"by": "hub", "code": "support-visit-autumn", "kind": "visit", "after": null, "dueOn": "2024-11-13", "target": null, "within": {"to": "2024-12-20", "from": "2024-09-03"}}, {"by": "hub", "code": "session-2", "kind": "session", "after": null, "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "meeting-2", "kind": "meeting", "after": "session-2", "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "action-plan", "kind": "action-plan", "after": null, "dueOn": "2025-02-05", "target": null, "within": null, "chaseAt": "2025-02-03T09:00:00Z"}, {"by": "hub", "code": "support-visit-spring", "kind": "visit", "after": null, "dueOn": "2025-03-05", "target": null, "within": {"to": "2025-04-04", "from": "2025-01-06"}}, {"by": "school", "code": "headteacher-meeting", "kind": "headteacher-meeting", "after": "support-visit-spring", "dueOn": "2025-03-05", "target": null, "within": null}, {"by": "hub", "code": "session-3", "kind": "session", "after": null, "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "school", "code": "meeting-3", "kind": "meeting", "after": "session-3", "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "hub", "code": "support-visit-summer", "kind": "visit", "after": null, "dueOn": "2025-06-18", "target": null, "within": {"to": "2025-07-22", "from": "2025-04-22"}}, {"by": "school", "code": "release-days", "kind": "release-days", "after": null, "dueOn": "2025-07-11", "target": 20, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "report", "kind": "report", "after": null, "dueOn": "2025-07-11", "target": null, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "evaluation", "kind": "evaluation", "after": null, "dueOn": "2025-07-15", "target": null, "within": null, "chaseAt": "2025-07-11T08:00:00Z"}], "academicYear": "2024/25", "readinessAsked": false, "halfDaysPerMeeting": 1}, "type": "StageStarted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/7", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-08-31T23:00:00+00:00", "seq": 8, "data": {"stage": "development", "amountPence": 100000, "academicYear": "2024/25"}, "type": "GrantDue", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/8", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 9, "data": {"on": "2024-10-02", "present": ["440001-1", "440001-2"], "session": "session-1", "headteacher": false}, "type": "AttendanceRecorded", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/9", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 10, "data": {"late": false, "commitment": "session-1"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/10", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 11, "data": {"late": false, "commitment": "meeting-1"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/11", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 12, "data": {"stage": "development", "academicYear": "2024/25"}, "type": "GrantPayable", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/12", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 13, "data": {"effect": 1, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/13", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 14, "data": {"effect": 2, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/14", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 15, "data": {"effect": 6, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/15", "recorded_at": "2026-11-28T16:43:07.934942+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:07+00:00", "seq": 23, "data": {"to": ["lead-teacher"], "term": "autumn", "dueAt": "2024-09-16T08:00:00Z", "copies": ["headteacher"], "comingUp": [], "outstanding": [], "academicYear": "2024/25"}, "type": "ReminderDue", "actor": {"who": "service", "role": "service"}, "stream": "journey/430000-primary", "command_id": null, "recorded_at": "2026-11-28T16:43:08.555309+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:07+00:00", "seq": 16, "data": {"to": ["lead-teacher"], "term": "autumn", "dueAt": "2024-09-16T08:00:00Z", "copies": ["headteacher"], "comingUp": [], "outstanding": [], "academicYear": "2024/25"}, "type": "ReminderDue", "actor": {"who": "service", "role": "service"}, "stream": "journey/440000-primary", "command_id": null, "recorded_at": "2026-11-28T16:43:08.55603+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:07+00:00", "seq": 22, "data": {"to": ["lead-teacher"], "term": "autumn", "dueAt": "2024-09-16T08:00:00Z", "copies": ["headteacher"], "comingUp": [], "outstanding": [], "academicYear": "2024/25"}, "type": "ReminderDue", "actor": {"who": "service", "role": "service"}, "stream": "journey/430001-primary", "command_id": null, "recorded_at": "2026-11-28T16:43:08.63142+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:07+00:00", "seq": 16, "data": {"to": ["lead-teacher"], "term": "autumn", "dueAt": "2024-09-16T08:00:00Z", "copies": ["headteacher"], "comingUp": [], "outstanding": [], "academicYear": "2024/25"}, "type": "ReminderDue", "actor": {"who": "service", "role": "service"}, "stream": "journey/440001-primary", "command_id": null, "recorded_at": "2026-11-28T16:43:08.66844+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:07+00:00", "seq": 1, "data": {"hub": "far-south", "lead": "lead-9", "places": {"most": 7, "least": 6}, "leadRole": "mastery-specialist", "sessions": [{"on": "2025-10-01", "length": "half-day", "session": "session-1"}, {"on": "2026-01-21", "length": "half-day", "session": "session-2"}, {"on": "2026-04-29", "length": "half-day", "session": "session-3"}], "prospectus": "2025-26/primary-embedding", "academicYear": "2025/26"}, "type": "WorkGroupFormed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "work-group/far-south-2025-26-primary-embedding-1", "command_id": "turn/far-south/2025-26/far-south-2025-26-primary-embedding-1", "recorded_at": "2026-11-28T16:43:09.108237+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:08+00:00", "seq": 17, "data": {"effect": 16, "messageId": "<440000-primary.16.p-91ddbf3caf@school-journeys.invalid> <440000-primary.16.p-a8e974514f@school-journeys.invalid> <440000-primary.16.headteacher@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/440000-primary", "command_id": "effect:440000-primary:16:performed", "recorded_at": "2026-11-28T16:43:09.443287+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:08+00:00", "seq": 24, "data": {"effect": 23, "messageId": "<430000-primary.23.p-5bbc2a0e7c@school-journeys.invalid> <430000-primary.23.p-76c334671c@school-journeys.invalid> <430000-primary.23.headteacher@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/430000-primary", "command_id": "effect:430000-primary:23:performed", "recorded_at": "2026-11-28T16:43:09.503159+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:07+00:00", "seq": 1, "data": {"hub": "far-south", "lead": "lead-9", "places": {"most": 7, "least": 6}, "leadRole": "mastery-specialist", "sessions": [{"on": "2025-10-01", "length": "half-day", "session": "session-1"}, {"on": "2026-01-21", "length": "half-day", "session": "session-2"}, {"on": "2026-04-29", "length": "half-day", "session": "session-3"}], "prospectus": "2025-26/primary-embedding", "academicYear": "2025/26"}, "type": "WorkGroupFormed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "work-group/far-south-2025-26-primary-embedding-2", "command_id": "turn/far-south/2025-26/far-south-2025-26-primary-embedding-2", "recorded_at": "2026-11-28T16:43:09.589083+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:08+00:00", "seq": 23, "data": {"effect": 22, "messageId": "<430001-primary.22.p-29f65b6c10@school-journeys.invalid> <430001-primary.22.p-94ed788adc@school-journeys.invalid> <430001-primary.22.headteacher@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/430001-primary", "command_id": "effect:430001-primary:22:performed", "recorded_at": "2026-11-28T16:43:09.593099+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:08+00:00", "seq": 17, "data": {"effect": 16, "messageId": "<440001-primary.16.p-3fbe403783@school-journeys.invalid> <440001-primary.16.p-320f018b04@school-journeys.invalid> <440001-primary.16.headteacher@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/440001-primary", "command_id": "effect:440001-primary:16:performed", "recorded_at": "2026-11-28T16:43:09.640034+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:08+00:00", "seq": 18, "data": {"stage": "embedding", "respondBy": "2024-12-13", "workGroup": "far-south-2025-26-primary-embedding-1", "prospectus": "2025-26/primary-embedding", "academicYear": "2025/26"}, "type": "NextStageInvited", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "turn/far-south/2025-26/440000-primary", "recorded_at": "2026-11-28T16:43:09.695065+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:08+00:00", "seq": 2, "data": {"journey": "440000-primary", "fromWaitlist": false}, "type": "PlaceReserved", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "work-group/far-south-2025-26-primary-embedding-1", "command_id": "turn/far-south/2025-26/440000-primary", "recorded_at": "2026-11-28T16:43:09.695065+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:09+00:00", "seq": 19, "data": {"effect": 18, "messageId": "<440000-primary.18.applicant@school-journeys.invalid> <440000-primary.18.headteacher@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/440000-primary", "command_id": "effect:440000-primary:18:performed", "recorded_at": "2026-11-28T16:43:10.072035+00:00", "schema_version": 1}
]');
insert into public.grants ("journey", "no", "stage", "academic_year", "amount_pence", "status", "approvers", "released_at", "prepared_by", "authorised_by", "clawback", "clawback_pence", "hub", "run", "kept_back_in", "clawback_at", "recovered_pence") overriding system value select "journey", "no", "stage", "academic_year", "amount_pence", "status", "approvers", "released_at", "prepared_by", "authorised_by", "clawback", "clawback_pence", "hub", "run", "kept_back_in", "clawback_at", "recovered_pence" from jsonb_populate_recordset(null::public.grants, '[
{"no": 1, "hub": "great-north", "run": null, "stage": "development", "status": "payable", "journey": "420000-primary", "clawback": "none", "approvers": [], "clawback_at": null, "prepared_by": null, "released_at": null, "amount_pence": 100000, "kept_back_in": null, "academic_year": "2024/25", "authorised_by": null, "clawback_pence": 0, "recovered_pence": 0},
{"no": 1, "hub": "great-north", "run": null, "stage": "development", "status": "payable", "journey": "420001-primary", "clawback": "none", "approvers": [], "clawback_at": null, "prepared_by": null, "released_at": null, "amount_pence": 100000, "kept_back_in": null, "academic_year": "2024/25", "authorised_by": null, "clawback_pence": 0, "recovered_pence": 0},
{"no": 1, "hub": "great-north", "run": "north-october", "stage": "development", "status": "paid", "journey": "430000-primary", "clawback": "none", "approvers": ["approver-1", "approver-2"], "clawback_at": null, "prepared_by": "ann", "released_at": "2024-10-03T09:00:00+00:00", "amount_pence": 100000, "kept_back_in": null, "academic_year": "2024/25", "authorised_by": "bob", "clawback_pence": 0, "recovered_pence": 0},
{"no": 1, "hub": "great-north", "run": "north-october", "stage": "development", "status": "released", "journey": "430001-primary", "clawback": "none", "approvers": ["approver-1", "approver-2"], "clawback_at": null, "prepared_by": "ann", "released_at": "2024-10-03T09:00:00+00:00", "amount_pence": 100000, "kept_back_in": null, "academic_year": "2024/25", "authorised_by": "bob", "clawback_pence": 0, "recovered_pence": 0},
{"no": 1, "hub": "far-south", "run": null, "stage": "development", "status": "payable", "journey": "440000-primary", "clawback": "none", "approvers": [], "clawback_at": null, "prepared_by": null, "released_at": null, "amount_pence": 100000, "kept_back_in": null, "academic_year": "2024/25", "authorised_by": null, "clawback_pence": 0, "recovered_pence": 0},
{"no": 1, "hub": "far-south", "run": null, "stage": "development", "status": "payable", "journey": "440001-primary", "clawback": "none", "approvers": [], "clawback_at": null, "prepared_by": null, "released_at": null, "amount_pence": 100000, "kept_back_in": null, "academic_year": "2024/25", "authorised_by": null, "clawback_pence": 0, "recovered_pence": 0}
]');
insert into public.journeys ("id", "urn", "hub", "phase", "status", "stage", "academic_year", "prospectus", "work_group", "version", "owes", "next_at", "next_what", "summary", "started_at", "updated_at", "aliases", "hub_since") overriding system value select "id", "urn", "hub", "phase", "status", "stage", "academic_year", "prospectus", "work_group", "version", "owes", "next_at", "next_what", "summary", "started_at", "updated_at", "aliases", "hub_since" from jsonb_populate_recordset(null::public.journeys, '[
{"id": "410000-primary", "hub": "great-north", "urn": "410000", "owes": 0, "phase": "primary", "stage": "development", "status": "offered", "aliases": [], "next_at": "2024-11-22T09:00:00+00:00", "summary": "410000 primary: offered, development 2024/25", "version": 4, "hub_since": 1, "next_what": "the school is reminded of its offer, 2024-11-22 09:00", "prospectus": "2024-25/primary-development", "started_at": "2024-06-03T09:00:00+00:00", "updated_at": "2024-10-04T09:00:04+00:00", "work_group": "north-2", "academic_year": "2024/25"},
{"id": "410001-primary", "hub": "great-north", "urn": "410001", "owes": 0, "phase": "primary", "stage": "development", "status": "offered", "aliases": [], "next_at": "2024-11-22T09:00:00+00:00", "summary": "410001 primary: offered, development 2024/25", "version": 4, "hub_since": 1, "next_what": "the school is reminded of its offer, 2024-11-22 09:00", "prospectus": "2024-25/primary-development", "started_at": "2024-06-03T09:00:00+00:00", "updated_at": "2024-10-04T09:00:04+00:00", "work_group": "north-2", "academic_year": "2024/25"},
{"id": "420000-primary", "hub": "great-north", "urn": "420000", "owes": 0, "phase": "primary", "stage": "development", "status": "participating", "aliases": [], "next_at": "2024-11-14T00:00:00+00:00", "summary": "420000 primary: participating, development 2024/25", "version": 18, "hub_since": 1, "next_what": "support-visit-autumn counts as missed if nothing comes in, 2024-11-14 00:00", "prospectus": "2024-25/primary-development", "started_at": "2024-06-03T09:00:00+00:00", "updated_at": "2024-10-04T09:00:06+00:00", "work_group": "north-1", "academic_year": "2024/25"},
{"id": "420001-primary", "hub": "great-north", "urn": "420001", "owes": 0, "phase": "primary", "stage": "development", "status": "participating", "aliases": [], "next_at": "2024-11-14T00:00:00+00:00", "summary": "420001 primary: participating, development 2024/25", "version": 18, "hub_since": 1, "next_what": "support-visit-autumn counts as missed if nothing comes in, 2024-11-14 00:00", "prospectus": "2024-25/primary-development", "started_at": "2024-06-03T09:00:00+00:00", "updated_at": "2024-10-04T09:00:05+00:00", "work_group": "north-1", "academic_year": "2024/25"},
{"id": "430000-primary", "hub": "great-north", "urn": "430000", "owes": 0, "phase": "primary", "stage": "development", "status": "participating", "aliases": [], "next_at": "2024-11-14T00:00:00+00:00", "summary": "430000 primary: participating, development 2024/25", "version": 24, "hub_since": 1, "next_what": "support-visit-autumn counts as missed if nothing comes in, 2024-11-14 00:00", "prospectus": "2024-25/primary-development", "started_at": "2024-05-07T09:00:00+00:00", "updated_at": "2024-10-04T09:00:08+00:00", "work_group": "group-430000", "academic_year": "2024/25"},
{"id": "430001-primary", "hub": "great-north", "urn": "430001", "owes": 0, "phase": "primary", "stage": "development", "status": "participating", "aliases": [], "next_at": "2024-11-14T00:00:00+00:00", "summary": "430001 primary: participating, development 2024/25", "version": 23, "hub_since": 1, "next_what": "support-visit-autumn counts as missed if nothing comes in, 2024-11-14 00:00", "prospectus": "2024-25/primary-development", "started_at": "2024-05-07T09:00:00+00:00", "updated_at": "2024-10-04T09:00:08+00:00", "work_group": "group-430001", "academic_year": "2024/25"},
{"id": "440000-primary", "hub": "far-south", "urn": "440000", "owes": 0, "phase": "primary", "stage": "development", "status": "participating", "aliases": [], "next_at": "2024-11-14T00:00:00+00:00", "summary": "440000 primary: participating, development 2024/25", "version": 19, "hub_since": 1, "next_what": "support-visit-autumn counts as missed if nothing comes in, 2024-11-14 00:00", "prospectus": "2024-25/primary-development", "started_at": "2024-05-07T09:00:00+00:00", "updated_at": "2024-10-04T09:00:09+00:00", "work_group": "group-440000", "academic_year": "2024/25"},
{"id": "440001-primary", "hub": "far-south", "urn": "440001", "owes": 0, "phase": "primary", "stage": "development", "status": "participating", "aliases": [], "next_at": "2024-11-14T00:00:00+00:00", "summary": "440001 primary: participating, development 2024/25", "version": 17, "hub_since": 1, "next_what": "support-visit-autumn counts as missed if nothing comes in, 2024-11-14 00:00", "prospectus": "2024-25/primary-development", "started_at": "2024-05-07T09:00:00+00:00", "updated_at": "2024-10-04T09:00:08+00:00", "work_group": "group-440001", "academic_year": "2024/25"}
]');
insert into public.ledger_transactions ("id", "kind", "journey", "posted_at", "hub") overriding system value select "id", "kind", "journey", "posted_at", "hub" from jsonb_populate_recordset(null::public.ledger_transactions, '[
{"id": "430000-primary:15", "hub": "great-north", "kind": "grant-released", "journey": "430000-primary", "posted_at": "2026-11-28T16:43:07.028774+00:00"},
{"id": "430000-primary:20", "hub": "great-north", "kind": "grant-in-run", "journey": "430000-primary", "posted_at": "2026-11-28T16:43:07.363526+00:00"},
{"id": "430000-primary:22", "hub": "great-north", "kind": "grant-paid", "journey": "430000-primary", "posted_at": "2026-11-28T16:43:07.833218+00:00"},
{"id": "430001-primary:15", "hub": "great-north", "kind": "grant-released", "journey": "430001-primary", "posted_at": "2026-11-28T16:43:07.028774+00:00"},
{"id": "430001-primary:20", "hub": "great-north", "kind": "grant-in-run", "journey": "430001-primary", "posted_at": "2026-11-28T16:43:07.363526+00:00"}
]');
insert into public.participants ("journey", "participant", "role", "experienced", "authority", "released_for_all_sessions", "has_left") overriding system value select "journey", "participant", "role", "experienced", "authority", "released_for_all_sessions", "has_left" from jsonb_populate_recordset(null::public.participants, '[
{"role": "lead-teacher", "journey": "420000-primary", "has_left": false, "authority": true, "experienced": true, "participant": "420000-1", "released_for_all_sessions": true},
{"role": "lead-teacher", "journey": "420000-primary", "has_left": false, "authority": true, "experienced": true, "participant": "420000-2", "released_for_all_sessions": true},
{"role": "lead-teacher", "journey": "420001-primary", "has_left": false, "authority": true, "experienced": true, "participant": "420001-1", "released_for_all_sessions": true},
{"role": "lead-teacher", "journey": "420001-primary", "has_left": false, "authority": true, "experienced": true, "participant": "420001-2", "released_for_all_sessions": true},
{"role": "lead-teacher", "journey": "430000-primary", "has_left": false, "authority": true, "experienced": true, "participant": "430000-1", "released_for_all_sessions": true},
{"role": "lead-teacher", "journey": "430000-primary", "has_left": false, "authority": true, "experienced": true, "participant": "430000-2", "released_for_all_sessions": true},
{"role": "lead-teacher", "journey": "430001-primary", "has_left": false, "authority": true, "experienced": true, "participant": "430001-1", "released_for_all_sessions": true},
{"role": "lead-teacher", "journey": "430001-primary", "has_left": false, "authority": true, "experienced": true, "participant": "430001-2", "released_for_all_sessions": true},
{"role": "lead-teacher", "journey": "440000-primary", "has_left": false, "authority": true, "experienced": true, "participant": "440000-1", "released_for_all_sessions": true},
{"role": "lead-teacher", "journey": "440000-primary", "has_left": false, "authority": true, "experienced": true, "participant": "440000-2", "released_for_all_sessions": true},
{"role": "lead-teacher", "journey": "440001-primary", "has_left": false, "authority": true, "experienced": true, "participant": "440001-1", "released_for_all_sessions": true},
{"role": "lead-teacher", "journey": "440001-primary", "has_left": false, "authority": true, "experienced": true, "participant": "440001-2", "released_for_all_sessions": true}
]');
insert into public.payment_runs ("id", "hub", "cut_off", "status", "prepared_by", "prepared_at", "authorised_by", "payments", "gross_pence", "recovered_pence", "net_pence", "paid_payments", "paid_pence", "failed_payments", "failed_pence", "version", "summary", "updated_at") overriding system value select "id", "hub", "cut_off", "status", "prepared_by", "prepared_at", "authorised_by", "payments", "gross_pence", "recovered_pence", "net_pence", "paid_payments", "paid_pence", "failed_payments", "failed_pence", "version", "summary", "updated_at" from jsonb_populate_recordset(null::public.payment_runs, '[
{"id": "north-october", "hub": "great-north", "status": "authorised", "cut_off": "2024-10-04", "summary": "great-north, up to 2024-10-04: 2 payments, £2,000, authorised", "version": 5, "payments": 2, "net_pence": 200000, "paid_pence": 100000, "updated_at": "2024-10-04T09:00:06+00:00", "gross_pence": 200000, "prepared_at": "2024-10-04T09:00:06+00:00", "prepared_by": "ann", "failed_pence": 0, "authorised_by": "bob", "paid_payments": 1, "failed_payments": 0, "recovered_pence": 0}
]');
insert into public.reminders ("journey", "seq", "at", "academic_year", "term", "recipients", "outstanding", "coming_up", "resends", "sent_at") overriding system value select "journey", "seq", "at", "academic_year", "term", "recipients", "outstanding", "coming_up", "resends", "sent_at" from jsonb_populate_recordset(null::public.reminders, '[
{"at": "2024-09-16T08:00:00+00:00", "seq": 23, "term": "autumn", "journey": "430000-primary", "resends": null, "sent_at": "2024-10-04T09:00:08+00:00", "coming_up": [], "recipients": ["lead-teacher"], "outstanding": [], "academic_year": "2024/25"},
{"at": "2024-09-16T08:00:00+00:00", "seq": 22, "term": "autumn", "journey": "430001-primary", "resends": null, "sent_at": "2024-10-04T09:00:08+00:00", "coming_up": [], "recipients": ["lead-teacher"], "outstanding": [], "academic_year": "2024/25"},
{"at": "2024-09-16T08:00:00+00:00", "seq": 16, "term": "autumn", "journey": "440000-primary", "resends": null, "sent_at": "2024-10-04T09:00:08+00:00", "coming_up": [], "recipients": ["lead-teacher"], "outstanding": [], "academic_year": "2024/25"},
{"at": "2024-09-16T08:00:00+00:00", "seq": 16, "term": "autumn", "journey": "440001-primary", "resends": null, "sent_at": "2024-10-04T09:00:08+00:00", "coming_up": [], "recipients": ["lead-teacher"], "outstanding": [], "academic_year": "2024/25"}
]');
insert into public.schema_migrations ("id", "timestamp", "name") overriding system value select "id", "timestamp", "name" from jsonb_populate_recordset(null::public.schema_migrations, '[
{"id": 1, "name": "Spine1700000000001", "timestamp": 1700000000001},
{"id": 2, "name": "Effects1700000000002", "timestamp": 1700000000002},
{"id": 3, "name": "SchoolLa1700000000003", "timestamp": 1700000000003},
{"id": 4, "name": "Windows1700000000004", "timestamp": 1700000000004},
{"id": 5, "name": "Register1700000000005", "timestamp": 1700000000005},
{"id": 6, "name": "WorkGroups1700000000006", "timestamp": 1700000000006},
{"id": 7, "name": "PeopleKeys1700000000010", "timestamp": 1700000000010},
{"id": 8, "name": "PeopleSealed1700000000011", "timestamp": 1700000000011},
{"id": 9, "name": "Lists1700000000012", "timestamp": 1700000000012},
{"id": 10, "name": "WaitingTogether1700000000013", "timestamp": 1700000000013},
{"id": 11, "name": "Turns1700000000014", "timestamp": 1700000000014},
{"id": 12, "name": "HubSince1700000000015", "timestamp": 1700000000015},
{"id": 13, "name": "PaymentRuns1700000000020", "timestamp": 1700000000020},
{"id": 14, "name": "Budgets1700000000021", "timestamp": 1700000000021},
{"id": 15, "name": "TasksAssigned1700000000025", "timestamp": 1700000000025},
{"id": 16, "name": "DueReminders1700000000026", "timestamp": 1700000000026},
{"id": 17, "name": "Webhooks1700000000030", "timestamp": 1700000000030},
{"id": 18, "name": "CalendarLinks1700000000035", "timestamp": 1700000000035}
]');
insert into public.schools ("urn", "name", "phase", "funding", "open", "address", "postcode", "source", "la", "la_name", "establishment_number", "type", "status", "register_phase", "phases", "section41", "trust", "trust_name", "ukprn", "opened_on", "closed_on", "website", "district", "region", "last_changed_on", "digest", "changed_at") overriding system value select "urn", "name", "phase", "funding", "open", "address", "postcode", "source", "la", "la_name", "establishment_number", "type", "status", "register_phase", "phases", "section41", "trust", "trust_name", "ukprn", "opened_on", "closed_on", "website", "district", "region", "last_changed_on", "digest", "changed_at" from jsonb_populate_recordset(null::public.schools, '[
{"la": null, "urn": "410000", "name": "Example Primary School 410000", "open": true, "type": null, "phase": "primary", "trust": null, "ukprn": null, "digest": null, "phases": [], "region": null, "source": "application", "status": null, "address": null, "funding": "state", "la_name": null, "website": null, "district": null, "postcode": null, "closed_on": null, "opened_on": null, "section41": false, "changed_at": null, "trust_name": null, "register_phase": null, "last_changed_on": null, "establishment_number": null},
{"la": null, "urn": "410001", "name": "Example Primary School 410001", "open": true, "type": null, "phase": "primary", "trust": null, "ukprn": null, "digest": null, "phases": [], "region": null, "source": "application", "status": null, "address": null, "funding": "state", "la_name": null, "website": null, "district": null, "postcode": null, "closed_on": null, "opened_on": null, "section41": false, "changed_at": null, "trust_name": null, "register_phase": null, "last_changed_on": null, "establishment_number": null},
{"la": null, "urn": "420000", "name": "Example Primary School 420000", "open": true, "type": null, "phase": "primary", "trust": null, "ukprn": null, "digest": null, "phases": [], "region": null, "source": "application", "status": null, "address": null, "funding": "state", "la_name": null, "website": null, "district": null, "postcode": null, "closed_on": null, "opened_on": null, "section41": false, "changed_at": null, "trust_name": null, "register_phase": null, "last_changed_on": null, "establishment_number": null},
{"la": null, "urn": "420001", "name": "Example Primary School 420001", "open": true, "type": null, "phase": "primary", "trust": null, "ukprn": null, "digest": null, "phases": [], "region": null, "source": "application", "status": null, "address": null, "funding": "state", "la_name": null, "website": null, "district": null, "postcode": null, "closed_on": null, "opened_on": null, "section41": false, "changed_at": null, "trust_name": null, "register_phase": null, "last_changed_on": null, "establishment_number": null},
{"la": null, "urn": "430000", "name": "Example Primary School 430000", "open": true, "type": null, "phase": "primary", "trust": null, "ukprn": null, "digest": null, "phases": [], "region": null, "source": "application", "status": null, "address": null, "funding": "state", "la_name": null, "website": null, "district": null, "postcode": null, "closed_on": null, "opened_on": null, "section41": false, "changed_at": null, "trust_name": null, "register_phase": null, "last_changed_on": null, "establishment_number": null},
{"la": null, "urn": "430001", "name": "Example Primary School 430001", "open": true, "type": null, "phase": "primary", "trust": null, "ukprn": null, "digest": null, "phases": [], "region": null, "source": "application", "status": null, "address": null, "funding": "state", "la_name": null, "website": null, "district": null, "postcode": null, "closed_on": null, "opened_on": null, "section41": false, "changed_at": null, "trust_name": null, "register_phase": null, "last_changed_on": null, "establishment_number": null},
{"la": null, "urn": "440000", "name": "Example Primary School 440000", "open": true, "type": null, "phase": "primary", "trust": null, "ukprn": null, "digest": null, "phases": [], "region": null, "source": "application", "status": null, "address": null, "funding": "state", "la_name": null, "website": null, "district": null, "postcode": null, "closed_on": null, "opened_on": null, "section41": false, "changed_at": null, "trust_name": null, "register_phase": null, "last_changed_on": null, "establishment_number": null},
{"la": null, "urn": "440001", "name": "Example Primary School 440001", "open": true, "type": null, "phase": "primary", "trust": null, "ukprn": null, "digest": null, "phases": [], "region": null, "source": "application", "status": null, "address": null, "funding": "state", "la_name": null, "website": null, "district": null, "postcode": null, "closed_on": null, "opened_on": null, "section41": false, "changed_at": null, "trust_name": null, "register_phase": null, "last_changed_on": null, "establishment_number": null}
]');
insert into public.streams ("stream", "version", "due_at", "open_effects", "effects_since", "woken_at") overriding system value select "stream", "version", "due_at", "open_effects", "effects_since", "woken_at" from jsonb_populate_recordset(null::public.streams, '[
{"due_at": "2024-11-22T09:00:00+00:00", "stream": "journey/410000-primary", "version": 4, "woken_at": null, "open_effects": 0, "effects_since": null},
{"due_at": "2024-11-22T09:00:00+00:00", "stream": "journey/410001-primary", "version": 4, "woken_at": null, "open_effects": 0, "effects_since": null},
{"due_at": "2024-11-14T00:00:00+00:00", "stream": "journey/420000-primary", "version": 18, "woken_at": null, "open_effects": 0, "effects_since": null},
{"due_at": "2024-11-14T00:00:00+00:00", "stream": "journey/420001-primary", "version": 18, "woken_at": null, "open_effects": 0, "effects_since": null},
{"due_at": "2024-11-14T00:00:00+00:00", "stream": "journey/430000-primary", "version": 24, "woken_at": null, "open_effects": 0, "effects_since": null},
{"due_at": "2024-11-14T00:00:00+00:00", "stream": "journey/430001-primary", "version": 23, "woken_at": null, "open_effects": 0, "effects_since": null},
{"due_at": "2024-11-14T00:00:00+00:00", "stream": "journey/440000-primary", "version": 19, "woken_at": null, "open_effects": 0, "effects_since": null},
{"due_at": "2024-11-14T00:00:00+00:00", "stream": "journey/440001-primary", "version": 17, "woken_at": null, "open_effects": 0, "effects_since": null},
{"due_at": null, "stream": "payment-run/north-october", "version": 5, "woken_at": null, "open_effects": 0, "effects_since": null},
{"due_at": "2024-10-04T09:00:07+00:00", "stream": "turn/far-south/2025-26", "version": 0, "woken_at": null, "open_effects": 0, "effects_since": null},
{"due_at": "2026-08-31T22:59:59+00:00", "stream": "work-group/far-south-2025-26-primary-embedding-1", "version": 2, "woken_at": null, "open_effects": 0, "effects_since": null},
{"due_at": "2026-08-31T22:59:59+00:00", "stream": "work-group/far-south-2025-26-primary-embedding-2", "version": 1, "woken_at": null, "open_effects": 0, "effects_since": null},
{"due_at": "2025-08-31T22:59:59+00:00", "stream": "work-group/north-1", "version": 7, "woken_at": null, "open_effects": 0, "effects_since": null}
]');
insert into public.turns ("hub", "into_year", "status", "plan", "wishes_digest", "actor", "started_at", "ended_at") overriding system value select "hub", "into_year", "status", "plan", "wishes_digest", "actor", "started_at", "ended_at" from jsonb_populate_recordset(null::public.turns, '[
{"hub": "far-south", "plan": {"hub": "far-south", "into": "2025/26", "groups": [{"id": "far-south-2025-26-primary-embedding-1", "why": null, "from": "group-440000", "lead": "lead-9", "detail": null, "formed": false, "places": {"most": 7, "least": 6}, "holding": 0, "schools": ["440000-primary"], "leadRole": "mastery-specialist", "belowLeast": true, "prospectus": "2025-26/primary-embedding", "secondYearDone": false}, {"id": "far-south-2025-26-primary-embedding-2", "why": null, "from": "group-440001", "lead": "lead-9", "detail": null, "formed": false, "places": {"most": 7, "least": 6}, "holding": 0, "schools": ["440001-primary"], "leadRole": "mastery-specialist", "belowLeast": true, "prospectus": "2025-26/primary-embedding", "secondYearDone": false}], "schools": [{"now": {"stage": "development", "outcome": "under-way", "completes": true, "workGroup": "group-440000", "academicYear": "2024/25"}, "urn": "440000", "why": null, "does": "invite", "next": {"stage": "embedding", "prospectus": "2025-26/primary-embedding"}, "detail": null, "themes": [], "journey": "440000-primary", "comingUp": ["meeting-2", "action-plan", "headteacher-meeting", "meeting-3", "release-days", "report", "evaluation"], "readiness": null, "workGroup": "far-south-2025-26-primary-embedding-1", "outstanding": [], "withoutPlace": null}, {"now": {"stage": "development", "outcome": "under-way", "completes": true, "workGroup": "group-440001", "academicYear": "2024/25"}, "urn": "440001", "why": null, "does": "invite", "next": {"stage": "embedding", "prospectus": "2025-26/primary-embedding"}, "detail": null, "themes": [], "journey": "440001-primary", "comingUp": ["meeting-2", "action-plan", "headteacher-meeting", "meeting-3", "release-days", "report", "evaluation"], "readiness": null, "workGroup": "far-south-2025-26-primary-embedding-2", "outstanding": [], "withoutPlace": null}]}, "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "status": "running", "ended_at": null, "into_year": "2025/26", "started_at": "2024-10-04T09:00:07+00:00", "wishes_digest": "made"}
]');
insert into public.work_group_schools ("work_group", "journey", "status", "position", "held", "since", "together") overriding system value select "work_group", "journey", "status", "position", "held", "since", "together" from jsonb_populate_recordset(null::public.work_group_schools, '[
{"held": false, "since": "2024-10-04T09:00:08+00:00", "status": "reserved", "journey": "440000-primary", "position": null, "together": null, "work_group": "far-south-2025-26-primary-embedding-1"},
{"held": false, "since": "2024-10-04T09:00:05+00:00", "status": "taken", "journey": "420001-primary", "position": null, "together": null, "work_group": "north-1"},
{"held": false, "since": "2024-10-04T09:00:05+00:00", "status": "taken", "journey": "420000-primary", "position": null, "together": null, "work_group": "north-1"}
]');
insert into public.work_group_sessions ("work_group", "code", "held_on", "length", "place", "status") overriding system value select "work_group", "code", "held_on", "length", "place", "status" from jsonb_populate_recordset(null::public.work_group_sessions, '[
{"code": "session-1", "place": "in-person", "length": "half-day", "status": "scheduled", "held_on": "2025-10-01", "work_group": "far-south-2025-26-primary-embedding-1"},
{"code": "session-3", "place": "in-person", "length": "half-day", "status": "scheduled", "held_on": "2026-04-29", "work_group": "far-south-2025-26-primary-embedding-1"},
{"code": "session-2", "place": "in-person", "length": "half-day", "status": "scheduled", "held_on": "2026-01-21", "work_group": "far-south-2025-26-primary-embedding-1"},
{"code": "session-3", "place": "in-person", "length": "half-day", "status": "scheduled", "held_on": "2026-04-29", "work_group": "far-south-2025-26-primary-embedding-2"},
{"code": "session-1", "place": "in-person", "length": "half-day", "status": "scheduled", "held_on": "2025-10-01", "work_group": "far-south-2025-26-primary-embedding-2"},
{"code": "session-2", "place": "in-person", "length": "half-day", "status": "scheduled", "held_on": "2026-01-21", "work_group": "far-south-2025-26-primary-embedding-2"},
{"code": "session-1", "place": "in-person", "length": "half-day", "status": "scheduled", "held_on": "2024-10-02", "work_group": "north-1"},
{"code": "session-2", "place": "in-person", "length": "half-day", "status": "held", "held_on": "2024-10-04", "work_group": "north-1"},
{"code": "session-3", "place": "in-person", "length": "half-day", "status": "scheduled", "held_on": "2025-05-07", "work_group": "north-1"}
]');
insert into public.work_groups ("id", "hub", "prospectus", "academic_year", "status", "lead", "lead_role", "delivery", "least", "most", "reserved", "taken", "waiting", "version", "summary", "formed_at", "updated_at") overriding system value select "id", "hub", "prospectus", "academic_year", "status", "lead", "lead_role", "delivery", "least", "most", "reserved", "taken", "waiting", "version", "summary", "formed_at", "updated_at" from jsonb_populate_recordset(null::public.work_groups, '[
{"id": "far-south-2025-26-primary-embedding-1", "hub": "far-south", "lead": "lead-9", "most": 7, "least": 6, "taken": 0, "status": "formed", "summary": "2025-26/primary-embedding: 1 of 7 places (0 taken, 1 offered), 0 waiting", "version": 2, "waiting": 0, "delivery": "in-person", "reserved": 1, "formed_at": "2024-10-04T09:00:07+00:00", "lead_role": "mastery-specialist", "prospectus": "2025-26/primary-embedding", "updated_at": "2024-10-04T09:00:08+00:00", "academic_year": "2025/26"},
{"id": "far-south-2025-26-primary-embedding-2", "hub": "far-south", "lead": "lead-9", "most": 7, "least": 6, "taken": 0, "status": "formed", "summary": "2025-26/primary-embedding: 0 of 7 places (0 taken, 0 offered), 0 waiting", "version": 1, "waiting": 0, "delivery": "in-person", "reserved": 0, "formed_at": "2024-10-04T09:00:07+00:00", "lead_role": "mastery-specialist", "prospectus": "2025-26/primary-embedding", "updated_at": "2024-10-04T09:00:07+00:00", "academic_year": "2025/26"},
{"id": "north-1", "hub": "great-north", "lead": "lead-1", "most": 7, "least": 6, "taken": 2, "status": "formed", "summary": "2024-25/primary-development: 2 of 7 places (2 taken, 0 offered), 0 waiting", "version": 7, "waiting": 0, "delivery": "in-person", "reserved": 0, "formed_at": "2024-10-04T09:00:03+00:00", "lead_role": "mastery-specialist", "prospectus": "2024-25/primary-development", "updated_at": "2024-10-04T09:00:05+00:00", "academic_year": "2024/25"}
]');
insert into people.persons ("id", "created_at", "sealed") overriding system value select "id", "created_at", "sealed" from jsonb_populate_recordset(null::people.persons, '[
{"id": "410000-1", "sealed": "\\x016b6617abdc3d899030d62c95b9eed8171fd6b01300830162723ae32351b559579c7fe2410e7eb6b9394e24b01dc8db1eb17a6207aba1ac49900a05b1c8477188d916e3e5282f01df27ac7981ecbcdd662e246fc75a8e4c691515502cb1b2dfd8c2ef6ef8a208479b26fa7cfe7a0833983ba4", "created_at": "2026-11-28T16:43:03.999899+00:00"},
{"id": "410000-2", "sealed": "\\x01529c98d0318e103c6eaac0dc802ae18cf323be2a3f441730f3ada9ca454beedae872e535467dff3a73d08a73d531a01df161120a03c46f87392a40e6dccb072085d519476ec5af859175e305b868e0d86aba04ad7c66e840f00334da416d4f2f4d67c77ec563acbeddad732ae2663e14fc57d3", "created_at": "2026-11-28T16:43:04.008881+00:00"},
{"id": "410001-1", "sealed": "\\x019115a22d0d175c6b318c02c6c3a405093a2fe7a27f625d770173189878fcd7af1fb265ce95c0a526fd49a244c9c9f0fa4ae3f05c8fe660f1728e98f165b7ac385ec415ef6213e0241841586a0473fd09565fbb599acdd5ce4a25fa67674e7d053e41c926cd2981c2c55765278e404c93696c", "created_at": "2026-11-28T16:43:04.008101+00:00"},
{"id": "410001-2", "sealed": "\\x0161e433df7fddc9e347b85084a1ac212ceb9b8491e7744b91b3267dd57755b8fe67dca62f4756f43f509ebb792cc69e56e5cf91899b4acf8acaa19dec8807c9a56a898fe2879d00ab607e4ef7de247f0cc529f3e16e9f9ef7a934517930f097da4a23702116dde762c25ae1a699b50691fa9cc3", "created_at": "2026-11-28T16:43:04.022197+00:00"},
{"id": "420000-1", "sealed": "\\x01c4b602efa0cfa05334742399516c4da084d9fd156694a4bc0a1f0300ed0bd7181f0c0409e2b63004c442685604ab08754867441d53edc3637e86ec5f2c67dc2d7207b12b6e1234d5702b38c74c3dd3fb9763411da036cbe9f914a85640836d4b17fec8792d4da60445ae4e25bde96ef313ef", "created_at": "2026-11-28T16:43:03.982734+00:00"},
{"id": "420000-2", "sealed": "\\x019c1b58628aa2ef3afe085dbe081142255635a3fb860f969c49168cae3e0ce91e7c9134d8a8ad09fa7ad1fbc9d60188ebb7fae12c17d62b50544d4855a18c59f3eeed8957f90b78f7b89adbb612a43eb9a96b67d55d968728312524d68dc30cbcbc2f44bf5835ebf38541835f8a5438d69c9c47", "created_at": "2026-11-28T16:43:03.988517+00:00"},
{"id": "420001-1", "sealed": "\\x018fe074ea5b87ace5920f87c1d66adebc5caa726654ebdab4b187d5dc5321105418ac78045d5990ad737ced8b4041a65ded3af4438cafcb698a5f431f7593bcf56f0f350fe892cb85def2333162dfdd767e106418b9e3b3b0a10c7690202b879931109636bf09a2f85ab453b9824f766334e0", "created_at": "2026-11-28T16:43:03.977984+00:00"},
{"id": "420001-2", "sealed": "\\x0149abbf6a7f35da29d2a823c1cf6fe2a5334f67b830630e88c3d4c567a190a2c2c982b6a4821d24d1764857ffceaa79c69a3172903a1f0d68db606578a9fd95f91ae8a38892a28c9f7bdf76bd2d641e6d48d7715273f34dd09f336008fd5660734d61b2245e3f4336e571f9b6697c9d8dfc1930", "created_at": "2026-11-28T16:43:03.98378+00:00"},
{"id": "430000-1", "sealed": "\\x01e320aa76da1510bdfd15047851b76865a630ceb0afb57ee25ed9c81ac97135ed90982fed8216bdd383e449ff88cafca192801a5d993d4bab7568ddb18ff27e97c484df0f236bf3eb37c2daa33c3bbe996f88ffdf1f6cb9635657c75a6f1aaaa5999d1f09d09b852237de10d3cad61d14a9e9", "created_at": "2026-11-28T16:43:04.017439+00:00"},
{"id": "430000-2", "sealed": "\\x01ba9967c131a112c193523a6145b8644a3313afd83039f4def081b2260c569fbffce6dc67237dfaff7eab217666d15d68b54f3246c9d21f83596cb550c2b22ddf1c4a0ee92fae787ba0923529d03518fb8e0659fe86dbf19ff243943e9bcab116f6a5fc8ae5f99e6e6dce8dc87355717d7ff27c", "created_at": "2026-11-28T16:43:04.025146+00:00"},
{"id": "430001-1", "sealed": "\\x010e3c62020afb4489fae6e29984854fb147fc8e04b35dbada6b81ccb65f919f19311a409f5a09765aad913a85c77c6168440d844861bb28be892113d4c33ad1677d195d45d66c20c85a9a254c28d8b7507d3cd687aedb205510dbb65722492231e93ecd3a04dbd885f66b1cd412c3eefaa767", "created_at": "2026-11-28T16:43:03.982426+00:00"},
{"id": "430001-2", "sealed": "\\x019ccf58a29a8a004acd15144674f9252ad9004539adfc3eab7fdc9fa761df8905f32026e4f1bbe0bbde745798fb0f575123844f2f07c0dbf4adeea8ffcd81fd7bd517fc24b2c4df693ba35657b4f601175bae6f24c4a725072bbe1e9f061c34cb2a8679cf73bcbd223d0f8ba1c464313b630b0b", "created_at": "2026-11-28T16:43:03.987547+00:00"},
{"id": "440000-1", "sealed": "\\x01517953d1c1e4141cc4c5bce2c0fdea0c36d772c59c4ed008916160768ac1eb9787731c6fce863f9a810e4b26788258132c6978bc2e23580e4edb14521e368c2ad3a812674d2b8787daf5e09d62c98df07a2c4e50a6c811e2d8e959c1e4f11d3f708819a6e35e80f057c1b3958b2692ede1ac", "created_at": "2026-11-28T16:43:04.006331+00:00"},
{"id": "440000-2", "sealed": "\\x01eed987bad46e3eb2de0471366f2ce8051e742ab0313b8550065ddf1d6a0df69c3add8d87c51a4d961d41d70f2b8a2f9fcb80d93f1cbe47c32fdeb695ba2e2cb9216f402e5e45575eb8f486354e674c1f8898551010af660361df95678e291657a3fad5a8456ca89652fb88299136070b06a62c", "created_at": "2026-11-28T16:43:04.018258+00:00"},
{"id": "440001-1", "sealed": "\\x01032c46cdf7d1ea24ee301cb4b05e603f26b5359344b77986e235cfe30d917daf1327c6c90f39598060bba07b5ac777eb46eba92c9b5e32cbac7031ddc9af7237e32c33be0d931a8121dd37d26d37854d4a608b81f19de6cafc900c5bfec9faa9cade62ab5a80101051ad44ef85051cb9d98f", "created_at": "2026-11-28T16:43:03.983083+00:00"},
{"id": "440001-2", "sealed": "\\x016bae7b6bd666673813332af2fd0f9f0768952637fef2ca048e7c5c3838606c75af72ddc4bccc7cf51ced7a363da7290a12bf23bc2025af6219fd9f9af2138cb3863b32a340f87b095598a78844f36949ea86948fbfcb1c220a8ca261777995b07eaae5992237875d064d06083af624e6dbe19b", "created_at": "2026-11-28T16:43:03.988781+00:00"},
{"id": "head-410000", "sealed": "\\x0173003bc12e6c1c63ee6a0aa4e785cc76d3ea0a4e9f2d38a88ba878451de6db64dded58b40834b45ffeb8c0d7032a2c40f96a2f6113589691de6e3307d58a9c9f0b286fc18a4fab88cba1c1bb4d0c5061d3d6794a61964ad8295792019479977de33a573bc9bc96a203924131bf726a1518", "created_at": "2026-11-28T16:43:03.989191+00:00"},
{"id": "head-410001", "sealed": "\\x01e3394136f516b2cd99c322c34555a4b4f1ccbd0b7b7a56439dc24a44ee1288a089e5f5dd0d8bbf9ec2d83873aecd7d02932fe67c8f4984054679fced5183236f8c02ea50e11f50de79b8d1a1060edc6c27f90061d1c4fd2dba91fce34ca7851994eae07ed0344b5e8811cd40b495d65c44", "created_at": "2026-11-28T16:43:03.992585+00:00"},
{"id": "head-420000", "sealed": "\\x012853d0697849f54a3a58f9321818f909e51e5fedec09e60d870326d7e561f208d75bdbe169585fb0d22001802ab3b622490160829904ebb603802fc92320fbea216287e7b7acab04c117516ba5f315d283fb9d10bf9718d5ec88926562822c30eeb5facc8b7e0fd7482e7b4b637adea49d", "created_at": "2026-11-28T16:43:03.976927+00:00"},
{"id": "head-420001", "sealed": "\\x0142e147fb3162d9337a1a7ac2b8067f182365f749932f70b6280050b5c9aa5dfbc216c7e769097ed503e10eee6e9116283f86d0527b4e8d65692e400eefa0915374939b4467a82cedcfe80bc6ce17d7e25366a6844d2244a947a7b9953aa954b5f0d10220aaeeaca670795a7a34575d9a12", "created_at": "2026-11-28T16:43:03.968711+00:00"},
{"id": "head-430000", "sealed": "\\x0148f02d2bde927e7f7e6df6e43dddca6d0e4e008ebbd63957c52982eae65dc79ff8147e6cdff6ee40ad7e4bbe2a7aea9cb6bf54207e239b51aeda1f0d783c2a79d7b1e41c73d15b6b0651e1c4e387d155c8776b9245d007b27808311501cd43e32e63977f64292ccc31e107ad080d396276", "created_at": "2026-11-28T16:43:04.006888+00:00"},
{"id": "head-430001", "sealed": "\\x0104cea5773ba9c1a5d9e6cfa85fa2c0c1d1bc2202fec11eb2d351ec3b2f7f10b1cb9ed9d2cc2527eef6ba8b163d2c9029b8f10aa088275da7c8e5825bb0d8d0809354c05af4af3a8df491375c5b4dec129b96fa0c671d4d985472e8502b3e25823b8790c6aef4d6f51b64f0abdfb805aaf8", "created_at": "2026-11-28T16:43:03.971626+00:00"},
{"id": "head-440000", "sealed": "\\x010034b5ea061db596e81c67c7195157bf432e26177b039ac12629eaf322e64c5cac95263293121f1a083b76f93d36061580347d66fd76b2bef6d1872e1b74e3c4a01b3f4abc320502da678176ac3fa982515e71963ff626f4f6c8cb91747456855492f0eee12c09bc22a7051345ff69595d", "created_at": "2026-11-28T16:43:03.992747+00:00"},
{"id": "head-440001", "sealed": "\\x0129fa725f67d58fde4042f1d0610daf30a7cc0e9abf530997ac2f3e99ca8f83dc85b88687e09e8ec597ab2d5325845644e672abf1c631543d58eba9d29d3eff26d0d83dd9499d277ea5bf9d06a87ccb6d73199dc7908190cfb8483630d83a42f63fa5c9147acaacecd9a5c453b6d0b768ab", "created_at": "2026-11-28T16:43:03.971897+00:00"},
{"id": "person-410000", "sealed": "\\x01c6118ea069877f26a95afaa3b224a3f160bbaaead0bcc0ff4b5fbf057bd5216cc81d48f6338ac1b83032b2690ef9965817617cc0e496adcd229b1f305926c106aa4cc5bfa41cc6c8d492b8cc87130ca85c46b99e8e1d09ccd7234c872d17fb2c00cf72a795e436aa0ef663b9db5e263e28074e", "created_at": "2026-11-28T16:43:03.961108+00:00"},
{"id": "person-410001", "sealed": "\\x01be361f819490d0d825389a5549ab293b40f28b7e1796752ab938e0940385074103556c9c1cda2d2ddb6cb4e55fec72cc0923625998709e172c74b8b7d87261965c311d16440b3e952ca8250a9c516ca16dfce5b78130d254ff0df3a80656bc3056bfa6a67c3a330bc4ceaffc410253eabfcfef", "created_at": "2026-11-28T16:43:03.974977+00:00"},
{"id": "person-420000", "sealed": "\\x010e5e4eb003842eecbfdcbbbcf8a3296a51dabaf33841ccbbe0e57b394acfcb6d63fa7bca5bd933ecb0cfdfc6fa4775f5be98946848f212219cd7a70e2e3bf8fe27ff34b89fad62e949ffc6faed5f3f55cfb4f804b9b5d93ef5dd10f6cf33225b8f9b46d489d33160cfbf00ebe24dbaef99a613", "created_at": "2026-11-28T16:43:03.964971+00:00"},
{"id": "person-420001", "sealed": "\\x013b2316ae7a4acd782cc7909d31fde89322692b6510bc1fdb2c1a6c5ba2bc0dfa5296c869d3fbf3ce8181edf09c0dfe5c5ff6e06d7464d4eab6a34583b9a9e9ad5b1bfbe13ef8f7ab0827c68bd83e6cc83fcbdcb6b6968a8e53440e0f5ba43d87f5b1d8f2692a55eb34b9e8605bfaca02586fd4", "created_at": "2026-11-28T16:43:03.961094+00:00"},
{"id": "person-430000", "sealed": "\\x01f9061e38009d56eed0535c9dafaaef8c7f23a38d731c40d26e9c0fc5ef54f2a5bbfba3824b270e206d24c5f6ca64e5fdaeb33085e65acca2d80c1a103db451c4375185e3c4d40aa26fa02387ec755527b4739d1cc281da3be8d0e59e2943755d4a20a69505dff55e86ee41d0aa5e3536bf5df9", "created_at": "2026-11-28T16:43:03.987049+00:00"},
{"id": "person-430001", "sealed": "\\x01c0e2215ea4445da0ae1e010d63a08e38733bec4cf171859e91df26adc4c5a9f9c50628ece6860350a977d37ef85e802a413e9b00bc4c7fb8b69e3ba1a508b277729f0e6704d40e38c51dbca12999f8ad7484a4151b2139d8a7b16b7eaee87f3a2a471101432ea5811306d14a1a0dc934a2b827", "created_at": "2026-11-28T16:43:03.964441+00:00"},
{"id": "person-440000", "sealed": "\\x01e9b86eced2fd40b8d507cadcd7be8418732f1bda64d3424bba44710654156c32b898085e829e5da65f5195dc868fd09b291dbd1156a900a04baae5407f1b24ec3be4f278ec5a8e60f10483a3a3cdfb0a1768b239e4171878076e3ef899cf871e96c287d49de31afe540c5b4d0b965e490e9ea9", "created_at": "2026-11-28T16:43:03.972961+00:00"},
{"id": "person-440001", "sealed": "\\x01fc1009269ca35170dafa8badf0380ad2c8b3d68e618d7e5ba496501dbb1b5d191b155f85117fad80328c6f11707d77224b020465d271c8c1f2d8f2ea11a02de1fe05eda6fdbd67ad6bb25f6cb410378a18a02384ac63fa1cb79ddc5223f79f1aeccb5a957c5319d68e3ca5e84fc12269bdc1eb", "created_at": "2026-11-28T16:43:03.965323+00:00"}
]');
insert into public.ledger_entries ("transaction", "line", "account", "amount_pence") overriding system value select "transaction", "line", "account", "amount_pence" from jsonb_populate_recordset(null::public.ledger_entries, '[
{"line": 1, "account": "hub:great-north:grants-committed", "transaction": "430000-primary:15", "amount_pence": 100000},
{"line": 2, "account": "journey:430000-primary:grant-payable", "transaction": "430000-primary:15", "amount_pence": -100000},
{"line": 2, "account": "journey:430000-primary:grant-in-run", "transaction": "430000-primary:20", "amount_pence": -100000},
{"line": 1, "account": "journey:430000-primary:grant-payable", "transaction": "430000-primary:20", "amount_pence": 100000},
{"line": 2, "account": "hub:great-north:bank", "transaction": "430000-primary:22", "amount_pence": -100000},
{"line": 1, "account": "journey:430000-primary:grant-in-run", "transaction": "430000-primary:22", "amount_pence": 100000},
{"line": 1, "account": "hub:great-north:grants-committed", "transaction": "430001-primary:15", "amount_pence": 100000},
{"line": 2, "account": "journey:430001-primary:grant-payable", "transaction": "430001-primary:15", "amount_pence": -100000},
{"line": 1, "account": "journey:430001-primary:grant-payable", "transaction": "430001-primary:20", "amount_pence": 100000},
{"line": 2, "account": "journey:430001-primary:grant-in-run", "transaction": "430001-primary:20", "amount_pence": -100000}
]');
insert into public.payables ("id", "journey", "hub", "stage", "academic_year", "amount_pence", "status", "created_at", "released_at") overriding system value select "id", "journey", "hub", "stage", "academic_year", "amount_pence", "status", "created_at", "released_at" from jsonb_populate_recordset(null::public.payables, '[
{"id": "430000-primary:15", "hub": "great-north", "stage": "development", "status": "awaiting-run", "journey": "430000-primary", "created_at": "2026-11-28T16:43:07.028774+00:00", "released_at": "2024-10-03T09:00:00+00:00", "amount_pence": 100000, "academic_year": "2024/25"},
{"id": "430001-primary:15", "hub": "great-north", "stage": "development", "status": "awaiting-run", "journey": "430001-primary", "created_at": "2026-11-28T16:43:07.028774+00:00", "released_at": "2024-10-03T09:00:00+00:00", "amount_pence": 100000, "academic_year": "2024/25"}
]');
insert into public.turn_steps ("hub", "into_year", "no", "kind", "subject", "type", "data", "status", "code", "detail", "done_at") overriding system value select "hub", "into_year", "no", "kind", "subject", "type", "data", "status", "code", "detail", "done_at" from jsonb_populate_recordset(null::public.turn_steps, '[
{"no": 4, "hub": "far-south", "code": null, "data": {"respondBy": "2024-12-13", "workGroup": "far-south-2025-26-primary-embedding-2", "prospectus": "2025-26/primary-embedding"}, "kind": "school", "type": "InviteToNextStage", "detail": null, "status": "waiting", "done_at": null, "subject": "440001-primary", "into_year": "2025/26"},
{"no": 1, "hub": "far-south", "code": null, "data": {"hub": "far-south", "lead": "lead-9", "leadRole": "mastery-specialist", "prospectus": "2025-26/primary-embedding"}, "kind": "group", "type": "FormWorkGroup", "detail": null, "status": "done", "done_at": "2024-10-04T09:00:07+00:00", "subject": "far-south-2025-26-primary-embedding-1", "into_year": "2025/26"},
{"no": 2, "hub": "far-south", "code": null, "data": {"hub": "far-south", "lead": "lead-9", "leadRole": "mastery-specialist", "prospectus": "2025-26/primary-embedding"}, "kind": "group", "type": "FormWorkGroup", "detail": null, "status": "done", "done_at": "2024-10-04T09:00:07+00:00", "subject": "far-south-2025-26-primary-embedding-2", "into_year": "2025/26"},
{"no": 3, "hub": "far-south", "code": null, "data": {"respondBy": "2024-12-13", "workGroup": "far-south-2025-26-primary-embedding-1", "prospectus": "2025-26/primary-embedding"}, "kind": "school", "type": "InviteToNextStage", "detail": null, "status": "done", "done_at": "2024-10-04T09:00:07+00:00", "subject": "440000-primary", "into_year": "2025/26"}
]');
insert into people.contacts ("journey", "role", "person") overriding system value select "journey", "role", "person" from jsonb_populate_recordset(null::people.contacts, '[
{"role": "headteacher", "person": "head-410000", "journey": "410000-primary"},
{"role": "headteacher", "person": "head-410001", "journey": "410001-primary"},
{"role": "headteacher", "person": "head-420000", "journey": "420000-primary"},
{"role": "headteacher", "person": "head-420001", "journey": "420001-primary"},
{"role": "headteacher", "person": "head-430000", "journey": "430000-primary"},
{"role": "headteacher", "person": "head-430001", "journey": "430001-primary"},
{"role": "headteacher", "person": "head-440000", "journey": "440000-primary"},
{"role": "headteacher", "person": "head-440001", "journey": "440001-primary"}
]');
insert into public.payment_lines ("payment", "run", "no", "payable", "journey", "urn", "school_name", "hub", "stage", "academic_year", "gross_pence", "recovered_pence", "net_pence", "status", "reason_code") overriding system value select "payment", "run", "no", "payable", "journey", "urn", "school_name", "hub", "stage", "academic_year", "gross_pence", "recovered_pence", "net_pence", "status", "reason_code" from jsonb_populate_recordset(null::public.payment_lines, '[
{"no": 1, "hub": "great-north", "run": "north-october", "urn": "430000", "stage": "development", "status": "paid", "journey": "430000-primary", "payable": "430000-primary:15", "payment": "north-october-00001", "net_pence": 100000, "gross_pence": 100000, "reason_code": null, "school_name": "Example Primary School 430000", "academic_year": "2024/25", "recovered_pence": 0},
{"no": 2, "hub": "great-north", "run": "north-october", "urn": "430001", "stage": "development", "status": "authorised", "journey": "430001-primary", "payable": "430001-primary:15", "payment": "north-october-00002", "net_pence": 100000, "gross_pence": 100000, "reason_code": null, "school_name": "Example Primary School 430001", "academic_year": "2024/25", "recovered_pence": 0}
]');
select setval('public.schema_migrations_id_seq', 18);

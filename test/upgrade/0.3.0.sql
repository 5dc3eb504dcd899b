-- A small service as a release left it: made by npm run record-upgrade, never changed afterwards (test/upgrade/README.md).
-- made: {"behind":67850076,"run":"north-october","confirmed":1,"payments":2,"turn":{"hub":"far-south","into":"2025/26","steps":4,"done":3},"offers":["410000","410001"],"placed":["420000","420001"],"released":["430000","430001"],"payable":["440000","440001"]}
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
{"kek": "bbde3c969cea437e", "owner": "410000-1", "wrapped": "\\x01dabbe14d72bacfee8270f59325cad86dfadd96b420f12ae3af270eb73b170ed81323ef0f371008ce7102e46f6f8e0e2e7e773b8c2e95db24ccca1170", "created_at": "2026-11-28T16:14:43.659203+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "410000-2", "wrapped": "\\x0116a674e69d6fb8be454ae172d83325e94512e2e75f7c02f0bf634e934307cabfc04dfb4f4a134737ffaf61f9fb6152bab6da273f96ae51def649f928", "created_at": "2026-11-28T16:14:43.670581+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "410001-1", "wrapped": "\\x01c9ffc230b6b7865e065a9900eeafd4dbbf6994b040c72587ee8deccf8d3d829a7a6701d973b343a422ecd34bd65209f6accaef80bf3a90e72d7de587", "created_at": "2026-11-28T16:14:43.682109+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "410001-2", "wrapped": "\\x01e469971f47e5e405e5844e0e6c6ee447d806c8cb786d1602be62cb0b24057a7cf524e25deababbc1e2da47e4d2351df68a124d2e3e4cc4bc44544ce4", "created_at": "2026-11-28T16:14:43.866166+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "420000-1", "wrapped": "\\x01e03542e5f4108f06490438f0bdb6285816de6a904957c3edab4816e0a7c7f5fd94d06774ec1a38adfa884acf9195754941e1cf7ee37fac1d160f1e52", "created_at": "2026-11-28T16:14:43.671208+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "420000-2", "wrapped": "\\x0136197f1f83bb5863bc223d4f53536407769900e18d05e1a59db8969269c2933496aa0e7ea93a42d443065182d2b62e826bb9d26ba9023dc12aaac804", "created_at": "2026-11-28T16:14:43.820455+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "420001-1", "wrapped": "\\x01091745ce62a8c38572e05c621292c9bce5d85eb31076d55a0f73b3b123c23019a29084811160a06451913182a127bbb17f81b7f4128e0fb5a405aaa6", "created_at": "2026-11-28T16:14:43.833231+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "420001-2", "wrapped": "\\x010fc7198791d116a50f92632c7e01e5bc530493878be19f82545a1bc3ca263b113ea551353273208a2e1f140a714ab787ebbe1e1f304a83f7850476bb", "created_at": "2026-11-28T16:14:43.872357+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "430000-1", "wrapped": "\\x017266c2146cd820264960e31e92e8ff5a35f405bace5ab1b88acb8a4685e88d01a72d295db5de709b79456da222a0fa0d1c0f5296a1c14bbf74c50ad6", "created_at": "2026-11-28T16:14:43.833543+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "430000-2", "wrapped": "\\x01cb141ec9018b0863983f5c2ba45581abe6b4b21b3e1a354894e2634245d8fc85a99af446fb929f7f21d62a9286601739e698148634da1900b7e150b0", "created_at": "2026-11-28T16:14:43.878035+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "430001-1", "wrapped": "\\x01ad67b55dc1192aa515c844ba6da27c1baeccbab51284564894aa8ebc8fcbb54af08a5feb24b7ef55ece69bbd602e1d4faa0f7b86058e9238ff3ff5eb", "created_at": "2026-11-28T16:14:43.833742+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "430001-2", "wrapped": "\\x015ed796150d39e0d1c66b18b7eb81327f54a305757cd362eb40482c3898cc07f21243640ceca4c107a4f70473015abbe08a51c2b0b8350d4dee2b69e1", "created_at": "2026-11-28T16:14:43.875441+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "440000-1", "wrapped": "\\x010a6e6e24fd37aeea9353304df98a575bd5eedd4da0ba3d53d691f57b48881d686cfe6b81b7c3452810155ef9e5d6e438fc54e61ac7cdc24882d3f994", "created_at": "2026-11-28T16:14:43.681846+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "440000-2", "wrapped": "\\x018bd00390054cb45e4fdd82cf29ee2b2c74801e894cf077f13dd2acfa3cde307c6c3f5886a362b8515b05632f3c7baa4c3ac7319fa2d40e02c34473d3", "created_at": "2026-11-28T16:14:43.869894+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "440001-1", "wrapped": "\\x01b23646cb9b69e52e060e19cb435798dcc4b735d33dceeb1059e135c448a9e3ef98a1048d27ec6c4022edbca91b111f6d2651857b7bf75b6244ff598f", "created_at": "2026-11-28T16:14:43.681141+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "440001-2", "wrapped": "\\x01967b1f33ef07888b496105fabaf55d84797dd944eb9c506da05fbf5e72721e61b5385764a73d999db05cd0a14891cb23c458f00986ef32b0b3dfd447", "created_at": "2026-11-28T16:14:43.865469+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "head-410000", "wrapped": "\\x01c702141380d180bb61aa61f31480951c453ba5bcf533599dbea14b1d0cc0f4c41aa904646b32d7f39d83c1ce42d3473f0905d525f4ed0e4e285d921e", "created_at": "2026-11-28T16:14:43.637883+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "head-410001", "wrapped": "\\x0198e8d40610c5a828d48c4c2a8bb793285246cfe174f14f76341da28c8968520c08cebbafb002ca771ed3f75834c556d7e34aaa33521aef5764273976", "created_at": "2026-11-28T16:14:43.668935+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "head-420000", "wrapped": "\\x011ee4e2c26b236fc6146ab2ace76867e405143d123c2362879383f82e5c2642ef4f15048d4f46bbe35a753fcbfa2a850e87467f1751c510750d48a126", "created_at": "2026-11-28T16:14:43.664549+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "head-420001", "wrapped": "\\x0170304318ed85364f13bf4ca4cf697baa83dfc2b46d04ee27f2c6802a3949d3a00c52d640b08c5a934c89833ab38acd22820899fb73d3af80fc107052", "created_at": "2026-11-28T16:14:43.670196+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "head-430000", "wrapped": "\\x01d67d62f1dbb99545d82e8dd42e240dcb0c9a6438e4d529cb5622c6b97bc15f492074f806dc5394521f503cfa37feebc3eb11957cae24ac4645fa5fac", "created_at": "2026-11-28T16:14:43.673133+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "head-430001", "wrapped": "\\x01dba68deffd1133b075ba38dba0c208306d876e0c22a7d1d7e23f6b19b78c6f9dd3ef9a6669afccfb4123198e83a96c0e5416cdb41c2ad5efe20ec7e4", "created_at": "2026-11-28T16:14:43.664154+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "head-440000", "wrapped": "\\x01df0132b703c13a4d62915301f65d53b909c456604290d3d7248b95d9d7c62aa89948658a9f996fdaa6a868744dbb6a627867a5c2981257281cf9315b", "created_at": "2026-11-28T16:14:43.66641+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "head-440001", "wrapped": "\\x0156760e86c12cd52719b41f707715ebf6632aa2a10813e16e8f84d9da9a315fa2ed5936a6f816273e126de022a0ff63fb16a0052cc908eda4d1c9035a", "created_at": "2026-11-28T16:14:43.664355+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "person-410000", "wrapped": "\\x011a481bf4827079ba5b98cf4f2f1270fdc464ff9b3fa2ec8b690a4490cf1607a7ace324690bbb810efd0af5786abb759708c7cd6669b9d437485343f2", "created_at": "2026-11-28T16:14:43.607174+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "person-410001", "wrapped": "\\x018f19150c3e7ecb1030d8b1618a4ba2b39ba470cdc15d732e824e54ed96b3f4358391c5d787233c5afb4059577ed4c30b8894397995abeb5ce83fa3ca", "created_at": "2026-11-28T16:14:43.648056+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "person-420000", "wrapped": "\\x01935f38d01e40331f2dede9558151ab7c0ad2ac184d058aa3a3648d138170556811dfeebece1b4a8b948ac5bb27c1e2069297b7e45a369c1b6bcf2951", "created_at": "2026-11-28T16:14:43.651198+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "person-420001", "wrapped": "\\x015b1c27368e3797625261cf87a52558b8849930b8770e0799f7f3ccd1be58c8ea94fa7f30395e447a11599a946b6ba53392897ce18950fd9bc98f11b3", "created_at": "2026-11-28T16:14:43.646851+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "person-430000", "wrapped": "\\x01484128f5d957b0d42b389cb8e416d99a8bd29b6fc5cb4b83f2831e13a67825d382cc315091d2c03af76e461998240364f089c2db88a73a6fa940f344", "created_at": "2026-11-28T16:14:43.65047+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "person-430001", "wrapped": "\\x01b09580365b6f99853b370b773c5fa2b2ebfc7a2de5a1e042b9f833baff110b7a745bc73520526f6bf463cc8cabc2e8c21e3b1e29df47a9059bb139ef", "created_at": "2026-11-28T16:14:43.645498+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "person-440000", "wrapped": "\\x01bfc15e26edc8bf13f93950a7257655340722a227b3b175f91510de1ce3ea6e7ca0d4dd3c44c365fe5d4af3f9fa4e2155c04230118a4a0b7ff8d69cb3", "created_at": "2026-11-28T16:14:43.646468+00:00", "destroyed_at": null},
{"kek": "bbde3c969cea437e", "owner": "person-440001", "wrapped": "\\x016c00061a005bde21cdbfaba93313e7e288d7fe81ce99a98ea28433dddb49a153cd1e067c1cd2ba49799a404e951461b53ac188a3f20fd44e8a9b283f", "created_at": "2026-11-28T16:14:43.649341+00:00", "destroyed_at": null}
]');
insert into public.commands ("id", "stream", "name", "body_digest", "principal", "received_at", "outcome", "recorded_at") overriding system value select "id", "stream", "name", "body_digest", "principal", "received_at", "outcome", "recorded_at" from jsonb_populate_recordset(null::public.commands, '[
{"id": "410000-primary apply", "name": "SubmitApplication", "stream": "journey/410000-primary", "outcome": {"command": "410000-primary apply", "version": 1, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-06-03T09:00:00+00:00", "recorded_at": "2026-11-28T16:14:44.502292+00:00"},
{"id": "410000-primary offer", "name": "OfferPlace", "stream": "journey/410000-primary", "outcome": {"command": "410000-primary offer", "version": 2, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:08+00:00", "recorded_at": "2026-11-28T16:14:44.721259+00:00"},
{"id": "410001-primary apply", "name": "SubmitApplication", "stream": "journey/410001-primary", "outcome": {"command": "410001-primary apply", "version": 1, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-06-03T09:00:00+00:00", "recorded_at": "2026-11-28T16:14:44.593229+00:00"},
{"id": "410001-primary offer", "name": "OfferPlace", "stream": "journey/410001-primary", "outcome": {"command": "410001-primary offer", "version": 2, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:08+00:00", "recorded_at": "2026-11-28T16:14:45.107254+00:00"},
{"id": "420000-primary apply", "name": "SubmitApplication", "stream": "journey/420000-primary", "outcome": {"command": "420000-primary apply", "version": 1, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-06-03T09:00:00+00:00", "recorded_at": "2026-11-28T16:14:45.835077+00:00"},
{"id": "420000-primary step 0", "name": "OfferPlace", "stream": "journey/420000-primary", "outcome": {"command": "420000-primary step 0", "version": 2, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:09+00:00", "recorded_at": "2026-11-28T16:14:46.016633+00:00"},
{"id": "420000-primary step 1", "name": "AcceptOffer", "stream": "journey/420000-primary", "outcome": {"command": "420000-primary step 1", "version": 3, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:10+00:00", "recorded_at": "2026-11-28T16:14:46.388928+00:00"},
{"id": "420000-primary step 2", "name": "NominateParticipant", "stream": "journey/420000-primary", "outcome": {"command": "420000-primary step 2", "version": 6, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:10+00:00", "recorded_at": "2026-11-28T16:14:46.635594+00:00"},
{"id": "420000-primary step 3", "name": "NominateParticipant", "stream": "journey/420000-primary", "outcome": {"command": "420000-primary step 3", "version": 7, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:10+00:00", "recorded_at": "2026-11-28T16:14:46.736142+00:00"},
{"id": "420000-primary step 4", "name": "PlaceInWorkGroup", "stream": "journey/420000-primary", "outcome": {"command": "420000-primary step 4", "version": 10, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:10+00:00", "recorded_at": "2026-11-28T16:14:46.814424+00:00"},
{"id": "420001-primary apply", "name": "SubmitApplication", "stream": "journey/420001-primary", "outcome": {"command": "420001-primary apply", "version": 1, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-06-03T09:00:00+00:00", "recorded_at": "2026-11-28T16:14:45.724958+00:00"},
{"id": "420001-primary step 0", "name": "OfferPlace", "stream": "journey/420001-primary", "outcome": {"command": "420001-primary step 0", "version": 2, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:09+00:00", "recorded_at": "2026-11-28T16:14:45.962744+00:00"},
{"id": "420001-primary step 1", "name": "AcceptOffer", "stream": "journey/420001-primary", "outcome": {"command": "420001-primary step 1", "version": 3, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:10+00:00", "recorded_at": "2026-11-28T16:14:46.383322+00:00"},
{"id": "420001-primary step 2", "name": "NominateParticipant", "stream": "journey/420001-primary", "outcome": {"command": "420001-primary step 2", "version": 6, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:10+00:00", "recorded_at": "2026-11-28T16:14:46.60322+00:00"},
{"id": "420001-primary step 3", "name": "NominateParticipant", "stream": "journey/420001-primary", "outcome": {"command": "420001-primary step 3", "version": 7, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:10+00:00", "recorded_at": "2026-11-28T16:14:46.734474+00:00"},
{"id": "420001-primary step 4", "name": "PlaceInWorkGroup", "stream": "journey/420001-primary", "outcome": {"command": "420001-primary step 4", "version": 10, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:10+00:00", "recorded_at": "2026-11-28T16:14:46.776833+00:00"},
{"id": "carry-on:payment-run/north-october:1", "name": "CarryOn", "stream": "payment-run/north-october", "outcome": {"command": "carry-on:payment-run/north-october:1", "version": 2, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:11+00:00", "recorded_at": "2026-11-28T16:14:47.787889+00:00"},
{"id": "carry-on:payment-run/north-october:3", "name": "CarryOn", "stream": "payment-run/north-october", "outcome": {"command": "carry-on:payment-run/north-october:3", "version": 4, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:12+00:00", "recorded_at": "2026-11-28T16:14:48.076541+00:00"},
{"id": "effect:410000-primary:1:performed", "name": "RecordEffect", "stream": "journey/410000-primary", "outcome": {"command": "effect:410000-primary:1:performed", "version": 3, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:09+00:00", "recorded_at": "2026-11-28T16:14:45.319609+00:00"},
{"id": "effect:410000-primary:2:performed", "name": "RecordEffect", "stream": "journey/410000-primary", "outcome": {"command": "effect:410000-primary:2:performed", "version": 4, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:09+00:00", "recorded_at": "2026-11-28T16:14:45.569027+00:00"},
{"id": "effect:410001-primary:1:performed", "name": "RecordEffect", "stream": "journey/410001-primary", "outcome": {"command": "effect:410001-primary:1:performed", "version": 3, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:09+00:00", "recorded_at": "2026-11-28T16:14:45.439779+00:00"},
{"id": "effect:410001-primary:2:performed", "name": "RecordEffect", "stream": "journey/410001-primary", "outcome": {"command": "effect:410001-primary:2:performed", "version": 4, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:09+00:00", "recorded_at": "2026-11-28T16:14:45.724763+00:00"},
{"id": "effect:420000-primary:1:performed", "name": "RecordEffect", "stream": "journey/420000-primary", "outcome": {"command": "effect:420000-primary:1:performed", "version": 4, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:10+00:00", "recorded_at": "2026-11-28T16:14:46.455867+00:00"},
{"id": "effect:420000-primary:2:performed", "name": "RecordEffect", "stream": "journey/420000-primary", "outcome": {"command": "effect:420000-primary:2:performed", "version": 5, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:10+00:00", "recorded_at": "2026-11-28T16:14:46.548672+00:00"},
{"id": "effect:420000-primary:8:performed", "name": "RecordEffect", "stream": "journey/420000-primary", "outcome": {"command": "effect:420000-primary:8:performed", "version": 18, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:11+00:00", "recorded_at": "2026-11-28T16:14:47.760504+00:00"},
{"id": "effect:420001-primary:1:performed", "name": "RecordEffect", "stream": "journey/420001-primary", "outcome": {"command": "effect:420001-primary:1:performed", "version": 4, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:10+00:00", "recorded_at": "2026-11-28T16:14:46.423449+00:00"},
{"id": "effect:420001-primary:2:performed", "name": "RecordEffect", "stream": "journey/420001-primary", "outcome": {"command": "effect:420001-primary:2:performed", "version": 5, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:10+00:00", "recorded_at": "2026-11-28T16:14:46.497716+00:00"},
{"id": "effect:420001-primary:8:performed", "name": "RecordEffect", "stream": "journey/420001-primary", "outcome": {"command": "effect:420001-primary:8:performed", "version": 18, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:11+00:00", "recorded_at": "2026-11-28T16:14:47.608545+00:00"},
{"id": "effect:430000-primary:23:performed", "name": "RecordEffect", "stream": "journey/430000-primary", "outcome": {"command": "effect:430000-primary:23:performed", "version": 24, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:13+00:00", "recorded_at": "2026-11-28T16:14:49.431898+00:00"},
{"id": "effect:430001-primary:22:performed", "name": "RecordEffect", "stream": "journey/430001-primary", "outcome": {"command": "effect:430001-primary:22:performed", "version": 23, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:13+00:00", "recorded_at": "2026-11-28T16:14:49.504926+00:00"},
{"id": "effect:440000-primary:16:performed", "name": "RecordEffect", "stream": "journey/440000-primary", "outcome": {"command": "effect:440000-primary:16:performed", "version": 18, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:13+00:00", "recorded_at": "2026-11-28T16:14:49.598952+00:00"},
{"id": "effect:440000-primary:17:performed", "name": "RecordEffect", "stream": "journey/440000-primary", "outcome": {"command": "effect:440000-primary:17:performed", "version": 19, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:13+00:00", "recorded_at": "2026-11-28T16:14:49.92312+00:00"},
{"id": "effect:payment-run/north-october:1:performed", "name": "RecordEffect", "stream": "payment-run/north-october", "outcome": {"command": "effect:payment-run/north-october:1:performed", "version": 2, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:11+00:00", "recorded_at": "2026-11-28T16:14:47.877423+00:00"},
{"id": "effect:payment-run/north-october:3:performed", "name": "RecordEffect", "stream": "payment-run/north-october", "outcome": {"command": "effect:payment-run/north-october:3:performed", "version": 4, "accepted": true}, "principal": "service", "body_digest": null, "received_at": "2024-10-04T09:00:12+00:00", "recorded_at": "2026-11-28T16:14:48.172046+00:00"},
{"id": "payment-run/north-october authorise", "name": "AuthorisePaymentRun", "stream": "payment-run/north-october", "outcome": {"command": "payment-run/north-october authorise", "version": 3, "accepted": true}, "principal": "bob", "body_digest": null, "received_at": "2024-10-04T09:00:11+00:00", "recorded_at": "2026-11-28T16:14:48.00883+00:00"},
{"id": "payment-run/north-october confirm", "name": "ConfirmPayment", "stream": "payment-run/north-october", "outcome": {"command": "payment-run/north-october confirm", "version": 5, "accepted": true}, "principal": "ann", "body_digest": null, "received_at": "2024-10-04T09:00:12+00:00", "recorded_at": "2026-11-28T16:14:48.274682+00:00"},
{"id": "payment-run/north-october prepare", "name": "PreparePaymentRun", "stream": "payment-run/north-october", "outcome": {"command": "payment-run/north-october prepare", "version": 1, "accepted": true}, "principal": "ann", "body_digest": null, "received_at": "2024-10-04T09:00:11+00:00", "recorded_at": "2026-11-28T16:14:47.678977+00:00"},
{"id": "turn/far-south/2025-26/440000-primary", "name": "InviteToNextStage", "stream": "journey/440000-primary", "outcome": {"command": "turn/far-south/2025-26/440000-primary", "version": 17, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:12+00:00", "recorded_at": "2026-11-28T16:14:49.557722+00:00"},
{"id": "turn/far-south/2025-26/far-south-2025-26-primary-embedding-1", "name": "FormWorkGroup", "stream": "work-group/far-south-2025-26-primary-embedding-1", "outcome": {"command": "turn/far-south/2025-26/far-south-2025-26-primary-embedding-1", "version": 1, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:12+00:00", "recorded_at": "2026-11-28T16:14:49.215789+00:00"},
{"id": "turn/far-south/2025-26/far-south-2025-26-primary-embedding-2", "name": "FormWorkGroup", "stream": "work-group/far-south-2025-26-primary-embedding-2", "outcome": {"command": "turn/far-south/2025-26/far-south-2025-26-primary-embedding-2", "version": 1, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:12+00:00", "recorded_at": "2026-11-28T16:14:49.343899+00:00"},
{"id": "work-group/north-1 form", "name": "FormWorkGroup", "stream": "work-group/north-1", "outcome": {"command": "work-group/north-1 form", "version": 1, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:09+00:00", "recorded_at": "2026-11-28T16:14:45.53951+00:00"},
{"id": "work-group/north-1 register", "name": "TakeRegister", "stream": "work-group/north-1", "outcome": {"command": "work-group/north-1 register", "version": 7, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:11+00:00", "recorded_at": "2026-11-28T16:14:47.415616+00:00"},
{"id": "work-group/north-1 session", "name": "ScheduleSession", "stream": "work-group/north-1", "outcome": {"command": "work-group/north-1 session", "version": 6, "accepted": true}, "principal": "p-hub-lead", "body_digest": null, "received_at": "2024-10-04T09:00:11+00:00", "recorded_at": "2026-11-28T16:14:47.224614+00:00"}
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
{"id": "420000-primary:1-summer", "seq": null, "why": null, "kind": "termly", "term": "summer", "cause": "the summer term of 2024/25", "due_at": "2025-05-06T08:00:00+00:00", "bounced": 0, "journey": "420000-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "420000-primary:1-spring", "seq": null, "why": null, "kind": "termly", "term": "spring", "cause": "the spring term of 2024/25", "due_at": "2025-01-13T09:00:00+00:00", "bounced": 0, "journey": "420000-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "420001-primary:1-spring", "seq": null, "why": null, "kind": "termly", "term": "spring", "cause": "the spring term of 2024/25", "due_at": "2025-01-13T09:00:00+00:00", "bounced": 0, "journey": "420001-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "420001-primary:1-summer", "seq": null, "why": null, "kind": "termly", "term": "summer", "cause": "the summer term of 2024/25", "due_at": "2025-05-06T08:00:00+00:00", "bounced": 0, "journey": "420001-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "430000-primary:1-spring", "seq": null, "why": null, "kind": "termly", "term": "spring", "cause": "the spring term of 2024/25", "due_at": "2025-01-13T09:00:00+00:00", "bounced": 0, "journey": "430000-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "430000-primary:1-summer", "seq": null, "why": null, "kind": "termly", "term": "summer", "cause": "the summer term of 2024/25", "due_at": "2025-05-06T08:00:00+00:00", "bounced": 0, "journey": "430000-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "430000-primary:1-autumn", "seq": 23, "why": null, "kind": "termly", "term": "autumn", "cause": "the autumn term of 2024/25", "due_at": "2024-09-16T08:00:00+00:00", "bounced": 0, "journey": "430000-primary", "letters": 3, "outcome": "sent", "sent_at": "2024-10-04T09:00:13+00:00", "fell_back": false, "academic_year": "2024/25"},
{"id": "430001-primary:1-spring", "seq": null, "why": null, "kind": "termly", "term": "spring", "cause": "the spring term of 2024/25", "due_at": "2025-01-13T09:00:00+00:00", "bounced": 0, "journey": "430001-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "430001-primary:1-summer", "seq": null, "why": null, "kind": "termly", "term": "summer", "cause": "the summer term of 2024/25", "due_at": "2025-05-06T08:00:00+00:00", "bounced": 0, "journey": "430001-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "430001-primary:1-autumn", "seq": 22, "why": null, "kind": "termly", "term": "autumn", "cause": "the autumn term of 2024/25", "due_at": "2024-09-16T08:00:00+00:00", "bounced": 0, "journey": "430001-primary", "letters": 3, "outcome": "sent", "sent_at": "2024-10-04T09:00:13+00:00", "fell_back": false, "academic_year": "2024/25"},
{"id": "440000-primary:1-autumn", "seq": 16, "why": null, "kind": "termly", "term": "autumn", "cause": "the autumn term of 2024/25", "due_at": "2024-09-16T08:00:00+00:00", "bounced": 0, "journey": "440000-primary", "letters": 3, "outcome": "sent", "sent_at": "2024-10-04T09:00:13+00:00", "fell_back": false, "academic_year": "2024/25"},
{"id": "440000-primary:1-spring", "seq": null, "why": null, "kind": "termly", "term": "spring", "cause": "the spring term of 2024/25", "due_at": "2025-01-13T09:00:00+00:00", "bounced": 0, "journey": "440000-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "440000-primary:1-summer", "seq": null, "why": null, "kind": "termly", "term": "summer", "cause": "the summer term of 2024/25", "due_at": "2025-05-06T08:00:00+00:00", "bounced": 0, "journey": "440000-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "440001-primary:1-autumn", "seq": 16, "why": null, "kind": "termly", "term": "autumn", "cause": "the autumn term of 2024/25", "due_at": "2024-09-16T08:00:00+00:00", "bounced": 0, "journey": "440001-primary", "letters": 0, "outcome": "pending", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "440001-primary:1-summer", "seq": null, "why": null, "kind": "termly", "term": "summer", "cause": "the summer term of 2024/25", "due_at": "2025-05-06T08:00:00+00:00", "bounced": 0, "journey": "440001-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"},
{"id": "440001-primary:1-spring", "seq": null, "why": null, "kind": "termly", "term": "spring", "cause": "the spring term of 2024/25", "due_at": "2025-01-13T09:00:00+00:00", "bounced": 0, "journey": "440001-primary", "letters": 0, "outcome": "planned", "sent_at": null, "fell_back": false, "academic_year": "2024/25"}
]');
insert into public.effect_leases ("effect_id", "holder", "leased_until", "attempts", "sent", "done_at", "result") overriding system value select "effect_id", "holder", "leased_until", "attempts", "sent", "done_at", "result" from jsonb_populate_recordset(null::public.effect_leases, '[
{"sent": ["<410000-primary.1.applicant@school-journeys.invalid>"], "holder": "73db42e1-a743-4da8-b6f8-55ca701369ca", "result": {"seq": 1, "outcome": "performed", "messageId": "<410000-primary.1.applicant@school-journeys.invalid>"}, "done_at": "2026-11-28T16:14:45.130372+00:00", "attempts": 1, "effect_id": "410000-primary:1", "leased_until": "2026-11-28T16:14:45.130372+00:00"},
{"sent": ["<410000-primary.2.applicant@school-journeys.invalid>"], "holder": "6ffbb9c8-7c3c-41ef-803e-9b25e28ede21", "result": {"seq": 2, "outcome": "performed", "messageId": "<410000-primary.2.applicant@school-journeys.invalid>"}, "done_at": "2026-11-28T16:14:45.487401+00:00", "attempts": 1, "effect_id": "410000-primary:2", "leased_until": "2026-11-28T16:14:45.487401+00:00"},
{"sent": ["<410001-primary.1.applicant@school-journeys.invalid>"], "holder": "4d64c46d-89f4-4cd5-997a-7bfc0810994e", "result": {"seq": 1, "outcome": "performed", "messageId": "<410001-primary.1.applicant@school-journeys.invalid>"}, "done_at": "2026-11-28T16:14:45.131367+00:00", "attempts": 1, "effect_id": "410001-primary:1", "leased_until": "2026-11-28T16:14:45.131367+00:00"},
{"sent": ["<410001-primary.2.applicant@school-journeys.invalid>"], "holder": "e3797184-01b8-4863-b4c4-c3d2a4ca35e2", "result": {"seq": 2, "outcome": "performed", "messageId": "<410001-primary.2.applicant@school-journeys.invalid>"}, "done_at": "2026-11-28T16:14:45.617797+00:00", "attempts": 1, "effect_id": "410001-primary:2", "leased_until": "2026-11-28T16:14:45.617797+00:00"},
{"sent": ["<420000-primary.1.applicant@school-journeys.invalid>"], "holder": "8c3a612a-071c-434a-ade8-2303fcfd4835", "result": {"seq": 1, "outcome": "performed", "messageId": "<420000-primary.1.applicant@school-journeys.invalid>"}, "done_at": "2026-11-28T16:14:46.146716+00:00", "attempts": 1, "effect_id": "420000-primary:1", "leased_until": "2026-11-28T16:14:46.146715+00:00"},
{"sent": ["<420000-primary.2.applicant@school-journeys.invalid>"], "holder": "de61471f-34b9-474b-806d-b0b9774ab26c", "result": {"seq": 2, "outcome": "performed", "messageId": "<420000-primary.2.applicant@school-journeys.invalid>"}, "done_at": "2026-11-28T16:14:46.43128+00:00", "attempts": 1, "effect_id": "420000-primary:2", "leased_until": "2026-11-28T16:14:46.43128+00:00"},
{"sent": ["<420000-primary.8.applicant@school-journeys.invalid>", "<420000-primary.8.headteacher@school-journeys.invalid>"], "holder": "1fe4bfe2-c0bd-460d-8c91-5c0fee4b9e99", "result": {"seq": 8, "outcome": "performed", "messageId": "<420000-primary.8.applicant@school-journeys.invalid> <420000-primary.8.headteacher@school-journeys.invalid>"}, "done_at": "2026-11-28T16:14:47.677926+00:00", "attempts": 1, "effect_id": "420000-primary:8", "leased_until": "2026-11-28T16:14:47.677926+00:00"},
{"sent": ["<420001-primary.1.applicant@school-journeys.invalid>"], "holder": "8e36e26e-b679-43da-83a3-ddd6becacf0f", "result": {"seq": 1, "outcome": "performed", "messageId": "<420001-primary.1.applicant@school-journeys.invalid>"}, "done_at": "2026-11-28T16:14:46.033167+00:00", "attempts": 1, "effect_id": "420001-primary:1", "leased_until": "2026-11-28T16:14:46.033167+00:00"},
{"sent": ["<420001-primary.2.applicant@school-journeys.invalid>"], "holder": "c66612c8-7edc-4bcc-ac04-f7e07ecbeb81", "result": {"seq": 2, "outcome": "performed", "messageId": "<420001-primary.2.applicant@school-journeys.invalid>"}, "done_at": "2026-11-28T16:14:46.398545+00:00", "attempts": 1, "effect_id": "420001-primary:2", "leased_until": "2026-11-28T16:14:46.398545+00:00"},
{"sent": ["<420001-primary.8.applicant@school-journeys.invalid>", "<420001-primary.8.headteacher@school-journeys.invalid>"], "holder": "80e35b60-82ad-4dfe-89f4-99a019d35123", "result": {"seq": 8, "outcome": "performed", "messageId": "<420001-primary.8.applicant@school-journeys.invalid> <420001-primary.8.headteacher@school-journeys.invalid>"}, "done_at": "2026-11-28T16:14:47.558225+00:00", "attempts": 1, "effect_id": "420001-primary:8", "leased_until": "2026-11-28T16:14:47.558225+00:00"},
{"sent": ["<430000-primary.23.p-5bbc2a0e7c@school-journeys.invalid>", "<430000-primary.23.p-76c334671c@school-journeys.invalid>", "<430000-primary.23.headteacher@school-journeys.invalid>"], "holder": "8ebf1117-ee93-408e-985c-37c0c00aa64e", "result": {"seq": 23, "outcome": "performed", "messageId": "<430000-primary.23.p-5bbc2a0e7c@school-journeys.invalid> <430000-primary.23.p-76c334671c@school-journeys.invalid> <430000-primary.23.headteacher@school-journeys.invalid>"}, "done_at": "2026-11-28T16:14:49.300379+00:00", "attempts": 1, "effect_id": "430000-primary:23", "leased_until": "2026-11-28T16:14:49.300379+00:00"},
{"sent": ["<430001-primary.22.p-29f65b6c10@school-journeys.invalid>", "<430001-primary.22.p-94ed788adc@school-journeys.invalid>", "<430001-primary.22.headteacher@school-journeys.invalid>"], "holder": "9ca3b86c-421b-47a7-b03b-f4ca7d8c0a69", "result": {"seq": 22, "outcome": "performed", "messageId": "<430001-primary.22.p-29f65b6c10@school-journeys.invalid> <430001-primary.22.p-94ed788adc@school-journeys.invalid> <430001-primary.22.headteacher@school-journeys.invalid>"}, "done_at": "2026-11-28T16:14:49.327401+00:00", "attempts": 1, "effect_id": "430001-primary:22", "leased_until": "2026-11-28T16:14:49.327401+00:00"},
{"sent": ["<440000-primary.16.p-91ddbf3caf@school-journeys.invalid>", "<440000-primary.16.p-a8e974514f@school-journeys.invalid>", "<440000-primary.16.headteacher@school-journeys.invalid>"], "holder": "b4ec89b7-b608-4a22-9aec-2111abf94a3e", "result": {"seq": 16, "outcome": "performed", "messageId": "<440000-primary.16.p-91ddbf3caf@school-journeys.invalid> <440000-primary.16.p-a8e974514f@school-journeys.invalid> <440000-primary.16.headteacher@school-journeys.invalid>"}, "done_at": "2026-11-28T16:14:49.469756+00:00", "attempts": 1, "effect_id": "440000-primary:16", "leased_until": "2026-11-28T16:14:49.469756+00:00"},
{"sent": ["<440000-primary.17.applicant@school-journeys.invalid>", "<440000-primary.17.headteacher@school-journeys.invalid>"], "holder": "c4bb5d33-b8da-4e3e-9128-f4140595961c", "result": {"seq": 17, "outcome": "performed", "messageId": "<440000-primary.17.applicant@school-journeys.invalid> <440000-primary.17.headteacher@school-journeys.invalid>"}, "done_at": "2026-11-28T16:14:49.851855+00:00", "attempts": 1, "effect_id": "440000-primary:17", "leased_until": "2026-11-28T16:14:49.851855+00:00"},
{"sent": ["<440001-primary.16.p-3fbe403783@school-journeys.invalid>", "<440001-primary.16.p-320f018b04@school-journeys.invalid>", "<440001-primary.16.headteacher@school-journeys.invalid>"], "holder": "448fbfeb-811a-4c9a-b6a1-007f746ca1d6", "result": {"seq": 16, "outcome": "performed", "messageId": "<440001-primary.16.p-3fbe403783@school-journeys.invalid> <440001-primary.16.p-320f018b04@school-journeys.invalid> <440001-primary.16.headteacher@school-journeys.invalid>"}, "done_at": "2026-11-28T16:14:49.441237+00:00", "attempts": 1, "effect_id": "440001-primary:16", "leased_until": "2026-11-28T16:14:49.441237+00:00"}
]');
insert into public.events ("stream", "seq", "type", "at", "data", "actor", "command_id", "schema_version", "recorded_at") overriding system value select "stream", "seq", "type", "at", "data", "actor", "command_id", "schema_version", "recorded_at" from jsonb_populate_recordset(null::public.events, '[
{"at": "2024-06-03T09:00:00+00:00", "seq": 1, "data": {"hub": "great-north", "group": [], "school": {"urn": "410000", "open": true, "phase": "primary", "funding": "state", "history": [], "headteacher": true}, "criteria": [], "contactId": "person-410000", "reasonsId": null, "prospectus": "2024-25/primary-development", "reasonsWords": 0}, "type": "ApplicationSubmitted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/410000-primary", "command_id": "410000-primary apply", "recorded_at": "2026-11-28T16:14:44.502292+00:00", "schema_version": 1},
{"at": "2024-06-03T09:00:00+00:00", "seq": 1, "data": {"hub": "great-north", "group": [], "school": {"urn": "410001", "open": true, "phase": "primary", "funding": "state", "history": [], "headteacher": true}, "criteria": [], "contactId": "person-410001", "reasonsId": null, "prospectus": "2024-25/primary-development", "reasonsWords": 0}, "type": "ApplicationSubmitted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/410001-primary", "command_id": "410001-primary apply", "recorded_at": "2026-11-28T16:14:44.593229+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:08+00:00", "seq": 2, "data": {"remindAt": "2024-11-22T09:00:00Z", "respondBy": "2024-11-29", "workGroup": "north-2"}, "type": "PlaceOffered", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/410000-primary", "command_id": "410000-primary offer", "recorded_at": "2026-11-28T16:14:44.721259+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:08+00:00", "seq": 2, "data": {"remindAt": "2024-11-22T09:00:00Z", "respondBy": "2024-11-29", "workGroup": "north-2"}, "type": "PlaceOffered", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/410001-primary", "command_id": "410001-primary offer", "recorded_at": "2026-11-28T16:14:45.107254+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:09+00:00", "seq": 3, "data": {"effect": 1, "messageId": "<410000-primary.1.applicant@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/410000-primary", "command_id": "effect:410000-primary:1:performed", "recorded_at": "2026-11-28T16:14:45.319609+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:09+00:00", "seq": 3, "data": {"effect": 1, "messageId": "<410001-primary.1.applicant@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/410001-primary", "command_id": "effect:410001-primary:1:performed", "recorded_at": "2026-11-28T16:14:45.439779+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:09+00:00", "seq": 1, "data": {"hub": "great-north", "lead": "lead-1", "places": {"most": 7, "least": 6}, "leadRole": "mastery-specialist", "sessions": [{"on": "2024-10-02", "length": "half-day", "session": "session-1"}, {"on": "2025-01-22", "length": "half-day", "session": "session-2"}, {"on": "2025-05-07", "length": "half-day", "session": "session-3"}], "prospectus": "2024-25/primary-development", "academicYear": "2024/25"}, "type": "WorkGroupFormed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "work-group/north-1", "command_id": "work-group/north-1 form", "recorded_at": "2026-11-28T16:14:45.53951+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:09+00:00", "seq": 4, "data": {"effect": 2, "messageId": "<410000-primary.2.applicant@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/410000-primary", "command_id": "effect:410000-primary:2:performed", "recorded_at": "2026-11-28T16:14:45.569027+00:00", "schema_version": 1},
{"at": "2024-06-03T09:00:00+00:00", "seq": 1, "data": {"hub": "great-north", "group": [], "school": {"urn": "420001", "open": true, "phase": "primary", "funding": "state", "history": [], "headteacher": true}, "criteria": [], "contactId": "person-420001", "reasonsId": null, "prospectus": "2024-25/primary-development", "reasonsWords": 0}, "type": "ApplicationSubmitted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "420001-primary apply", "recorded_at": "2026-11-28T16:14:45.724958+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:09+00:00", "seq": 4, "data": {"effect": 2, "messageId": "<410001-primary.2.applicant@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/410001-primary", "command_id": "effect:410001-primary:2:performed", "recorded_at": "2026-11-28T16:14:45.724763+00:00", "schema_version": 1},
{"at": "2024-06-03T09:00:00+00:00", "seq": 1, "data": {"hub": "great-north", "group": [], "school": {"urn": "420000", "open": true, "phase": "primary", "funding": "state", "history": [], "headteacher": true}, "criteria": [], "contactId": "person-420000", "reasonsId": null, "prospectus": "2024-25/primary-development", "reasonsWords": 0}, "type": "ApplicationSubmitted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "420000-primary apply", "recorded_at": "2026-11-28T16:14:45.835077+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:09+00:00", "seq": 2, "data": {"remindAt": "2024-10-25T08:00:00Z", "respondBy": "2024-11-01", "workGroup": "north-1"}, "type": "PlaceOffered", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "420001-primary step 0", "recorded_at": "2026-11-28T16:14:45.962744+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:09+00:00", "seq": 2, "data": {"journey": "420001-primary", "fromWaitlist": false}, "type": "PlaceReserved", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "work-group/north-1", "command_id": "420001-primary step 0", "recorded_at": "2026-11-28T16:14:45.962744+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:09+00:00", "seq": 2, "data": {"remindAt": "2024-10-25T08:00:00Z", "respondBy": "2024-11-01", "workGroup": "north-1"}, "type": "PlaceOffered", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "420000-primary step 0", "recorded_at": "2026-11-28T16:14:46.016633+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:09+00:00", "seq": 3, "data": {"journey": "420000-primary", "fromWaitlist": false}, "type": "PlaceReserved", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "work-group/north-1", "command_id": "420000-primary step 0", "recorded_at": "2026-11-28T16:14:46.016633+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:10+00:00", "seq": 3, "data": {}, "type": "OfferAccepted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "420001-primary step 1", "recorded_at": "2026-11-28T16:14:46.383322+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:10+00:00", "seq": 3, "data": {}, "type": "OfferAccepted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "420000-primary step 1", "recorded_at": "2026-11-28T16:14:46.388928+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:10+00:00", "seq": 4, "data": {"effect": 1, "messageId": "<420001-primary.1.applicant@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/420001-primary", "command_id": "effect:420001-primary:1:performed", "recorded_at": "2026-11-28T16:14:46.423449+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:10+00:00", "seq": 4, "data": {"effect": 1, "messageId": "<420000-primary.1.applicant@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/420000-primary", "command_id": "effect:420000-primary:1:performed", "recorded_at": "2026-11-28T16:14:46.455867+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:10+00:00", "seq": 5, "data": {"effect": 2, "messageId": "<420001-primary.2.applicant@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/420001-primary", "command_id": "effect:420001-primary:2:performed", "recorded_at": "2026-11-28T16:14:46.497716+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:10+00:00", "seq": 5, "data": {"effect": 2, "messageId": "<420000-primary.2.applicant@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/420000-primary", "command_id": "effect:420000-primary:2:performed", "recorded_at": "2026-11-28T16:14:46.548672+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:10+00:00", "seq": 6, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "420001-1", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "420001-primary step 2", "recorded_at": "2026-11-28T16:14:46.60322+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:10+00:00", "seq": 6, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "420000-1", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "420000-primary step 2", "recorded_at": "2026-11-28T16:14:46.635594+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:10+00:00", "seq": 7, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "420001-2", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "420001-primary step 3", "recorded_at": "2026-11-28T16:14:46.734474+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:10+00:00", "seq": 7, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "420000-2", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "420000-primary step 3", "recorded_at": "2026-11-28T16:14:46.736142+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:10+00:00", "seq": 8, "data": {"stage": "development", "workGroup": "north-1", "prospectus": "2024-25/primary-development", "academicYear": "2024/25"}, "type": "SchoolPlaced", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "420001-primary step 4", "recorded_at": "2026-11-28T16:14:46.776833+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:10+00:00", "seq": 9, "data": {"stage": "development", "endsAt": "2025-08-31T22:59:59Z", "revision": 1, "startsAt": "2024-10-04T09:00:10Z", "reminders": [{"at": "2024-09-16T08:00:00Z", "term": "autumn", "termEndsOn": "2024-12-20"}, {"at": "2025-01-13T09:00:00Z", "term": "spring", "termEndsOn": "2025-04-04"}, {"at": "2025-05-06T08:00:00Z", "term": "summer", "termEndsOn": "2025-07-22"}], "reminding": {"copies": ["headteacher"], "chaserDays": 2, "chasersATerm": 3}, "workGroup": "north-1", "escalation": {"graceDays": 7, "toHubLeadDays": 14, "toHeadteacherDays": 14}, "prospectus": "2024-25/primary-development", "commitments": [{"by": "hub", "code": "support-visit-autumn", "kind": "visit", "after": null, "dueOn": "2024-11-13", "target": null, "within": {"to": "2024-12-20", "from": "2024-09-03"}}, {"by": "hub", "code": "session-2", "kind": "session", "after": null, "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "meeting-2", "kind": "meeting", "after": "session-2", "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "action-plan", "kind": "action-plan", "after": null, "dueOn": "2025-02-05", "target": null, "within": null, "chaseAt": "2025-02-03T09:00:00Z"}, {"by": "hub", "code": "support-visit-spring", "kind": "visit", "after": null, "dueOn": "2025-03-05", "target": null, "within": {"to": "2025-04-04", "from": "2025-01-06"}}, {"by": "school", "code": "headteacher-meeting", "kind": "headteacher-meeting", "after": "support-visit-spring", "dueOn": "2025-03-05", "target": null, "within": null}, {"by": "hub", "code": "session-3", "kind": "session", "after": null, "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "school", "code": "meeting-3", "kind": "meeting", "after": "session-3", "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "hub", "code": "support-visit-summer", "kind": "visit", "after": null, "dueOn": "2025-06-18", "target": null, "within": {"to": "2025-07-22", "from": "2025-04-22"}}, {"by": "school", "code": "release-days", "kind": "release-days", "after": null, "dueOn": "2025-07-11", "target": 20, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "report", "kind": "report", "after": null, "dueOn": "2025-07-11", "target": null, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "evaluation", "kind": "evaluation", "after": null, "dueOn": "2025-07-15", "target": null, "within": null, "chaseAt": "2025-07-11T08:00:00Z"}], "academicYear": "2024/25", "readinessAsked": false, "halfDaysPerMeeting": 1}, "type": "StageStarted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "420001-primary step 4", "recorded_at": "2026-11-28T16:14:46.776833+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:10+00:00", "seq": 10, "data": {"stage": "development", "amountPence": 100000, "academicYear": "2024/25"}, "type": "GrantDue", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "420001-primary step 4", "recorded_at": "2026-11-28T16:14:46.776833+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:10+00:00", "seq": 4, "data": {"journey": "420001-primary"}, "type": "PlaceTaken", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "work-group/north-1", "command_id": "420001-primary step 4", "recorded_at": "2026-11-28T16:14:46.776833+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:10+00:00", "seq": 8, "data": {"stage": "development", "workGroup": "north-1", "prospectus": "2024-25/primary-development", "academicYear": "2024/25"}, "type": "SchoolPlaced", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "420000-primary step 4", "recorded_at": "2026-11-28T16:14:46.814424+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:10+00:00", "seq": 9, "data": {"stage": "development", "endsAt": "2025-08-31T22:59:59Z", "revision": 1, "startsAt": "2024-10-04T09:00:10Z", "reminders": [{"at": "2024-09-16T08:00:00Z", "term": "autumn", "termEndsOn": "2024-12-20"}, {"at": "2025-01-13T09:00:00Z", "term": "spring", "termEndsOn": "2025-04-04"}, {"at": "2025-05-06T08:00:00Z", "term": "summer", "termEndsOn": "2025-07-22"}], "reminding": {"copies": ["headteacher"], "chaserDays": 2, "chasersATerm": 3}, "workGroup": "north-1", "escalation": {"graceDays": 7, "toHubLeadDays": 14, "toHeadteacherDays": 14}, "prospectus": "2024-25/primary-development", "commitments": [{"by": "hub", "code": "support-visit-autumn", "kind": "visit", "after": null, "dueOn": "2024-11-13", "target": null, "within": {"to": "2024-12-20", "from": "2024-09-03"}}, {"by": "hub", "code": "session-2", "kind": "session", "after": null, "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "meeting-2", "kind": "meeting", "after": "session-2", "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "action-plan", "kind": "action-plan", "after": null, "dueOn": "2025-02-05", "target": null, "within": null, "chaseAt": "2025-02-03T09:00:00Z"}, {"by": "hub", "code": "support-visit-spring", "kind": "visit", "after": null, "dueOn": "2025-03-05", "target": null, "within": {"to": "2025-04-04", "from": "2025-01-06"}}, {"by": "school", "code": "headteacher-meeting", "kind": "headteacher-meeting", "after": "support-visit-spring", "dueOn": "2025-03-05", "target": null, "within": null}, {"by": "hub", "code": "session-3", "kind": "session", "after": null, "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "school", "code": "meeting-3", "kind": "meeting", "after": "session-3", "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "hub", "code": "support-visit-summer", "kind": "visit", "after": null, "dueOn": "2025-06-18", "target": null, "within": {"to": "2025-07-22", "from": "2025-04-22"}}, {"by": "school", "code": "release-days", "kind": "release-days", "after": null, "dueOn": "2025-07-11", "target": 20, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "report", "kind": "report", "after": null, "dueOn": "2025-07-11", "target": null, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "evaluation", "kind": "evaluation", "after": null, "dueOn": "2025-07-15", "target": null, "within": null, "chaseAt": "2025-07-11T08:00:00Z"}], "academicYear": "2024/25", "readinessAsked": false, "halfDaysPerMeeting": 1}, "type": "StageStarted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "420000-primary step 4", "recorded_at": "2026-11-28T16:14:46.814424+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:10+00:00", "seq": 10, "data": {"stage": "development", "amountPence": 100000, "academicYear": "2024/25"}, "type": "GrantDue", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "420000-primary step 4", "recorded_at": "2026-11-28T16:14:46.814424+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:10+00:00", "seq": 5, "data": {"journey": "420000-primary"}, "type": "PlaceTaken", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "work-group/north-1", "command_id": "420000-primary step 4", "recorded_at": "2026-11-28T16:14:46.814424+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 6, "data": {"on": "2024-10-04", "where": "in-person", "length": "half-day", "session": "session-2"}, "type": "SessionScheduled", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "work-group/north-1", "command_id": "work-group/north-1 session", "recorded_at": "2026-11-28T16:14:47.224614+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 11, "data": {"on": "2024-10-04", "session": "session-2"}, "type": "SessionScheduled", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "work-group/north-1 session/420001-primary", "recorded_at": "2026-11-28T16:14:47.224614+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 12, "data": {"dueOn": "2024-10-04", "commitment": "session-2", "reasonCode": "session-dated"}, "type": "CommitmentRescheduled", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "work-group/north-1 session/420001-primary", "recorded_at": "2026-11-28T16:14:47.224614+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 13, "data": {"dueOn": "2024-10-04", "commitment": "meeting-2", "reasonCode": "session-dated"}, "type": "CommitmentRescheduled", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "work-group/north-1 session/420001-primary", "recorded_at": "2026-11-28T16:14:47.224614+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 11, "data": {"on": "2024-10-04", "session": "session-2"}, "type": "SessionScheduled", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "work-group/north-1 session/420000-primary", "recorded_at": "2026-11-28T16:14:47.224614+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 12, "data": {"dueOn": "2024-10-04", "commitment": "session-2", "reasonCode": "session-dated"}, "type": "CommitmentRescheduled", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "work-group/north-1 session/420000-primary", "recorded_at": "2026-11-28T16:14:47.224614+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 13, "data": {"dueOn": "2024-10-04", "commitment": "meeting-2", "reasonCode": "session-dated"}, "type": "CommitmentRescheduled", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "work-group/north-1 session/420000-primary", "recorded_at": "2026-11-28T16:14:47.224614+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 7, "data": {"on": "2024-10-04", "schools": [{"absent": [], "journey": "420000-primary", "present": ["420000-1", "420000-2"], "headteacher": false}, {"absent": [], "journey": "420001-primary", "present": ["420001-1", "420001-2"], "headteacher": false}], "session": "session-2"}, "type": "RegisterTaken", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "work-group/north-1", "command_id": "work-group/north-1 register", "recorded_at": "2026-11-28T16:14:47.415616+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 14, "data": {"on": "2024-10-04", "present": ["420001-1", "420001-2"], "session": "session-2", "headteacher": false}, "type": "AttendanceRecorded", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "work-group/north-1 register/420001-primary", "recorded_at": "2026-11-28T16:14:47.415616+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 15, "data": {"late": false, "commitment": "session-2"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "work-group/north-1 register/420001-primary", "recorded_at": "2026-11-28T16:14:47.415616+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 16, "data": {"late": false, "commitment": "meeting-2"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "work-group/north-1 register/420001-primary", "recorded_at": "2026-11-28T16:14:47.415616+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 17, "data": {"stage": "development", "academicYear": "2024/25"}, "type": "GrantPayable", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420001-primary", "command_id": "work-group/north-1 register/420001-primary", "recorded_at": "2026-11-28T16:14:47.415616+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 14, "data": {"on": "2024-10-04", "present": ["420000-1", "420000-2"], "session": "session-2", "headteacher": false}, "type": "AttendanceRecorded", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "work-group/north-1 register/420000-primary", "recorded_at": "2026-11-28T16:14:47.415616+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 15, "data": {"late": false, "commitment": "session-2"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "work-group/north-1 register/420000-primary", "recorded_at": "2026-11-28T16:14:47.415616+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 16, "data": {"late": false, "commitment": "meeting-2"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "work-group/north-1 register/420000-primary", "recorded_at": "2026-11-28T16:14:47.415616+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 17, "data": {"stage": "development", "academicYear": "2024/25"}, "type": "GrantPayable", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/420000-primary", "command_id": "work-group/north-1 register/420000-primary", "recorded_at": "2026-11-28T16:14:47.415616+00:00", "schema_version": 1},
{"at": "2024-05-07T09:00:00+00:00", "seq": 1, "data": {"hub": "great-north", "group": [], "school": {"urn": "430000", "open": true, "phase": "primary", "funding": "state", "history": [], "headteacher": true}, "criteria": [], "contactId": "person-430000", "reasonsId": null, "prospectus": "2024-25/primary-development", "reasonsWords": 0}, "type": "ApplicationSubmitted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/1", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 2, "data": {"remindAt": "2024-05-29T08:00:00Z", "respondBy": "2024-06-05", "workGroup": "group-430000"}, "type": "PlaceOffered", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/2", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 3, "data": {}, "type": "OfferAccepted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/3", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 4, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "430000-1", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/4", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 5, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "430000-2", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/5", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 6, "data": {"stage": "development", "workGroup": "group-430000", "prospectus": "2024-25/primary-development", "academicYear": "2024/25"}, "type": "SchoolPlaced", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/6", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-08-31T23:00:00+00:00", "seq": 7, "data": {"stage": "development", "endsAt": "2025-08-31T22:59:59Z", "revision": 1, "startsAt": "2024-08-31T23:00:00Z", "reminders": [{"at": "2024-09-16T08:00:00Z", "term": "autumn", "termEndsOn": "2024-12-20"}, {"at": "2025-01-13T09:00:00Z", "term": "spring", "termEndsOn": "2025-04-04"}, {"at": "2025-05-06T08:00:00Z", "term": "summer", "termEndsOn": "2025-07-22"}], "reminding": {"copies": ["headteacher"], "chaserDays": 2, "chasersATerm": 3}, "workGroup": "group-430000", "escalation": {"graceDays": 7, "toHubLeadDays": 14, "toHeadteacherDays": 14}, "prospectus": "2024-25/primary-development", "commitments": [{"by": "hub", "code": "session-1", "kind": "session", "after": null, "dueOn": "2024-10-02", "target": null, "within": null}, {"by": "school", "code": "meeting-1", "kind": "meeting", "after": "session-1", "dueOn": "2024-10-02", "target": null, "within": null}, {"by": "hub", "code": "support-visit-autumn", "kind": "visit", "after": null, "dueOn": "2024-11-13", "target": null, "within": {"to": "2024-12-20", "from": "2024-09-03"}}, {"by": "hub", "code": "session-2", "kind": "session", "after": null, "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "meeting-2", "kind": "meeting", "after": "session-2", "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "action-plan", "kind": "action-plan", "after": null, "dueOn": "2025-02-05", "target": null, "within": null, "chaseAt": "2025-02-03T09:00:00Z"}, {"by": "hub", "code": "support-visit-spring", "kind": "visit", "after": null, "dueOn": "2025-03-05", "target": null, "within": {"to": "2025-04-04", "from": "2025-01-06"}}, {"by": "school", "code": "headteacher-meeting", "kind": "headteacher-meeting", "after": "support-visit-spring", "dueOn": "2025-03-05", "target": null, "within": null}, {"by": "hub", "code": "session-3", "kind": "session", "after": null, "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "school", "code": "meeting-3", "kind": "meeting", "after": "session-3", "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "hub", "code": "support-visit-summer", "kind": "visit", "after": null, "dueOn": "2025-06-18", "target": null, "within": {"to": "2025-07-22", "from": "2025-04-22"}}, {"by": "school", "code": "release-days", "kind": "release-days", "after": null, "dueOn": "2025-07-11", "target": 20, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "report", "kind": "report", "after": null, "dueOn": "2025-07-11", "target": null, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "evaluation", "kind": "evaluation", "after": null, "dueOn": "2025-07-15", "target": null, "within": null, "chaseAt": "2025-07-11T08:00:00Z"}], "academicYear": "2024/25", "readinessAsked": false, "halfDaysPerMeeting": 1}, "type": "StageStarted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/7", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-08-31T23:00:00+00:00", "seq": 8, "data": {"stage": "development", "amountPence": 100000, "academicYear": "2024/25"}, "type": "GrantDue", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/8", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 9, "data": {"on": "2024-10-02", "present": ["430000-1", "430000-2"], "session": "session-1", "headteacher": false}, "type": "AttendanceRecorded", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/9", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 10, "data": {"late": false, "commitment": "session-1"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/10", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 11, "data": {"late": false, "commitment": "meeting-1"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/11", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 12, "data": {"stage": "development", "academicYear": "2024/25"}, "type": "GrantPayable", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/12", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-03T09:00:00+00:00", "seq": 13, "data": {"stage": "development", "approver": "approver-1", "academicYear": "2024/25"}, "type": "GrantApproved", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/13", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-03T09:00:00+00:00", "seq": 14, "data": {"stage": "development", "approver": "approver-2", "academicYear": "2024/25"}, "type": "GrantApproved", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/14", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-03T09:00:00+00:00", "seq": 15, "data": {"stage": "development", "approvers": ["approver-1", "approver-2"], "amountPence": 100000, "academicYear": "2024/25"}, "type": "GrantReleased", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/15", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 16, "data": {"effect": 1, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/16", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 17, "data": {"effect": 2, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/17", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 18, "data": {"effect": 6, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/18", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 19, "data": {"effect": 15, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430000-primary", "command_id": "seed/430000-primary/19", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-05-07T09:00:00+00:00", "seq": 1, "data": {"hub": "great-north", "group": [], "school": {"urn": "430001", "open": true, "phase": "primary", "funding": "state", "history": [], "headteacher": true}, "criteria": [], "contactId": "person-430001", "reasonsId": null, "prospectus": "2024-25/primary-development", "reasonsWords": 0}, "type": "ApplicationSubmitted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/1", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 2, "data": {"remindAt": "2024-05-29T08:00:00Z", "respondBy": "2024-06-05", "workGroup": "group-430001"}, "type": "PlaceOffered", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/2", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 3, "data": {}, "type": "OfferAccepted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/3", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 4, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "430001-1", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/4", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 5, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "430001-2", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/5", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 6, "data": {"stage": "development", "workGroup": "group-430001", "prospectus": "2024-25/primary-development", "academicYear": "2024/25"}, "type": "SchoolPlaced", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/6", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-08-31T23:00:00+00:00", "seq": 7, "data": {"stage": "development", "endsAt": "2025-08-31T22:59:59Z", "revision": 1, "startsAt": "2024-08-31T23:00:00Z", "reminders": [{"at": "2024-09-16T08:00:00Z", "term": "autumn", "termEndsOn": "2024-12-20"}, {"at": "2025-01-13T09:00:00Z", "term": "spring", "termEndsOn": "2025-04-04"}, {"at": "2025-05-06T08:00:00Z", "term": "summer", "termEndsOn": "2025-07-22"}], "reminding": {"copies": ["headteacher"], "chaserDays": 2, "chasersATerm": 3}, "workGroup": "group-430001", "escalation": {"graceDays": 7, "toHubLeadDays": 14, "toHeadteacherDays": 14}, "prospectus": "2024-25/primary-development", "commitments": [{"by": "hub", "code": "session-1", "kind": "session", "after": null, "dueOn": "2024-10-02", "target": null, "within": null}, {"by": "school", "code": "meeting-1", "kind": "meeting", "after": "session-1", "dueOn": "2024-10-02", "target": null, "within": null}, {"by": "hub", "code": "support-visit-autumn", "kind": "visit", "after": null, "dueOn": "2024-11-13", "target": null, "within": {"to": "2024-12-20", "from": "2024-09-03"}}, {"by": "hub", "code": "session-2", "kind": "session", "after": null, "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "meeting-2", "kind": "meeting", "after": "session-2", "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "action-plan", "kind": "action-plan", "after": null, "dueOn": "2025-02-05", "target": null, "within": null, "chaseAt": "2025-02-03T09:00:00Z"}, {"by": "hub", "code": "support-visit-spring", "kind": "visit", "after": null, "dueOn": "2025-03-05", "target": null, "within": {"to": "2025-04-04", "from": "2025-01-06"}}, {"by": "school", "code": "headteacher-meeting", "kind": "headteacher-meeting", "after": "support-visit-spring", "dueOn": "2025-03-05", "target": null, "within": null}, {"by": "hub", "code": "session-3", "kind": "session", "after": null, "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "school", "code": "meeting-3", "kind": "meeting", "after": "session-3", "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "hub", "code": "support-visit-summer", "kind": "visit", "after": null, "dueOn": "2025-06-18", "target": null, "within": {"to": "2025-07-22", "from": "2025-04-22"}}, {"by": "school", "code": "release-days", "kind": "release-days", "after": null, "dueOn": "2025-07-11", "target": 20, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "report", "kind": "report", "after": null, "dueOn": "2025-07-11", "target": null, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "evaluation", "kind": "evaluation", "after": null, "dueOn": "2025-07-15", "target": null, "within": null, "chaseAt": "2025-07-11T08:00:00Z"}], "academicYear": "2024/25", "readinessAsked": false, "halfDaysPerMeeting": 1}, "type": "StageStarted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/7", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-08-31T23:00:00+00:00", "seq": 8, "data": {"stage": "development", "amountPence": 100000, "academicYear": "2024/25"}, "type": "GrantDue", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/8", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 9, "data": {"on": "2024-10-02", "present": ["430001-1", "430001-2"], "session": "session-1", "headteacher": false}, "type": "AttendanceRecorded", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/9", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 10, "data": {"late": false, "commitment": "session-1"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/10", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 11, "data": {"late": false, "commitment": "meeting-1"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/11", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 12, "data": {"stage": "development", "academicYear": "2024/25"}, "type": "GrantPayable", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/12", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-03T09:00:00+00:00", "seq": 13, "data": {"stage": "development", "approver": "approver-1", "academicYear": "2024/25"}, "type": "GrantApproved", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/13", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-03T09:00:00+00:00", "seq": 14, "data": {"stage": "development", "approver": "approver-2", "academicYear": "2024/25"}, "type": "GrantApproved", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/14", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-03T09:00:00+00:00", "seq": 15, "data": {"stage": "development", "approvers": ["approver-1", "approver-2"], "amountPence": 100000, "academicYear": "2024/25"}, "type": "GrantReleased", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/15", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 16, "data": {"effect": 1, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/16", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 17, "data": {"effect": 2, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/17", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 18, "data": {"effect": 6, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/18", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 19, "data": {"effect": 15, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/430001-primary", "command_id": "seed/430001-primary/19", "recorded_at": "2026-11-28T16:14:47.522867+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 18, "data": {"effect": 8, "messageId": "<420001-primary.8.applicant@school-journeys.invalid> <420001-primary.8.headteacher@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/420001-primary", "command_id": "effect:420001-primary:8:performed", "recorded_at": "2026-11-28T16:14:47.608545+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 1, "data": {"hub": "great-north", "cutOff": "2024-10-04", "preparedBy": {"who": "ann", "role": "finance-officer"}}, "type": "PaymentRunPrepared", "actor": {"who": "ann", "role": "finance-officer"}, "stream": "payment-run/north-october", "command_id": "payment-run/north-october prepare", "recorded_at": "2026-11-28T16:14:47.678977+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 18, "data": {"effect": 8, "messageId": "<420000-primary.8.applicant@school-journeys.invalid> <420000-primary.8.headteacher@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/420000-primary", "command_id": "effect:420000-primary:8:performed", "recorded_at": "2026-11-28T16:14:47.760504+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 2, "data": {"more": false, "after": 2, "effect": 1, "netPence": 200000, "payments": 2, "grossPence": 200000, "recoveredPence": 0}, "type": "PaymentsTaken", "actor": {"who": "service", "role": "service"}, "stream": "payment-run/north-october", "command_id": "carry-on:payment-run/north-october:1", "recorded_at": "2026-11-28T16:14:47.787889+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 20, "data": {"run": "north-october", "stage": "development", "preparedBy": "ann", "academicYear": "2024/25"}, "type": "PaymentRunPrepared", "actor": {"who": "ann", "role": "finance-officer"}, "stream": "journey/430000-primary", "command_id": "carry-on:payment-run/north-october:1/430000-primary", "recorded_at": "2026-11-28T16:14:47.787889+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 20, "data": {"run": "north-october", "stage": "development", "preparedBy": "ann", "academicYear": "2024/25"}, "type": "PaymentRunPrepared", "actor": {"who": "ann", "role": "finance-officer"}, "stream": "journey/430001-primary", "command_id": "carry-on:payment-run/north-october:1/430001-primary", "recorded_at": "2026-11-28T16:14:47.787889+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:11+00:00", "seq": 3, "data": {"authorisedBy": {"who": "bob", "role": "finance-officer"}}, "type": "PaymentRunAuthorised", "actor": {"who": "bob", "role": "finance-officer"}, "stream": "payment-run/north-october", "command_id": "payment-run/north-october authorise", "recorded_at": "2026-11-28T16:14:48.00883+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:12+00:00", "seq": 4, "data": {"more": false, "after": 2, "effect": 3, "failed": {"netPence": 0, "payments": 0, "grossPence": 0, "recoveredPence": 0}, "settled": {"netPence": 0, "payments": 0, "grossPence": 0, "recoveredPence": 0}}, "type": "PaymentsAuthorised", "actor": {"who": "service", "role": "service"}, "stream": "payment-run/north-october", "command_id": "carry-on:payment-run/north-october:3", "recorded_at": "2026-11-28T16:14:48.076541+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:12+00:00", "seq": 21, "data": {"run": "north-october", "stage": "development", "academicYear": "2024/25", "authorisedBy": "bob"}, "type": "PaymentRunAuthorised", "actor": {"who": "bob", "role": "finance-officer"}, "stream": "journey/430000-primary", "command_id": "carry-on:payment-run/north-october:3/430000-primary", "recorded_at": "2026-11-28T16:14:48.076541+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:12+00:00", "seq": 21, "data": {"run": "north-october", "stage": "development", "academicYear": "2024/25", "authorisedBy": "bob"}, "type": "PaymentRunAuthorised", "actor": {"who": "bob", "role": "finance-officer"}, "stream": "journey/430001-primary", "command_id": "carry-on:payment-run/north-october:3/430001-primary", "recorded_at": "2026-11-28T16:14:48.076541+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:12+00:00", "seq": 5, "data": {"netPence": 100000, "payments": 1, "grossPence": 100000, "recoveredPence": 0}, "type": "PaymentsConfirmed", "actor": {"who": "ann", "role": "finance-officer"}, "stream": "payment-run/north-october", "command_id": "payment-run/north-october confirm", "recorded_at": "2026-11-28T16:14:48.274682+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:12+00:00", "seq": 22, "data": {"run": "north-october", "stage": "development", "academicYear": "2024/25"}, "type": "GrantPaid", "actor": {"who": "ann", "role": "finance-officer"}, "stream": "journey/430000-primary", "command_id": "payment-run/north-october confirm/430000-primary", "recorded_at": "2026-11-28T16:14:48.274682+00:00", "schema_version": 1},
{"at": "2024-05-07T09:00:00+00:00", "seq": 1, "data": {"hub": "far-south", "group": [], "school": {"urn": "440000", "open": true, "phase": "primary", "funding": "state", "history": [], "headteacher": true}, "criteria": [], "contactId": "person-440000", "reasonsId": null, "prospectus": "2024-25/primary-development", "reasonsWords": 0}, "type": "ApplicationSubmitted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/1", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 2, "data": {"remindAt": "2024-05-29T08:00:00Z", "respondBy": "2024-06-05", "workGroup": "group-440000"}, "type": "PlaceOffered", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/2", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 3, "data": {}, "type": "OfferAccepted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/3", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 4, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "440000-1", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/4", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 5, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "440000-2", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/5", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 6, "data": {"stage": "development", "workGroup": "group-440000", "prospectus": "2024-25/primary-development", "academicYear": "2024/25"}, "type": "SchoolPlaced", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/6", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-08-31T23:00:00+00:00", "seq": 7, "data": {"stage": "development", "endsAt": "2025-08-31T22:59:59Z", "revision": 1, "startsAt": "2024-08-31T23:00:00Z", "reminders": [{"at": "2024-09-16T08:00:00Z", "term": "autumn", "termEndsOn": "2024-12-20"}, {"at": "2025-01-13T09:00:00Z", "term": "spring", "termEndsOn": "2025-04-04"}, {"at": "2025-05-06T08:00:00Z", "term": "summer", "termEndsOn": "2025-07-22"}], "reminding": {"copies": ["headteacher"], "chaserDays": 2, "chasersATerm": 3}, "workGroup": "group-440000", "escalation": {"graceDays": 7, "toHubLeadDays": 14, "toHeadteacherDays": 14}, "prospectus": "2024-25/primary-development", "commitments": [{"by": "hub", "code": "session-1", "kind": "session", "after": null, "dueOn": "2024-10-02", "target": null, "within": null}, {"by": "school", "code": "meeting-1", "kind": "meeting", "after": "session-1", "dueOn": "2024-10-02", "target": null, "within": null}, {"by": "hub", "code": "support-visit-autumn", "kind": "visit", "after": null, "dueOn": "2024-11-13", "target": null, "within": {"to": "2024-12-20", "from": "2024-09-03"}}, {"by": "hub", "code": "session-2", "kind": "session", "after": null, "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "meeting-2", "kind": "meeting", "after": "session-2", "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "action-plan", "kind": "action-plan", "after": null, "dueOn": "2025-02-05", "target": null, "within": null, "chaseAt": "2025-02-03T09:00:00Z"}, {"by": "hub", "code": "support-visit-spring", "kind": "visit", "after": null, "dueOn": "2025-03-05", "target": null, "within": {"to": "2025-04-04", "from": "2025-01-06"}}, {"by": "school", "code": "headteacher-meeting", "kind": "headteacher-meeting", "after": "support-visit-spring", "dueOn": "2025-03-05", "target": null, "within": null}, {"by": "hub", "code": "session-3", "kind": "session", "after": null, "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "school", "code": "meeting-3", "kind": "meeting", "after": "session-3", "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "hub", "code": "support-visit-summer", "kind": "visit", "after": null, "dueOn": "2025-06-18", "target": null, "within": {"to": "2025-07-22", "from": "2025-04-22"}}, {"by": "school", "code": "release-days", "kind": "release-days", "after": null, "dueOn": "2025-07-11", "target": 20, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "report", "kind": "report", "after": null, "dueOn": "2025-07-11", "target": null, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "evaluation", "kind": "evaluation", "after": null, "dueOn": "2025-07-15", "target": null, "within": null, "chaseAt": "2025-07-11T08:00:00Z"}], "academicYear": "2024/25", "readinessAsked": false, "halfDaysPerMeeting": 1}, "type": "StageStarted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/7", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-08-31T23:00:00+00:00", "seq": 8, "data": {"stage": "development", "amountPence": 100000, "academicYear": "2024/25"}, "type": "GrantDue", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/8", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 9, "data": {"on": "2024-10-02", "present": ["440000-1", "440000-2"], "session": "session-1", "headteacher": false}, "type": "AttendanceRecorded", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/9", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 10, "data": {"late": false, "commitment": "session-1"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/10", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 11, "data": {"late": false, "commitment": "meeting-1"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/11", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 12, "data": {"stage": "development", "academicYear": "2024/25"}, "type": "GrantPayable", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/12", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 13, "data": {"effect": 1, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/13", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 14, "data": {"effect": 2, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/14", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 15, "data": {"effect": 6, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "seed/440000-primary/15", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-05-07T09:00:00+00:00", "seq": 1, "data": {"hub": "far-south", "group": [], "school": {"urn": "440001", "open": true, "phase": "primary", "funding": "state", "history": [], "headteacher": true}, "criteria": [], "contactId": "person-440001", "reasonsId": null, "prospectus": "2024-25/primary-development", "reasonsWords": 0}, "type": "ApplicationSubmitted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/1", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 2, "data": {"remindAt": "2024-05-29T08:00:00Z", "respondBy": "2024-06-05", "workGroup": "group-440001"}, "type": "PlaceOffered", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/2", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 3, "data": {}, "type": "OfferAccepted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/3", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 4, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "440001-1", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/4", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 5, "data": {"role": "lead-teacher", "authority": true, "experienced": true, "participant": "440001-2", "releasedForAllSessions": true}, "type": "ParticipantNominated", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/5", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-05-08T09:00:00+00:00", "seq": 6, "data": {"stage": "development", "workGroup": "group-440001", "prospectus": "2024-25/primary-development", "academicYear": "2024/25"}, "type": "SchoolPlaced", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/6", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-08-31T23:00:00+00:00", "seq": 7, "data": {"stage": "development", "endsAt": "2025-08-31T22:59:59Z", "revision": 1, "startsAt": "2024-08-31T23:00:00Z", "reminders": [{"at": "2024-09-16T08:00:00Z", "term": "autumn", "termEndsOn": "2024-12-20"}, {"at": "2025-01-13T09:00:00Z", "term": "spring", "termEndsOn": "2025-04-04"}, {"at": "2025-05-06T08:00:00Z", "term": "summer", "termEndsOn": "2025-07-22"}], "reminding": {"copies": ["headteacher"], "chaserDays": 2, "chasersATerm": 3}, "workGroup": "group-440001", "escalation": {"graceDays": 7, "toHubLeadDays": 14, "toHeadteacherDays": 14}, "prospectus": "2024-25/primary-development", "commitments": [{"by": "hub", "code": "session-1", "kind": "session", "after": null, "dueOn": "2024-10-02", "target": null, "within": null}, {"by": "school", "code": "meeting-1", "kind": "meeting", "after": "session-1", "dueOn": "2024-10-02", "target": null, "within": null}, {"by": "hub", "code": "support-visit-autumn", "kind": "visit", "after": null, "dueOn": "2024-11-13", "target": null, "within": {"to": "2024-12-20", "from": "2024-09-03"}}, {"by": "hub", "code": "session-2", "kind": "session", "after": null, "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "meeting-2", "kind": "meeting", "after": "session-2", "dueOn": "2025-01-22", "target": null, "within": null}, {"by": "school", "code": "action-plan", "kind": "action-plan", "after": null, "dueOn": "2025-02-05", "target": null, "within": null, "chaseAt": "2025-02-03T09:00:00Z"}, {"by": "hub", "code": "support-visit-spring", "kind": "visit", "after": null, "dueOn": "2025-03-05", "target": null, "within": {"to": "2025-04-04", "from": "2025-01-06"}}, {"by": "school", "code": "headteacher-meeting", "kind": "headteacher-meeting", "after": "support-visit-spring", "dueOn": "2025-03-05", "target": null, "within": null}, {"by": "hub", "code": "session-3", "kind": "session", "after": null, "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "school", "code": "meeting-3", "kind": "meeting", "after": "session-3", "dueOn": "2025-05-07", "target": null, "within": null}, {"by": "hub", "code": "support-visit-summer", "kind": "visit", "after": null, "dueOn": "2025-06-18", "target": null, "within": {"to": "2025-07-22", "from": "2025-04-22"}}, {"by": "school", "code": "release-days", "kind": "release-days", "after": null, "dueOn": "2025-07-11", "target": 20, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "report", "kind": "report", "after": null, "dueOn": "2025-07-11", "target": null, "within": null, "chaseAt": "2025-07-09T08:00:00Z"}, {"by": "school", "code": "evaluation", "kind": "evaluation", "after": null, "dueOn": "2025-07-15", "target": null, "within": null, "chaseAt": "2025-07-11T08:00:00Z"}], "academicYear": "2024/25", "readinessAsked": false, "halfDaysPerMeeting": 1}, "type": "StageStarted", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/7", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-08-31T23:00:00+00:00", "seq": 8, "data": {"stage": "development", "amountPence": 100000, "academicYear": "2024/25"}, "type": "GrantDue", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/8", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 9, "data": {"on": "2024-10-02", "present": ["440001-1", "440001-2"], "session": "session-1", "headteacher": false}, "type": "AttendanceRecorded", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/9", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 10, "data": {"late": false, "commitment": "session-1"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/10", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 11, "data": {"late": false, "commitment": "meeting-1"}, "type": "CommitmentMet", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/11", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-10-02T16:00:00+00:00", "seq": 12, "data": {"stage": "development", "academicYear": "2024/25"}, "type": "GrantPayable", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/12", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 13, "data": {"effect": 1, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/13", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 14, "data": {"effect": 2, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/14", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-10-03T10:00:00+00:00", "seq": 15, "data": {"effect": 6, "messageId": null}, "type": "EffectPerformed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440001-primary", "command_id": "seed/440001-primary/15", "recorded_at": "2026-11-28T16:14:48.328219+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:12+00:00", "seq": 23, "data": {"to": ["lead-teacher"], "term": "autumn", "dueAt": "2024-09-16T08:00:00Z", "copies": ["headteacher"], "comingUp": [], "outstanding": [], "academicYear": "2024/25"}, "type": "ReminderDue", "actor": {"who": "service", "role": "service"}, "stream": "journey/430000-primary", "command_id": null, "recorded_at": "2026-11-28T16:14:48.802169+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:12+00:00", "seq": 22, "data": {"to": ["lead-teacher"], "term": "autumn", "dueAt": "2024-09-16T08:00:00Z", "copies": ["headteacher"], "comingUp": [], "outstanding": [], "academicYear": "2024/25"}, "type": "ReminderDue", "actor": {"who": "service", "role": "service"}, "stream": "journey/430001-primary", "command_id": null, "recorded_at": "2026-11-28T16:14:48.839297+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:12+00:00", "seq": 16, "data": {"to": ["lead-teacher"], "term": "autumn", "dueAt": "2024-09-16T08:00:00Z", "copies": ["headteacher"], "comingUp": [], "outstanding": [], "academicYear": "2024/25"}, "type": "ReminderDue", "actor": {"who": "service", "role": "service"}, "stream": "journey/440001-primary", "command_id": null, "recorded_at": "2026-11-28T16:14:48.900652+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:12+00:00", "seq": 16, "data": {"to": ["lead-teacher"], "term": "autumn", "dueAt": "2024-09-16T08:00:00Z", "copies": ["headteacher"], "comingUp": [], "outstanding": [], "academicYear": "2024/25"}, "type": "ReminderDue", "actor": {"who": "service", "role": "service"}, "stream": "journey/440000-primary", "command_id": null, "recorded_at": "2026-11-28T16:14:48.92399+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:12+00:00", "seq": 1, "data": {"hub": "far-south", "lead": "lead-9", "places": {"most": 7, "least": 6}, "leadRole": "mastery-specialist", "sessions": [{"on": "2025-10-01", "length": "half-day", "session": "session-1"}, {"on": "2026-01-21", "length": "half-day", "session": "session-2"}, {"on": "2026-04-29", "length": "half-day", "session": "session-3"}], "prospectus": "2025-26/primary-embedding", "academicYear": "2025/26"}, "type": "WorkGroupFormed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "work-group/far-south-2025-26-primary-embedding-1", "command_id": "turn/far-south/2025-26/far-south-2025-26-primary-embedding-1", "recorded_at": "2026-11-28T16:14:49.215789+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:12+00:00", "seq": 1, "data": {"hub": "far-south", "lead": "lead-9", "places": {"most": 7, "least": 6}, "leadRole": "mastery-specialist", "sessions": [{"on": "2025-10-01", "length": "half-day", "session": "session-1"}, {"on": "2026-01-21", "length": "half-day", "session": "session-2"}, {"on": "2026-04-29", "length": "half-day", "session": "session-3"}], "prospectus": "2025-26/primary-embedding", "academicYear": "2025/26"}, "type": "WorkGroupFormed", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "work-group/far-south-2025-26-primary-embedding-2", "command_id": "turn/far-south/2025-26/far-south-2025-26-primary-embedding-2", "recorded_at": "2026-11-28T16:14:49.343899+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:13+00:00", "seq": 24, "data": {"effect": 23, "messageId": "<430000-primary.23.p-5bbc2a0e7c@school-journeys.invalid> <430000-primary.23.p-76c334671c@school-journeys.invalid> <430000-primary.23.headteacher@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/430000-primary", "command_id": "effect:430000-primary:23:performed", "recorded_at": "2026-11-28T16:14:49.431898+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:13+00:00", "seq": 23, "data": {"effect": 22, "messageId": "<430001-primary.22.p-29f65b6c10@school-journeys.invalid> <430001-primary.22.p-94ed788adc@school-journeys.invalid> <430001-primary.22.headteacher@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/430001-primary", "command_id": "effect:430001-primary:22:performed", "recorded_at": "2026-11-28T16:14:49.504926+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:12+00:00", "seq": 17, "data": {"stage": "embedding", "respondBy": "2024-12-13", "workGroup": "far-south-2025-26-primary-embedding-1", "prospectus": "2025-26/primary-embedding", "academicYear": "2025/26"}, "type": "NextStageInvited", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "journey/440000-primary", "command_id": "turn/far-south/2025-26/440000-primary", "recorded_at": "2026-11-28T16:14:49.557722+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:12+00:00", "seq": 2, "data": {"journey": "440000-primary", "fromWaitlist": false}, "type": "PlaceReserved", "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "stream": "work-group/far-south-2025-26-primary-embedding-1", "command_id": "turn/far-south/2025-26/440000-primary", "recorded_at": "2026-11-28T16:14:49.557722+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:13+00:00", "seq": 18, "data": {"effect": 16, "messageId": "<440000-primary.16.p-91ddbf3caf@school-journeys.invalid> <440000-primary.16.p-a8e974514f@school-journeys.invalid> <440000-primary.16.headteacher@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/440000-primary", "command_id": "effect:440000-primary:16:performed", "recorded_at": "2026-11-28T16:14:49.598952+00:00", "schema_version": 1},
{"at": "2024-10-04T09:00:13+00:00", "seq": 19, "data": {"effect": 17, "messageId": "<440000-primary.17.applicant@school-journeys.invalid> <440000-primary.17.headteacher@school-journeys.invalid>"}, "type": "EffectPerformed", "actor": {"who": "service", "role": "service"}, "stream": "journey/440000-primary", "command_id": "effect:440000-primary:17:performed", "recorded_at": "2026-11-28T16:14:49.92312+00:00", "schema_version": 1}
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
{"id": "410000-primary", "hub": "great-north", "urn": "410000", "owes": 0, "phase": "primary", "stage": "development", "status": "offered", "aliases": [], "next_at": "2024-11-22T09:00:00+00:00", "summary": "410000 primary: offered, development 2024/25", "version": 4, "hub_since": 1, "next_what": "the school is reminded of its offer, 2024-11-22 09:00", "prospectus": "2024-25/primary-development", "started_at": "2024-06-03T09:00:00+00:00", "updated_at": "2024-10-04T09:00:09+00:00", "work_group": "north-2", "academic_year": "2024/25"},
{"id": "410001-primary", "hub": "great-north", "urn": "410001", "owes": 0, "phase": "primary", "stage": "development", "status": "offered", "aliases": [], "next_at": "2024-11-22T09:00:00+00:00", "summary": "410001 primary: offered, development 2024/25", "version": 4, "hub_since": 1, "next_what": "the school is reminded of its offer, 2024-11-22 09:00", "prospectus": "2024-25/primary-development", "started_at": "2024-06-03T09:00:00+00:00", "updated_at": "2024-10-04T09:00:09+00:00", "work_group": "north-2", "academic_year": "2024/25"},
{"id": "420000-primary", "hub": "great-north", "urn": "420000", "owes": 0, "phase": "primary", "stage": "development", "status": "participating", "aliases": [], "next_at": "2024-11-14T00:00:00+00:00", "summary": "420000 primary: participating, development 2024/25", "version": 18, "hub_since": 1, "next_what": "support-visit-autumn counts as missed if nothing comes in, 2024-11-14 00:00", "prospectus": "2024-25/primary-development", "started_at": "2024-06-03T09:00:00+00:00", "updated_at": "2024-10-04T09:00:11+00:00", "work_group": "north-1", "academic_year": "2024/25"},
{"id": "420001-primary", "hub": "great-north", "urn": "420001", "owes": 0, "phase": "primary", "stage": "development", "status": "participating", "aliases": [], "next_at": "2024-11-14T00:00:00+00:00", "summary": "420001 primary: participating, development 2024/25", "version": 18, "hub_since": 1, "next_what": "support-visit-autumn counts as missed if nothing comes in, 2024-11-14 00:00", "prospectus": "2024-25/primary-development", "started_at": "2024-06-03T09:00:00+00:00", "updated_at": "2024-10-04T09:00:11+00:00", "work_group": "north-1", "academic_year": "2024/25"},
{"id": "430000-primary", "hub": "great-north", "urn": "430000", "owes": 0, "phase": "primary", "stage": "development", "status": "participating", "aliases": [], "next_at": "2024-11-14T00:00:00+00:00", "summary": "430000 primary: participating, development 2024/25", "version": 24, "hub_since": 1, "next_what": "support-visit-autumn counts as missed if nothing comes in, 2024-11-14 00:00", "prospectus": "2024-25/primary-development", "started_at": "2024-05-07T09:00:00+00:00", "updated_at": "2024-10-04T09:00:13+00:00", "work_group": "group-430000", "academic_year": "2024/25"},
{"id": "430001-primary", "hub": "great-north", "urn": "430001", "owes": 0, "phase": "primary", "stage": "development", "status": "participating", "aliases": [], "next_at": "2024-11-14T00:00:00+00:00", "summary": "430001 primary: participating, development 2024/25", "version": 23, "hub_since": 1, "next_what": "support-visit-autumn counts as missed if nothing comes in, 2024-11-14 00:00", "prospectus": "2024-25/primary-development", "started_at": "2024-05-07T09:00:00+00:00", "updated_at": "2024-10-04T09:00:13+00:00", "work_group": "group-430001", "academic_year": "2024/25"},
{"id": "440000-primary", "hub": "far-south", "urn": "440000", "owes": 0, "phase": "primary", "stage": "development", "status": "participating", "aliases": [], "next_at": "2024-11-14T00:00:00+00:00", "summary": "440000 primary: participating, development 2024/25", "version": 19, "hub_since": 1, "next_what": "support-visit-autumn counts as missed if nothing comes in, 2024-11-14 00:00", "prospectus": "2024-25/primary-development", "started_at": "2024-05-07T09:00:00+00:00", "updated_at": "2024-10-04T09:00:13+00:00", "work_group": "group-440000", "academic_year": "2024/25"},
{"id": "440001-primary", "hub": "far-south", "urn": "440001", "owes": 0, "phase": "primary", "stage": "development", "status": "participating", "aliases": [], "next_at": "2024-11-14T00:00:00+00:00", "summary": "440001 primary: participating, development 2024/25", "version": 16, "hub_since": 1, "next_what": "support-visit-autumn counts as missed if nothing comes in, 2024-11-14 00:00", "prospectus": "2024-25/primary-development", "started_at": "2024-05-07T09:00:00+00:00", "updated_at": "2024-10-04T09:00:12+00:00", "work_group": "group-440001", "academic_year": "2024/25"}
]');
insert into public.ledger_transactions ("id", "kind", "journey", "posted_at", "hub") overriding system value select "id", "kind", "journey", "posted_at", "hub" from jsonb_populate_recordset(null::public.ledger_transactions, '[
{"id": "430000-primary:15", "hub": "great-north", "kind": "grant-released", "journey": "430000-primary", "posted_at": "2026-11-28T16:14:47.58217+00:00"},
{"id": "430000-primary:20", "hub": "great-north", "kind": "grant-in-run", "journey": "430000-primary", "posted_at": "2026-11-28T16:14:47.787889+00:00"},
{"id": "430000-primary:22", "hub": "great-north", "kind": "grant-paid", "journey": "430000-primary", "posted_at": "2026-11-28T16:14:48.274682+00:00"},
{"id": "430001-primary:15", "hub": "great-north", "kind": "grant-released", "journey": "430001-primary", "posted_at": "2026-11-28T16:14:47.58217+00:00"},
{"id": "430001-primary:20", "hub": "great-north", "kind": "grant-in-run", "journey": "430001-primary", "posted_at": "2026-11-28T16:14:47.787889+00:00"}
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
{"id": "north-october", "hub": "great-north", "status": "authorised", "cut_off": "2024-10-04", "summary": "great-north, up to 2024-10-04: 2 payments, £2,000, authorised", "version": 5, "payments": 2, "net_pence": 200000, "paid_pence": 100000, "updated_at": "2024-10-04T09:00:12+00:00", "gross_pence": 200000, "prepared_at": "2024-10-04T09:00:11+00:00", "prepared_by": "ann", "failed_pence": 0, "authorised_by": "bob", "paid_payments": 1, "failed_payments": 0, "recovered_pence": 0}
]');
insert into public.reminders ("journey", "seq", "at", "academic_year", "term", "recipients", "outstanding", "coming_up", "resends", "sent_at") overriding system value select "journey", "seq", "at", "academic_year", "term", "recipients", "outstanding", "coming_up", "resends", "sent_at" from jsonb_populate_recordset(null::public.reminders, '[
{"at": "2024-09-16T08:00:00+00:00", "seq": 23, "term": "autumn", "journey": "430000-primary", "resends": null, "sent_at": "2024-10-04T09:00:13+00:00", "coming_up": [], "recipients": ["lead-teacher"], "outstanding": [], "academic_year": "2024/25"},
{"at": "2024-09-16T08:00:00+00:00", "seq": 22, "term": "autumn", "journey": "430001-primary", "resends": null, "sent_at": "2024-10-04T09:00:13+00:00", "coming_up": [], "recipients": ["lead-teacher"], "outstanding": [], "academic_year": "2024/25"},
{"at": "2024-09-16T08:00:00+00:00", "seq": 16, "term": "autumn", "journey": "440000-primary", "resends": null, "sent_at": "2024-10-04T09:00:13+00:00", "coming_up": [], "recipients": ["lead-teacher"], "outstanding": [], "academic_year": "2024/25"},
{"at": "2024-09-16T08:00:00+00:00", "seq": 16, "term": "autumn", "journey": "440001-primary", "resends": null, "sent_at": null, "coming_up": [], "recipients": ["lead-teacher"], "outstanding": [], "academic_year": "2024/25"}
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
{"due_at": "2024-11-14T00:00:00+00:00", "stream": "journey/440001-primary", "version": 16, "woken_at": null, "open_effects": 1, "effects_since": "2024-10-04T09:00:12+00:00"},
{"due_at": null, "stream": "payment-run/north-october", "version": 5, "woken_at": null, "open_effects": 0, "effects_since": null},
{"due_at": "2024-10-04T09:00:12+00:00", "stream": "turn/far-south/2025-26", "version": 0, "woken_at": null, "open_effects": 0, "effects_since": null},
{"due_at": "2026-08-31T22:59:59+00:00", "stream": "work-group/far-south-2025-26-primary-embedding-1", "version": 2, "woken_at": null, "open_effects": 0, "effects_since": null},
{"due_at": "2026-08-31T22:59:59+00:00", "stream": "work-group/far-south-2025-26-primary-embedding-2", "version": 1, "woken_at": null, "open_effects": 0, "effects_since": null},
{"due_at": "2025-08-31T22:59:59+00:00", "stream": "work-group/north-1", "version": 7, "woken_at": null, "open_effects": 0, "effects_since": null}
]');
insert into public.turns ("hub", "into_year", "status", "plan", "wishes_digest", "actor", "started_at", "ended_at") overriding system value select "hub", "into_year", "status", "plan", "wishes_digest", "actor", "started_at", "ended_at" from jsonb_populate_recordset(null::public.turns, '[
{"hub": "far-south", "plan": {"hub": "far-south", "into": "2025/26", "groups": [{"id": "far-south-2025-26-primary-embedding-1", "why": null, "from": "group-440000", "lead": "lead-9", "detail": null, "formed": false, "places": {"most": 7, "least": 6}, "holding": 0, "schools": ["440000-primary"], "leadRole": "mastery-specialist", "belowLeast": true, "prospectus": "2025-26/primary-embedding", "secondYearDone": false}, {"id": "far-south-2025-26-primary-embedding-2", "why": null, "from": "group-440001", "lead": "lead-9", "detail": null, "formed": false, "places": {"most": 7, "least": 6}, "holding": 0, "schools": ["440001-primary"], "leadRole": "mastery-specialist", "belowLeast": true, "prospectus": "2025-26/primary-embedding", "secondYearDone": false}], "schools": [{"now": {"stage": "development", "outcome": "under-way", "completes": true, "workGroup": "group-440000", "academicYear": "2024/25"}, "urn": "440000", "why": null, "does": "invite", "next": {"stage": "embedding", "prospectus": "2025-26/primary-embedding"}, "detail": null, "themes": [], "journey": "440000-primary", "comingUp": ["meeting-2", "action-plan", "headteacher-meeting", "meeting-3", "release-days", "report", "evaluation"], "readiness": null, "workGroup": "far-south-2025-26-primary-embedding-1", "outstanding": [], "withoutPlace": null}, {"now": {"stage": "development", "outcome": "under-way", "completes": true, "workGroup": "group-440001", "academicYear": "2024/25"}, "urn": "440001", "why": null, "does": "invite", "next": {"stage": "embedding", "prospectus": "2025-26/primary-embedding"}, "detail": null, "themes": [], "journey": "440001-primary", "comingUp": ["meeting-2", "action-plan", "headteacher-meeting", "meeting-3", "release-days", "report", "evaluation"], "readiness": null, "workGroup": "far-south-2025-26-primary-embedding-2", "outstanding": [], "withoutPlace": null}]}, "actor": {"who": "p-hub-lead", "role": "hub-lead"}, "status": "running", "ended_at": null, "into_year": "2025/26", "started_at": "2024-10-04T09:00:12+00:00", "wishes_digest": "made"}
]');
insert into public.work_group_schools ("work_group", "journey", "status", "position", "held", "since", "together") overriding system value select "work_group", "journey", "status", "position", "held", "since", "together" from jsonb_populate_recordset(null::public.work_group_schools, '[
{"held": false, "since": "2024-10-04T09:00:12+00:00", "status": "reserved", "journey": "440000-primary", "position": null, "together": null, "work_group": "far-south-2025-26-primary-embedding-1"},
{"held": false, "since": "2024-10-04T09:00:10+00:00", "status": "taken", "journey": "420001-primary", "position": null, "together": null, "work_group": "north-1"},
{"held": false, "since": "2024-10-04T09:00:10+00:00", "status": "taken", "journey": "420000-primary", "position": null, "together": null, "work_group": "north-1"}
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
{"id": "far-south-2025-26-primary-embedding-1", "hub": "far-south", "lead": "lead-9", "most": 7, "least": 6, "taken": 0, "status": "formed", "summary": "2025-26/primary-embedding: 1 of 7 places (0 taken, 1 offered), 0 waiting", "version": 2, "waiting": 0, "delivery": "in-person", "reserved": 1, "formed_at": "2024-10-04T09:00:12+00:00", "lead_role": "mastery-specialist", "prospectus": "2025-26/primary-embedding", "updated_at": "2024-10-04T09:00:12+00:00", "academic_year": "2025/26"},
{"id": "far-south-2025-26-primary-embedding-2", "hub": "far-south", "lead": "lead-9", "most": 7, "least": 6, "taken": 0, "status": "formed", "summary": "2025-26/primary-embedding: 0 of 7 places (0 taken, 0 offered), 0 waiting", "version": 1, "waiting": 0, "delivery": "in-person", "reserved": 0, "formed_at": "2024-10-04T09:00:12+00:00", "lead_role": "mastery-specialist", "prospectus": "2025-26/primary-embedding", "updated_at": "2024-10-04T09:00:12+00:00", "academic_year": "2025/26"},
{"id": "north-1", "hub": "great-north", "lead": "lead-1", "most": 7, "least": 6, "taken": 2, "status": "formed", "summary": "2024-25/primary-development: 2 of 7 places (2 taken, 0 offered), 0 waiting", "version": 7, "waiting": 0, "delivery": "in-person", "reserved": 0, "formed_at": "2024-10-04T09:00:09+00:00", "lead_role": "mastery-specialist", "prospectus": "2024-25/primary-development", "updated_at": "2024-10-04T09:00:11+00:00", "academic_year": "2024/25"}
]');
insert into people.persons ("id", "created_at", "sealed") overriding system value select "id", "created_at", "sealed" from jsonb_populate_recordset(null::people.persons, '[
{"id": "410000-1", "sealed": "\\x01673976876511d7cf8f30880e504a17d7d2966ee3c1c044fb6d32353bdd4af6de0c900083a9464a8b6bb155e19eaf5c3c1825de50b784c8aa199f58b59549a147dbae2907517b735ee89428a9adf5e76829c8bb2d489c7e04f72878d97bfa24c650be64b8361da77bb111b648e0b54027921d", "created_at": "2026-11-28T16:14:43.668065+00:00"},
{"id": "410000-2", "sealed": "\\x01367ce336850dc9a296fa139583f963faf584bb75b9ee49951c6fdcd2d6049a0160ce4167104676d2764b7d81e34701b7e0d88bbeeeb855f2d6857bf93a40cf8de135b4f0c0cc2d9c65baf9defab0ee1048616c603bb77de436b072d401497e9c968a9dc99db2dc0f110d665337d11f3d916fae", "created_at": "2026-11-28T16:14:43.682763+00:00"},
{"id": "410001-1", "sealed": "\\x015a46bb9376bc11416ecd77bc9ce838093b57f0996d79fd74e77c839a744620c5afc2039ca0e9d31bedbfa4d289ee448a2eddb9f56af745b137696974acbed53970df718e9f20e7791f53518ab8de71f33f57df3fb9d7b893c53b3d0a0d274567027494d31ae7da692a2b47eb6423782ec2c0", "created_at": "2026-11-28T16:14:43.842532+00:00"},
{"id": "410001-2", "sealed": "\\x0191bdee75d7dc668d31be1c8dfd99724e40114e470e89e2676dbaa03e4dfd9dafe24c140b23734621aef01adc6f74a8b624778a6df6977ad0bcc554b6c3c79e2bb4276c48409786ab1f99a5ee6f7771b24ae59750d2186984f56d3913bb782cf99e56b88079300b580edd65a76bcb3591b92e71", "created_at": "2026-11-28T16:14:43.875764+00:00"},
{"id": "420000-1", "sealed": "\\x0168071bec4da7f735ed12209470dc63deea7920c3a30ab27108057213024ac913fd2c5152b3c53edb8fde8f5b72bfd18a174fb7279fb5fb84fbe946f34278c0f353505d0a0e6876ba16ca2c5adf457f2364869753c81f307ab3846125f57a9c4ba2ba828811444305f8b54fdb83802f84839b", "created_at": "2026-11-28T16:14:43.682512+00:00"},
{"id": "420000-2", "sealed": "\\x01e810f7cd0dfa2cb37f452bf59bfb4957bf5c9163566366186d8c4428b0aa4491ba9eec6960afcb19eec54b07297e4109137253ed2efb0c620dfe1cb0dc1646bc4a38ff9e5eabef8a5bbcedcb6bbdd495286a1912dece584eb9dee71b131c7cd73b8df66ea6da1718ceb5a82d523e678bb1162b", "created_at": "2026-11-28T16:14:43.859061+00:00"},
{"id": "420001-1", "sealed": "\\x012d3545b16c9141ddd2be702bfea0d96a568b244080bb3c7afff655c3bd09518c2a7eda00da5a100f7ad3039fa833d727131cf8c0f16218f83d6647ef6f02e8cce08527fd7ef25f912ce877ce9830894a2c8aee8fdd9b05c07f8c0223d3fb4d214eba05350dcdd79ace575a8f5880c0c239b7", "created_at": "2026-11-28T16:14:43.865711+00:00"},
{"id": "420001-2", "sealed": "\\x01b0a1182bdede483c6015792ec7d1cae0f7e5012f7c55b768d34866180064e188c3005a5ac4dc8bc51eb30bef823d1cbc8602f4b00d5a44dd859be2b4d7b98139fd5fdab83938c6e244e95940e4d8537fee1fc9eb0f42acecdc06879ee15f0570d1786865b78a37b6cddf14a638960497b0c7f6", "created_at": "2026-11-28T16:14:43.886364+00:00"},
{"id": "430000-1", "sealed": "\\x01beb551ad96cd75835dcdd9de86499330980ee4a2d8e273dd99f43051c71710075d4acd21e5edcd8fc4c991ef99366261339db426ed4fe2d1aeeaa93009aadc160584070eeb0cc13cad507f119ac9c54b1c88ca67ecb80260de61c477dc9f1b07b66b4f53a7f847105ed56eab0d277b0fb0a0", "created_at": "2026-11-28T16:14:43.868945+00:00"},
{"id": "430000-2", "sealed": "\\x01cdff5779ba23570bcaf29d2eb108feb5dde930eb51af5f7e98f406b1d8cb2c1c04d1e68ba3da1a5fc866144bef823596156968cbc3e96d46e5b098cc8612674b704be3527a630f1e4f2433bbfb10fc6cde1156cd90f498a3ef02fb70ae174bacc6b7454d817b4687ab70e9d662ccfc26093c58", "created_at": "2026-11-28T16:14:43.89084+00:00"},
{"id": "430001-1", "sealed": "\\x01174ab4adf395366d61b1c7c3f9fc5796b645a0362421dc017eba905c2fe786d6a26e845c232307661d47ae8fd8a46879717f74109dfe9d6bea45aa767b04643026ba39d36ce6de99674fa0318c729c32cbffed87d9c09ca0046ea1829280af649eac139e68895ab493df587d59e60deaa874", "created_at": "2026-11-28T16:14:43.865506+00:00"},
{"id": "430001-2", "sealed": "\\x01af4d4e092a2744da085e5141a7102d520dc12135d618dfe032cfd1c8c0938c2be629b03c74bcb84897b6beb49ad29ab560f789109ee0b6d6b45c5dbc9419013a7553c45c39a3859521e55a3d015f421bb7ae09c66e373b035511cefcb6019ef4765e985c1006942f3afc1f2f618603f31a71ae", "created_at": "2026-11-28T16:14:43.886603+00:00"},
{"id": "440000-1", "sealed": "\\x01a9d2a21e7d25e09917f3008adf1b0514474f48edc0202c48920986aab3cb0cf09acd381e8f91eb4c4c2666510a3c5d51cb7fb230b63bdbbf5644f480f4788bda61b42c2c3a01da43b718a8a15628b4d518347b74b78f976afbc40187ecb4b85537657cbcc03a4d003d41c4d815d871027ad2", "created_at": "2026-11-28T16:14:43.856703+00:00"},
{"id": "440000-2", "sealed": "\\x01a705a09e3c63c3c399c0aabedd79a2a8f22eb4483b155bb7c0d086256145da4cccbfc9c7c068b31fb498cafcb617e6cd8be0a413e319544d7a8ef5ab1dd15bd9b117d0dbecb4dc920e7b718e4dec63b91c9819f998444ef8455f44dabc0a43dff95b95d736b43167e34dbce0fd4d098562c09c", "created_at": "2026-11-28T16:14:43.886109+00:00"},
{"id": "440001-1", "sealed": "\\x01b4320d24c9a970df8a06427b20e33d5c5a50bd5c10ac0cc08394e7b01b62a708e52d7560cb3d04707be4985371c0b639939d50125e62c84c21d43142cd0ad87a893407d09772364b53b0e675398749b337d534908c1d2274ddd0ee75cbe3e18c031e3ba24af8f99005d083e3407e981600bf", "created_at": "2026-11-28T16:14:43.85109+00:00"},
{"id": "440001-2", "sealed": "\\x018105a82b795e423e1d54deb69d5dfbd8ec28fa5f30535d5a64cd8dbd6f2c1b195d7174bf46fcdcf7b51e3f267beb173934a199085ba75d1c7810098cea1610401fc57f82a727c8bac8a24811036f0795e80b39538bd90b1ffef17211f6830bbdcd371c72ba04b53db12f9dab6523f61d1f8ce6", "created_at": "2026-11-28T16:14:43.875627+00:00"},
{"id": "head-410000", "sealed": "\\x0174d1b58c3186dd77fb7057c4a2f3ae58f172aef5e42c70e4da18570e2bd164814e25f4ae38439a1e21779c8590387a201c28acddfc9c418b7565eb92d2f7b572b60d3367869af4986d53dbe85fa89e1a296736fa04d7cc0498b9ba91e0a695a02ee66ccf14b22920f6b9c3d89ae5c8cfdd", "created_at": "2026-11-28T16:14:43.651447+00:00"},
{"id": "head-410001", "sealed": "\\x016d99eb5cec6b2a0184c32560bec49a3f767d47c702330bd73eacf4ff92fdbd3c4dd92ad1cf97661c492b4c128535f4e3be5ebec9a3dfc1a9a2fe40f9d2e29c4e72a228c51f223e0803812ad40634b1c41dc12670796f88b310fa503ab3cddffe5d8477339a8b167e9c0636e01b46db1303", "created_at": "2026-11-28T16:14:43.67543+00:00"},
{"id": "head-420000", "sealed": "\\x01a049a623632411a40faed74291e3aa73ffb6a2da2bf2dcbf18bb896250e6d15e82d8316003b2a581378b7449c21c3bed723cf1ca5a50b1845245a5d3a05e5ab7ff64e35fe4d1462b482400872e2eb39106e8e9ec53ee2c43b562d5eb207fc511222d5c6a5bbecf17ad76a55cd350550c23", "created_at": "2026-11-28T16:14:43.668781+00:00"},
{"id": "head-420001", "sealed": "\\x015ef54b9d1fdd0c6e2eec3e350e9fa00df0d7d361084d8b09f7902a4179937dc85ad67c28ab6525b7b4d0e85e1afa8a2dccebfd549c2c95922a5b024e632bf3d2e5f187b15ad7d1c2debc58e5345c955b05528a93edea09f153305ea61047d1ef2a460519331d2781b2dae8a7310a28e101", "created_at": "2026-11-28T16:14:43.680722+00:00"},
{"id": "head-430000", "sealed": "\\x01303570e04efdad6d80a03a027cb2af7283ba6d5bd76287ebd863eaf1184908de96e957bb5ad7f96756b0e84b72f90dcc675539ff5b43fd166acaa00988c77569e2789b02fedaddd00f06100439f93f2281c7bc4e771915c41f5fc07dfbdb4b1c65582ef5d24a464d476d3f24acacba5a01", "created_at": "2026-11-28T16:14:43.682915+00:00"},
{"id": "head-430001", "sealed": "\\x013333117e996aa395f62ded1324a08d41b3d18de8f829f9099fa8d037470d8128992fb22edb98fab9322ae7e7d9942d2d183d11d93966b872b5250749e84dd3bec44a3888e8f40d44f1c61955d6edac0eda26b7bd7f8a874213f24af2ff48abf485fdbdd7e50614c7d982e4d7c267dc060c", "created_at": "2026-11-28T16:14:43.678892+00:00"},
{"id": "head-440000", "sealed": "\\x01811186da0320e44533081c4dfc12e2435900486a7b9dea9697946771fa1ac071ac69c203bc422df61adbba7e5d19cfba696883b88947fb0a5c0f36dcaf471d7f16f0cdf755b0f108cf70201bce1945fecfdbf201101b75ef5514822d6e7122a8b9db6d7674b60374719ab9d42b2ba5942d", "created_at": "2026-11-28T16:14:43.673856+00:00"},
{"id": "head-440001", "sealed": "\\x0129562f444694b0c3e110de0a0d0de8049d5f194f745ccaeec8cb481e6536ffd4384e49c75b23588e736087c9450e16a93f9750e58915870c9058fe5eb9c7e273b2dea1a5bfac27644593bb849b4413fdf81a36012fd9f91e39f46ce37f629b1c1ef72a7bfd9d980456d358d99902baabf6", "created_at": "2026-11-28T16:14:43.670967+00:00"},
{"id": "person-410000", "sealed": "\\x012b451f7e42a9f78e24cd49b4f32d52faa23aebead478ae093c80dc0400c662f0173060f1b770a9e1233a8e85ac5f7585d0c91116cd9392e66f0e477ef38748c3daf17e5294eced466b1122a6d21f36e80003de91dc323547c8a1ae02967dbbd72908485cf386b2456c2f555f7a6102eb4847eb", "created_at": "2026-11-28T16:14:43.630012+00:00"},
{"id": "person-410001", "sealed": "\\x01da6cb1f1a1daf068ebb7478026266aa16841a4cac9d1aafee76ae49c222a3f8c03e366e0964dc3a931bbdedb679daf5b7f5ad605f8dc86428cec6de8743ce6afdc96ef4ddf554e188ecf738c5b9b1791f5831e3305e6b4b9c86141d56e4455a3a795f9c0ebcecb285a5d7a11843c50687fbbf7", "created_at": "2026-11-28T16:14:43.660972+00:00"},
{"id": "person-420000", "sealed": "\\x011839c73d9dba6fa14bf492c315725018b1f6b2578ff0a36529b61fa701232140dad55d80a2aa12f33e565915f207b1f10ff0ec2963a9f44307b826f7c670233f6182c825c95d3ed5ee028df71c86a867c645bb5a33af10fcefce496371809bd002d74a29f7f3b6e545b1bf2960bf23f819c4f5", "created_at": "2026-11-28T16:14:43.659423+00:00"},
{"id": "person-420001", "sealed": "\\x014598e234b414d3ea3159da53d1e8eba523b61ca5f615883d139b99dc37c34b57c4512c2c7ef599cc3867ef74f09c848bab9a32e158633615ffca7b6fb6032b75d9f28de30acce11dc81c63cdf1f47a4540d863fef9d17102ae20f9e97bdd479aea2eecbbb9ff699aa7e84b08556aed7be853dd", "created_at": "2026-11-28T16:14:43.658585+00:00"},
{"id": "person-430000", "sealed": "\\x017d8197b424c617d18bfdf55e351ba5ecaae7748448274dfad7fc1d59fc51ea4421e54cbbb0156092948917fd084836a75c0a9a061925fefba3277fe5541af56dab5385e300494c0e9905a8be3e1c5b3c5ad691f1c3164bad747dd799b5e13bd6ba020e662c2101de1c3f818b2d50fca1946457", "created_at": "2026-11-28T16:14:43.663956+00:00"},
{"id": "person-430001", "sealed": "\\x01882deb30c67c95548cffd2b968dceca20301a7ccccac42a44b5544d8a903bfaba04dbd81b0e68fddfd59de95f66360bb9d24d703cc12457bb6d98e12577530ac7e35216725a7cd53bb582324bb549e09799a0a8609bd61416e612ab86b8088ac3905435e5717c5a0b3866b7cbedd3d50cf5256", "created_at": "2026-11-28T16:14:43.661351+00:00"},
{"id": "person-440000", "sealed": "\\x0130b8395545be7438362fb0bc5f16b5d82f23a1b6455a8658639ef7edf814a9aa43e7bc1af5ed47830bbc18fd1ef24a01c8fb167055088e42646dcf166dc893c966e0b6d81eee04d7cfdd187d67ee81490fb4c8ac56e1f167247b899a15f4fabc5798847726ae80336283596f521b4f18313d1e", "created_at": "2026-11-28T16:14:43.660563+00:00"},
{"id": "person-440001", "sealed": "\\x010199ac09d9e563071fadee881f2c1a2de4d39e0b486af68cdb123336a7e8434f0f9e7164c2e4f880d8b8c32e2d4d5727c4bd4ee98b08fbf7fa6215e7eacfba112d1505e1f49c09937b41a33e6e4e6268ccfceac3b413958990528dcf58e453170c158aeb11070e0379f533cc9ac9f681778bad", "created_at": "2026-11-28T16:14:43.660987+00:00"}
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
{"id": "430000-primary:15", "hub": "great-north", "stage": "development", "status": "awaiting-run", "journey": "430000-primary", "created_at": "2026-11-28T16:14:47.58217+00:00", "released_at": "2024-10-03T09:00:00+00:00", "amount_pence": 100000, "academic_year": "2024/25"},
{"id": "430001-primary:15", "hub": "great-north", "stage": "development", "status": "awaiting-run", "journey": "430001-primary", "created_at": "2026-11-28T16:14:47.58217+00:00", "released_at": "2024-10-03T09:00:00+00:00", "amount_pence": 100000, "academic_year": "2024/25"}
]');
insert into public.turn_steps ("hub", "into_year", "no", "kind", "subject", "type", "data", "status", "code", "detail", "done_at") overriding system value select "hub", "into_year", "no", "kind", "subject", "type", "data", "status", "code", "detail", "done_at" from jsonb_populate_recordset(null::public.turn_steps, '[
{"no": 4, "hub": "far-south", "code": null, "data": {"respondBy": "2024-12-13", "workGroup": "far-south-2025-26-primary-embedding-2", "prospectus": "2025-26/primary-embedding"}, "kind": "school", "type": "InviteToNextStage", "detail": null, "status": "waiting", "done_at": null, "subject": "440001-primary", "into_year": "2025/26"},
{"no": 1, "hub": "far-south", "code": null, "data": {"hub": "far-south", "lead": "lead-9", "leadRole": "mastery-specialist", "prospectus": "2025-26/primary-embedding"}, "kind": "group", "type": "FormWorkGroup", "detail": null, "status": "done", "done_at": "2024-10-04T09:00:12+00:00", "subject": "far-south-2025-26-primary-embedding-1", "into_year": "2025/26"},
{"no": 2, "hub": "far-south", "code": null, "data": {"hub": "far-south", "lead": "lead-9", "leadRole": "mastery-specialist", "prospectus": "2025-26/primary-embedding"}, "kind": "group", "type": "FormWorkGroup", "detail": null, "status": "done", "done_at": "2024-10-04T09:00:12+00:00", "subject": "far-south-2025-26-primary-embedding-2", "into_year": "2025/26"},
{"no": 3, "hub": "far-south", "code": null, "data": {"respondBy": "2024-12-13", "workGroup": "far-south-2025-26-primary-embedding-1", "prospectus": "2025-26/primary-embedding"}, "kind": "school", "type": "InviteToNextStage", "detail": null, "status": "done", "done_at": "2024-10-04T09:00:12+00:00", "subject": "440000-primary", "into_year": "2025/26"}
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

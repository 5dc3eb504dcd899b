// Leases of effects, the double-entry ledger, and what waits for a payment run.

import type { MigrationInterface, QueryRunner } from "typeorm";

const LEASES = `
-- One row an effect, by its id {journey}:{seq}. "sent": the Message-IDs a mail server has taken, so that a retry sends
-- the rest.
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
`;

const LEDGER = `
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
`;

const GRANTS = `
grant select, insert, update on effect_leases to journeys_app;
grant select, insert on ledger_transactions, ledger_entries, payables to journeys_app;
`;

export class Effects1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [LEASES, LEDGER, GRANTS]) await runner.query(part);
  }

  /** The ledger is never thrown away: a migration that went wrong is followed by another one. */
  async down(): Promise<void> {
    throw new Error("There is no way back from the ledger.");
  }
}

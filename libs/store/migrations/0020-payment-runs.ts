// Payment runs: the lines of their book, their read table, and what the ledger and the grants need for them.

import type { MigrationInterface, QueryRunner } from "typeorm";

const LINES = `
alter table payables add column released_at timestamptz;
update payables set released_at = coalesce(
  (select at from events where stream = 'journey/' || payables.journey and seq = substring(payables.id from
    '[0-9]+$')::int), created_at);
create index payables_released on payables (released_at, id);

-- One row a payment of a run. What it pays (a payable) is in one live line at a time, whatever the code does: never
-- paid twice.
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
create trigger payment_lines_settled before update on payment_lines for each row execute function
  payment_lines_settled();
`;

const RUNS = `
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
`;

const MONEY = `
-- Whose books a transaction is in.
alter table ledger_transactions add column hub text;
alter table ledger_transactions disable trigger ledger_append_only;
update ledger_transactions set hub = (select hub from payables where payables.id = ledger_transactions.id);
alter table ledger_transactions enable always trigger ledger_append_only;
create index ledger_transactions_hub on ledger_transactions (hub);

alter table grants add column hub text not null default '', add column run text, add column kept_back_in text, add
  column clawback_at timestamptz,
  add column recovered_pence int not null default 0;
update grants set hub = journeys.hub from journeys where journeys.id = grants.journey;
create index grants_hub on grants (hub, academic_year);
`;

const GRANTS = `
grant select, insert, update on payment_lines to journeys_app;
grant select, insert, update, delete on payment_runs to journeys_app;
`;

export class PaymentRuns1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [LINES, RUNS, MONEY, GRANTS]) await runner.query(part);
  }

  /** What was paid is never thrown away: a migration that went wrong is followed by another one. */
  async down(): Promise<void> {
    throw new Error("There is no way back from payment runs.");
  }
}

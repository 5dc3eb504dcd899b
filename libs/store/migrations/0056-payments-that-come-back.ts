// Payments that the bank gave back; what a grant waits for; and what a task about a grant asks.

import type { MigrationInterface, QueryRunner } from "typeorm";

const RETURNS = `
-- A payment that the bank gave back. Its line stays as it is, paid.
create table payment_returns (
  payment text collate "C" primary key,
  reason_code text,
  returned_at timestamptz not null default now()
);

-- What is to be paid anew: what came back (the id of what was released, a stroke, the payment), or was released a
-- second time. Tables of their own, for the first payment of a grant is held to be the only one by those that were
-- there.
create table payables_again (
  id text collate "C" primary key,
  journey text collate "C" not null,
  hub text not null,
  stage text not null,
  academic_year text not null,
  amount_pence bigint not null check (amount_pence > 0),
  released_at timestamptz not null,
  created_at timestamptz not null default now()
);
create index payables_again_released on payables_again (released_at, id);

create table payment_lines_again (
  payment text collate "C" primary key,
  run text collate "C" not null,
  no int not null check (no > 0),
  payable text collate "C" not null references payables_again (id),
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
create unique index payment_lines_again_live on payment_lines_again (payable) where status in ('prepared', 'authorised',
  'paid');
create index payment_lines_again_payable on payment_lines_again (payable);
create trigger payment_lines_again_settled before update on payment_lines_again for each row execute function
  payment_lines_settled();

grant select, insert on payment_returns, payables_again to journeys_app;
grant select, insert, update on payment_lines_again to journeys_app;

alter table payment_runs add column returned_payments int not null default 0, add column returned_pence bigint not null
  default 0;
`;

const GRANTS = `
alter table grants add column asks jsonb, add column payable text, add column invoiced boolean not null default false;
alter table tasks add column asks jsonb, add column hub text;
`;

export class PaymentsThatComeBack1700000000056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [RETURNS, GRANTS]) await runner.query(part);
  }

  /** What was paid is never thrown away: a migration that went wrong is followed by another one. */
  async down(): Promise<void> {
    throw new Error("There is no way back from payments that came back.");
  }
}

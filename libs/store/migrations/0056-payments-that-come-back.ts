// Payments that the bank gave back; what a grant waits for; and what a task about a grant asks.

import type { MigrationInterface, QueryRunner } from "typeorm";

const LINES = `
alter table payment_lines drop constraint payment_lines_status_check;
alter table payment_lines add constraint payment_lines_status_check check (status in ('prepared', 'authorised', 'paid',
  'failed', 'cancelled', 'refused', 'returned'));

create or replace function payment_lines_settled() returns trigger language plpgsql as $$
begin
  if old.status = 'paid' and new.status = 'returned' then return new; end if;
  if old.status in ('paid', 'failed', 'cancelled', 'refused', 'returned') then
    raise exception 'a payment that is settled stays as it is' using errcode = 'SJ006';
  end if;
  return new;
end $$;

alter table payment_runs add column returned_payments int not null default 0, add column returned_pence bigint not null
  default 0;
`;

const GRANTS = `
alter table grants add column asks jsonb, add column payable text, add column invoiced boolean not null default false;
alter table tasks add column asks jsonb, add column hub text;
`;

export class PaymentsThatComeBack1700000000056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [LINES, GRANTS]) await runner.query(part);
  }

  /** What was paid is never thrown away: a migration that went wrong is followed by another one. */
  async down(): Promise<void> {
    throw new Error("There is no way back from payments that came back.");
  }
}

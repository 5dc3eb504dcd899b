// What a hub may spend on grants in an academic year. Nothing is overwritten by a later decision: the latest one holds.

import type { MigrationInterface, QueryRunner } from "typeorm";

const BUDGETS = `
create table budgets (
  hub text collate "C" not null check (hub <> ''),
  academic_year text not null check (academic_year <> ''),
  no int not null check (no > 0),
  allocated_pence bigint not null check (allocated_pence >= 0),
  set_by text not null,
  set_at timestamptz not null,
  primary key (hub, academic_year, no)
)`;

export class Budgets1700000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BUDGETS);
    await runner.query("grant select, insert on budgets to journeys_app");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table budgets");
  }
}

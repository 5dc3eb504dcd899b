// Every reminder that was due, and what became of it: a read table, made of events.

import type { MigrationInterface, QueryRunner } from "typeorm";

const TABLE = `
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
`;

export class DueReminders1700000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query("grant select, insert, update, delete on due_reminders to journeys_app");
  }

  /** Made of events, it can be made again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table due_reminders");
  }
}

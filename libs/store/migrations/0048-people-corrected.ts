// A name or address that is corrected waits here, sealed, until the command that brought it is accepted: the event
// carries its id alone. Once it stands with the person, nothing of it is kept here.

import type { MigrationInterface, QueryRunner } from "typeorm";

const CORRECTIONS = `
create table people.corrections (
  id text primary key,
  person text not null references people.persons (id) on delete cascade,
  sealed bytea,
  made_at timestamptz not null default now(),
  applied_at timestamptz,
  check ((sealed is null) = (applied_at is not null))
)`;

export class PeopleCorrected1700000000048 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CORRECTIONS);
    await runner.query("create index corrections_person on people.corrections (person)");
    await runner.query("grant select, insert, update on people.corrections to journeys_app");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table people.corrections");
  }
}

// A form that somebody began and comes back to: whose, of which school and programme; what was typed is sealed.

import type { MigrationInterface, QueryRunner } from "typeorm";

const DRAFTS = `
create table people.drafts (
  id text primary key,
  who text collate "C" not null,
  urn text not null,
  prospectus text not null,
  sealed bytea not null,
  saved_at timestamptz not null default now()
)`;

export class Drafts1700000000059 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DRAFTS);
    await runner.query("create index drafts_by_age on people.drafts (saved_at)");
    await runner.query("grant select, insert, update, delete on people.drafts to journeys_app");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table people.drafts");
  }
}

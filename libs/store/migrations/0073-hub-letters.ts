// A letter that a hub writes to many: who chose what, and which schools get it, fixed when it was sent off. Its words
// are with each school's journey, sealed. The release before neither writes nor reads it.

import type { MigrationInterface, QueryRunner } from "typeorm";

const LETTERS = `
create table hub_letters (
  id text primary key,
  hub text collate "C" not null,
  by_whom text not null,
  by_role text not null,
  written_at timestamptz not null,
  chosen jsonb not null,
  schools jsonb not null,
  passed_over jsonb not null,
  kept_at timestamptz not null default now(),
  finished_at timestamptz
)`;

export class HubLetters1700000000073 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LETTERS);
    await runner.query("create index hub_letters_of_hub on hub_letters (hub, written_at desc, id)");
    await runner.query("create index hub_letters_open on hub_letters (kept_at) where finished_at is null");
    await runner.query("grant select, insert, update on hub_letters to journeys_app");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table hub_letters");
  }
}

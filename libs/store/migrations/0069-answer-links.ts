// Links by which a letter is answered without an account: each of one school, one person and one thing. The key in its
// address is kept as its digest alone.

import type { MigrationInterface, QueryRunner } from "typeorm";

const LINKS = `
create table answer_links (
  id uuid primary key,
  digest text not null unique,
  journey text collate "C" not null,
  person text collate "C" not null,
  thing text not null,
  made_at timestamptz not null default now(),
  revoked_at timestamptz,
  revoked_by text
)`;

export class AnswerLinks1700000000069 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LINKS);
    await runner.query("create index answer_links_of_person on answer_links (journey, person, thing)");
    await runner.query("create index answer_links_by_age on answer_links (made_at)");
    await runner.query("grant select, insert, update, delete on answer_links to journeys_app");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table answer_links");
  }
}

// Links by which a calendar program reads what lies ahead: it can hold an address, and no token. The address is kept as
// its digest alone.

import type { MigrationInterface, QueryRunner } from "typeorm";

const LINKS = `
create table calendar_links (
  id uuid primary key,
  digest text not null unique,
  kind text not null check (kind in ('journey', 'work-group', 'hub')),
  target text collate "C" not null,
  scope jsonb,
  made_by text not null,
  made_at timestamptz not null,
  revoked_at timestamptz
)`;

export class CalendarLinks1700000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LINKS);
    await runner.query("create index calendar_links_by_maker on calendar_links (made_by, made_at)");
    await runner.query("grant select, insert, update on calendar_links to journeys_app");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table calendar_links");
  }
}

// When a hub takes applications for a programme. Nothing is overwritten by a later decision: an application is judged
// by the window that stood when it came.

import type { MigrationInterface, QueryRunner } from "typeorm";

const WINDOWS = `
create table windows (
  hub text collate "C" not null check (hub <> ''),
  prospectus text collate "C" not null check (prospectus <> ''),
  opens_on date not null,
  closes_on date not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (hub, prospectus, set_at),
  check (opens_on <= closes_on)
)`;

export class Windows1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WINDOWS);
    await runner.query("grant select, insert, update on windows to journeys_app");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table windows");
  }
}

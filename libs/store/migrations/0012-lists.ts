// The schools to which a hub offers a programme, where it offers it to named ones alone; and which interested schools
// are still to be told of a window. As with windows, an application is judged by the list that stood when it came: a
// later decision overwrites none.

import type { MigrationInterface, QueryRunner } from "typeorm";

const LISTS = `
create table lists (
  hub text collate "C" not null check (hub <> ''),
  prospectus text collate "C" not null check (prospectus <> ''),
  -- Null: from then on it is open to all.
  urns text[],
  set_by text not null,
  set_at timestamptz not null,
  primary key (hub, prospectus, set_at)
)`;

export class Lists1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LISTS);
    await runner.query("grant select, insert, update on lists to journeys_app");
    await runner.query("create index journeys_interested on journeys (hub) where status = 'interested'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop index journeys_interested");
    await runner.query("drop table lists");
  }
}

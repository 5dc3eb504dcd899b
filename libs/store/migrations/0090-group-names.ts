// What a hub calls its Work Groups, with who and when. Nothing is overwritten; the latest holds. `id`: what is known of
// all of them is read again once there is another. The release before calls them by their ids.

import type { MigrationInterface, QueryRunner } from "typeorm";

const GROUP_NAMES = `
create table group_names (
  no bigint generated always as identity primary key,
  id uuid not null default gen_random_uuid(),
  work_group text collate "C" not null check (work_group <> ''),
  name text not null check (name <> ''),
  set_by text not null,
  set_at timestamptz not null
)`;

export class GroupNames1700000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(GROUP_NAMES);
    await runner.query("create index group_names_of on group_names (work_group, no)");
    await runner.query("grant select, insert on group_names to journeys_app");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table group_names");
  }
}

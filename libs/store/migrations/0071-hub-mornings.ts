// The mornings of a hub: from which moment to which its letters told, and whether all of them have gone. One row a hub
// and school day.

import type { MigrationInterface, QueryRunner } from "typeorm";

const HUB_MORNINGS = `
create table hub_mornings (
  hub text collate "C" not null check (hub <> ''),
  day date not null,
  since timestamptz not null,
  as_of timestamptz not null check (as_of >= since),
  done_at timestamptz,
  letters int check (letters >= 0),
  primary key (hub, day),
  check ((done_at is null) = (letters is null))
)`;

export class HubMornings1700000000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HUB_MORNINGS);
    await runner.query("grant select, insert, update on hub_mornings to journeys_app");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table hub_mornings");
  }
}

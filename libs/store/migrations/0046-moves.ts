// Schools for which another hub asks.

import type { MigrationInterface, QueryRunner } from "typeorm";

const TABLE = `
create table moves (
  journey text collate "C" primary key,
  from_hub text not null,
  to_hub text not null,
  prospectus text not null,
  asked_at timestamptz not null,
  until date not null,
  waits_for text not null
);
create index moves_from on moves (from_hub, journey);
create index moves_to on moves (to_hub, journey);
grant select, insert, update, delete on moves to journeys_app;
`;

export class Moves1700000000046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table moves");
  }
}

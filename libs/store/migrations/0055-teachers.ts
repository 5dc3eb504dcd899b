// Who of a school's teachers takes part this year, and who is there by an exception of the hub lead.

import type { MigrationInterface, QueryRunner } from "typeorm";

export class Teachers1700000000055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table participants add column exception boolean not null default false,
       add column takes_part boolean not null default true`,
    );
    await runner.query("update participants set takes_part = false where has_left");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table participants drop column exception, drop column takes_part");
  }
}

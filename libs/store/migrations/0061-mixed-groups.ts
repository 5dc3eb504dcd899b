// A Work Group may hold more programmes than its own, and somebody may have to decide what becomes of it.

import type { MigrationInterface, QueryRunner } from "typeorm";

export class MixedGroups1700000000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table work_groups add column also text[] not null default '{}', add column below date");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table work_groups drop column also, drop column below");
  }
}

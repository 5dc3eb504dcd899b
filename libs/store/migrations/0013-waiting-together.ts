// How many schools of a waitlist wait as one, for places side by side.

import type { MigrationInterface, QueryRunner } from "typeorm";

export class WaitingTogether1700000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table work_group_schools add column together int");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table work_group_schools drop column together");
  }
}

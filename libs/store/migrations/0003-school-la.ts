// Where a school is, as far as its calendar depends on it.

import type { MigrationInterface, QueryRunner } from "typeorm";

export class SchoolLa1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table schools add column la text");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table schools drop column la");
  }
}

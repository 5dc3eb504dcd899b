// Who of its hub supports a school, by an opaque id. The release before leaves it empty.

import type { MigrationInterface, QueryRunner } from "typeorm";

export class SchoolSupport1700000000085 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table journeys add column support text");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table journeys drop column support");
  }
}

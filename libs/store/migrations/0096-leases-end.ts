// The leases of effects go with their stream, once it has ended (prune.ts).

import type { MigrationInterface, QueryRunner } from "typeorm";

export class LeasesEnd1700000000096 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("grant delete on effect_leases to journeys_app");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("revoke delete on effect_leases from journeys_app");
  }
}

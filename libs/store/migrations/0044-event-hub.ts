// Events name the hub to which they belong. Those of before do not, and are never rewritten: of them the stays of their
// journey say it (0045). Not called `hub`: queries of the release before join events with what has a hub.

import type { MigrationInterface, QueryRunner } from "typeorm";

export class EventHub1700000000044 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table events add column of_hub text");
    await runner.query("create index events_of_hub on events (of_hub, epoch, tx, position) where of_hub is not null");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop index events_of_hub");
    await runner.query("alter table events drop column of_hub");
  }
}

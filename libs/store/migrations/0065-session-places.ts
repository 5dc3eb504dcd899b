// A session has its times, and a place or a link: the ids of texts, which stand sealed in people.texts.

import type { MigrationInterface, QueryRunner } from "typeorm";

export class SessionPlaces1700000000065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "alter table work_group_sessions add column starts_at text, add column ends_at text, " +
        "add column place_text text, add column link_text text",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "alter table work_group_sessions drop column starts_at, drop column ends_at, drop column place_text, " +
        "drop column link_text",
    );
  }
}

// Whose a task of a Work Group is, and since when any task is somebody's. The release before leaves all of it empty.

import type { MigrationInterface, QueryRunner } from "typeorm";

export class TasksGiven1700000000087 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table tasks add column given_at timestamptz");
    await runner.query("alter table work_groups add column below_assignee text, add column below_given_at timestamptz");
    await runner.query(
      "alter table work_group_sessions add column assignee text, add column given_at timestamptz, " +
        "add column due_on date",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "alter table work_group_sessions drop column due_on, drop column given_at, drop column assignee",
    );
    await runner.query("alter table work_groups drop column below_given_at, drop column below_assignee");
    await runner.query("alter table tasks drop column given_at");
  }
}

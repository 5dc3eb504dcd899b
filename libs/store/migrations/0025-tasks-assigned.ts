// Tasks have somebody whose they are and a day, and a hub works through them by that day.

import type { MigrationInterface, QueryRunner } from "typeorm";

export class TasksAssigned1700000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table tasks add column assignee text, add column due_on date");
    await runner.query("create index tasks_by_day on tasks (due_on, opened_at, journey, id) where status = 'open'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop index tasks_by_day");
    await runner.query("alter table tasks drop column assignee, drop column due_on");
  }
}

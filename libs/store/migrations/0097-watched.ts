// What an operator watches is found by an index: reminders that are still owed, grants that wait for a person, letters
// that have not gone. Each holds what waits alone, so that it stays small and costs what it counts.

import type { MigrationInterface, QueryRunner } from "typeorm";

const UP = [
  `create index due_reminders_owed on due_reminders (due_at, outcome)
   where outcome in ('planned', 'pending', 'stalled')`,
  "create index grants_waiting on grants (hub, status) where status in ('payable', 'released')",
  "create index sent_letters_waiting on people.sent_letters (kept_at) where sent_at is null and refused_at is null",
];
const DOWN = "drop index due_reminders_owed, grants_waiting, people.sent_letters_waiting";

export class Watched1700000000097 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

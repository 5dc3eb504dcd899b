// A note of a hub is written better, and taken back: by whom and when. What it said before is kept nowhere; of one that
// was taken back, ids and days stay. The release before knows of neither, and shows a note without words as none.

import type { MigrationInterface, QueryRunner } from "typeorm";

const COLUMNS = ["changed", "withdrawn"].flatMap((what) => [
  `${what}_at timestamptz`,
  `${what}_by text`,
  `${what}_role text`,
]);

export class NotesChanged1700000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table journey_notes ${COLUMNS.map((one) => `add column ${one}`).join(", ")}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = COLUMNS.map((one) => one.split(" ", 1)[0] ?? "");
    await runner.query(`alter table journey_notes ${names.map((one) => `drop column ${one}`).join(", ")}`);
  }
}

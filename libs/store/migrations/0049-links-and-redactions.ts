// Links for calendar programs end by themselves: those of before a year from now. And what was taken out of a text is
// on record: by whom, when and why (the reason sealed, like the text), never the words themselves.

import type { MigrationInterface, QueryRunner } from "typeorm";

// A release before makes links without an end: they end a year after they were made (libs/store/calendar-links.ts).
const LINKS = [
  "alter table calendar_links add column expires_at timestamptz",
  "update calendar_links set expires_at = now() + interval '1 year' where revoked_at is null",
];

const REDACTIONS = `
create table people.redactions (
  id text primary key,
  journey text collate "C" not null,
  by_whom text not null,
  by_role text not null,
  at timestamptz not null,
  reason text not null,
  texts text[] not null
);
create index redactions_journey on people.redactions (journey, at);
grant select, insert on people.redactions to journeys_app;
`;

export class LinksAndRedactions1700000000049 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [...LINKS, REDACTIONS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table people.redactions");
    await runner.query("alter table calendar_links drop column expires_at");
  }
}

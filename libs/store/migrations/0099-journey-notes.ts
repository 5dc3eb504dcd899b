// What a hub notes about a school, for itself: by whom and when, and on which day somebody is to come back to it. The
// words are a text of the journey, sealed. The release before neither writes nor reads it.

import type { MigrationInterface, QueryRunner } from "typeorm";

const NOTES = `
create table journey_notes (
  id text primary key,
  journey text collate "C" not null,
  hub text collate "C" not null check (hub <> ''),
  by_whom text not null,
  by_role text not null,
  at timestamptz not null,
  follow_up_on date,
  followed_up_by text,
  followed_up_role text,
  followed_up_at timestamptz,
  kept_no bigint generated always as identity,
  check ((followed_up_at is null) = (followed_up_by is null)),
  check ((followed_up_at is null) = (followed_up_role is null)),
  check (followed_up_at is null or follow_up_on is not null)
)`;

export class JourneyNotes1700000000099 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NOTES);
    await runner.query("create index journey_notes_of_hub on journey_notes (journey, hub, kept_no)");
    await runner.query(
      `create index journey_notes_open on journey_notes (hub, follow_up_on)
       where follow_up_on is not null and followed_up_at is null`,
    );
    await runner.query("grant select, insert, update on journey_notes to journeys_app");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table journey_notes");
  }
}

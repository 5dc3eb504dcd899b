// Who has signed in at the console. What lets somebody in is in their browser alone: here is its digest, and, sealed
// under a key made of it, what the sign-in gave. So is what was typed into a form when a sign-in had to be made anew.

import type { MigrationInterface, QueryRunner } from "typeorm";

const SESSIONS = `
create table sessions (
  id uuid primary key,
  digest text not null unique,
  who text collate "C" not null,
  principal jsonb not null,
  sealed bytea not null,
  browser text not null,
  signed_in_at timestamptz not null default now(),
  auth_time timestamptz,
  seen_at timestamptz not null default now(),
  asked_at timestamptz not null default now(),
  ask_after timestamptz not null,
  asking boolean not null default false,
  ended_at timestamptz,
  ended_because text check (ended_because in ('signed-out', 'elsewhere', 'taken-back'))
)`;

const FORMS = `
create table kept_forms (
  digest text primary key,
  sealed bytea not null,
  kept_at timestamptz not null default now()
)`;

export class Sessions1700000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SESSIONS);
    await runner.query("create index sessions_of_person on sessions (who) where ended_at is null");
    await runner.query("create index sessions_by_age on sessions (signed_in_at)");
    await runner.query(FORMS);
    await runner.query("grant select, insert, update, delete on sessions to journeys_app");
    await runner.query("grant select, insert, delete on kept_forms to journeys_app");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table kept_forms");
    await runner.query("drop table sessions");
  }
}

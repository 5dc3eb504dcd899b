// Who did what, beside what happened: sign-ins, refusals, exports, erasures. Rows are added; nobody changes one, and
// nobody drops one that is younger than two years: PostgreSQL itself refuses.

import type { MigrationInterface, QueryRunner } from "typeorm";

const EVENTS = `
create table security_events (
  no bigint generated always as identity primary key,
  at timestamptz not null default now(),
  what text collate "C" not null,
  outcome text collate "C" not null check (outcome in ('done', 'refused', 'failed')),
  who text collate "C",
  role text collate "C",
  hub text collate "C",
  about text,
  code text,
  request text
)`;

const ONLY_ADDED = `
create function security_events_only_added() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '2 years' then return old; end if;
  raise exception 'security events are added, and dropped after two years; nothing else' using errcode = '42501';
end $$`;

export class SecurityEvents1700000000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EVENTS);
    await runner.query("create index security_events_by_person on security_events (who, no desc)");
    await runner.query("create index security_events_by_age on security_events (at)");
    await runner.query(ONLY_ADDED);
    await runner.query(
      `create trigger security_events_only_added before update or delete on security_events
        for each row execute function security_events_only_added()`,
    );
    await runner.query(
      `create trigger security_events_not_emptied before truncate on security_events
        for each statement execute function security_events_only_added()`,
    );
    await runner.query("grant select, insert, delete on security_events to journeys_app");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table security_events");
    await runner.query("drop function security_events_only_added()");
  }
}

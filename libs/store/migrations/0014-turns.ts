// The turn of a hub into an academic year as one operation: what was decided, and how far it is. What happened to
// schools and groups stays in their events.

import type { MigrationInterface, QueryRunner } from "typeorm";

// "plan": as the hub looked at it and wanted it. "steps": one for each group to be formed and each school to be asked;
// "done_at" when it was answered.
const TABLES = `
create table turns (
  hub text not null,
  into_year text not null,
  status text not null check (status in ('running', 'interrupted', 'done')),
  plan jsonb not null,
  wishes_digest text not null,
  actor jsonb not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (hub, into_year)
);

create table turn_steps (
  hub text not null,
  into_year text not null,
  no int not null,
  kind text not null check (kind in ('group', 'school')),
  subject text not null,
  type text not null,
  data jsonb not null,
  status text not null default 'waiting' check (status in ('waiting', 'done', 'turned-down')),
  code text,
  detail text,
  done_at timestamptz,
  primary key (hub, into_year, no),
  unique (hub, into_year, subject),
  foreign key (hub, into_year) references turns
);
create index turn_steps_waiting on turn_steps (hub, into_year, no) where status = 'waiting';
`;

const GRANTS = "grant select, insert, update on turns, turn_steps to journeys_app;";

export class Turns1700000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, GRANTS]) await runner.query(part);
  }

  /** What schools were asked stays in their events; how far an operation was is lost. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table turn_steps, turns");
  }
}

// The read tables of Work Groups.

import type { MigrationInterface, QueryRunner } from "typeorm";

const TABLES = `
create table work_groups (
  id text collate "C" primary key,
  hub text not null,
  prospectus text not null,
  academic_year text not null,
  status text not null,
  lead text not null,
  lead_role text not null,
  delivery text not null,
  least int,
  most int,
  reserved int not null,
  taken int not null,
  waiting int not null,
  version int not null,
  summary text not null,
  formed_at timestamptz not null,
  updated_at timestamptz not null
);
create index work_groups_hub on work_groups (hub, id);

create table work_group_schools (
  work_group text collate "C" not null,
  journey text collate "C" not null,
  status text not null,
  position int,
  held boolean not null,
  since timestamptz not null,
  primary key (work_group, journey)
);
create index work_group_schools_journey on work_group_schools (journey);

create table work_group_sessions (
  work_group text collate "C" not null,
  code text not null,
  held_on date not null,
  length text not null,
  place text not null,
  status text not null,
  primary key (work_group, code)
);

-- The journeys of a Work Group, where its name was used before it was formed.
create index journeys_work_group on journeys (work_group) where work_group is not null;
`;

const GRANTS =
  "grant select, insert, update, delete on work_groups, work_group_schools, work_group_sessions to journeys_app;";

export class WorkGroups1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, GRANTS]) await runner.query(part);
  }

  /** Made of events, they can be made again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "drop table work_groups, work_group_schools, work_group_sessions; drop index journeys_work_group",
    );
  }
}

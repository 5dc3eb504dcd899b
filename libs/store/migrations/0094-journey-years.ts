// Which programmes each school signed up for, and what came of each: read by the page over all hubs. `npm run rebuild`
// fills it for what happened before.

import type { MigrationInterface, QueryRunner } from "typeorm";

const TABLE = `
create table journey_years (
  journey text collate "C" not null,
  prospectus text collate "C" not null,
  hub text not null,
  outcome text,
  primary key (journey, prospectus)
);
create index journey_years_prospectus on journey_years (prospectus, hub, outcome);
grant select, insert, update, delete on journey_years to journeys_app;
`;

export class JourneyYears1700000000094 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table journey_years");
  }
}

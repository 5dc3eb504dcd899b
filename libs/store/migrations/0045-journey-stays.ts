// At which hub each school was when: a school that goes to another hub leaves behind what was said there.

import type { MigrationInterface, QueryRunner } from "typeorm";

const TABLE = `
create table journey_stays (
  journey text collate "C" not null,
  since int not null check (since > 0),
  until int,
  hub text not null,
  primary key (journey, since)
);
create index journey_stays_hub on journey_stays (hub, journey);
grant select, insert, update, delete on journey_stays to journeys_app;
`;

const STAYS = `
insert into journey_stays (journey, since, until, hub)
select substr(stream, 9), seq, lead(seq) over (partition by stream order by seq) - 1, hub
from (select stream, seq, data ->> 'hub' as hub, lag(data ->> 'hub') over (partition by stream order by seq) as before
      from events where stream like 'journey/%' and type in ('ApplicationSubmitted', 'InterestExpressed')) as asked
where before is distinct from hub`;

export class JourneyStays1700000000045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(STAYS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table journey_stays");
  }
}

// By which of its events a journey came to the hub that it is at: that hub's feed begins with all that was before.

import type { MigrationInterface, QueryRunner } from "typeorm";

const MOVED = `
update journeys set hub_since = moved.seq
from (
  select stream, max(seq) as seq
  from (select stream, seq, data ->> 'hub' as hub, lag(data ->> 'hub') over (partition by stream order by seq) as before
        from events where stream like 'journey/%' and type in ('ApplicationSubmitted', 'InterestExpressed')) as asked
  where before is distinct from hub and before is not null
  group by stream) as moved
where moved.stream = 'journey/' || journeys.id`;

export class HubSince1700000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table journeys add column hub_since int not null default 1 check (hub_since > 0)");
    await runner.query(MOVED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table journeys drop column hub_since");
  }
}

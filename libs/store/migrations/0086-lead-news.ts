// What the leads of Work Groups hear at once: each event that concerns one, until its letter has gone and for some days
// after; and how far into the feed such events were looked for.

import type { MigrationInterface, QueryRunner } from "typeorm";

// "journey": of which school, null where it is the group's own. "letter": the one in which it is told, fixed before
// that goes; "heard": whether a lead was there whose address is known.
const LEAD_NEWS = `
create table lead_news (
  work_group text collate "C" not null,
  epoch int not null,
  position bigint not null,
  stream text collate "C" not null,
  seq int not null,
  journey text collate "C",
  at timestamptz not null,
  letter text collate "C",
  told_at timestamptz,
  heard boolean,
  primary key (work_group, epoch, position),
  check (told_at is null or letter is not null),
  check ((told_at is null) = (heard is null))
)`;

// What is committed from now on is news: what was before, the mornings have told.
const SEEN = `
create table lead_news_seen (
  one boolean primary key default true check (one),
  epoch int not null,
  tx xid8 not null,
  position bigint not null
)`;
const FROM_NOW_ON = `
insert into lead_news_seen (epoch, tx, position)
select current_feed_epoch(), pg_snapshot_xmin(pg_current_snapshot()), 0`;

export class LeadNews1700000000086 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [LEAD_NEWS, SEEN, FROM_NOW_ON]) await runner.query(part);
    await runner.query("create index lead_news_untold on lead_news (at) where told_at is null");
    await runner.query("create index lead_news_told on lead_news (told_at)");
    await runner.query("grant select, insert, update, delete on lead_news to journeys_app");
    await runner.query("grant select, update on lead_news_seen to journeys_app");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table lead_news_seen");
    await runner.query("drop table lead_news");
  }
}

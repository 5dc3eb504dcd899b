// Which Temporal cluster is home. One row, or none before the first move: then every worker is at home, as ever. Who
// works holds its lock shared and the row is changed under it alone, so that a worker elsewhere begins nothing once the
// service has moved, and what it had begun is done before.

import type { MigrationInterface, QueryRunner } from "typeorm";

const HOME = `
create table home (
  one boolean primary key default true check (one),
  cluster text collate "C" not null,
  address text not null,
  namespace text not null,
  since timestamptz not null default clock_timestamp()
);
create table recovery (
  one boolean primary key default true check (one),
  store text not null,
  reached text collate "C" not null,
  woken int not null
);
create function is_home(worker text) returns boolean language plpgsql volatile as $$
begin
  if worker is null then
    return true;
  end if;
  perform pg_advisory_xact_lock_shared(hashtextextended('home', 0));
  return not exists (select from home where cluster <> worker);
end
$$;
create function must_be_home(worker text) returns boolean language plpgsql volatile as $$
begin
  if not is_home(worker) then
    raise exception 'another cluster is home' using errcode = 'SJ098';
  end if;
  return true;
end
$$;
grant select, insert, update on home to journeys_app;
grant select, insert, update, delete on recovery to journeys_app;
`;

export class Home1700000000098 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HOME);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop function must_be_home(text), is_home(text); drop table recovery, home");
  }
}

// A key for each person: where it is kept, and room for what is sealed under it beside what still stands in plain. What
// is there is sealed by libs/people/seal-plain.ts, which can be broken off and run again; 0011 then takes the plain
// columns away.

import type { MigrationInterface, QueryRunner } from "typeorm";

const KEYS = `
-- "owner": a person's id, or a stream for words of nobody in particular (journey/137482-primary). A destroyed key
-- leaves its row behind, so that nothing is ever kept under that owner again.
create table people.keys (
  owner text primary key check (owner <> ''),
  wrapped bytea,
  kek text,
  created_at timestamptz not null default now(),
  destroyed_at timestamptz,
  check ((wrapped is null) = (kek is null)),
  check ((wrapped is null) = (destroyed_at is not null))
);
create index keys_kek on people.keys (kek) where kek is not null;

create function people.key_stays_destroyed() returns trigger language plpgsql as $$
begin
  raise exception 'a destroyed key stays destroyed' using errcode = 'SJ010';
end $$;
create trigger key_stays_destroyed before update or delete on people.keys
  for each row when (old.destroyed_at is not null) execute function people.key_stays_destroyed();
alter table people.keys enable always trigger key_stays_destroyed;
`;

const ROOM = `
alter table people.persons add column sealed bytea,
  alter column first_name drop not null, alter column last_name drop not null, alter column email drop not null;
alter table people.texts add column owner text, add column sealed bytea, alter column body drop not null;
create index texts_owner on people.texts (owner);
create index contacts_person on people.contacts (person);
grant select, insert, update on people.keys to journeys_app;
`;

export class PeopleKeys1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [KEYS, ROOM]) await runner.query(part);
  }

  /** Keys are never thrown away by a way back: what is sealed under them would be lost. */
  async down(): Promise<void> {
    throw new Error("There is no way back from the keys of people.");
  }
}

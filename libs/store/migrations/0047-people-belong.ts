// A person belongs to a journey or a hub from their first moment: an id alone gives no right to write to them. And one
// human is one person in a school: an id under which they were sent again leads to the one that they have.

import type { MigrationInterface, QueryRunner } from "typeorm";

const TABLES = `
-- "home": a journey's id, or hub/{code}.
create table people.belongs (
  home text collate "C" not null,
  person text not null references people.persons (id) on delete cascade,
  primary key (home, person)
);
create index belongs_person on people.belongs (person);
create table people.same (
  id text primary key,
  person text not null references people.persons (id) on delete cascade
);
grant select, insert on people.belongs, people.same to journeys_app;
`;

// What is known of those who were there before: their roles, the events that name them, and the request that brought
// them (their id is a digest of it, libs/service/commands/command-id.ts). Of an id that no person has, nothing.
const KNOWN = `
insert into people.belongs (home, person)
select journey, person from people.contacts
union select journey, participant from participants where participant in (select id from people.persons)
union select substr(stream, 9), named.id from events cross join lateral (values (data ->> 'contactId'),
    (data -> 'school' ->> 'headteacherContact'), (data ->> 'participant'), (data ->> 'by')) as named (id)
  where stream like 'journey/%' and type in ('InterestExpressed', 'ApplicationSubmitted', 'HeadteacherNamed',
    'ParticipantNominated', 'ParticipantReplaced') and named.id in (select id from people.persons)
union select substr(stream, 9), brought.id from (
    select stream, encode(sha256(convert_to('["' || id || '","' || body_digest || '","person","person"]', 'utf8')),
      'hex') as hex
    from commands where name = 'AddPerson' and stream like 'journey/%' and body_digest is not null) as asked
  cross join lateral (select substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-8' || substr(hex, 14, 3) || '-a' ||
    substr(hex, 18, 3) || '-' || substr(hex, 21, 12)) as brought (id)
  where brought.id in (select id from people.persons)
on conflict do nothing`;

export class PeopleBelong1700000000047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, KNOWN]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table people.same, people.belongs");
  }
}

// What schools are found by beside what was known: the theme of their year; and which of them somebody watches.

import type { MigrationInterface, QueryRunner } from "typeorm";

// "who": an opaque id of a sign-in; a row goes with its journey's page, by its own button.
const WATCHES = `
create table watches (
  who text collate "C" not null,
  journey text collate "C" not null,
  primary key (who, journey)
);
grant select, insert, delete on watches to journeys_app;
`;

// As the fold has it: the last one chosen for the year that is shown, unless that was taken back.
const THEMES = `
update journeys set theme = (
  select chosen.data ->> 'theme' from events as chosen
  where chosen.stream = 'journey/' || journeys.id and chosen.type = 'ThemeChosen'
    and chosen.data ->> 'academicYear' = journeys.academic_year
    and not exists (select from events as back where back.stream = chosen.stream and back.type = 'RecordCorrected'
      and (back.data ->> 'event')::int = chosen.seq)
  order by chosen.seq desc limit 1)
where exists (select from events where stream = 'journey/' || journeys.id and type = 'ThemeChosen')`;

export class Found1700000000088 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WATCHES);
    await runner.query("alter table journeys add column theme text");
    await runner.query(THEMES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table journeys drop column theme");
    await runner.query("drop table watches");
  }
}

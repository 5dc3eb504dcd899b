// Names, addresses and free text are sealed: their plain columns go. Refuses while a row is left in plain.

import type { MigrationInterface, QueryRunner } from "typeorm";

const NOTHING_LEFT = `
lock table people.persons, people.texts in access exclusive mode;
do $$ begin
  if exists (select from people.persons where first_name is not null or last_name is not null or email is not null)
    or exists (select from people.texts where body is not null) then
    raise exception 'rows are left in plain' using errcode = 'SJ011';
  end if;
end $$;
`;

const SEALED = `
alter table people.persons drop column first_name, drop column last_name, drop column email,
  add constraint persons_key foreign key (id) references people.keys (owner);
-- A stream's key that was destroyed gives its name free (libs/people/erasure.ts): its texts follow it.
alter table people.texts drop column body, alter column owner set not null, alter column sealed set not null,
  add constraint texts_key foreign key (owner) references people.keys (owner) on update cascade;
`;

/** A column that is dropped stays in the files of its table until the table is written anew. */
const WRITTEN_ANEW = ["cluster people.persons using persons_pkey", "cluster people.texts using texts_pkey"];

export class PeopleSealed1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [NOTHING_LEFT, SEALED, ...WRITTEN_ANEW]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error("There is no way back to names in plain.");
  }
}

// What a school is searched by: its name as any of the ways of typing it, its URN and its postcode.

import type { MigrationInterface, QueryRunner } from "typeorm";
import { searchedSchool } from "../../register/searched.ts";

const BATCH = 5_000;

// Part of a word is found by its trigrams; where the server has no pg_trgm, or may not make it, the table is read
// through (50,000 short rows).
const INDEX = `do $$ begin
  if exists (select from pg_available_extensions where name = 'pg_trgm') then
    create extension if not exists pg_trgm;
    create index schools_searched on schools using gin (searched gin_trgm_ops);
  end if;
exception when insufficient_privilege then null;
end $$`;

export class Searched1700000000053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table schools add column searched text");
    await fill(runner);
    await runner.query(INDEX);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table schools drop column searched");
  }
}

async function fill(runner: QueryRunner): Promise<void> {
  for (let after = ""; ;) {
    const rows = (await runner.query("select urn, name, postcode from schools where urn > $1 order by urn limit $2", [
      after,
      BATCH,
    ])) as { urn: string; name: string; postcode: string | null }[];
    const last = rows.at(-1);
    if (last === undefined) return;
    await runner.query(
      `update schools set searched = told.searched from unnest($1::text[], $2::text[]) as told (urn, searched)
       where schools.urn = told.urn`,
      [rows.map(({ urn }) => urn), rows.map(searchedSchool)],
    );
    after = last.urn;
  }
}

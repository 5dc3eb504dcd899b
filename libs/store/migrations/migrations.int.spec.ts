// Migrations expand, so that the release before works on while the next one starts, and after a way back. Only what
// list.ts names as contracting takes anything away. PostgreSQL itself is asked what each of them has done.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { DataSource } from "typeorm";
import { createDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { narrowed, schemaOf, type Schema } from "../../../test/upgrade/schema.ts";
import { CONTRACT, MIGRATIONS } from "./list.ts";

let database: TestDatabase;
/** The schema before the first migration, and after each. */
const schemas: Schema[] = [];
const named = (index: number): string => MIGRATIONS[index]?.name ?? "";
const narrowedBy = (index: number): string[] =>
  narrowed(schemas[index] ?? new Map<string, string>(), schemas[index + 1] ?? new Map<string, string>());

beforeAll(async () => {
  database = await createDatabase();
  for (let upTo = 0; upTo <= MIGRATIONS.length; upTo++) {
    const migrations = MIGRATIONS.slice(0, upTo);
    const dataSource = await new DataSource({
      type: "postgres",
      url: database.ownerUrl,
      migrations,
      migrationsTableName: "schema_migrations",
    }).initialize();
    await dataSource.runMigrations({ transaction: "each" });
    schemas.push(await schemaOf(dataSource.manager));
    await dataSource.destroy();
  }
}, 60_000);
afterAll(() => database.drop());

it.each(MIGRATIONS.map(({ name }, index) => [name, index] as const).filter(([name]) => name !== CONTRACT.name))(
  "%s only expands",
  (_name, index) => expect(narrowedBy(index)).toEqual([]),
);

it("is the contracting one that takes away", () => {
  const index = MIGRATIONS.indexOf(CONTRACT);
  expect(named(index)).toBe(CONTRACT.name);
  expect(narrowedBy(index)).toEqual(
    expect.arrayContaining(["column people.persons.email is gone", "column people.texts.body is gone"]),
  );
});

describe("What the check refuses", () => {
  it.each([
    ["drop table windows", "table public.windows is gone"],
    ["alter table schools drop column website", "column public.schools.website is gone"],
    ["alter table schools rename column website to site", "column public.schools.website is gone"],
    ["alter table journeys rename to ways", "table public.journeys is gone"],
    ["alter table schools alter column website set not null", 'was "text" and is "text; not null"'],
    ["alter table budgets alter column no type bigint", "column public.budgets.no was"],
    ["alter table journeys alter column hub_since drop default", "column public.journeys.hub_since was"],
    ["alter table schools add column head text not null", "column public.schools.head has to be written"],
    ["alter table schools add check (name <> '')", "forbids what was allowed"],
    ["create unique index on schools (name)", "forbids what was allowed"],
    ["revoke insert on budgets from journeys_app", "table public.budgets was"],
    ["drop index events_feed", "index public.events.events_feed is gone"],
    ["alter table events disable trigger events_append_only", "trigger public.events.events_append_only was"],
    [
      "create or replace function events_append_only() returns trigger language plpgsql as 'begin return new; end'",
      "function events_append_only() was",
    ],
  ])("%s", async (statement, fault) => {
    const faults = await after(statement);
    expect(faults.join("\n")).toContain(fault);
  });

  it.each([
    "alter table schools add column head text",
    "alter table schools add column heads int not null default 1 check (heads > 0)",
    "create table heads (urn text primary key, head text not null)",
    "create index on schools (website)",
    "alter table schools alter column open drop not null",
    "grant delete on budgets to journeys_app",
  ])("and what it lets through: %s", async (statement) => expect(await after(statement)).toEqual([]));
});

/** What a statement after the last migration would narrow; it is taken back. */
async function after(statement: string): Promise<string[]> {
  const owner = await new DataSource({ type: "postgres", url: database.ownerUrl }).initialize();
  const runner = owner.createQueryRunner();
  try {
    await runner.startTransaction();
    const before = await schemaOf(runner.manager);
    await runner.query(statement);
    return narrowed(before, await schemaOf(runner.manager));
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
    await owner.destroy();
  }
}

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { DataSource } from "typeorm";
import { createDatabase, type TestDatabase } from "../../test/support/database.ts";
import { READ_TABLES } from "../views/tables.ts";
import { openDatabase } from "../views/database.ts";
import { ping } from "./data-source.ts";
import { migrate } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/list.ts";

describe("migrating", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  }, 60_000);
  afterAll(() => database.drop());

  it("does it once where three starts come together, and nothing the next time", async () => {
    await Promise.all([migrate(database.ownerUrl), migrate(database.ownerUrl), migrate(database.ownerUrl)]);
    await migrate(database.ownerUrl);
    const owner = await new DataSource({ type: "postgres", url: database.ownerUrl }).initialize();
    const done = await owner.query<{ name: string }[]>("select name from schema_migrations order by timestamp");
    await owner.destroy();
    expect(done.map(({ name }) => name)).toEqual(MIGRATIONS.map((migration) => migration.name));
  }, 30_000);

  it("leaves the read tables with the very columns of their entities", async () => {
    const dataSource = await openDatabase(database.appUrl);
    try {
      for (const { entity } of READ_TABLES) {
        const metadata = dataSource.getMetadata(entity);
        const columns = await dataSource.query(
          `select column_name as name, is_nullable = 'YES' as nullable, case data_type when 'ARRAY' then 'text' when
            'timestamp with time zone' then 'timestamptz'
             when 'integer' then 'int' else data_type end as type
           from information_schema.columns where table_schema = 'public' and table_name = $1 order by column_name`,
          [metadata.tableName],
        );
        const expected = metadata.columns.map((column) => ({
          name: column.databaseName,
          nullable: column.isNullable,
          type: column.type,
        }));
        expect({ table: metadata.tableName, columns }).toEqual({
          table: metadata.tableName,
          columns: expected.sort((a, b) => (a.name < b.name ? -1 : 1)),
        });
      }
    } finally {
      await dataSource.destroy();
    }
  });

  it("says by code alone that PostgreSQL is away, or that it may not sign in", async () => {
    const away = database.ownerUrl.replace(/:\d+\//, ":1/");
    await expect(migrate(away)).rejects.toMatchObject({ code: "database-unavailable" });
    await expect(openDatabase(away)).rejects.toMatchObject({ code: "database-unavailable" });
    const stranger = Object.assign(new URL(database.appUrl), { password: "wrong" }).href;
    await expect(openDatabase(stranger)).rejects.toMatchObject({ code: "database-error", sqlState: "28P01" });
  });

  it("answers a ping", async () => {
    const dataSource = await openDatabase(database.appUrl);
    await ping(dataSource);
    await dataSource.destroy();
    await expect(ping(dataSource)).rejects.toThrow();
  });
});

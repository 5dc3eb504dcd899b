import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Connection } from "@temporalio/client";
import pg from "pg";
import { REGISTERED } from "../../libs/contract/search-attributes.ts";
import { createDatabase, type TestDatabase } from "./database.ts";
import { devServer, timeSkipping } from "./temporal.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

async function whoAmI(url: string): Promise<{ role: string; superuser: boolean; collation: string }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    "select current_user as role, rolsuper as superuser, datlocale as collation from pg_roles, pg_database " +
      "where rolname = current_user and datname = current_database()",
  );
  await client.end();
  return rows[0];
}

it("gives a database with an owner and an app role, no superusers, that sorts the same everywhere", async () => {
  expect(await whoAmI(database.ownerUrl)).toEqual({ role: "journeys_owner", superuser: false, collation: "C.UTF-8" });
  expect(await whoAmI(database.appUrl)).toEqual({ role: "journeys_app", superuser: false, collation: "C.UTF-8" });
});

it("gives a namespace on a development server that knows the search attributes", async () => {
  const { address, namespace } = await devServer();
  const connection = await Connection.connect({ address });
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  expect(Object.keys(customAttributes ?? {})).toEqual(expect.arrayContaining(REGISTERED.map(({ name }) => name)));
  await connection.close();
}, 30_000);

it("gives a server that skips years", async () => {
  const environment = await timeSkipping();
  const before = await environment.currentTimeMs();
  await environment.sleep("1500 days");
  expect((await environment.currentTimeMs()) - before).toBeGreaterThan(1499 * 86_400_000);
  await environment.teardown();
}, 30_000);

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { EntityManager } from "typeorm";
import { freshStore, type TestStore } from "../../test/support/store.ts";
import { named } from "./prepared.ts";

let store: TestStore;
beforeAll(async () => {
  store = await freshStore({ poolSize: 1 });
}, 60_000);
afterAll(() => store.close());

const WHERE = { name: "where_it_runs", text: "select pg_current_xact_id()::text as transaction, $1::int as given" };
const known = async (db: EntityManager): Promise<number> => {
  const rows: unknown[] = await db.query("select 1 from pg_prepared_statements where name = $1", [WHERE.name]);
  return rows.length;
};

it("a statement goes by its name in a transaction, and is part of it", async () => {
  await store.app.transaction(async (manager) => {
    const [here] = await manager.query<{ transaction: string }[]>("select pg_current_xact_id()::text as transaction");
    expect(await named(manager, WHERE, [1])).toEqual([{ ...here, given: 1 }]);
    expect(await named(manager, WHERE, [2])).toEqual([{ ...here, given: 2 }]);
    expect(await known(manager)).toBe(1);
  });
});

it("and without one: the pool has one connection here, which has it already", async () => {
  expect(await named(store.app, WHERE, [3])).toMatchObject([{ given: 3 }]);
  expect(await named(store.app.manager, WHERE, [4])).toMatchObject([{ given: 4 }]);
  expect(await known(store.app.manager)).toBe(1);
});

it("what PostgreSQL says of it is a code, without what it quotes", async () => {
  const odd = { name: "odd_number", text: "select $1::text::int as number" };
  const asked = store.app.transaction((manager) => named(manager, odd, ["Ada Example"]));
  await expect(asked).rejects.toMatchObject({ name: "StoreError", sqlState: "22P02" });
  await expect(asked).rejects.not.toThrow(/Ada/u);
});

it("one whose transaction is over takes no other connection", async () => {
  const over = await store.app.transaction(async (manager) => manager);
  await expect(named(over, WHERE, [5])).rejects.toThrow("This transaction is over.");
  expect(await named(store.app, WHERE, [6])).toMatchObject([{ given: 6 }]);
});

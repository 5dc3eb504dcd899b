import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { freshStore, type TestStore } from "../../test/support/store.ts";
import { claimCommand } from "./command-log.ts";
import { beginRound } from "./rounds.ts";

let store: TestStore;
beforeAll(async () => {
  store = await freshStore({ poolSize: 1 });
}, 60_000);
afterAll(() => store.close());

const claimed = (id: string) =>
  claimCommand(store.app, {
    id,
    subject: "100001-primary",
    name: "RecordReleaseDays",
    bodyDigest: null,
    principal: "somebody",
    receivedAt: "2027-01-08T09:00:00Z",
    asked: { by: { who: "somebody", role: "hub-lead" }, data: { days: 1 } },
  });

it("what is known of one command is what is known of it among others", async () => {
  await claimed("one");
  await claimed("other");
  const [alone, among] = [await beginRound(store.app, ["one"]), await beginRound(store.app, ["one", "other"])];
  expect(alone.commands.get("one")).toMatchObject({ id: "one", asked: { data: { days: 1 } }, outcome: null });
  expect(alone.commands.get("one")).toEqual(among.commands.get("one"));
  expect([...among.commands.keys()].sort()).toEqual(["one", "other"]);
  expect({ ...alone, commands: null }).toEqual({ ...among, commands: null });
  expect((await beginRound(store.app, ["nobody's"])).commands.size).toBe(0);
});

it("PostgreSQL soon has a plan for a round of one command, and plans for it no more", async () => {
  for (let round = 0; round < 20; round++) await beginRound(store.app, ["one"]);
  const [plans] = await store.app.query<{ kept: string; made: string }[]>(
    `select generic_plans::text as kept, custom_plans::text as made from pg_prepared_statements
     where name = 'round_of_one_begins'`,
  );
  expect(Number(plans?.made)).toBeLessThan(10);
  expect(Number(plans?.kept)).toBeGreaterThan(10);
});

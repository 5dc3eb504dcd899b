// Whom a search answers, whichever way it is asked: a route that lets everybody through would find nothing out.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { freshStore, type TestStore } from "../../../test/support/store.ts";
import { ROLES, type Principal } from "../access/principal.ts";
import { SecurityLog } from "../access/security-log.ts";
import { Database } from "../database.ts";
import { SchoolPeople } from "../people/school-people.ts";
import { GroupNames } from "../work-groups/group-names.ts";
import { NamedGroups } from "../work-groups/named-groups.ts";
import { Search } from "./search.ts";

let store: TestStore;
let database: Database;
let search: Search;

beforeAll(async () => {
  store = await freshStore();
  database = new Database(store.appUrl, null);
  const security = new SecurityLog(
    database,
    Date.now,
    () => undefined,
    (error) => expect(error).toBeNull(),
  );
  const groups = new NamedGroups(database, new GroupNames(database, { clock: Date.now }));
  search = new Search(database, groups, new SchoolPeople(database, security));
}, 60_000);
afterAll(async () => {
  await database?.close();
  await store?.close();
});

const as = (role: Principal["role"]): Principal => ({
  ...{ who: "p-1", role, hub: "great-north", urns: ["100001"], workGroups: [] },
});

describe("a search", () => {
  it.each(ROLES)("answers %s, but not somebody of a school", async (role) => {
    const asked = [search.find(as(role), "mill", "r-1"), search.suggested(as(role), "mill")];
    const refused = { status: "rejected", reason: { code: "forbidden" } };
    const answered = { status: "fulfilled" };
    const is = role === "school-contact" ? refused : answered;
    expect(await Promise.allSettled(asked)).toMatchObject([is, is]);
  });
});

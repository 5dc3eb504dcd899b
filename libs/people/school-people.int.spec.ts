import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { freshStore, type TestStore } from "../../test/support/store.ts";
import { putContact, putPerson } from "./people.ts";
import { countSchoolPeople, schoolPeople, stretchOfPeople } from "./school-people.ts";

const HUB = "great-north";
const PEOPLE = [
  ["100001-primary", "applicant", "p-1", "Ysolde"],
  ["100001-primary", "headteacher", "p-2", "Benedikta"],
  ["100002-primary", "applicant", "p-3", "Yseult"],
  ["100003-primary", "applicant", "p-4", "Far"],
] as const;
let store: TestStore;

beforeAll(async () => {
  store = await freshStore();
  await store.app.query(
    `insert into journeys (id, urn, hub, phase, status, version, owes, summary, started_at, updated_at, aliases)
     select urn || '-primary', urn, case urn when '100003' then 'far-south' else $1 end, 'primary', 'applied', 1, 0, '',
       now(), now(), '{}' from unnest($2::text[]) as urn`,
    [HUB, ["100001", "100002", "100003"]],
  );
  for (const [journey, role, id, firstName] of PEOPLE) {
    await putPerson(store.app, { id, firstName, lastName: "Quibble", email: `${id}@school.example` });
    await putContact(store.app, { journey, role, person: id });
  }
}, 60_000);
afterAll(() => store.close());

const stretch = async (sort: "school" | "role", descending: boolean, offset = 0, size = 10) =>
  (await stretchOfPeople(store.app, { hub: HUB }, { sort, descending, offset, size })).map(({ id }) => id);

describe("the people of a hub’s schools", () => {
  it("are counted and listed in either order, those of other hubs never", async () => {
    expect(await countSchoolPeople(store.app, { hub: HUB })).toBe(3);
    expect(await countSchoolPeople(store.app, { hub: HUB, role: "applicant" })).toBe(2);
    expect([await stretch("school", false), await stretch("school", true)]).toEqual([
      ["p-1", "p-2", "p-3"],
      ["p-3", "p-2", "p-1"],
    ]);
    expect(await stretch("role", false)).toEqual(["p-1", "p-3", "p-2"]);
    expect(await stretch("school", false, 1, 1)).toEqual(["p-2"]);
  });

  it("are opened only where they stand on the page", async () => {
    // Whoever opens this one fails.
    await store.app.query("update people.persons set sealed = $1 where id = 'p-3'", [Buffer.alloc(64)]);
    expect(await stretch("school", false, 0, 2)).toEqual(["p-1", "p-2"]);
    await expect(schoolPeople(store.app, { hub: HUB, limit: 10 })).rejects.toMatchObject({
      code: "people-sealed-otherwise",
    });
  });

  it("are read as they are now, however often they were read before", async () => {
    const first = () =>
      stretchOfPeople(store.app, { hub: HUB }, { sort: "school", descending: false, offset: 0, size: 1 });
    expect(await first()).toMatchObject([{ firstName: "Ysolde" }]);
    await store.app.query(
      "update people.keys set wrapped = null, kek = null, destroyed_at = now() where owner = 'p-1'",
    );
    expect(await first()).toMatchObject([{ id: "p-2" }]);
  });
});

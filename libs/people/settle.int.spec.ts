import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { freshStore, type TestStore } from "../../test/support/store.ts";
import { homesOf } from "./belonging.ts";
import { keysFor } from "./keys.ts";
import { getPeople, putPerson } from "./people.ts";
import { settlePeople, settlePerson } from "./settle.ts";

const HOME = "100001-primary";
const who = (id: string, firstName: string, more: { telephone?: string } = {}) => ({
  ...{ id, firstName, lastName: "Quibble", email: `${firstName.toLowerCase()}@school.example` },
  ...more,
});
let store: TestStore;

beforeAll(async () => {
  store = await freshStore();
}, 60_000);
afterAll(() => store.close());

const kept = async (ids: string[]) => (await getPeople(store.app, ids)).map(({ id, firstName }) => [id, firstName]);

describe("people brought with one request", () => {
  it("are each kept under their own id and belong to the journey, as often as they are sent", async () => {
    const both = [who("a-2", "Ysolde"), who("a-1", "Benedikta")];
    for (let times = 0; times < 2; times++) expect(await settlePeople(store.app, both, HOME)).toEqual(["a-2", "a-1"]);
    expect(await kept(["a-1", "a-2"])).toEqual([
      ["a-1", "Benedikta"],
      ["a-2", "Ysolde"],
    ]);
    for (const id of ["a-1", "a-2"]) expect(await homesOf(store.app, id)).toEqual([{ home: HOME, urn: "100001" }]);
  });

  it("are one person where they are one human, known before or not", async () => {
    const twice = [who("b-1", "Corin"), who("b-2", "corin", { telephone: "0161 496 0000" })];
    for (let times = 0; times < 2; times++) expect(await settlePeople(store.app, twice, HOME)).toEqual(["b-1", "b-1"]);
    expect(await settlePeople(store.app, [who("b-3", "Dora"), who("b-4", "Corin")], HOME)).toEqual(["b-3", "b-1"]);
    expect(await getPeople(store.app, ["b-1", "b-2", "b-4"])).toMatchObject([
      { id: "b-1", telephone: "0161 496 0000" },
    ]);
  });

  it("are known in the other journey of their school, begun or not, and in no other school", async () => {
    const settled = (id: string, journey: string) => settlePerson(store.app, who(id, "Edda"), journey);
    expect(await settled("c-1", HOME)).toBe("c-1");
    expect(await settled("c-2", "100001-secondary")).toBe("c-1");
    expect(await settled("c-3", "100010-primary")).toBe("c-3");
    // A school that goes on under another URN: its journey keeps the id that it had.
    await store.app.query(
      `insert into journeys (id, urn, hub, phase, status, version, owes, summary, started_at, updated_at, aliases)
       values ($1, '100009', 'great-north', 'primary', 'applied', 1, 0, '', now(), now(), '{}')`,
      [HOME],
    );
    expect(await settled("c-4", "100009-secondary")).toBe("c-1");
  });

  it("are strangers to the school of a URN under which their journey no longer stands", async () => {
    const settled = (id: string, journey: string) => settlePerson(store.app, who(id, "Ivo"), journey);
    expect(await settled("e-1", "100020-primary")).toBe("e-1");
    await store.app.query(
      `insert into journeys (id, urn, hub, phase, status, version, owes, summary, started_at, updated_at, aliases)
       values ('100020-primary', '100029', 'great-north', 'primary', 'applied', 1, 0, '', now(), now(), '{100020}')`,
    );
    expect(await settled("e-2", "100020-secondary")).toBe("e-2");
    expect(await settled("e-3", "100029-secondary")).toBe("e-1");
  });

  it("are sealed under the key that is there; of one whose key was destroyed nothing is kept", async () => {
    await keysFor(store.app, ["d-1", "d-2"]);
    await store.app.query(
      "update people.keys set wrapped = null, kek = null, destroyed_at = now() where owner = 'd-2'",
    );
    const three = [who("d-1", "Fenn"), who("d-2", "Gwen"), who("d-3", "Hale")];
    expect(await settlePeople(store.app, three, HOME)).toEqual(["d-1", "d-2", "d-3"]);
    expect(await kept(["d-1", "d-2", "d-3"])).toEqual([
      ["d-1", "Fenn"],
      ["d-3", "Hale"],
    ]);
    // Theirs by putPerson's own word: the first stands.
    await putPerson(store.app, who("d-3", "Other"));
    expect(await kept(["d-3"])).toEqual([["d-3", "Hale"]]);
  });
});

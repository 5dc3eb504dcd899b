// A key that was used before saves asking for it; what PostgreSQL has of it counts all the same.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { TEST_KEYRING } from "../../test/support/people-keys.ts";
import { freshStore, type TestStore } from "../../test/support/store.ts";
import { usedKey } from "./keys.ts";
import { getText, putPerson, putTextsOf } from "./people.ts";

let store: TestStore;
let journeys = 100001;
beforeAll(async () => {
  store = await freshStore();
}, 60_000);
afterAll(() => store.close());

let texts = 0;
const put = async (owner: string, candidates: readonly string[] = ["p-lead"]): Promise<string> => {
  const id = `text-${++texts}`;
  await putTextsOf(store.app, candidates, owner, [{ id, body: `Words of ${id}` }]);
  return id;
};
const ownerOf = async (id: string): Promise<string | null> =>
  (await store.owner.query<{ owner: string }[]>("select owner from people.texts where id = $1", [id]))[0]?.owner ??
  null;
const readable = async (id: string): Promise<boolean> => (await getText(store.app, id)) === `Words of ${id}`;

/** A journey whose key was used. */
async function used(): Promise<string> {
  const journey = `journey/${journeys++}-primary`;
  await put(journey);
  expect(usedKey(store.app, journey)).not.toBeNull();
  return journey;
}

it("keeps a second text under the same key, and one that is put twice once", async () => {
  const journey = await used();
  const id = await put(journey);
  expect([await readable(id), await ownerOf(id)]).toEqual([true, journey]);
  texts -= 1;
  await put(journey);
  expect(await readable(id)).toBe(true);
});

it("keeps nothing under a key that was destroyed meanwhile", async () => {
  const journey = await used();
  await store.owner.query("update people.keys set wrapped = null, kek = null, destroyed_at = now() where owner = $1", [
    journey,
  ]);
  expect(await ownerOf(await put(journey))).toBeNull();
});

it("is sealed under the key that stands there, where a restore or a rotation put another in its place", async () => {
  const journey = await used();
  const { wrapped, kek } = TEST_KEYRING.newKey(journey);
  await store.owner.query("update people.keys set wrapped = $2, kek = $3 where owner = $1", [journey, wrapped, kek]);
  expect(await readable(await put(journey))).toBe(true);
  expect(await readable(await put(journey))).toBe(true);
});

it("keeps a text under who is nearer, once they are known; of people no key is remembered", async () => {
  const journey = await used();
  await putPerson(store.app, { id: "teacher-1", firstName: "Ada", lastName: "Example", email: "ada@example.org" });
  const id = await put(journey, ["teacher-1", "p-lead"]);
  expect([await readable(id), await ownerOf(id)]).toEqual([true, "teacher-1"]);
  expect(usedKey(store.app, "teacher-1")).toBeNull();
});

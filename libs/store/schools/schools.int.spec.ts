import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { freshStore, type TestStore } from "../../../test/support/store.ts";
import { findSchool, putSchools } from "./schools.ts";

const school = {
  urn: "100001",
  name: "Example Primary School",
  phase: "primary",
  funding: "state",
  open: true,
  address: "1 High Street",
  postcode: "AB1 2CD",
  source: "register",
  la: "301",
};

describe("schools", () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await freshStore();
  }, 60_000);
  afterAll(() => store.close());

  it("replaces what it knew by what the register says, never by what an application says", async () => {
    const applied = {
      ...school,
      name: "Exemple",
      phase: null,
      funding: null,
      address: null,
      postcode: null,
      source: "application",
      la: null,
    };
    expect(await findSchool(store.app, "100001")).toBeNull();
    await putSchools(store.app, [applied, { ...applied, urn: "100002" }]);
    expect(await findSchool(store.app, "100001")).toEqual(applied);
    await putSchools(store.app, [school]);
    await putSchools(store.app, [applied]);
    expect(await findSchool(store.app, "100001")).toEqual(school);
    await putSchools(store.app, [
      { ...school, open: false },
      { ...school, open: false },
    ]);
    expect(await findSchool(store.app, "100001")).toEqual({ ...school, open: false });
  });
});

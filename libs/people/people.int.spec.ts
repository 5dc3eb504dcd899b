import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { PoolClient } from "pg";
import { TEST_KEY, TEST_KEYRING } from "../../test/support/people-keys.ts";
import { freshStore, type TestStore } from "../../test/support/store.ts";
import { findDraft, putDraft } from "./drafts.ts";
import { makeKeyring } from "./keyring.ts";
import { hasForeignKeys, ownerAmong, rewrapKeys, unlockPeople } from "./keys.ts";
import {
  contactsOf,
  getPeople,
  getText,
  putContact,
  putPerson,
  putText,
  putTexts,
  replaceContact,
  textsOf,
} from "./people.ts";

const ada = { id: "p-1", firstName: "Ada", lastName: "Archer", email: "ada@school.example.org" };
const ben = { id: "p-2", firstName: "Ben", lastName: "Baker", email: "ben@school.example.org" };

let store: TestStore;
beforeAll(async () => {
  store = await freshStore();
}, 60_000);
afterAll(() => store.close());

describe("the people store", () => {
  it("keeps people and texts by id; a retry changes nothing", async () => {
    await putPerson(store.app, ada);
    await putPerson(store.app, { ...ada, email: "other@school.example.org" });
    await putPerson(store.app, ben);
    expect(await getPeople(store.app, ["p-2", "p-1", "p-9"])).toEqual([ada, ben]);
    await putText(store.app, { id: "t-1", owner: "p-1", body: "We should like to take part." });
    await putText(store.app, { id: "t-1", owner: "p-2", body: "Other words." });
    expect(await getText(store.app, "t-1")).toBe("We should like to take part.");
    expect(await getText(store.app, "t-9")).toBeNull();
    await putTexts(store.app, "journey/100001-primary", [
      { id: "t-2", body: "Zwei" },
      { id: "t-3", body: "" },
    ]);
    expect((await textsOf(store.app, "journey/100001-primary")).map(({ id, text }) => [id, text])).toEqual([
      ["t-2", "Zwei"],
      ["t-3", ""],
    ]);
  });

  it("keeps one person whoever of many comes first", async () => {
    const many = Array.from({ length: 8 }, (_, at) => ({
      id: "p-many",
      firstName: `First${at}`,
      lastName: "Many",
      email: "many@school.example.org",
    }));
    await Promise.all(many.map((one) => putPerson(store.app, one)));
    expect(await getPeople(store.app, ["p-many"])).toMatchObject([{ lastName: "Many" }]);
  });

  it("knows who stands in which role for a journey", async () => {
    await putContact(store.app, { journey: "100001-primary", role: "headteacher", person: "p-2" });
    await putContact(store.app, { journey: "100001-primary", role: "applicant", person: "p-1" });
    await putContact(store.app, { journey: "100001-primary", role: "applicant", person: "p-1" });
    expect(await contactsOf(store.app, "100001-primary")).toEqual([
      { ...ada, role: "applicant" },
      { ...ben, role: "headteacher" },
    ]);
    expect(await contactsOf(store.app, "100001-primary", ["headteacher"])).toEqual([{ ...ben, role: "headteacher" }]);
    expect(await contactsOf(store.app, "100001-primary", [])).toEqual([]);
    expect(await contactsOf(store.app, "100002-primary")).toEqual([]);
  });

  it("knows one in a role where another takes over, that role and journey alone", async () => {
    await putContact(store.app, { journey: "100003-primary", role: "headteacher", person: "p-2" });
    await replaceContact(store.app, { journey: "100001-primary", role: "headteacher", person: "p-1" });
    await replaceContact(store.app, { journey: "100001-primary", role: "headteacher", person: "p-1" });
    expect(await contactsOf(store.app, "100001-primary")).toEqual([
      { ...ada, role: "applicant" },
      { ...ada, role: "headteacher" },
    ]);
    expect(await contactsOf(store.app, "100003-primary")).toEqual([{ ...ben, role: "headteacher" }]);
  });

  it("gives a text to the first who is known, else to whom it is told", async () => {
    expect(await ownerAmong(store.app, ["nobody", "p-2", "p-1"], "journey/x")).toBe("p-2");
    expect(await ownerAmong(store.app, ["nobody"], "journey/x")).toBe("journey/x");
    expect(await ownerAmong(store.app, [], "journey/x")).toBe("journey/x");
  });

  it("names nobody when it is refused", async () => {
    const error: unknown = await putContact(store.app, {
      journey: "ada@school.example.org",
      role: "applicant",
      person: "ada@school.example.org",
    }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "database-error", sqlState: "23503" });
    expect(`${String(error)}${JSON.stringify(error)}`).not.toContain("ada");
  });

  it("asks the database as often for many people as for one", async () => {
    const ids = Array.from({ length: 40 }, (_, at) => `p-of-many-${at}`);
    for (const id of ids) await putPerson(store.app, { ...ada, id });
    await store.app.transaction(async (manager) => {
      let asked = 0;
      // At the connection: statements that go by their name pass TypeORM by.
      const connection = (await manager.queryRunner?.connect()) as PoolClient;
      const query = connection.query.bind(connection) as (...sent: unknown[]) => unknown;
      const counting = (...sent: unknown[]): unknown => {
        asked += 1;
        return query(...sent);
      };
      Object.assign(connection, { query: counting });
      expect(await getPeople(manager, ids)).toHaveLength(40);
      await putTexts(
        manager,
        "p-2",
        ids.map((id) => ({ id, body: id })),
      );
      expect(asked).toBe(1 + 2);
      Object.assign(connection, { query });
    });
  });
});

describe("what is in the database", () => {
  it("is sealed: no column holds a word in plain", async () => {
    const rows = await store.owner.query<{ column_name: string }[]>(
      `select table_name || '.' || column_name as column_name from information_schema.columns where table_schema =
        'people' order by 1`,
    );
    expect(rows.map(({ column_name: name }) => name)).toEqual([
      "belongs.home",
      "belongs.person",
      "contacts.journey",
      "contacts.person",
      "contacts.role",
      "corrections.applied_at",
      "corrections.id",
      "corrections.made_at",
      "corrections.person",
      "corrections.sealed",
      "drafts.id",
      "drafts.prospectus",
      "drafts.saved_at",
      "drafts.sealed",
      "drafts.urn",
      "drafts.who",
      "keys.created_at",
      "keys.destroyed_at",
      "keys.kek",
      "keys.owner",
      "keys.wrapped",
      "persons.created_at",
      "persons.id",
      "persons.sealed",
      "redactions.at",
      "redactions.by_role",
      "redactions.by_whom",
      "redactions.id",
      "redactions.journey",
      "redactions.reason",
      "redactions.texts",
      "same.id",
      "same.person",
      "sent_letters.addressee",
      "sent_letters.at",
      "sent_letters.effect",
      "sent_letters.hub",
      "sent_letters.id",
      "sent_letters.journey",
      "sent_letters.kept_at",
      "sent_letters.kind",
      "sent_letters.message_id",
      "sent_letters.no",
      "sent_letters.owner",
      "sent_letters.person",
      "sent_letters.refused_at",
      "sent_letters.role",
      "sent_letters.sealed",
      "sent_letters.sent_at",
      "texts.created_at",
      "texts.id",
      "texts.owner",
      "texts.sealed",
    ]);
    const draft = { who: "p-1", urn: "100001", prospectus: "2020-21/primary-readiness" };
    await putDraft(store.app, draft, { reasons: "Half of a sentence" });
    expect(await findDraft(store.app, draft)).toMatchObject({ typed: { reasons: "Half of a sentence" } });
    const sealed = await store.owner.query<{ sealed: Buffer }[]>(
      `select sealed from people.persons union all select sealed from people.texts
       union all select sealed from people.drafts`,
    );
    for (const word of ["Ada", "Archer", "school.example", "take part", "reasons", "sentence"])
      expect(Buffer.concat(sealed.map((row) => row.sealed)).toString("latin1")).not.toContain(word);
  });

  it("does not open where it was moved to another row, or changed, or for a pool without keys", async () => {
    await store.owner.query(
      `insert into people.texts (id, owner, sealed) select 't-moved', owner, sealed from people.texts where id = 't-1'`,
    );
    await expect(getText(store.app, "t-moved")).rejects.toMatchObject({
      name: "SealError",
      code: "people-sealed-otherwise",
    });
    await store.owner.query(
      `insert into people.keys (owner, wrapped, kek) select 'p-thief', wrapped, kek from people.keys where owner =
        'p-1'`,
    );
    await store.owner.query(
      `insert into people.persons (id, sealed) select 'p-thief', sealed from people.persons where id = 'p-1'`,
    );
    await expect(getPeople(store.app, ["p-thief"])).rejects.toMatchObject({ code: "people-sealed-otherwise" });
    await expect(getPeople(store.owner, ["p-1"])).rejects.toMatchObject({ code: "people-locked" });
    await store.owner.query(`delete from people.persons where id = 'p-thief'`);
    await store.owner.query(`delete from people.keys where owner = 'p-thief'`);
  });
});

describe("a new key-encryption key", () => {
  it("wraps every key anew; afterwards the old one is needed no more", async () => {
    const young = randomBytes(32);
    const keys = { before: TEST_KEYRING, both: makeKeyring([young, TEST_KEY]), after: makeKeyring([young]) };
    expect(await hasForeignKeys(store.app, keys.after)).toBe(true);
    unlockPeople(store.app, keys.both);
    expect(await getPeople(store.app, ["p-1"])).toEqual([ada]);
    expect(await rewrapKeys(store.app)).toBeGreaterThan(40);
    expect(await rewrapKeys(store.app)).toBe(0);
    unlockPeople(store.app, keys.after);
    expect(await hasForeignKeys(store.app)).toBe(false);
    expect(await getPeople(store.app, ["p-1", "p-2"])).toEqual([ada, ben]);
    expect(await getText(store.app, "t-1")).toBe("We should like to take part.");
    unlockPeople(store.app, keys.before);
    await expect(getPeople(store.app, ["p-1"])).rejects.toMatchObject({ code: "people-key-unknown" });
    unlockPeople(store.app, keys.after);
  });
});

// A database of the release before, with people in plain, on its way to this one.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { DataSource } from "typeorm";
import { createDatabase, type TestDatabase } from "../../test/support/database.ts";
import { TEST_KEYRING } from "../../test/support/people-keys.ts";
import { migrate } from "../store/migrate.ts";
import { CONTRACT, MIGRATIONS } from "../store/migrations/list.ts";
import { unlockPeople } from "./keys.ts";
import { getPeople, getText, textsOf } from "./people.ts";
import { sealPlain } from "./seal-plain.ts";

const PEOPLE = 450;

describe("people in plain", () => {
  let database: TestDatabase;
  let owner: DataSource;
  beforeAll(async () => {
    database = await createDatabase();
    await expect(migrate(database.ownerUrl, () => Promise.reject(new Error("the machine stops")))).rejects.toThrow(
      "the machine stops",
    );
    owner = await new DataSource({ type: "postgres", url: database.ownerUrl }).initialize();
    await owner.query(`insert into people.persons (id, first_name, last_name, email)
      select 'p-' || n, 'Plain' || n, 'Canary', 'canary' || n || '@example.org' from generate_series(1, ${PEOPLE}) as
        n`);
    await owner.query(
      `insert into people.texts (id, body) select 't-' || n, 'Canary says ' || n from generate_series(1, 5) as n`,
    );
    const events: [string, object][] = [
      [
        "ApplicationSubmitted",
        { contactId: "p-1", reasonsId: "t-1", group: [{ urn: "100002", relationshipId: "t-2" }] },
      ],
      ["ParticipantReleased", { participant: "p-7", reasonId: "t-3" }],
      ["JourneyPaused", { reasonId: "t-4" }],
    ];
    for (const [at, [type, data]] of events.entries()) {
      await owner.query(
        `insert into events (stream, seq, type, at, data, actor, schema_version) values ('journey/100001-primary', $1,
          $2, now(), $3, '{}', 1)`,
        [at + 1, type, data],
      );
    }
  }, 60_000);
  afterAll(async () => {
    await owner.destroy();
    await database.drop();
  });

  const plain = async (): Promise<number> => {
    const [row] = await owner.query<{ count: number }[]>(
      "select (select count(*) from people.persons where email is not null)::int + (select count(*) from " +
        "people.texts where body is not null)::int as count",
    );
    return row?.count ?? -1;
  };

  it("are not lost to a start without keys: it stops before the step that takes the columns away", async () => {
    await expect(migrate(database.ownerUrl)).rejects.toMatchObject({ code: "database-error", sqlState: "SJ011" });
    expect(await plain()).toBe(PEOPLE + 5);
  });

  it("are sealed a batch at a time; broken off, it goes on where it was", async () => {
    let batches = 0;
    const breaking = new Proxy(owner, {
      get(target, name, receiver) {
        if (name === "transaction" && (batches += 1) > 2) return () => Promise.reject(new Error("the machine stops"));
        const value: unknown = Reflect.get(target, name, receiver);
        return typeof value === "function" ? (value.bind(target) as unknown) : value;
      },
    });
    await expect(sealPlain(breaking, TEST_KEYRING)).rejects.toThrow("the machine stops");
    expect(await plain()).toBe(PEOPLE + 5 - 400);
    await migrate(database.ownerUrl, (half) => sealPlain(half, TEST_KEYRING));
    const done = await owner.query<{ name: string }[]>("select name from schema_migrations");
    expect(done.map(({ name }) => name).sort()).toEqual(MIGRATIONS.map(({ name }) => name).sort());
    expect(done.map(({ name }) => name)).toContain(CONTRACT.name);
  }, 30_000);

  it("are read as before, each text under the one it belongs to", async () => {
    unlockPeople(owner, TEST_KEYRING);
    const people = await getPeople(
      owner,
      Array.from({ length: PEOPLE }, (_, at) => `p-${at + 1}`),
    );
    expect(people).toHaveLength(PEOPLE);
    expect(people).toContainEqual({
      id: "p-33",
      firstName: "Plain33",
      lastName: "Canary",
      email: "canary33@example.org",
    });
    const owners: Record<string, string[]> = {};
    for (const one of ["p-1", "p-7", "journey/100001-primary", "unclaimed"])
      owners[one] = (await textsOf(owner, one)).map(({ text }) => text);
    expect(owners).toEqual({
      "p-1": ["Canary says 1", "Canary says 2"],
      "p-7": ["Canary says 3"],
      "journey/100001-primary": ["Canary says 4"],
      unclaimed: ["Canary says 5"],
    });
    expect(await getText(owner, "t-4")).toBe("Canary says 4");
  });

  it("have left nothing in the files of their tables", async () => {
    // Only a superuser may; the pages read below are the shared ones anyway.
    await owner.query("checkpoint").catch(() => undefined);
    const columns = await owner.query<unknown[]>(
      `select from information_schema.columns where table_schema = 'people' and column_name in ('first_name',
        'last_name', 'email', 'body')`,
    );
    expect(columns).toEqual([]);
    const [{ live } = { live: "" }] = await owner.query<{ live: string }[]>(
      "select string_agg(persons::text, chr(10)) as live from people.persons",
    );
    expect(live).not.toMatch(/Canary|Plain|example\.org/);
    expect(await sealPlain(owner, TEST_KEYRING)).toBe(0);
    await migrate(database.ownerUrl, (done) => sealPlain(done, TEST_KEYRING));
  });
});

// Whom the people of a release before belong to, as the migration finds it: by their roles, by what names them, and by
// the request that brought them.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { DataSource } from "typeorm";
import { bodyDigest, commandId, derivedId } from "../../libs/service/commands/command-id.ts";
import { MIGRATIONS } from "../../libs/store/migrations/list.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
let source: DataSource;
const JOURNEY = "100001-primary";
const command = commandId("p-1", `journeys/${JOURNEY}/people`, "once");
const digest = bodyDigest({ firstName: "Ada", lastName: "Example", email: "ada@example.org" });
const added = derivedId(command, digest, "person", "person");

/** Runs the migrations up to the one of this number, that one included. */
async function migratedTo(last: number): Promise<DataSource> {
  const dataSource = await new DataSource({
    type: "postgres",
    url: database.ownerUrl,
    migrations: MIGRATIONS.filter(({ name }) => Number(name.slice(-4)) <= last),
    migrationsTableName: "schema_migrations",
  }).initialize();
  await dataSource.runMigrations({ transaction: "each" });
  return dataSource;
}

beforeAll(async () => {
  database = await createDatabase();
  source = await migratedTo(40);
  for (const id of ["head", "applicant", "teacher", "released", "hub", "nobodys", added]) {
    await source.query("insert into people.keys (owner, wrapped, kek) values ($1, 'x', 'k')", [id]);
    await source.query("insert into people.persons (id, sealed) values ($1, 'x')", [id]);
  }
  await source.query(
    "insert into people.contacts values ($1, 'headteacher', 'head'), ('hub/north', 'hub-lead', 'hub')",
    [JOURNEY],
  );
  await source.query(
    "insert into participants values ($1, 'teacher', 'maths-lead', true, true, true, false), " +
      "($1, 'without-a-name', 'lead-teacher', true, true, true, false)",
    [JOURNEY],
  );
  const events = [
    ["ApplicationSubmitted", { contactId: "applicant", school: { headteacherContact: "head" } }],
    ["ParticipantReplaced", { participant: "released", by: "teacher" }],
    ["TaskAssigned", { assignee: "nobodys" }],
  ] as const;
  for (const [index, [type, data]] of events.entries())
    await source.query(
      "insert into events (stream, seq, type, at, data, actor, schema_version) values ($1, $2, $3, now(), $4, '{}', 1)",
      [`journey/${JOURNEY}`, index + 1, type, JSON.stringify(data)],
    );
  await source.query(
    "insert into commands (id, stream, name, body_digest, principal, received_at) values ($1, $2, 'AddPerson', $3, " +
      "'p-1', now())",
    [command, `journey/${JOURNEY}`, digest],
  );
  await source.destroy();
  source = await migratedTo(47);
}, 60_000);
afterAll(async () => {
  await source?.destroy();
  await database?.drop();
});

it("is the school or the hub that knows them; who is known to none belongs nowhere", async () => {
  const rows = await source.query<{ person: string; home: string }[]>("select person, home from people.belongs");
  expect(Object.fromEntries(rows.map(({ person, home }) => [person, home]))).toEqual({
    head: JOURNEY,
    applicant: JOURNEY,
    teacher: JOURNEY,
    released: JOURNEY,
    hub: "hub/north",
    [added]: JOURNEY,
  });
});

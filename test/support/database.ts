import { randomBytes } from "node:crypto";
import pg from "pg";
import { OWNER_ROLE } from "../../apps/cli/setup/postgres-cluster.ts";
import { sharedInRun } from "./test-run.ts";

export interface TestDatabase {
  /** For migrations: owns the database. */
  ownerUrl: string;
  /** What the service has: only what the migrations grant. */
  appUrl: string;
  drop(): Promise<void>;
}

/** Makes an empty database of the test file's own in the run's PostgreSQL; call drop() in afterAll. */
export async function createDatabase(): Promise<TestDatabase> {
  return databaseFrom("template1");
}

/** The same with every migration: a copy of one that the run migrates once. */
export async function migratedDatabase(): Promise<TestDatabase> {
  return databaseFrom((await sharedInRun("template")).name);
}

async function databaseFrom(template: string): Promise<TestDatabase> {
  const server = await sharedInRun("postgres");
  const name = `test_${randomBytes(6).toString("hex")}`;
  // File by file: page by page through the log takes four times the processor's time, and every file of tests has one.
  await asAdmin(server.adminUrl, `create database ${name} template ${template} owner ${OWNER_ROLE} strategy file_copy`);
  const inIt = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return {
    ownerUrl: inIt(server.ownerUrl),
    appUrl: inIt(server.appUrl),
    drop: () => asAdmin(server.adminUrl, `drop database ${name} with (force)`),
  };
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

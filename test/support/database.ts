import { randomBytes } from "node:crypto";
import pg from "pg";
import { OWNER_ROLE } from "../../apps/cli/setup/postgres-cluster.ts";
import { ofTestRun, type TestPostgres } from "./test-run.ts";

export interface TestDatabase {
  /** For migrations: owns the database. */
  ownerUrl: string;
  /** What the service has: only what the migrations grant. */
  appUrl: string;
  drop(): Promise<void>;
}

/** Makes an empty database of the test file's own in the run's PostgreSQL; call drop() in afterAll. */
export async function createDatabase(): Promise<TestDatabase> {
  const server = JSON.parse(ofTestRun("TEST_POSTGRES")) as TestPostgres;
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asAdmin(server, `create database ${name} owner ${OWNER_ROLE}`);
  const inIt = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return {
    ownerUrl: inIt(server.ownerUrl),
    appUrl: inIt(server.appUrl),
    drop: () => asAdmin(server, `drop database ${name} with (force)`),
  };
}

async function asAdmin(server: TestPostgres, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

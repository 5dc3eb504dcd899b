// Brings a database to the schema this release knows.

import { DataSource, type EntityManager } from "typeorm";
import { coded } from "./errors.ts";
import { CONTRACT, MIGRATIONS } from "./migrations/list.ts";

/** The role the service acts as: it may add events, never change or delete one. */
export const APP_ROLE = "journeys_app";

const LOCK = `hashtextextended('school-journeys migrate', 0)`;

/** Brings rows from the form before a contracting migration to the one after it; `database` is the owner's. */
export type Fill = (database: DataSource) => Promise<unknown>;

/**
 * Creates the role `journeys_app` where it is missing and runs every migration that has not run, each in its own
 * transaction; `fill` after those that expand, before the one that contracts. `ownerUrl`: a connection that owns the
 * schema. Two starts at once wait for each other. Rejects with StoreError.
 */
export async function migrate(ownerUrl: string, fill: Fill = async () => undefined): Promise<void> {
  await coded(() =>
    connected(ownerUrl, MIGRATIONS, async (whole) => {
      await ensureRole(whole.manager);
      await locked(whole, async () => {
        const expanding = MIGRATIONS.slice(0, MIGRATIONS.indexOf(CONTRACT));
        await connected(ownerUrl, expanding, async (expand) => {
          await expand.runMigrations({ transaction: "each" });
          await fill(expand);
        });
        await whole.runMigrations({ transaction: "each" });
      });
    }),
  );
}

async function connected(
  url: string,
  migrations: typeof MIGRATIONS,
  work: (dataSource: DataSource) => Promise<void>,
): Promise<void> {
  const dataSource = await new DataSource({
    type: "postgres",
    url,
    migrations,
    migrationsTableName: "schema_migrations",
    poolSize: 2,
    connectTimeoutMS: 10_000,
    applicationName: "school-journeys migrate",
    // A long wait for another start's migrations is no fault; a schema change that waits for a lock holds up everybody
    // behind it.
    extra: { lock_timeout: 30_000, statement_timeout: 300_000 },
  }).initialize();
  try {
    await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

async function locked(dataSource: DataSource, work: () => Promise<unknown>): Promise<void> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    await runner.query(`set lock_timeout = '300s'`);
    await runner.query(`select pg_advisory_lock(${LOCK})`);
    await work();
    await runner.query(`select pg_advisory_unlock(${LOCK})`);
  } finally {
    await runner.release();
  }
}

/** Roles belong to the whole server, advisory locks to one database: two databases may be set up at the same time. */
async function ensureRole(manager: EntityManager): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await manager.query(`do $$ begin
        if not exists (select from pg_roles where rolname = '${APP_ROLE}') then
          create role ${APP_ROLE} nologin;
          execute format('grant ${APP_ROLE} to %I', current_user);
        end if;
      end $$`);
      return;
    } catch (error) {
      if (attempt === 5 || !metAnotherStart(error)) throw error;
    }
  }
}

/** duplicate_object, unique_violation, or "tuple concurrently updated": the other start has done it or is about to. */
function metAnotherStart(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    ["42710", "23505", "XX000"].includes(error.code)
  );
}

// The database of a demonstration. Its years are made once, and kept as a template under a name made of all that they
// come of: the next time they are copied, in seconds.

import pg from "pg";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { yearsOf, makeYears, latestMoment } from "../../demo/years.ts";
import { DEMO_DATABASE, demoClockOf } from "../../../libs/config/demo.ts";
import { instantFromMs } from "../../../libs/calendar/instants.ts";
import { localFolder } from "../setup/folders.ts";
import { rememberedPort } from "../setup/ports.ts";
import { startPostgres, type RunningPostgres } from "../setup/postgres.ts";
import { OWNER_ROLE } from "../setup/postgres-cluster.ts";
import type { Say } from "../setup/set-up-error.ts";
import { upToDate } from "../setup/up-to-date.ts";
import { keepAlive } from "../start/keep-alive.ts";
import { postgresFolder } from "../start/places.ts";

export interface Wanted {
  /** Begin anew, whatever was done in it. */
  reset: boolean;
  keys: readonly Buffer[];
  say: Say;
  publicUrl: string;
  /** The wish that it ends. */
  told: AbortSignal;
}

/** Where what people have erased is noted, outside the database. */
export const erasureLog = join(localFolder, "erasures.log");
const MAKING = "demo_making";

/**
 * Brings the demonstration's PostgreSQL up, with its database as it was made, or as it was left. Its clock goes on from
 * the day that is shown, or from what was done last.
 */
export async function demoDatabase({ reset, keys, say, publicUrl, told }: Wanted) {
  const port = await rememberedPort("postgres");
  const start = () => startPostgres({ folder: postgresFolder, port, database: DEMO_DATABASE, throwAway: true });
  const ours = await keepAlive("PostgreSQL", start, say);
  try {
    const template = `demo_${yearsOf({ publicUrl, keys })}`;
    const admin = new pg.Client({ connectionString: ours.part.adminUrl });
    await admin.connect();
    try {
      if (!(await exists(admin, template))) await make(admin, ours.part, template, { keys, say, publicUrl, told });
      if (reset || (await madeFrom(admin)) !== template) await copy(admin, template);
    } finally {
      await admin.end();
    }
    await upToDate(ours.part.ownerUrl, keys);
    const shows = await latestMoment(ours.part.ownerUrl);
    const env = { DEMO_CLOCK: demoClockOf(shows, instantFromMs(Date.now())), ERASURE_LOG: erasureLog };
    return { databaseUrl: ours.part.appUrl, env, stop: () => ours.stop() };
  } catch (error) {
    await ours.stop();
    throw error;
  }
}

async function exists(admin: pg.Client, name: string): Promise<boolean> {
  return (await admin.query("select 1 from pg_database where datname = $1", [name])).rowCount === 1;
}

/** The template that the database was copied from; a copy does not take such a note along. */
async function madeFrom(admin: pg.Client): Promise<string | null> {
  const { rows } = await admin.query<{ note: string | null }>(
    "select shobj_description(oid, 'pg_database') as note from pg_database where datname = $1",
    [DEMO_DATABASE],
  );
  return rows[0]?.note ?? null;
}

async function copy(admin: pg.Client, template: string): Promise<void> {
  await admin.query(`drop database if exists ${DEMO_DATABASE} with (force)`);
  await admin.query(`create database ${DEMO_DATABASE} template ${template} owner ${OWNER_ROLE}`);
  await admin.query(`comment on database ${DEMO_DATABASE} is '${template}'`);
  await rm(erasureLog, { force: true });
}

/** Made beside its place and named when whole, so that one that was broken off is none. */
async function make(
  admin: pg.Client,
  { ownerUrl, appUrl }: RunningPostgres,
  template: string,
  { keys, say, publicUrl, told }: Omit<Wanted, "reset">,
): Promise<void> {
  say("Making the years of the demonstration: under two minutes, this once …");
  await drop(admin, MAKING);
  await admin.query(`create database ${MAKING} owner ${OWNER_ROLE}`);
  const inIt = (url: string): string => Object.assign(new URL(url), { pathname: `/${MAKING}` }).href;
  await upToDate(inIt(ownerUrl), keys);
  await makeYears({ databaseUrl: inIt(appUrl), keys, publicUrl, erasureLog }, { say, told });
  // What was made of other sources is nothing any more.
  const { rows } = await admin.query<{ name: string }>(
    String.raw`select datname as name from pg_database where datname ~ '^demo_[0-9a-f]{16}$'`,
  );
  for (const { name } of rows) await drop(admin, name);
  await admin.query(`alter database ${MAKING} rename to ${template}`);
  await admin.query(`alter database ${template} with is_template true allow_connections false`);
}

async function drop(admin: pg.Client, name: string): Promise<void> {
  if (await exists(admin, name)) await admin.query(`alter database ${name} with is_template false`);
  await admin.query(`drop database if exists ${name} with (force)`);
}

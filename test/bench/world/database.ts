// The database of a country: PostgreSQL as `npm start` runs it, with every migration and the schools in it.

import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import type { DataSource } from "typeorm";
import { localFolder } from "../../../apps/cli/setup/folders.ts";
import { freePort } from "../../../apps/cli/setup/ports.ts";
import { startPostgres, type RunningPostgres } from "../../../apps/cli/setup/postgres.ts";
import { DEMO_DATABASE } from "../../../libs/config/demo.ts";
import { unlockPeople } from "../../../libs/people/keys.ts";
import { migrate } from "../../../libs/store/migrate.ts";
import { openDatabase } from "../../../libs/views/database.ts";
import { countryOf, rehearsedCohorts } from "../../support/country/country.ts";
import { putCountry } from "../../support/country/put.ts";
import { TEST_KEYRING } from "../../support/people-keys.ts";
import type { Bench } from "../bench.ts";

export interface CountryDatabase {
  /** Thrown away with the run; logs lie in it. */
  folder: string;
  postgres: RunningPostgres;
  dataSource: DataSource;
  schools: number;
  events: number;
}

/** The database that all figures share. It is of the name that may live by a clock of a demonstration. */
export function countryDatabase(bench: Bench): Promise<CountryDatabase> {
  return bench.once("database", () => make(bench));
}

async function make(bench: Bench): Promise<CountryDatabase> {
  const folder = join(localFolder, "bench", String(process.pid));
  await mkdir(folder, { recursive: true });
  bench.atEnd(() => rm(folder, { recursive: true, force: true }));
  bench.say("schools of the country are rehearsed, or read back …");
  const rehearsed = await rehearsedCohorts();
  const port = await freePort();
  const postgres = await startPostgres({ folder: join(folder, "postgres"), port, database: DEMO_DATABASE });
  bench.atEnd(() => postgres.stop());
  await migrate(postgres.ownerUrl);
  const dataSource = unlockPeople(await openDatabase(postgres.appUrl, { name: "bench", poolSize: 4 }), TEST_KEYRING);
  bench.atEnd(() => dataSource.destroy());
  const { journeys } = bench.scale;
  const told = (schools: number): void => {
    if (schools % 1_050 < 105) bench.say(`${schools} of ${journeys} schools are there`);
  };
  const put = await putCountry(dataSource, countryOf(rehearsed, journeys), told);
  await inDatabase(postgres.ownerUrl, "analyze");
  bench.say(`${put.schools} schools with ${put.events} events`);
  return { folder, postgres, dataSource, ...put };
}

/** One statement as whoever the address says. */
export async function inDatabase(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

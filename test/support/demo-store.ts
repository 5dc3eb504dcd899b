// The small demonstration in a database of a test file's own. Its years are made once, and their rows kept in
// .local/cache under a name made of all that they come of: whoever wants them next reads them back, in a moment.

import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { localFolder } from "../../apps/cli/setup/folders.ts";
import { fill } from "../../apps/demo/fill.ts";
import { SEED, yearsOf } from "../../apps/demo/years.ts";
import { noMailer } from "../../libs/mail/no-mail.ts";
import { TEST_KEY, TEST_KEYRING } from "./people-keys.ts";
import { freshStore, type TestStore } from "./store.ts";
import { sharedInRun } from "./test-run.ts";

const KEPT = join(localFolder, "cache");
/** Links in its letters lead there: nobody follows them. */
const PUBLIC_URL = "https://demo.example";

/** What a database holds: rows as PostgreSQL writes them, by table, and how far its sequences have come. */
interface Rows {
  tables: Record<string, string[]>;
  sequences: Record<string, string>;
}

interface Columns {
  name: string;
  columns: string;
  values: string;
}

/** A fresh database with the small demonstration in it, up to its day; close() in afterAll. */
export async function demoStore(): Promise<TestStore> {
  const store = await freshStore();
  try {
    const name = `demo-${yearsOf({ publicUrl: PUBLIC_URL, keys: [TEST_KEY] })}.json.gz`;
    if (!existsSync(join(KEPT, name))) await make(name);
    // Also where it has just been made: what cannot be read back is found on the first run, not on the second.
    await readBack(store, join(KEPT, name));
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function make(name: string): Promise<void> {
  const store = await freshStore();
  try {
    const making = { databaseUrl: store.appUrl, keyring: TEST_KEYRING, erasureLog: "/dev/null", publicUrl: PUBLIC_URL };
    await fill({ ...making, mailer: noMailer }, { size: "small", seed: SEED });
    await keep(name, await asAdmin(store.ownerUrl, rowsIn));
  } finally {
    await store.close();
  }
}

async function keep(name: string, rows: Rows): Promise<void> {
  await mkdir(KEPT, { recursive: true });
  for (const old of await readdir(KEPT)) if (/^demo-[\da-f]{16}\./u.test(old)) await rm(join(KEPT, old));
  // At once, for whoever reads it at this moment.
  await writeFile(join(KEPT, `${name}.${process.pid}`), gzipSync(JSON.stringify(rows)));
  await rename(join(KEPT, `${name}.${process.pid}`), join(KEPT, name));
}

const TABLES = `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
  where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`;
const SEQUENCES = `select format('%I.%I', schemaname, sequencename) as name, last_value as value from pg_sequences
  where last_value is not null`;
/**
 * What each column is read back as: the numbers by which the feed orders transactions are a cluster's own. The row has
 * a name that no column has, for that would be meant.
 */
const COLUMNS = `select format('%I.%I', table_schema, table_name) as name,
    string_agg(format('%I', column_name), ', ') as columns,
    string_agg(
      case udt_name when 'xid8' then 'pg_current_xact_id()' else format('(whole_row).%I', column_name) end, ', '
    ) as values
  from information_schema.columns group by 1`;

async function rowsIn(client: pg.Client): Promise<Rows> {
  const named = await client.query<{ name: string }>(TABLES);
  const tables: Rows["tables"] = {};
  for (const { name } of named.rows) {
    const { rows } = await client.query<{ row: string }>(`select row::text as row from ${name} as row`);
    tables[name] = rows.map(({ row }) => row);
  }
  const { rows } = await client.query<{ name: string; value: string }>(SEQUENCES);
  return { tables, sequences: Object.fromEntries(rows.map(({ name, value }) => [name, value])) };
}

async function readBack({ ownerUrl }: TestStore, file: string): Promise<void> {
  const { tables, sequences } = JSON.parse(gunzipSync(await readFile(file)).toString()) as Rows;
  await asAdmin(ownerUrl, async (client) => {
    // One table points to another, and some may not be changed at all: this is as it was, whole.
    await client.query("begin; set local session_replication_role = replica");
    const columns = new Map((await client.query<Columns>(COLUMNS)).rows.map((row) => [row.name, row]));
    for (const [name, rows] of Object.entries(tables)) {
      const { rowCount } = await client.query(`select from ${name} limit 1`);
      if (rowCount !== 0) await client.query(`delete from ${name}`);
      const { columns: all = "", values = "" } = columns.get(name) ?? {};
      if (rows.length > 0)
        await client.query(
          `insert into ${name} (${all}) overriding system value
           select ${values} from unnest($1::text[]::${name}[]) as whole_row`,
          [rows],
        );
    }
    for (const [name, value] of Object.entries(sequences)) await client.query("select setval($1, $2)", [name, value]);
    await client.query("commit");
  });
}

/** As the administrator of the run's PostgreSQL, in the database of an address. */
async function asAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { adminUrl } = await sharedInRun("postgres");
  const { pathname } = new URL(url);
  const client = new pg.Client({ connectionString: Object.assign(new URL(adminUrl), { pathname }).href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

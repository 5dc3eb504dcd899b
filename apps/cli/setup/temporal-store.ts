// The development server makes the tables of its store once, for its own version, and never changes them: a newer one
// on an older store runs, but lists nothing and starts no Schedule. So what an older one kept is carried over into a
// store that the newer one has made.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";

/**
 * Makes sure that the store in `database` has the tables of the server that will run on it.
 * @param command the Temporal program
 * @param make starts that server on an empty store in the file that it is told, and ends it again
 * @returns the version that the store was of before, if it was carried over: `none noted` for one that had no note
 */
export async function fitStore(
  command: string,
  database: string,
  make: (empty: string) => Promise<void>,
): Promise<string | undefined> {
  const note = `${database}.version`;
  const { stdout } = await promisify(execFile)(command, ["--version"]);
  const version = stdout.trim();
  const noted = existsSync(note) ? (await readFile(note, "utf8")).trim() : "none noted";
  const differs = existsSync(database) && noted !== version;
  if (differs) await carryOver(database, make);
  if (noted !== version) await writeFile(note, `${version}\n`);
  return differs ? noted : undefined;
}

async function carryOver(database: string, make: (empty: string) => Promise<void>): Promise<void> {
  const fresh = `${database}.new`;
  await removeStore(fresh); // left by one that was broken off
  await make(fresh);
  const store = new DatabaseSync(fresh);
  try {
    store.prepare("attach database ? as old").run(database);
    store.exec("begin");
    for (const table of tablesOf(store)) copy(store, table);
    store.exec("commit");
    store.exec("pragma wal_checkpoint(truncate)");
  } finally {
    store.close();
  }
  await removeStore(database);
  await rename(fresh, database);
}

/** Both have them. Those of the search in full text follow by triggers. */
function tablesOf(store: DatabaseSync): string[] {
  const named = (schema: string): string[] =>
    store
      .prepare(
        `select name from ${schema}.sqlite_master where type = 'table' and name not like '%\\_fts\\_%' escape '\\'`,
      )
      .all()
      .map(({ name }) => String(name));
  const old = new Set(named("old"));
  return named("main").filter((name) => old.has(name) && !name.startsWith("sqlite_"));
}

/** What the old server kept takes the place of what the new one has made of itself. */
function copy(store: DatabaseSync, table: string): void {
  const columns = (schema: string): string[] =>
    store
      .prepare(`select name from pragma_table_xinfo(?, ?) where hidden = 0`) // 2 and 3 are computed
      .all(table, schema)
      .map(({ name }) => `"${String(name)}"`);
  const old = new Set(columns("old"));
  const both = columns("main")
    .filter((name) => old.has(name))
    .join(", ");
  store.exec(`delete from main."${table}"`);
  store.exec(`insert into main."${table}" (${both}) select ${both} from old."${table}"`);
}

/** A store is a file and what its journal keeps beside it. */
async function removeStore(database: string): Promise<void> {
  for (const ending of ["", "-wal", "-shm", "-journal"]) await rm(`${database}${ending}`, { force: true });
}

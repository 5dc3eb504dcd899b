// A PostgreSQL of a test's own that archives its log, a base backup of it, and its restore to a moment: by what the
// server itself brings (pg_backup_start, archive_command, recovery_target_time), as apps/cli/README.md describes it.

import { execFile } from "node:child_process";
import { appendFile, chown, cp, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { startPostgres, type RunningPostgres } from "../../apps/cli/setup/postgres.ts";

const run = promisify(execFile);

export interface Archived {
  postgres: RunningPostgres;
  folder: string;
  port: number;
}

/** Starts one in `folder`, which archives from its first day on. */
export async function startArchiving(folder: string): Promise<Archived> {
  const port = await freePort();
  const first = await startPostgres({ folder, port, throwAway: true });
  const archive = join(folder, "archive");
  await mkdir(archive);
  const owner = await stat(join(folder, "data"));
  await chown(archive, owner.uid, owner.gid);
  await asAdmin(first, "alter system set archive_mode = on");
  await asAdmin(first, `alter system set archive_command = 'test ! -f ${archive}/%f && cp %p ${archive}/%f'`);
  await first.stop();
  return { postgres: await startPostgres({ folder, port, throwAway: true }), folder, port };
}

/** A base backup into `folder`/base, while the server goes on. */
export async function baseBackup({ postgres, folder }: Archived): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.adminUrl });
  await client.connect();
  try {
    await client.query("select pg_backup_start('test', true)");
    await copy(join(folder, "data"), join(folder, "base"));
    const { rows } = await client.query<{ labelfile: string }>("select labelfile from pg_backup_stop()");
    await writeFile(join(folder, "base", "backup_label"), rows[0]?.labelfile ?? "");
    await rm(join(folder, "base", "postmaster.pid"), { force: true });
  } finally {
    await client.end();
  }
}

/** PostgreSQL's clock. */
export async function momentOf({ postgres }: Archived): Promise<string> {
  const [row] = await asAdmin<{ now: string }>(postgres, "select clock_timestamp()::text as now");
  return row?.now ?? "";
}

/** Waits until all that was written so far is in the archive. */
export async function archived({ postgres }: Archived): Promise<void> {
  const [row] = await asAdmin<{ file: string }>(postgres, "select pg_walfile_name(pg_switch_wal()) as file");
  for (const until = Date.now() + 20_000; Date.now() < until; await pause(50)) {
    const [seen] = await asAdmin<{ last: string | null }>(
      postgres,
      "select last_archived_wal as last from pg_stat_archiver",
    );
    if ((seen?.last ?? "") >= (row?.file ?? "")) return;
  }
  throw new Error("The log was not archived.");
}

/** Stops it, puts the base backup in its place, and brings it to `moment`. */
export async function restoreTo({ postgres, folder, port }: Archived, moment: string): Promise<Archived> {
  await postgres.stop();
  const data = join(folder, "data");
  await rename(data, join(folder, "data.lost"));
  await copy(join(folder, "base"), data);
  const owner = await stat(join(folder, "base"));
  const settings = {
    restore_command: `cp ${folder}/archive/%f %p`,
    recovery_target_time: moment,
    recovery_target_action: "promote",
    archive_mode: "off",
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`);
  await appendFile(join(data, "postgresql.auto.conf"), lines.join(""));
  await writeFile(join(data, "recovery.signal"), "");
  await chown(join(data, "recovery.signal"), owner.uid, owner.gid);
  const restored = await startPostgres({ folder, port, throwAway: true });
  for (const until = Date.now() + 30_000; ; await pause(50)) {
    const [row] = await asAdmin<{ on: boolean }>(restored, "select pg_is_in_recovery() as on");
    if (row?.on === false) return { postgres: restored, folder, port };
    if (Date.now() > until) throw new Error("It does not come out of its recovery.");
  }
}

/** With owners and rights, for the server reads nothing that others may write. */
async function copy(from: string, to: string): Promise<void> {
  if (process.platform === "win32") await cp(from, to, { recursive: true });
  // A file may go while it is copied: PostgreSQL makes up for it from its log.
  else
    await run("cp", ["-a", from, to]).catch((error: { stderr?: string }) => {
      if (!/^(cp: cannot (stat|open) .*: No such file or directory\s*)+$/u.test(error.stderr ?? "")) throw error;
    });
}

async function asAdmin<T>({ adminUrl }: RunningPostgres, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return (await client.query(statement)).rows as T[];
  } finally {
    await client.end();
  }
}

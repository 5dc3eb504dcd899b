import { existsSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { APP_ROLE, ensureRolesAndDatabase, makeCluster, OWNER_ROLE, readOrMakePasswords } from "./postgres-cluster.ts";
import { findPostgres, type PostgresProgram } from "./postgres-program.ts";
import { logTail, startProcess, stopLeftover, type RunningProcess } from "./processes.ts";
import { SetUpError } from "./set-up-error.ts";

/**
 * How PostgreSQL is told to stop: it ends sessions and writes a checkpoint. Killed, it would leave its helpers behind
 * for a while.
 */
const FAST = "SIGINT";
const PATIENCE_MS = 60_000;
/**
 * Whoever connects works out a password 4,096 times otherwise. Ours are drawn by chance: nobody finds one by guessing.
 */
const QUICK_TO_ENTER = { scram_iterations: "1" };

export interface PostgresOptions {
  /** Its own folder: the data, the passwords, the log. Made if missing; what is there already is used again. */
  folder: string;
  /** The port to listen on, on 127.0.0.1 only. */
  port: number;
  /** The database to have, owned by journeys_owner. */
  database?: string;
  /** For tests: nothing is flushed to disk. */
  throwAway?: boolean;
}

export interface RunningPostgres {
  ownerUrl: string;
  appUrl: string;
  /** For setting up the cluster itself; no part of the service has it. */
  adminUrl: string;
  process: RunningProcess;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL of the npm package, with its two roles and the database.
 * One that an earlier, killed run left behind on the same folder is stopped first.
 * @throws SetUpError that says what PostgreSQL said
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { folder, port, database = "journeys" } = options;
  await mkdir(folder, { recursive: true });
  const program = await findPostgres(folder);
  const data = join(folder, "data");
  await stopLeftoverPostgres(folder);
  const passwords = await readOrMakePasswords(folder);
  if (!existsSync(join(data, "PG_VERSION")))
    await makeCluster(program, folder, passwords.postgres, options.throwAway ?? false);

  const server = await startServer(program, options);
  const url = (role: string, password: string, name: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${name}`;
  const adminUrl = url("postgres", passwords.postgres, "postgres");
  try {
    await whenReady(adminUrl, server, join(folder, "postgres.log"));
    await ensureRolesAndDatabase(adminUrl, passwords, database);
  } catch (error) {
    await server.stop(FAST, PATIENCE_MS);
    throw error;
  }
  return {
    ownerUrl: url(OWNER_ROLE, passwords.owner, database),
    appUrl: url(APP_ROLE, passwords.app, database),
    adminUrl,
    process: server,
    stop: () => server.stop(FAST, PATIENCE_MS),
  };
}

/** Stops the PostgreSQL of a folder whose starter was killed, and clears a lock file that no process holds any more. */
export async function stopLeftoverPostgres(folder: string): Promise<void> {
  const data = join(folder, "data");
  const lock = join(data, "postmaster.pid");
  if (!existsSync(lock)) return;
  const pid = Number((await readFile(lock, "utf8")).split("\n")[0]);
  await stopLeftover(pid, data, FAST, PATIENCE_MS);
  await rm(lock, { force: true });
}

async function startServer(program: PostgresProgram, options: PostgresOptions): Promise<RunningProcess> {
  const [command = program.postgres, ...before] = [...program.through, program.postgres];
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    max_connections: "200",
    ...(options.throwAway
      ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off", ...QUICK_TO_ENTER }
      : {}),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return startProcess({
    command,
    args: [...before, "-D", join(options.folder, "data"), "-p", String(options.port), ...args],
    log: join(options.folder, "postgres.log"),
    user: program.user,
  });
}

async function whenReady(url: string, server: RunningProcess, log: string): Promise<void> {
  for (const until = Date.now() + 60_000; ; await pause(50)) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (cause) {
      if (server.isRunning() && Date.now() < until) continue;
      throw new SetUpError(`PostgreSQL did not start. Its log, ${log}, ends:\n${logTail(log)}`, { cause });
    }
  }
}

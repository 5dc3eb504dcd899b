import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import type { PostgresProgram } from "./postgres-program.ts";
import { SetUpError } from "./set-up-error.ts";

const run = promisify(execFile);

/** Owns the database and runs the migrations. */
export const OWNER_ROLE = "journeys_owner";
/** What the service signs in as: it may do what the migrations grant it, no more. */
export const APP_ROLE = "journeys_app";

export interface Passwords {
  postgres: string;
  owner: string;
  app: string;
}

/**
 * Makes an empty cluster in `folder`/data, with a superuser "postgres".
 * @throws SetUpError that says what initdb said
 */
export async function makeCluster(
  program: PostgresProgram,
  folder: string,
  password: string,
  throwAway: boolean,
): Promise<void> {
  // Made beside its place and moved there when whole, so that an interrupted start leaves no half a cluster.
  const unfinished = join(folder, "data.new");
  const passwordFile = join(folder, "password.new");
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  for (const path of program.owner ? [unfinished, passwordFile] : [])
    await chown(path, program.owner!.uid, program.owner!.gid);
  // The built-in locale sorts the same on every machine; the system's own does not.
  const args = [
    `--pgdata=${unfinished}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
    ...(throwAway ? ["--no-sync"] : []),
  ];
  try {
    const [command = program.initdb, ...before] = [...program.through, program.initdb];
    await run(command, [...before, ...args], { ...program.user, cwd: "/" });
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
    throw new SetUpError(`PostgreSQL could not make its data folder ${unfinished}: ${said.trim()}`, { cause: error });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, join(folder, "data"));
}

/** The passwords of a cluster, made by chance at its birth and kept beside it, readable by its owner alone. */
export async function readOrMakePasswords(folder: string): Promise<Passwords> {
  const file = join(folder, "passwords.json");
  const fresh = () => randomBytes(18).toString("base64url");
  const made = JSON.stringify({ postgres: fresh(), owner: fresh(), app: fresh() } satisfies Passwords);
  // "wx" fails when there is one already, which is then the one that counts.
  await writeFile(file, made, { mode: 0o600, flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  return JSON.parse(await readFile(file, "utf8")) as Passwords;
}

/**
 * Makes what is missing of the two roles and the database. The roles are allowed nothing more here: what the service
 * may do in the database, the migrations grant.
 * @param adminUrl a superuser's address
 */
export async function ensureRolesAndDatabase(adminUrl: string, passwords: Passwords, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const [role, password] of [
      [OWNER_ROLE, passwords.owner],
      [APP_ROLE, passwords.app],
    ] as const) {
      const known = await client.query("select 1 from pg_roles where rolname = $1", [role]);
      if (known.rowCount === 0)
        await client.query(`create role ${role} login password ${client.escapeLiteral(password)}`);
    }
    const known = await client.query("select 1 from pg_database where datname = $1", [database]);
    if (known.rowCount === 0)
      await client.query(`create database ${client.escapeIdentifier(database)} owner ${OWNER_ROLE}`);
  } finally {
    await client.end();
  }
}

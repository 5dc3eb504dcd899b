import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { readEnvironment } from "../../../libs/config/environment.ts";
import { localFolder, top } from "./folders.ts";
import { SetUpError, type Say } from "./set-up-error.ts";

const KEY_FILE = join(localFolder, "people.key");
/** What it seals, where PostgreSQL is ours. */
const SEALED = join(localFolder, "postgres", "data");

/**
 * The key-encryption keys of personal data, as PEOPLE_KEY has them: the variable, else this clone's own.
 * @param make says where it was made, if there is none; without it there must be one
 * @throws SetUpError, EnvironmentError
 */
export async function peopleKey(env: NodeJS.ProcessEnv, make?: Say): Promise<{ text: string; keys: Buffer[] }> {
  const given = readEnvironment(env).peopleKeys;
  if (given !== undefined) return { text: env["PEOPLE_KEY"] ?? "", keys: given };
  if (make !== undefined) await makeKey(make);
  if (!existsSync(KEY_FILE))
    throw new SetUpError("There is no key to personal data yet. Run `npm start` first, or set PEOPLE_KEY.");
  const text = (await readFile(KEY_FILE, "utf8")).trim();
  const { peopleKeys } = readEnvironment({ PEOPLE_KEY: text });
  if (peopleKeys === undefined) throw new SetUpError(`${KEY_FILE} is empty: it held the key to personal data.`);
  return { text, keys: peopleKeys };
}

/** The same, or null where there is none: for what can do most of its work without. @throws EnvironmentError */
export async function peopleKeysIfAny(env: NodeJS.ProcessEnv): Promise<Buffer[] | null> {
  return readEnvironment(env).peopleKeys === undefined && !existsSync(KEY_FILE) ? null : (await peopleKey(env)).keys;
}

/**
 * "wx" fails where there is one already, which is then the one that counts. Where there are data without their key, a
 * new one would open none of them, and look as if it were the old.
 */
async function makeKey(say: Say): Promise<void> {
  if (!existsSync(KEY_FILE) && existsSync(SEALED))
    throw new SetUpError(
      `${relative(top, KEY_FILE)} is gone, and the names in ${relative(top, SEALED)} are sealed with it: put it ` +
        "back, or set PEOPLE_KEY to what it held. Nobody can read them without it.",
    );
  await mkdir(dirname(KEY_FILE), { recursive: true });
  try {
    await writeFile(KEY_FILE, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
    say(
      "PEOPLE_KEY is not set: made a key for names and addresses, .local/people.key. Without it they cannot " +
        "be read: keep it safe, apart from backups.",
    );
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
}

import { chmod, lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

/** PostgreSQL's own, which sees to it itself; and what tests that run just now have there. */
const NOT_OURS: ReadonlySet<string> = new Set(["data", "test"]);

/** Closes a folder and all in it to everybody but its owner; what is made from now on is closed from the start. */
export async function closeToOthers(folder: string): Promise<void> {
  process.umask(0o077);
  await close(folder);
}

async function close(path: string): Promise<void> {
  const { mode, isFolder, isFile } = await lstat(path).then((its) => ({
    mode: its.mode & 0o777,
    isFolder: its.isDirectory(),
    isFile: its.isFile(),
  }));
  if ((isFolder || isFile) && (mode & 0o077) !== 0) await chmod(path, mode & 0o700);
  if (!isFolder) return;
  for (const name of await readdir(path)) if (!NOT_OURS.has(name)) await close(join(path, name));
}

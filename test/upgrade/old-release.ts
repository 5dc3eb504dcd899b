// An older release, checked out beside this one, so that a service can be made with its own code.

import { execFile, spawn } from "node:child_process";
import { mkdir, readFile, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { localFolder, top } from "../../apps/cli/setup/folders.ts";
import type { Made } from "./goes-on.ts";

const run = promisify(execFile);

/** How many schools in each state. */
export interface Sizes {
  offers: number;
  placed: number;
  released: number;
  payable: number;
}

/** The commit that stands for release 0.3.0: the last one before events could change their shape. */
export const RELEASE_0_3_0 = "ec73bc3";

/**
 * Has the code of `commit` make a service in `folder`, and leave it; `sqlFile`: where schema and rows go as SQL too.
 * Resolves with what was made; rejects where git, npm or that code fails.
 */
export async function makeOldService(commit: string, folder: string, sizes: Sizes, sqlFile?: string): Promise<Made> {
  const worktree = await checkedOut(commit);
  try {
    const program = fileURLToPath(new URL("./old-service.mjs", import.meta.url));
    const args = ["--import", "./apps/cli/setup/typescript.mjs", program, folder, JSON.stringify(sizes)];
    await inFront(process.execPath, sqlFile === undefined ? args : [...args, sqlFile], worktree);
    return JSON.parse(await readFile(join(folder, "made.json"), "utf8")) as Made;
  } finally {
    await run("git", ["worktree", "remove", "--force", worktree], { cwd: top });
  }
}

/** A worktree of that commit with its packages: ours, where its lock file is ours, else installed. */
async function checkedOut(commit: string): Promise<string> {
  const worktree = join(localFolder, "upgrade", `${commit}-${process.pid}`);
  await mkdir(join(localFolder, "upgrade"), { recursive: true });
  await rm(worktree, { recursive: true, force: true });
  await run("git", ["worktree", "add", "--detach", worktree, commit], { cwd: top });
  const lockOf = (root: string): Promise<string> => readFile(join(root, "package-lock.json"), "utf8");
  if ((await lockOf(worktree)) === (await lockOf(top)))
    await symlink(join(top, "node_modules"), join(worktree, "node_modules"), "dir");
  else await run("npm", ["ci", "--prefer-offline", "--no-audit", "--no-fund"], { cwd: worktree, maxBuffer: 1e8 });
  return worktree;
}

/** Runs a program with its output in ours; rejects where it ends with anything but 0. */
function inFront(command: string, args: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", process.stderr, process.stderr] });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`the old service ended with ${code ?? signal}`));
    });
  });
}

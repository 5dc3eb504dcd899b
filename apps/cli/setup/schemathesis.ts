import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { cacheFolder, top } from "./folders.ts";
import { SetUpError, type Say } from "./set-up-error.ts";
import { onPath } from "./programs.ts";

/** Every package with its version. */
const REQUIREMENTS = join(top, "test", "fuzz", "requirements.txt");
const run = promisify(execFile);

/**
 * Finds schemathesis, the fuzzer, or gets it from PyPI into this user's cache, with a Python environment of its own.
 * @returns the Python to run it with: `-m schemathesis.cli`
 * @throws SetUpError with the one sentence on what to do
 */
export async function schemathesis(say: Say, env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const asked = createHash("sha256").update(readFileSync(REQUIREMENTS)).digest("hex").slice(0, 12);
  const folder = join(cacheFolder(env), `schemathesis-${asked}`);
  const python = join(folder, "bin", "python");
  if (existsSync(python)) return python;
  const installed = onPath("python3", env);
  if (installed === undefined)
    throw new SetUpError("The fuzzer needs Python 3.10 or newer: there is no python3 on the PATH.");
  say("Getting the fuzzer, schemathesis, from PyPI (once, under a minute) …");
  await mkdir(cacheFolder(env), { recursive: true });
  const workplace = await mkdtemp(join(cacheFolder(env), "getting-schemathesis-"));
  try {
    await step(
      () => run(installed, ["-m", "venv", workplace], { env }),
      "python3 cannot make an environment (on Debian: apt-get install python3-venv)",
    );
    // An environment may move: only the programs in bin/ have its path in them, and none of them is used.
    const pip = [
      "-m",
      "pip",
      "install",
      "--quiet",
      "--disable-pip-version-check",
      "--no-deps",
      "--requirement",
      REQUIREMENTS,
    ];
    await step(
      () => run(join(workplace, "bin", "python"), pip, { env }),
      "pip cannot install what test/fuzz/requirements.txt names: Python 3.10 or newer and PyPI are needed",
    );
    await rename(workplace, folder);
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
  return python;
}

async function step(work: () => Promise<unknown>, otherwise: string): Promise<void> {
  try {
    await work();
  } catch (cause) {
    throw new SetUpError(`The fuzzer is missing: ${otherwise}.`, { cause });
  }
}

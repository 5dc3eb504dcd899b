// The workflows as the SDK runs them: one file. To make it takes longer than all else that a worker does before it
// works, so it is kept under node_modules for the next worker of the same workflows.

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleWorkflowCode, DefaultLogger } from "@temporalio/worker";
import { buildIdOf } from "../../libs/config/build-id.ts";

export const WORKFLOWS = fileURLToPath(new URL("../../workflows/index.ts", import.meta.url));
const FOLDER = fileURLToPath(new URL("../../node_modules/.cache/workflows", import.meta.url));

/**
 * The file with the workflows of this folder, made where there is none; `undefined` where none can be kept, as in an
 * image that is only read: each worker makes its own then.
 * @param modules of interceptors that are bundled with them
 * @param folder where it is kept
 */
export async function bundledWorkflows(modules: readonly string[] = [], folder = FOLDER): Promise<string | undefined> {
  // Places in it are absolute: a copy of this repository that shares the packages has its own.
  const besides = createHash("sha256").update(WORKFLOWS);
  for (const module of modules) besides.update(`\n${module}\n`).update(readFileSync(module));
  const file = join(folder, `${buildIdOf()}-${besides.digest("hex").slice(0, 8)}.js`);
  if (await isKept(file)) return file;
  try {
    await mkdir(folder, { recursive: true });
    const { code } = await bundleWorkflowCode({
      workflowsPath: WORKFLOWS,
      workflowInterceptorModules: [...modules],
      logger: new DefaultLogger("ERROR"),
    });
    // At once, for whoever reads it at this moment.
    await writeFile(`${file}.${process.pid}`, code);
    await rename(`${file}.${process.pid}`, file);
    await dropUnused(folder);
    return file;
  } catch (error) {
    if (isAboutFiles(error)) return undefined;
    throw error;
  }
}

/** Is it there? Then it is marked as used now, by the time at which it was last read. */
async function isKept(file: string): Promise<boolean> {
  try {
    await utimes(file, new Date(), (await stat(file)).mtime);
    return true;
  } catch (error) {
    if (!isAboutFiles(error)) throw error;
    // Where nothing may be marked nothing is removed either.
    return existsSync(file);
  }
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Removes what no worker has used for a week: every change of a workflow leaves one of two megabytes. Others may do so
 * too, or begin with one of them, at the same moment.
 */
export async function dropUnused(folder: string): Promise<void> {
  const isUnused = async (file: string): Promise<boolean> => Date.now() - (await stat(file)).atimeMs > WEEK_MS;
  for (const name of await readdir(folder)) {
    const [file, aside] = [join(folder, name), join(folder, `${name}.${process.pid}.unused`)];
    try {
      if (!(await isUnused(file))) continue;
      await rename(file, aside);
      // Whoever began with it since it was looked at has it back.
      if (await isUnused(aside)) await rm(aside);
      else await rename(aside, file);
    } catch (error) {
      // Another was faster, or nothing may be removed here.
      if (!isAboutFiles(error)) throw error;
    }
  }
}

const isAboutFiles = (error: unknown): boolean => error instanceof Error && "syscall" in error;

// The workflows as the SDK runs them: one file. To make it takes longer than all else that a worker does before it
// works, so it is kept under node_modules for the next worker of the same workflows.

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
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
  if (existsSync(file)) return file;
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
    return file;
  } catch (error) {
    if (isAboutFiles(error)) return undefined;
    throw error;
  }
}

const isAboutFiles = (error: unknown): boolean => error instanceof Error && "syscall" in error;

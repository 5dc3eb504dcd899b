// The OpenAPI document of a commit, built by its own code in a worktree of its own.

import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { top } from "../../apps/cli/setup/folders.ts";
import type { Document } from "./narrowed.ts";

const run = promisify(execFile);
const MOST_BYTES = 1e8;

/** Where a release keeps what its document is made of: as it is now, and as it was when the API held the console. */
const BUILDER = `import "reflect-metadata";
import * as routes from "./apps/api/routes.ts";
import { openApiDocument } from "./apps/api/openapi/document.ts";
import * as api from "./apps/api/api.module.ts";
const controllers = api.CONTROLLERS ?? routes.controllersOf(api.ApiModule);
process.stdout.write(JSON.stringify(openApiDocument(routes.routesOf(controllers), "0")));
`;

/** The document of `folder`, a tree of this repository with its node_modules. */
export async function documentIn(folder: string): Promise<Document> {
  const script = join(folder, `.openapi-${process.pid}.ts`);
  writeFileSync(script, BUILDER);
  try {
    const args = ["--import", "./apps/cli/setup/typescript.mjs", script];
    const { stdout } = await run(process.execPath, args, { cwd: folder, maxBuffer: MOST_BYTES });
    return JSON.parse(stdout) as Document;
  } finally {
    rmSync(script);
  }
}

/** The document of a commit. It is built with the packages of today. */
export async function documentOf(commit: string): Promise<Document> {
  const folder = mkdtempSync(join(tmpdir(), "openapi-"));
  const tree = join(folder, "tree");
  await run("git", ["worktree", "add", "--detach", tree, commit], { cwd: top });
  try {
    symlinkSync(join(top, "node_modules"), join(tree, "node_modules"));
    return await documentIn(tree);
  } finally {
    await run("git", ["worktree", "remove", "--force", tree], { cwd: top });
    rmSync(folder, { recursive: true });
  }
}

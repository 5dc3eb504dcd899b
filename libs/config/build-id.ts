// What a version of the worker is called: the release, and a digest of all that a running workflow is bound by.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../..", import.meta.url));
/** The code of workflows, the messages they know, and which branches are taken. */
const BINDING = ["workflows", "libs/contract", "apps/worker/patches.ts"];

/**
 * The build id of the files of this folder, such as `0.4.0-1f0c2a9b`: the same on every machine, another where a
 * workflow, a message or the SDK is another.
 * @param named what BUILD_ID says, where it is not `auto`: that is the answer then
 */
export function buildIdOf(named = "auto"): string {
  if (named !== "auto") return named;
  const { version } = JSON.parse(readFileSync(join(top, "package.json"), "utf8")) as { version: string };
  const hash = createHash("sha256").update(sdkVersion());
  for (const file of BINDING.flatMap(filesOf)) hash.update(`\n${file}\n`).update(readFileSync(join(top, file)));
  return `${version}-${hash.digest("hex").slice(0, 8)}`;
}

function filesOf(path: string): string[] {
  if (path.endsWith(".ts")) return [path];
  return readdirSync(join(top, path), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".spec.ts"))
    .sort()
    .map((file) => `${path}/${file.replaceAll("\\", "/")}`);
}

function sdkVersion(): string {
  const { version } = createRequire(import.meta.url)("@temporalio/workflow/package.json") as { version: string };
  return version;
}

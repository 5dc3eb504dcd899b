// `npm run record-versions -- RELEASE`: carries out the rounds of side-by-side.int.spec.ts at a walk, and keeps a
// journey's and a Work Group's history of each, between old and new code, under test/replay/histories/RELEASE. Recorded
// once for each release that changes a workflow, never changed afterwards.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

const release = process.argv[2] ?? "";
const folder = join(import.meta.dirname, "../replay/histories", release);
if (!/^[\w.-]+$/.test(release) || existsSync(folder)) {
  process.stderr.write("Name a release that has no histories yet: npm run record-versions -- 0.4.0-versions\n");
  process.exit(2);
}
await mkdir(folder, { recursive: true });
const env = { ...process.env, RECORDED_TO: folder };
const { status } = spawnSync("npm", ["test", "--", "--testPathPatterns", "test/versioning"], { env, stdio: "inherit" });
process.exit(status ?? 1);

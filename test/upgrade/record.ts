// `npm run record-upgrade -- FILE [COMMIT]`: a small service as that release left it (else 0.3.0), as one SQL file.
// Made once for a release, never changed afterwards: test/upgrade/README.md.

import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { localFolder } from "../../apps/cli/setup/folders.ts";
import { makeOldService, RELEASE_0_3_0 } from "./old-release.ts";

const [file, commit = RELEASE_0_3_0] = process.argv.slice(2);
if (file === undefined || existsSync(file)) {
  process.stderr.write("Name a file that is not there yet: npm run record-upgrade -- test/upgrade/0.4.0.sql COMMIT\n");
  process.exit(2);
}
const folder = join(localFolder, "upgrade", `record-${process.pid}`);
await makeOldService(commit, folder, { offers: 2, placed: 2, released: 2, payable: 2 }, resolve(file));
await rm(folder, { recursive: true, force: true });

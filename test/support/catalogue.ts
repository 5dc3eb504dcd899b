// The real catalogue, for tests that ask the rules. Every file of tests loads all its modules anew, and YAML is the
// slowest of them: what it gave for a file is kept under the digest of that file's text, so a file that changes is
// parsed again, by a process of its own. Nothing here is awaited: one module that awaits at its top makes jest load
// every module of a file of tests twice (it walks the imports at once, finds the await, and begins again).

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { catalogueOnDemand, idOfFile, type Catalogue, type CatalogueFile } from "../../libs/prospectus/catalogue.ts";

const FILES = fileURLToPath(new URL("../../libs/prospectus/catalogue/", import.meta.url));
const KEPT = fileURLToPath(new URL("../../.local/cache/catalogue-of-tests/", import.meta.url));
const TYPESCRIPT = new URL("../../apps/cli/setup/typescript.mjs", import.meta.url).href;
const KEEP = fileURLToPath(new URL("./keep-catalogue.ts", import.meta.url));

/** The catalogue of this repository; a prospectus is built when it is first asked for. */
export function catalogueOfTests(): Catalogue {
  const kept = new Map(
    readdirSync(FILES).map((file) => {
      const digest = createHash("sha256")
        .update(readFileSync(join(FILES, file)))
        .digest("hex");
      return [idOfFile(file) ?? file, { file, path: join(KEPT, `${digest}.json`) }] as const;
    }),
  );
  const missing = [...kept.values()].filter(({ path }) => !existsSync(path)).flatMap(({ file, path }) => [file, path]);
  if (missing.length > 0) execFileSync(process.execPath, ["--import", TYPESCRIPT, KEEP, FILES, KEPT, ...missing]);
  return catalogueOnDemand([...kept.keys()], (id) => {
    const found = kept.get(id);
    return found === undefined ? null : (JSON.parse(readFileSync(found.path, "utf8")) as CatalogueFile);
  });
}

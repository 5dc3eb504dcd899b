// The real catalogue, for tests that ask the rules. Every file of tests loads all its modules anew, and YAML is the
// slowest of them: what it gave for a file is kept under the digest of that file's text, so a file that changes is
// parsed again.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { catalogueOnDemand, idOfFile, type Catalogue, type CatalogueFile } from "../../libs/prospectus/catalogue.ts";

const FILES = fileURLToPath(new URL("../../libs/prospectus/catalogue/", import.meta.url));
const KEPT = fileURLToPath(new URL("../../.local/cache/catalogue-of-tests/", import.meta.url));

/** The catalogue of this repository; a prospectus is built when it is first asked for. */
export async function catalogueOfTests(): Promise<Catalogue> {
  const kept = new Map(
    readdirSync(FILES).map((file) => {
      const digest = createHash("sha256")
        .update(readFileSync(join(FILES, file)))
        .digest("hex");
      return [idOfFile(file) ?? file, { file, path: join(KEPT, `${digest}.json`) }] as const;
    }),
  );
  for (const { file, path } of kept.values()) if (!existsSync(path)) await keep(file, path);
  return catalogueOnDemand([...kept.keys()], (id) => {
    const found = kept.get(id);
    return found === undefined ? null : (JSON.parse(readFileSync(found.path, "utf8")) as CatalogueFile);
  });
}

async function keep(file: string, path: string): Promise<void> {
  const { readCatalogueFile } = await import("../../libs/config/load-catalogue.ts");
  mkdirSync(KEPT, { recursive: true });
  // Two workers of jest may do this at once: each moves a whole file into place.
  const own = `${path}.${process.pid}`;
  writeFileSync(own, JSON.stringify(readCatalogueFile(FILES, file)));
  renameSync(own, path);
}

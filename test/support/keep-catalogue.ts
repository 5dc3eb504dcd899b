// What catalogue.ts starts where a file of the catalogue is not kept yet: the folder of the catalogue, the folder where
// it is kept, then each file's name and the path it is kept under.

import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { readCatalogueFile } from "../../libs/config/load-catalogue.ts";

const [files, kept, ...pairs] = process.argv.slice(2) as [string, string, ...string[]];
mkdirSync(kept, { recursive: true });
for (let at = 0; at + 1 < pairs.length; at += 2) {
  const [file, path] = pairs.slice(at, at + 2) as [string, string];
  // Two workers of jest may do this at once: each moves a whole file into place.
  const own = `${path}.${process.pid}`;
  writeFileSync(own, JSON.stringify(readCatalogueFile(files, file)));
  renameSync(own, path);
}

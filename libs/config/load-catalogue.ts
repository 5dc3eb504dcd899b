// The catalogue of prospectuses, from its folder.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { LineCounter, parseDocument } from "yaml";
import { buildCatalogue, catalogueOnDemand, idOfFile, type CatalogueFile } from "../prospectus/catalogue.ts";
import type { Catalogue } from "../prospectus/lookup.ts";

const CATALOGUE = fileURLToPath(new URL("../prospectus/catalogue/", import.meta.url));

/**
 * Reads and checks every prospectus in `dir` (the catalogue of this repository, unless told otherwise).
 * Throws one CatalogueFault that names all faults of all files, faults of YAML with their line.
 */
export function loadCatalogue(dir: string = CATALOGUE): Catalogue {
  return buildCatalogue(filesIn(dir).map((file) => readCatalogueFile(dir, file)));
}

/**
 * The same catalogue for a command that must start at once: a file is read, with those it is rolled forward from, when
 * its prospectus is first asked for, and throws its CatalogueFault only then.
 */
export function lazyCatalogue(dir: string = CATALOGUE): Catalogue {
  const files = new Map(filesIn(dir).map((file) => [idOfFile(file) ?? file, file]));
  return catalogueOnDemand([...files.keys()], (id) => {
    const file = files.get(id);
    return file === undefined ? null : readCatalogueFile(dir, file);
  });
}

/** Files of prospectuses in `dir`, in order of their names; hidden ones (an editor's own) are not of the catalogue. */
function filesIn(dir: string): string[] {
  return readdirSync(dir)
    .filter((file) => !file.startsWith("."))
    .sort();
}

/** One file of the catalogue, parsed; where it is no YAML, with the reason and the line. */
export function readCatalogueFile(dir: string, file: string): CatalogueFile {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(join(dir, file), "utf8"), { lineCounter: lines, prettyErrors: false });
  const errors = document.errors.map(({ message, pos }) => `line ${lines.linePos(pos[0]).line}: ${message}`);
  if (errors.length > 0) return { file, content: null, unreadable: errors.join("; ") };
  return { file, content: document.toJS() };
}

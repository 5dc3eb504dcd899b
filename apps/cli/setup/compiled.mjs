// What swc makes of a file, kept under node_modules for the next process that loads it: of 1.6 seconds in which the API
// or the worker loads, 0.4 are swc's. One file is kept for each source, and good for that very text alone.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { swcOptions } from "./swc-options.mjs";

const top = fileURLToPath(new URL("../../..", import.meta.url));
const folder = join(top, "node_modules", ".cache", "typescript");
const require = createRequire(import.meta.url);
const made = [require("@swc/core/package.json").version, JSON.stringify(swcOptions)].join("\n");

/**
 * @param {string} filename absolute
 * @param {string} text what stands in it
 * @returns {string} JavaScript with its source map
 */
export function compiled(filename, text) {
  const path = relative(top, filename);
  const digest = createHash("sha256").update(`${made}\n${path}\n`).update(text).digest("base64url");
  const mark = `\n//${digest}\n`;
  const place = path.startsWith("..") ? undefined : join(folder, path.replaceAll(sep, "~"));
  const kept = place && textOf(place);
  if (kept?.endsWith(mark)) return kept;
  // Its own name in the map: a copy of this folder may share the packages.
  const names = { filename, sourceFileName: basename(filename) };
  const { code } = require("@swc/core").transformSync(text, { ...swcOptions, ...names, sourceMaps: "inline" });
  if (place) keep(place, code + mark);
  return code;
}

function textOf(place) {
  try {
    return readFileSync(place, "utf8");
  } catch {
    return undefined; // not kept yet
  }
}

function keep(place, text) {
  try {
    mkdirSync(folder, { recursive: true });
    // At once, for whoever reads it at this moment.
    writeFileSync(`${place}.${process.pid}`, text);
    renameSync(`${place}.${process.pid}`, place);
  } catch {
    // Where nothing may be written, as in an image, each process compiles for itself.
  }
}

// What pages load: one style, some scripts and an icon, in a folder that is named by a hash of all of them, so that a
// browser need never ask twice. The style is compiled from look.scss once for each change of it.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";

const require = createRequire(import.meta.url);
const HERE = fileURLToPath(new URL(".", import.meta.url));
const TOP = fileURLToPath(new URL("../../..", import.meta.url));
export const PACKAGES = join(TOP, "node_modules");
const KEPT = join(PACKAGES, ".cache", "console");

/** Each part of a page works without it. */
const START = `import { initAll } from "./govuk-frontend.min.js";
import "./tables.js";

initAll();
if (document.querySelector("[data-suggest]"))
  Promise.all([import("./suggestions.js"), import("./combobox-nav.js")]).then(([ours, library]) =>
    ours.suggestSchools(library.default),
  );
`;

interface Asset {
  type: string;
  body: Buffer;
  zipped: Buffer;
}

interface Assets {
  /** The address of their folder, without a slash at its end. */
  folder: string;
  files: ReadonlyMap<string, Asset>;
}

let made: Assets | null = null;

/** All that pages load, made when it is first wanted: seconds where the style was never compiled, else milliseconds. */
export function assets(): Assets {
  made ??= make();
  return made;
}

function make(): Assets {
  const script = "text/javascript; charset=utf-8";
  const files = new Map(
    [
      ["look.css", "text/css; charset=utf-8", Buffer.from(style())],
      ["look.js", script, Buffer.from(START)],
      ["tables.js", script, readFileSync(join(HERE, "tables.js"))],
      [
        "govuk-frontend.min.js",
        script,
        readFileSync(join(PACKAGES, "govuk-frontend/dist/govuk/govuk-frontend.min.js")),
      ],
      ["suggestions.js", script, readFileSync(join(HERE, "suggestions.js"))],
      ["combobox-nav.js", script, readFileSync(join(PACKAGES, "@github/combobox-nav/dist/index.js"))],
      ["icon.svg", "image/svg+xml", readFileSync(join(HERE, "icon.svg"))],
    ].map(([name, type, body]) => [name, assetOf(type as string, body as Buffer)] as [string, Asset]),
  );
  const hash = createHash("sha256");
  for (const [name, { body }] of files) hash.update(`${name} ${body.length}\n`).update(body);
  return { folder: `/assets/${hash.digest("hex").slice(0, 16)}`, files };
}

const assetOf = (type: string, body: Buffer): Asset => ({ type, body, zipped: gzipSync(body) });

/** The style as a browser reads it: as it was kept for these very sources, else compiled now. */
function style(): string {
  const sources = readdirSync(HERE).filter((name) => name.endsWith(".scss"));
  const hash = createHash("sha256");
  for (const name of ["govuk-frontend", "@ministryofjustice/frontend", "sass"])
    hash.update(
      `${name} ${(JSON.parse(readFileSync(join(PACKAGES, name, "package.json"), "utf8")) as Named).version}\n`,
    );
  for (const name of sources.sort()) hash.update(`${name}\n`).update(readFileSync(join(HERE, name)));
  const place = join(KEPT, `${hash.digest("hex")}.css`);
  try {
    return readFileSync(place, "utf8");
  } catch {
    return keep(place, compiled());
  }
}

interface Named {
  version: string;
}

/** Sass is loaded for this alone: a process that finds the style kept never does. */
function compiled(): string {
  const sass = require("sass") as typeof import("sass");
  return sass.compile(join(HERE, "look.scss"), { loadPaths: [TOP, PACKAGES], style: "compressed", quietDeps: true })
    .css;
}

function keep(place: string, css: string): string {
  try {
    mkdirSync(KEPT, { recursive: true });
    // At once, for whoever reads it at this moment.
    writeFileSync(`${place}.${process.pid}`, css);
    renameSync(`${place}.${process.pid}`, place);
  } catch {
    // Where nothing may be written, as in an image, each process compiles for itself.
  }
  return css;
}

const ASSET = /^\/assets\/([\da-f]{16})\/([\w.-]+)$/u;
const FOR_EVER = "public, max-age=31536000, immutable";

/**
 * Express middleware: answers with what pages load, to anyone and before anybody is counted. While two releases serve
 * side by side, a page of the other one gets ours, which nobody keeps.
 */
export function serveAssets(request: ApiRequest, response: ApiResponse, next: () => void): void {
  const [, hash, name = ""] = ASSET.exec(request.originalUrl.split("?", 1)[0] ?? "") ?? [];
  const { folder, files } = assets();
  const asset = hash === undefined ? undefined : files.get(name);
  if (asset === undefined || (request.method !== "GET" && request.method !== "HEAD")) return next();
  const zipped = /\bgzip\b/u.test(String(request.headers["accept-encoding"] ?? ""));
  const body = zipped ? asset.zipped : asset.body;
  response.writeHead(200, {
    "Content-Type": asset.type,
    "Content-Length": body.length,
    "Cache-Control": folder.endsWith(`/${hash}`) ? FOR_EVER : "no-store",
    Vary: "Accept-Encoding",
    ...(zipped && { "Content-Encoding": "gzip" }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

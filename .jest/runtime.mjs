// Where a file of tests finds its modules: as Node loads them, once for all the files that a process runs. Jest's own
// way builds every module anew for every file, in a world of its own: 1,800 of them for one file that starts the API.
// What jest-circus asks of a runtime, and no more.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire, registerHooks, setSourceMapsSupport } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { transformSync } from "@swc/core";
import { swcOptions } from "../apps/cli/setup/swc-options.mjs";
import "../apps/cli/setup/typescript.mjs";
import { useGlobals } from "./globals.mjs";

const require = createRequire(import.meta.url);
// As the service runs its workflows, and for the same reason.
const { startThreadsWithoutStacks } = require("../apps/worker/without-stacks.ts");
startThreadsWithoutStacks();
// jest asks for the lines of a failure by itself, below: Node need not read the map of every file as it loads.
setSourceMapsSupport(false);
const GLOBALS = new URL("./globals.mjs", import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "@jest/globals" ? { url: GLOBALS, shortCircuit: true } : next(specifier, context),
});

// Whoever started the run is gone, by Ctrl-C or killed: nobody is left to hear how a file ends.
if (process.send) {
  process.once("disconnect", () => process.exit(1));
  // To listen for it keeps a process alive: told to end, it hears no more messages, and is let go.
  process.on("removeListener", (event) => event === "message" && process.channel?.unref());
}

const run = new Set();

/** Where the lines of a compiled file stand in its source: made when a failure is shown. */
class SourceMaps extends Map {
  get(place) {
    if (!place.endsWith(".ts")) return undefined;
    const path = place.startsWith("file:") ? fileURLToPath(place) : place;
    if (!this.has(path)) {
      const { map } = transformSync(readFileSync(path, "utf8"), { ...swcOptions, filename: path, sourceMaps: true });
      this.folder ??= ownFolder();
      const file = join(this.folder, `${this.size}.map`);
      writeFileSync(file, map ?? "");
      this.set(path, file);
    }
    return super.get(path);
  }
}
const sourceMaps = new SourceMaps();

function ownFolder() {
  const folder = mkdtempSync(join(tmpdir(), "jest-maps-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export default class NativeRuntime {
  getSourceMaps = () => sourceMaps;
  getAllCoverageInfoCopy = () => undefined;
  teardown() {}
  enterTestCode() {}
  leaveTestCode() {}

  /** jest-circus keeps the tests of one file: each file has one of its own. */
  requireInternalModule(path) {
    delete require.cache[path];
    delete globalThis[Symbol.for("EVENT_HANDLERS")];
    return require(path);
  }
  requireModule = (path) => require(path);
  setGlobalsForRuntime = useGlobals;
  unstable_shouldLoadAsEsm = () => true;
  async unstable_importModule(path) {
    if (run.has(path)) throw new Error("A process loads a file of tests once: watching is not to be had, start anew.");
    run.add(path);
    await import(pathToFileURL(path).href);
  }
}

// Lets Node run this repository's TypeScript as it stands: `node --import ./apps/cli/setup/typescript.mjs FILE.ts`.
// Node strips types by itself, but not decorators, and Nest reads the types that decorators record; so files
// are compiled by swc as they are loaded (no build step, no stale output). Pure files need none of this.
import { readFileSync } from "node:fs";
import { enableCompileCache, registerHooks, setSourceMapsSupport } from "node:module";
import { fileURLToPath } from "node:url";
import { compiled } from "./compiled.mjs";

// Of packages no map is read, and what V8 makes of all files is kept for the next process: of half a second in which a
// command loads, that is 0.15.
setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
enableCompileCache(fileURLToPath(new URL("../../../node_modules/.cache/node", import.meta.url)));

registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith("file:") || !url.endsWith(".ts") || url.includes("/node_modules/"))
      return nextLoad(url, context);
    const filename = fileURLToPath(url);
    return { format: "module", source: compiled(filename, readFileSync(filename, "utf8")), shortCircuit: true };
  },
});

// `npm test`: sets up what is missing, then runs every test; `npm test -- libs/calendar` only some (any argument of
// jest).
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { goOnUnderPinnedNode, run } from "./setup/dependencies.mjs";

await goOnUnderPinnedNode(fileURLToPath(import.meta.url));
await import("./setup/typescript.mjs");
const { temporalProgram } = await import("./setup/temporal-program.ts");
const { testServer } = await import("./setup/test-server.ts");
const say = (line) => process.stderr.write(`${line}\n`);
try {
  await Promise.all([temporalProgram(say), testServer(say)]);
} catch (error) {
  say(error.name === "SetUpError" ? error.message : error.stack);
  process.exit(1);
}

const jest = fileURLToPath(new URL("../../node_modules/jest/bin/jest.js", import.meta.url));
// What V8 makes of a module is kept for the next process that loads it: a tenth of what each takes to start.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL("../../node_modules/.cache/node", import.meta.url));
// Two more than there are cores: what waits for a server leaves its core to the rest.
const workers = `--maxWorkers=${availableParallelism() + 2}`;
const args = process.argv.slice(2);
const said = args.some((arg) => /^(?:--runInBand|--maxWorkers|-i$|-w$)/u.test(arg));
process.exit(await run(process.execPath, [jest, ...(said ? [] : [workers]), ...args]));

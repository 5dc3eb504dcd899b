// `npm start`: see start/start.ts. This file only makes sure that the machine can run it.
import { fileURLToPath } from "node:url";
import { goOnUnderPinnedNode } from "./setup/dependencies.mjs";

await goOnUnderPinnedNode(fileURLToPath(import.meta.url));
await import("./setup/typescript.mjs");
const { start } = await import("./start/start.ts");
process.exitCode = await start(process.env);

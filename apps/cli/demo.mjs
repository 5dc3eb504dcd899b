// `npm run demo` (`-- --reset`): see demo/demo.ts. A demonstration keeps all it has in .local/demo, apart from what
// `npm start` keeps, and runs beside it.
import { fileURLToPath } from "node:url";
import { goOnUnderPinnedNode } from "./setup/dependencies.mjs";

process.env.DEMO = "allow";
await goOnUnderPinnedNode(fileURLToPath(import.meta.url));
await import("./setup/typescript.mjs");
const { demo } = await import("./demo/demo.ts");
process.exitCode = await demo(process.argv.slice(2), process.env);

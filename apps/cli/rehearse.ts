// npm run -s rehearse -- FILE [--json]: a journey run ahead of time, with no server and no waiting.

import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// What Node makes of the TypeScript is kept for the next time: half of a start would go into making it again.
enableCompileCache(fileURLToPath(new URL("../../.local/cache/compiled", import.meta.url)));

const { main } = await import("./rehearse-command.ts");
process.exitCode = await main(process.argv.slice(2));

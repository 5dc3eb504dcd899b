// `npm run -s api-diff -- COMMIT`: what today's OpenAPI document takes away from those who call by that commit's. Ends
// with 1 where it does. Run by hand, before a change of the API is kept.

import { top } from "../../apps/cli/setup/folders.ts";
import { documentIn, documentOf } from "./document-of.ts";
import { narrowed } from "./narrowed.ts";

const commit = process.argv[2];
if (commit === undefined) {
  process.stderr.write("Say which commit: npm run -s api-diff -- COMMIT\n");
  process.exit(2);
}
const [before, after] = [await documentOf(commit), await documentIn(top)];
const found = narrowed(before, after);
const operations = Object.values(before.paths).reduce((sum, methods) => sum + Object.keys(methods).length, 0);
process.stdout.write(
  [...found, `${operations} operations of ${commit}; ${found.length} removed or narrowed.`, ""].join("\n"),
);
process.exitCode = found.length > 0 ? 1 : 0;

// `npm run api-types`: what the API takes and answers, as types for `client.ts`, from the document that it serves.

import "reflect-metadata";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { typesOfApi } from "./types-of-api.ts";

const file = join(import.meta.dirname, "types.d.ts");
writeFileSync(file, await typesOfApi());
process.stdout.write(`The types are in ${file}.\n`);

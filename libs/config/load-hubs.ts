// The hubs and the local authorities they cover: hubs.yaml, beside this file.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { hubsFrom, type Hubs } from "../register/hubs.ts";

const HUBS = fileURLToPath(new URL("hubs.yaml", import.meta.url));

/** Reads and checks the hubs. Throws an Error that names every fault. */
export function loadHubs(path: string = HUBS): Hubs {
  return hubsFrom(parse(readFileSync(path, "utf8")));
}

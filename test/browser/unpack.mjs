// Unpacks the Chromium of its npm package into the temporary folder of this process: chromium.ts sets which.
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { inflate } from "@sparticuz/chromium";

const packed = new URL("../bin/", import.meta.resolve("@sparticuz/chromium"));
for (const part of await readdir(packed)) await inflate(fileURLToPath(new URL(part, packed)));

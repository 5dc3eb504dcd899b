import { readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import { VERSION, versionIn } from "./version.ts";

const json = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")) as Record<string, unknown>;

it("the version is that of package.json, and package-lock.json says the same in both its places", () => {
  const lock = json("package-lock.json") as { version: string; packages: Record<string, { version?: string }> };
  expect([json("package.json")["version"], lock.version, lock.packages[""]?.version]).toEqual([
    VERSION,
    VERSION,
    VERSION,
  ]);
});

it.each(["{}", '{"version": 4}', '{"version": "0.4"}', '{"version": "^0.4.0"}'])("%s names no version", (text) => {
  expect(() => versionIn(text)).toThrow("names no version");
});

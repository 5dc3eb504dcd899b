// What the three kinds of test share. Which kind a file is, its name says: x.unit.spec.ts, x.int.spec.ts,
// x.e2e.spec.ts.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("..", import.meta.url));

/**
 * The jest project of one kind of test.
 * @param {'unit' | 'int' | 'e2e'} kind
 */
export function project(kind) {
  return {
    displayName: kind,
    rootDir: top,
    roots: ["apps", "workflows", "activities", "libs", "test"]
      .map((folder) => top + folder)
      .filter((folder) => existsSync(folder)),
    testMatch: [`**/*.${kind}.spec.ts`],
    testEnvironment: `${top}.jest/environment.mjs`,
    runtime: `${top}.jest/runtime.mjs`,
    moduleFileExtensions: ["ts", "mjs", "js", "json", "node"],
    ...(kind === "unit"
      ? {}
      : { globalSetup: `${top}.jest/servers.mjs`, globalTeardown: `${top}.jest/servers-stop.mjs` }),
    transform: {},
  };
}

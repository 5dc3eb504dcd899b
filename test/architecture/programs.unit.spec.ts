// Programs of the tests (`npm run record-histories`, `npm run bench`, …) run without jest, which gives what it has to
// nobody else: one import of it, however far away, and the program does not even start.

import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, it } from "@jest/globals";
import { top } from "../../apps/cli/setup/folders.ts";

const { scripts } = JSON.parse(readFileSync(join(top, "package.json"), "utf8")) as { scripts: Record<string, string> };
const programs = Object.values(scripts).flatMap((line) => /\btest\/\S+\.ts$/u.exec(line) ?? []);

/** The files by which a program comes to jest, the program first; null where it does not. */
function wayToJest(program: string): string[] | null {
  const cameFrom = new Map<string, string | null>([[join(top, program), null]]);
  for (const [file] of cameFrom) {
    // What is only a type is gone when it runs.
    const imports = [...readFileSync(file, "utf8").matchAll(/^(?:import|export) (?!type )[^;]*?"([^"]+)";$/gmu)];
    for (const [, name = ""] of imports) {
      if (name === "@jest/globals") return wayFrom(file, cameFrom);
      const next = join(dirname(file), name);
      if (name.startsWith(".") && existsSync(next) && !cameFrom.has(next)) cameFrom.set(next, file);
    }
  }
  return null;
}

function wayFrom(file: string, cameFrom: ReadonlyMap<string, string | null>): string[] {
  const before = cameFrom.get(file) ?? null;
  return [...(before === null ? [] : wayFrom(before, cameFrom)), relative(top, file)];
}

it.each(programs)("%s starts without jest", (program) => {
  expect(wayToJest(program)).toBe(null);
});

it("would see one that does not", () => {
  expect(wayToJest("test/support/given.ts")).toEqual(["test/support/given.ts"]);
});

// What swc makes of a file is kept for the next process, and believed for that very text alone.

import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "@jest/globals";
import { top } from "./folders.ts";

// No TypeScript: it is there before any can be read.
const { compiled } = (await import(new URL("./compiled.mjs", import.meta.url).href)) as {
  compiled(filename: string, text: string): string;
};
const file = join(top, "libs", `of-a-test-${process.pid}.ts`);
const kept = join(top, "node_modules/.cache/typescript", `libs~of-a-test-${process.pid}.ts`);
afterAll(() => rmSync(kept, { force: true }));

const ONE = "export const one: number = 1;\n";

it("is kept, and given again", () => {
  const first = compiled(file, ONE);
  expect(first).toContain("export const one = 1;");
  expect(readFileSync(kept, "utf8")).toContain(first.trimEnd());
  expect(compiled(file, ONE)).toContain(first.trimEnd());
});

it("is made anew where the file says something else, or what was kept is not whole", () => {
  expect(compiled(file, "export const two: number = 2;\n")).toContain("export const two = 2;");
  expect(compiled(file, ONE)).toContain("export const one = 1;");
  truncateSync(kept, 10);
  expect(compiled(file, ONE)).toContain("export const one = 1;");
  writeFileSync(kept, "export const one = 3;\n");
  expect(compiled(file, ONE)).toContain("export const one = 1;");
});

it("is not kept of a file that lies elsewhere", () => {
  expect(compiled("/elsewhere/of-a-test.ts", ONE)).toContain("export const one = 1;");
  expect(existsSync(join(top, "node_modules/.cache/typescript", "..~elsewhere~of-a-test.ts"))).toBe(false);
});

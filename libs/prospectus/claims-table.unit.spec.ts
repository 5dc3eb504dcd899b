// The table of CLAIMS.md is held to the tests that it names: a row a claim of the five pages, and of each that works a
// test that is there, by its words or by the number of the claim.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";

const TOP = new URL("../../", import.meta.url);
const table = readFileSync(new URL("CLAIMS.md", import.meta.url), "utf8");
/** So many claims are on each page. */
const ON_PAGE = { "000": 26, "001": 32, "002": 38, "003": 19, "004": 41 };

const rows = [...table.matchAll(/^\| (\d{3}-\d+) +\| (.+?) +\| (\w+) +\| (.+?) +\|$/gmu)].map(
  ([, claim = "", words = "", how = "", why = ""]) => ({ claim, words, how, why }),
);

/** The tests that a cell names: `` `file`: _title_ ``, or the file alone, where its titles have the claim's number. */
const testsOf = (why: string) =>
  [...why.matchAll(/`([^`]+)`(?:: _([^_]+)_)?/gu)].map(([, file = "", title]) => ({ file, title }));

/** A test file, its titles in one piece where they are broken over lines. */
const source = (file: string): string => {
  const path = fileURLToPath(new URL(file, TOP));
  return existsSync(path) ? readFileSync(path, "utf8").replaceAll(/" \+\s+"/gu, "") : "";
};

describe("The table of claims", () => {
  it("has each claim of the five pages once, in its order", () => {
    const all = Object.entries(ON_PAGE).flatMap(([page, count]) =>
      Array.from({ length: count }, (_, index) => `${page}-${index + 1}`),
    );
    expect(all).toHaveLength(156);
    expect(rows.map(({ claim }) => claim)).toEqual(all);
  });
  it("says how many work, are shown and are open, as its rows have it", () => {
    const count = (how: string): number => rows.filter((one) => one.how === how).length;
    expect(table).toContain(
      `${count("works")} work, ${count("shown")} are shown, ${count("open")} are open, of ${rows.length}.`,
    );
  });
  it.each(rows.filter(({ how }) => how === "works"))("$claim works: its tests are there", ({ claim, why }) => {
    const tests = testsOf(why);
    expect(tests).not.toEqual([]);
    const missing = tests.filter(
      ({ file, title }) => !/\.spec\.ts$/u.test(file) || !source(file).includes(title ?? claim),
    );
    expect(missing).toEqual([]);
  });
  it.each(rows.filter(({ how }) => how !== "works"))(
    "$claim is read: it is said where, and why no more",
    ({ claim, why }) => {
      expect(why.length).toBeGreaterThan(20);
      if (why.includes("claims.unit.spec.ts"))
        expect(source("libs/prospectus/claims.unit.spec.ts")).toContain(`"${claim}"`);
    },
  );
});

// The documents held to the tree they speak of: links, paths and commands. What they say beside that, no test can know.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { top } from "../../apps/cli/setup/folders.ts";
import { anchorsOf, faultsOf, headings, type Document, type Tree } from "./document.ts";
import { TEMPORAL_ACCESS_VARIABLES } from "../../libs/config/temporal-access.ts";
import { VARIABLES } from "../../libs/config/variables.ts";

const KILOBYTES_10 = 10_000;
/** Whose reader works in that room: each ends with what was decided there. */
const ROOMS = ["apps/api", "apps/cli", "apps/console", "libs/journey", "libs/prospectus", "workflows"];

const read = (file: string): string => readFileSync(join(top, file), "utf8");
/** What git keeps or would keep; a file that was taken away is no more. */
const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: top })
  .toString()
  .split("\0")
  .filter((file) => file !== "" && existsSync(join(top, file)));
const documents = files.filter((file) => file.endsWith(".md")).map((path) => ({ path, text: read(path) }));
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
const tree: Tree = { files, scripts: Object.keys(scripts), documents };

describe("the documents", () => {
  it.each(documents)("$path names nothing that is not there", (document) => {
    expect(faultsOf(document, tree)).toEqual([]);
  });

  it("begin with a README that is read in one sitting", () => {
    expect(Buffer.byteLength(read("README.md"))).toBeLessThan(KILOBYTES_10);
  });

  it("are linked from the README, a room each", () => {
    const linked = read("README.md");
    expect(ROOMS.filter((room) => !linked.includes(`](${room}/README.md)`))).toEqual([]);
  });

  it("have every app and every library on their map", () => {
    const map = read("README.md");
    const named = [...map.matchAll(/`(apps|libs)\/\{?([\w,-]+)\}?\/`/g)].flatMap(([, house, rooms = ""]) =>
      rooms.split(",").map((room) => `${house}/${room}`),
    );
    const there = new Set(files.flatMap((file) => /^(?:apps|libs)\/[^/]+(?=\/)/.exec(file) ?? []));
    expect([...new Set(named)].sort()).toEqual([...there].sort());
  });

  it.each(ROOMS)("of %s end with its decisions", (room) => {
    expect(headings(read(`${room}/README.md`), 2).at(-1)).toBe("Decisions");
  });

  it("tell operators of every setting that is read", () => {
    const told = read("apps/cli/README.md");
    const access = new Set<string>(TEMPORAL_ACCESS_VARIABLES); // told of in a section of their own, by their beginnings
    expect(VARIABLES.filter((name) => !access.has(name) && !told.includes(`\`${name}\``))).toEqual([]);
  });

  it("tell callers of the release that this is", () => {
    const { version } = JSON.parse(read("package.json")) as { version: string };
    expect(headings(read("apps/api/CHANGES.md"), 2)[0]).toBe(version);
  });
});

describe("a document is found out that", () => {
  const other: Document = { path: "libs/a/README.md", text: "# The room\n\n## `Where` a rule lives\n" };
  const made: Tree = {
    files: ["README.md", "libs/b/README.md", "libs/a/README.md", "libs/a/one.ts", "libs/b/two.ts"],
    scripts: ["start", "lint"],
    documents: [other],
  };
  const faults = (text: string): string[] => faultsOf({ path: "libs/b/README.md", text }, made);

  it.each([
    ["leads nowhere", "[so](gone.md)", "the link gone.md leads nowhere"],
    ["leads nowhere, apart", "[so]: ../a/gone.md", "the link ../a/gone.md leads nowhere"],
    ["leads to no heading", "[so](../a/README.md#gone)", "the link ../a/README.md#gone leads to no heading"],
    ["leads to no heading of its own", "# So\n[so](#no)", "the link #no leads to no heading"],
    ["leads to a heading that is code", "```sh\n# so\n```\n[so](#so)", "the link #so leads to no heading"],
    ["leads out", "[so](../../../x.md)", "the link ../../../x.md leads out of the repository"],
    ["leads to the root of a machine", "[so](/README.md)", "the link /README.md leads out of the repository"],
    ["names a file that is gone", "`libs/a/gone.ts`", "`libs/a/gone.ts` is not there"],
    ["names a folder that is gone", "see `libs/gone/`", "`libs/gone/` is not there"],
    ["names one of two that is gone", "`libs/{a,c}/`", "`libs/c/` is not there"],
    ["names a file within a command", "`node libs/a/gone.ts --now`", "`libs/a/gone.ts` is not there"],
    ["calls a file a folder", "`libs/a/one.ts/`", "`libs/a/one.ts/` is not there"],
    ["names no script", "npm run -s gone -- FILE", "npm run gone: package.json has no such script"],
    ["names no script in a fence", "```\nnpm test\n```", "npm run test: package.json has no such script"],
  ])("%s", (_, text, fault) => {
    expect(faults(text)).toEqual([`libs/b/README.md: ${fault}`]);
  });

  it.each([
    "[so](../a/README.md#where-a-rule-lives), [up](../../README.md), [room](../a), [out](https://example.org/x.md#y)",
    '[titled](two.ts "of the second")',
    "`libs/a/one.ts`, `libs/{a,b}/`, `libs/b`, `[no](link.md)`, `other/libs/gone.ts`",
    "`npm run lint`, npm start",
  ])("is right: %s", (text) => {
    expect(faults(text)).toEqual([]);
  });

  it("has headings of one name", () => {
    expect(anchorsOf("# Two: words\n## Two words\n## Don’t _stop_, [now](x.md)!\n")).toEqual([
      "two-words",
      "two-words-1",
      "dont-_stop_-now",
    ]);
  });
});

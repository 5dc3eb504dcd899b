// Pages of the console are made of GOV.UK Frontend and MoJ Frontend, which know an element by its class alone: a tag
// without one looks like nothing. What pages of plain HTML once took by their tags and by classes of our own is gone.

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { top } from "../../apps/cli/setup/folders.ts";

/** A file that somebody takes along: its style stands in it, and it knows no library. */
const OF_ITS_OWN = "apps/console/money/proof.njk";

/** What the libraries have a class for. Rows, parts and sections of a page look like nothing, and need none. */
const TAG =
  /<(p|h[1-4]|ul|ol|dl|dt|dd|table|caption|th|td|a|button|blockquote|details|summary|pre|input|select|textarea|label|fieldset|legend)\b((?:"[^"]*"|[^">])*)>/gu;
/** Classes of our own for what a library has, and small print: its one way is `second-line`. */
const OWN = new Set(
  "tag button first warns note late-note late done only-read field hint fault wrong story why actions".split(" "),
);

/** What is wrong in a source, by line. */
function wrongIn(source: string): string[] {
  const at = (index: number): number => source.slice(0, index).split("\n").length;
  const bare = [...source.matchAll(TAG)]
    .filter(([, , more = ""]) => !/\bclass="|type="hidden"/u.test(more))
    .map(({ index, 0: tag }) => `${at(index)}: ${tag.replaceAll(/\s+/gu, " ")} has no class`);
  const small = [...source.matchAll(/<small\b/gu)].map(({ index }) => `${at(index)}: <small> is “second-line”`);
  const own = [...source.matchAll(/\bclass="([^"]*)"/gu)].flatMap(({ index, 1: names = "" }) =>
    names
      .split(/[\s{}%]+/u)
      .filter((name) => OWN.has(name))
      .map((name) => `${at(index)}: “${name}” is no class of the libraries`),
  );
  return [...bare, ...small, ...own];
}

const sources = globSync("apps/console/**/*.{ts,njk}", { cwd: top })
  .filter((file) => !file.endsWith(".spec.ts") && file !== OF_ITS_OWN)
  .sort();

it("no page has a tag that the libraries do not know", () => {
  expect(sources.length).toBeGreaterThan(100);
  const wrong = sources.flatMap((file) =>
    wrongIn(readFileSync(join(top, file), "utf8")).map((one) => `${file}:${one}`),
  );
  expect(wrong).toEqual([]);
});

it("would see one", () => {
  const ours = `<p class="govuk-body">Yes</p>\n<p>No</p><input type="hidden" name="a"><a\n  href="/a->b">No</a>`;
  expect(wrongIn(ours)).toEqual(["2: <p> has no class", '2: <a href="/a->b"> has no class']);
  expect(wrongIn(`<strong class="govuk-tag tag">No</strong><small>No</small>`)).toEqual([
    "1: <small> is “second-line”",
    "1: “tag” is no class of the libraries",
  ]);
});

// No assumption is called a fact: what a figure takes from a page is found in the sentence of that page which it names.
// And no sentence of a page is taken over: all is said in our own words.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { loadCatalogue, readCatalogueFile } from "../config/load-catalogue.ts";
import type { PlaceInPage } from "./prospectus.ts";
import { isTree, type Tree } from "./shape.ts";

const CATALOGUE = fileURLToPath(new URL("./catalogue/", import.meta.url));
// The pages lie beside the repository, not in it: a clone elsewhere checks only the shape.
const SEEDS = fileURLToPath(new URL("../../../shared/seeds/", import.meta.url));
const PAGES = [
  "000_e0c280cc22b318bb.txt",
  "001_4b68b291dd7ddca8.txt",
  "002_6266afd35788493b.txt",
  "003_e4bdb38251ecf3b2.txt",
  "004_efe6209787d21d48.txt",
];
/** As many words in a row as may stand in a page by chance, or because a thing has that name. */
const BY_CHANCE = 9;

// Case, white space, bullets and quotation marks are the layout of a page, not its words.
const plain = (text: string): string =>
  text
    .replace(/[\s\u00a0•]+/g, " ")
    .replace(/['‘’“”]/g, "")
    .trim()
    .toLowerCase();
/** A page as its sentences, in order; each line (a heading, an item of a list) begins one. */
const sentencesOf = (text: string): string[] =>
  text
    .split("\n")
    .flatMap((line) => line.split(/(?<=[.?!])\s+(?=[A-Z‘“(])/))
    .map(plain)
    .filter((sentence) => sentence !== "");
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/['’]/g, "")
    .match(/[a-z0-9£]+/g) ?? [];
const runsOf = (text: string): string[] => {
  const words = wordsOf(text);
  return words.slice(BY_CHANCE).map((_, index) => words.slice(index, index + BY_CHANCE + 1).join(" "));
};
const texts = existsSync(SEEDS) ? new Map(PAGES.map((name) => [name, readFileSync(`${SEEDS}${name}`, "utf8")])) : null;

interface Found {
  at: string;
  tree: Tree;
}

function trees(value: unknown, at: string): Found[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => trees(item, `${at}[${index}]`));
  if (!isTree(value)) return [];
  return [{ at, tree: value }, ...Object.entries(value).flatMap(([key, part]) => trees(part, `${at}.${key}`))];
}

function linesIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(linesIn);
  return isTree(value) ? Object.values(value).flatMap(linesIn) : [];
}

/** The sentence at that place: so many below the first line that begins as the heading does. */
function sentenceAt(page: string, { under, sentence }: PlaceInPage): string | undefined {
  const sentences = sentencesOf(texts?.get(page) ?? "");
  const heading = sentences.findIndex((line) => line.startsWith(plain(under)));
  return heading < 0 ? undefined : sentences[heading + sentence];
}

const placeOf = (tree: Tree): PlaceInPage => tree["at"] as PlaceInPage;
const contents = readdirSync(CATALOGUE).map((file) => readCatalogueFile(CATALOGUE, file));
const seeds = loadCatalogue()
  .all()
  .flatMap((prospectus) => trees(prospectus, prospectus.id))
  .filter(({ tree }) => tree["source"] === "seed");

describe("the sources of the figures", () => {
  it("name one of the five pages, and say in words of their own what it says", () => {
    expect(seeds.length).toBeGreaterThan(50);
    const odd = seeds.filter(
      ({ tree }) => !PAGES.includes(String(tree["page"])) || String(tree["says"]).trim().length < 5,
    );
    expect(odd).toEqual([]);
  });

  it("are pages that each have a prospectus of their own", () => {
    const bases = contents
      .map(({ content }) => (isTree(content) ? content["page"] : undefined))
      .filter((page) => page !== undefined);
    expect(bases.sort()).toEqual(PAGES);
  });

  it(
    texts ? "are found in the sentence that they name" : "name a sentence (which? the pages are not beside this clone)",
    () => {
      expect([...new Set(seeds.map(({ tree }) => tree["page"]))].sort()).toEqual(PAGES);
      const elsewhere = seeds.filter(({ tree }) => {
        const sentence = sentenceAt(String(tree["page"]), placeOf(tree));
        return texts && !sentence?.includes(plain(placeOf(tree).finds));
      });
      expect(elsewhere.map(({ at, tree }) => `${at}: ${JSON.stringify(placeOf(tree))}`)).toEqual([]);
    },
  );

  it("have their numbers in what is found there", () => {
    const written: Record<number, RegExp> = {
      1: /\ba\b|\ban\b|\beach\b|\bone\b/,
      2: /\btwo\b/i,
      3: /three|between each/,
      4: /four/,
      6: /six|three days/,
      7: /seven/,
      8: /eight|four .* six days/,
      10: /ten/,
      12: /six days/,
      250: /250/,
      100_000: /£1000/,
      200_000: /£2000/,
    };
    const numbers = seeds.filter(({ tree }) => typeof tree["value"] === "number");
    expect(numbers.length).toBeGreaterThan(15);
    expect(
      numbers.filter(({ tree }) => !written[Number(tree["value"])]?.test(placeOf(tree).finds)).map(({ at }) => at),
    ).toEqual([]);
  });
});

describe("what is said to schools", () => {
  const said = contents.flatMap(({ file, content }) => linesIn(content).map((line) => ({ file, line })));

  it("is much, and in our own words: no sentence of a page is taken over", () => {
    expect(said.length).toBeGreaterThan(400);
    const known = new Set([...(texts?.values() ?? [])].flatMap(runsOf));
    expect(said.filter(({ line }) => runsOf(line).some((run) => known.has(run)))).toEqual([]);
  });
});

// No assumption is called a fact: what a figure says the page says is on that page, word for word.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { loadCatalogue, readCatalogueFile } from "../config/load-catalogue.ts";
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
// White space and the bullets of lists are the layout of a page, not its words.
const words = (text: string): string => text.replace(/[\s\u00a0•:]+/g, " ").trim();
const pages = existsSync(SEEDS)
  ? new Map(PAGES.map((name) => [name, words(readFileSync(`${SEEDS}${name}`, "utf8"))]))
  : null;

interface Found {
  at: string;
  tree: Tree;
}

function trees(value: unknown, at: string): Found[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => trees(item, `${at}[${index}]`));
  if (!isTree(value)) return [];
  return [{ at, tree: value }, ...Object.entries(value).flatMap(([key, part]) => trees(part, `${at}.${key}`))];
}

function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  if (!isTree(value)) return [];
  // What other years read instead is nobody's page.
  return "thisYear" in value ? texts(value["thisYear"]) : Object.values(value).flatMap(texts);
}

/**
 * True if the page has the words as they are, or a heading of it and words under that heading: “Advocates will” + “have
 * a deep …”.
 */
function onPage(page: string, said: string): boolean {
  const low = page.toLowerCase();
  const line = words(said).toLowerCase();
  if (low.includes(line)) return true;
  const gaps = [...line.matchAll(/ /g)].map((gap) => gap.index);
  return gaps.some((gap) => gap > 15 && low.includes(line.slice(0, gap)) && low.includes(line.slice(gap + 1)));
}

const contents = readdirSync(CATALOGUE).map((file) => readCatalogueFile(CATALOGUE, file));
const seeds = loadCatalogue()
  .all()
  .flatMap((prospectus) => trees(prospectus, prospectus.id))
  .filter(({ tree }) => tree["source"] === "seed");

describe("the sources of the figures", () => {
  it("name one of the five pages, with words of it", () => {
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
    pages ? "are quoted to the letter" : "quote every page (to the letter? the pages are not beside this clone)",
    () => {
      expect([...new Set(seeds.map(({ tree }) => tree["page"]))].sort()).toEqual(PAGES);
      const misquoted = seeds.filter(
        ({ tree }) => pages && !pages.get(String(tree["page"]))?.includes(words(String(tree["says"]))),
      );
      expect(misquoted.map(({ at, tree }) => `${at}: ${String(tree["says"])}`)).toEqual([]);
    },
  );

  it("have their numbers in the words quoted", () => {
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
      numbers.filter(({ tree }) => !written[Number(tree["value"])]?.test(String(tree["says"]))).map(({ at }) => at),
    ).toEqual([]);
  });

  it("speak of the rest in the words of the page too: texts, criteria, themes, and what the form says", () => {
    const said = contents.flatMap(({ file, content }) => {
      if (!isTree(content) || typeof content["page"] !== "string") return [];
      const { page, texts: told, themes, application, window } = content;
      const criteria = isTree(application) && isTree(application["criteria"]) ? application["criteria"]["value"] : [];
      const codeless = trees([criteria, isTree(themes) ? themes["value"] : []], "").map(({ tree }) => [
        tree["text"] ?? [],
        tree["closed"] ?? [],
      ]);
      const how = isTree(window) ? (window["how"] ?? []) : [];
      return [...texts(told), ...texts(codeless), ...texts(how)].map((line) => ({
        file,
        page,
        line: line.replace(/\.$/, ""),
      }));
    });
    expect(said.length).toBeGreaterThan(120);
    expect(said.filter(({ page, line }) => pages && !onPage(pages.get(page) ?? "", line))).toEqual([]);
  });
});

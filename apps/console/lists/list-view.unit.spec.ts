// What a list says of itself: by what it is narrowed, how it is sorted, its pages, and the addresses of all of it.

import { describe, expect, it } from "@jest/globals";
import { strictView } from "../../../test/support/strict-view.ts";
import { html } from "../html.ts";
import { filledIn } from "../look/templates.ts";
import { askedIn } from "./list-asked.ts";
import { fileOf } from "./list-file.ts";
import { listView, type ListSpec } from "./list-view.ts";

interface One {
  name: string;
  late: number;
}
const SPEC: ListSpec<One> = {
  base: "/things",
  filters: [
    { kind: "words", name: "q", label: "Name" },
    {
      kind: "choice",
      name: "stage",
      label: "Stage",
      any: "All",
      choices: [{ value: "readiness", words: "Readiness" }],
    },
    { kind: "choice", name: "none", label: "Nothing to choose", any: "All", choices: [] },
  ],
  sorts: ["name", "late"],
  noun: ["thing", "things"],
  caption: "Things",
  empty: "There is nothing yet.",
  columns: [
    { head: "Name", sort: "name", cell: ({ name }) => name, file: ({ name }) => name },
    { head: "Late", sort: "late", number: true, cell: ({ late }) => String(late) },
    { head: "Secret of files", file: ({ late }) => String(late) },
  ],
  file: "/things/things.csv",
};
const things = (count: number): One[] =>
  Array.from({ length: count }, (_, index) => ({ name: `<b>${index}`, late: index }));
const shown = (query: Record<string, string>, { total = 3, page = 1, pages = 1, spec = SPEC } = {}) =>
  listView({ items: things(Math.min(total, 25)), total, page, pages }, askedIn(query, spec), spec);

describe("an address", () => {
  it("says only what the list knows, and nothing that goes without saying", () => {
    const odd = { q: " hill ", stage: "nonsense", sort: "made-up", order: "up", page: "-3", other: "x" };
    expect(askedIn(odd, SPEC)).toEqual({
      filters: { q: "hill" },
      sort: "name",
      descending: false,
      page: 1,
      whole: false,
    });
    expect(shown(odd).table?.heads[1]?.href).toBe("/things?q=hill&sort=late");
  });

  it("keeps filters, order and page apart: another order begins with the first page, another page keeps both", () => {
    const view = shown(
      { stage: "readiness", sort: "late", order: "desc", page: "2" },
      { total: 60, page: 2, pages: 3 },
    );
    expect(view.table?.heads.map(({ href, order }) => [href, order])).toEqual([
      ["/things?stage=readiness", "none"],
      ["/things?stage=readiness&sort=late", "descending"],
    ]);
    expect(view.pagination?.next?.href).toBe("/things?stage=readiness&sort=late&order=desc&page=3");
    expect(view.ways.map(({ href }) => href)).toEqual([
      "/things?stage=readiness&sort=late&order=desc&all=yes",
      "/things/things.csv?stage=readiness&sort=late&order=desc",
    ]);
  });
});

describe("what is chosen", () => {
  it("is shown in words, each with the way to take it off, and all at once", () => {
    const view = shown({ stage: "readiness", q: "hill", sort: "late" });
    expect(view.chosen).toEqual([
      { label: "Name", words: "hill", href: "/things?stage=readiness&sort=late" },
      { label: "Stage", words: "Readiness", href: "/things?q=hill&sort=late" },
    ]);
    expect(view.clear).toBe("/things?sort=late");
    expect(shown({}).clear).toBeNull();
  });

  it("is asked for by a form that keeps the order, with no field where there is nothing to choose", () => {
    const { filter } = shown({ sort: "late" });
    expect([filter?.fields.length, filter?.hidden]).toEqual([2, [{ name: "sort", value: "late" }]]);
  });
});

describe("how many there are", () => {
  it.each([
    [{ total: 1 }, {}, "1 thing."],
    [{ total: 3 }, { q: "hill" }, "3 things fit."],
    [{ total: 60, page: 1, pages: 3 }, {}, "60 things: 1 to 25 are shown."],
    [{ total: 0 }, {}, ""],
  ])("is said: %j", (found, query, says) => {
    expect(shown(query, found).says).toBe(says);
  });

  it("none at all, or none that fits, is said in words", () => {
    expect(shown({}, { total: 0 }).empty).toBe("There is nothing yet.");
    expect(shown({ q: "hill" }, { total: 0 }).empty).toBe("No thing fits all of this.");
    expect(shown({}, { total: 0 }).ways).toEqual([]);
  });

  it("pages are those at the ends and those around, with what is left out", () => {
    const numbers = (page: number) =>
      shown({}, { total: 250, page, pages: 10 }).pagination?.items?.map(({ number = "…" }) => number);
    expect([numbers(1), numbers(5), numbers(10)]).toEqual([
      ["1", "2", "…", "10"],
      ["1", "…", "4", "5", "6", "…", "10"],
      ["1", "…", "9", "10"],
    ]);
    expect(shown({}).pagination).toBeNull();
  });
});

it("the template asks for nothing that the view has not, and escapes what is in the list", () => {
  const { text } = filledIn("lists/list.njk", strictView(shown({ q: "<i>" }, { total: 60, page: 2, pages: 3 })));
  expect(text).toContain('aria-sort="ascending"');
  expect(text).toContain("&lt;b&gt;0");
  expect(text).not.toMatch(/<b>|<i>/u);
  expect(text).toMatch(/aria-current="page"/u);
  const cards = {
    ...SPEC,
    card: ({ name }: One) => html`<p>${name}</p>`,
    sortedBy: { name: "name", late: "how late" },
  };
  expect(filledIn("lists/list.njk", strictView(shown({}, { spec: cards }))).text).toMatch(
    /<strong>name<\/strong>[\s\S]*how late[\s\S]*&lt;b&gt;0/u,
  );
});

it("what is said above a list stands there before all else", () => {
  const said = shown({}, { spec: { ...SPEC, intro: "Things <as> they are." } });
  expect(filledIn("lists/list.njk", strictView(said)).text.trim()).toMatch(
    /^<p [^>]*>Things &lt;as&gt; they are\.<\/p>/u,
  );
  expect(shown({}).intro).toBeNull();
});

it("a file has its own columns, whole, and no cell that a spreadsheet would take for a formula", () => {
  const rows = fileOf(
    [
      { name: "=HYPERLINK(1)", late: -1 },
      { name: "Hill, “High”", late: 2 },
    ],
    SPEC.columns,
  );
  expect(rows.split("\r\n")).toEqual(["\ufeffName,Secret of files", "'=HYPERLINK(1),'-1", '"Hill, “High”",2', ""]);
});

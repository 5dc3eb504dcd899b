// One list, whatever is in it: what narrows it, what it is narrowed by, its rows in their order, its pages, and the way
// to it as a file.

import type { Numbered } from "../../../libs/service/shape/pages.ts";
import { html, type Html } from "../html.ts";
import type { PaginationOptions } from "../look/options.ts";
import { choose, input } from "../look/parts.ts";
import { filledIn } from "../look/templates.ts";
import { choosingView, type Choosing, type ChoosingView } from "./choosing.ts";
import { addressOf, placeOf, queryOf, type ListAsked, type ListFilter, type ListShape } from "./list-asked.ts";

/**
 * A column. `sort`: by what of the list it sorts. `cell`: what a page shows; none: it is in files alone. `file`: what a
 * file has; none: it is on pages alone. `number`: set to the right.
 */
export interface Column<T> {
  head: string;
  sort?: string;
  cell?: (one: T) => Html | string;
  file?: (one: T) => string;
  number?: true;
}

/** `noun`: what is listed, one and several. `empty`: where there is none at all. `file`: the address of the file. */
export interface AroundSpec extends ListShape {
  noun: readonly [one: string, several: string];
  empty: string;
  file: string | null;
}

/** `intro`: what is said above all of it, in a sentence or two. */
export interface ListSpec<T> extends AroundSpec {
  intro?: string;
  caption: string;
  columns: readonly Column<T>[];
  /** What a list of cards shows of each, in place of a row; `sortedBy`: what its orders are called. */
  card?: (one: T, index: number) => Html;
  sortedBy?: Readonly<Record<string, string>>;
}

/** What is told around the rows of any list, by the macros of around.njk. */
export interface AroundView {
  filter: { action: string; fields: readonly Html[]; hidden: readonly { name: string; value: string }[] } | null;
  chosen: readonly { label: string | null; words: string; href: string }[];
  clear: string | null;
  says: string;
  empty: string | null;
  pagination: PaginationOptions | null;
  ways: readonly { words: string; href: string }[];
}

/** What template list.njk is filled with. */
export interface ListView extends AroundView {
  intro: string | null;
  sorts: readonly { words: string; href: string; here: boolean }[];
  table: { caption: string; heads: readonly Head[]; rows: readonly (readonly Cell[])[] } | null;
  choosing: ChoosingView | null;
  cards: readonly Html[];
}
interface Head {
  words: string;
  number: boolean;
  /** Where it sorts; `order`: how it does now. */
  href: string | null;
  order: "ascending" | "descending" | "none" | null;
}
interface Cell {
  inner: Html;
  number: boolean;
}

/** The list as HTML. */
export const listPage = <T>(
  found: Numbered<T>,
  asked: ListAsked,
  spec: ListSpec<T>,
  choosing: Choosing<T> | null = null,
): Html => filledIn("lists/list.njk", listView(found, asked, spec, choosing));

/** The view model. `choosing`: for what several of it can be chosen. */
export function listView<T>(
  found: Numbered<T>,
  asked: ListAsked,
  spec: ListSpec<T>,
  choosing: Choosing<T> | null = null,
): ListView {
  const { card } = spec;
  const none = found.total === 0;
  return {
    ...aroundView(found, asked, spec),
    intro: spec.intro ?? null,
    sorts: none ? [] : sortsOf(spec, asked),
    table: none || card !== undefined ? null : tableOf(found.items, spec, asked),
    choosing: none || choosing === null ? null : choosingView(found, choosing, spec.noun[1]),
    cards: card === undefined ? [] : found.items.map(card),
  };
}

/** The same without the rows, for a list whose rows are a template's own. */
export function aroundView(found: Numbered<unknown>, asked: ListAsked, spec: AroundSpec): AroundView {
  const { filters, file } = spec;
  const narrowed = Object.keys(asked.filters).length > 0;
  const none = found.total === 0;
  const query = queryOf(spec.sorts, { ...asked, page: 1, whole: false });
  return {
    filter: filters.length === 0 ? null : filterOf(spec, asked),
    chosen: filters.flatMap((filter) => chosen(filter, spec, asked)),
    clear: narrowed ? addressOf(spec, asked, { filters: {} }) : null,
    says: saysOf(found, spec, narrowed),
    empty: none ? (narrowed ? `No ${spec.noun[0]} fits all of this.` : spec.empty) : null,
    pagination: pagination(found, { ...asked, page: found.page }, spec),
    ways: none
      ? []
      : [
          ...(found.pages > 1
            ? [{ words: "All on one page, to print", href: addressOf(spec, asked, { whole: true }) }]
            : []),
          ...(asked.whole ? [{ words: "Page by page", href: addressOf(spec, asked, { whole: false }) }] : []),
          ...(file === null ? [] : [fileWay(file, query)]),
        ],
  };
}

/** The way to a list as a file. `query`: how it is narrowed and sorted, as its own address says it. */
export const fileWay = (file: string, query: string): AroundView["ways"][number] => ({
  words: "This list for a spreadsheet (CSV)",
  href: query === "" ? file : `${file}?${query}`,
});

function filterOf(spec: AroundSpec, asked: ListAsked): NonNullable<ListView["filter"]> {
  const { filters, sorts } = spec;
  const kept = new URLSearchParams(queryOf(sorts, { ...asked, filters: {}, page: 1, whole: false }));
  return {
    action: placeOf(spec),
    fields: filters
      .filter((filter) => filter.kind === "words" || filter.choices.length > 0)
      .map((filter) => fieldOf(filter, asked.filters[filter.name] ?? "")),
    hidden: [...kept].map(([name, value]) => ({ name, value })),
  };
}

function fieldOf(filter: ListFilter, value: string): Html {
  const { name, label } = filter;
  const id = `f-${name}`;
  if (filter.kind === "choice") {
    const choices = filter.choices.map((one) => [one.value, one.words] as const);
    return choose({ id, name, label }, [["", filter.any], ...choices], value);
  }
  const hint = filter.hint === undefined ? {} : { hint: { text: filter.hint } };
  return input({ id, name, label: { text: label }, ...hint, type: "search", value });
}

function chosen(filter: ListFilter, spec: AroundSpec, asked: ListAsked): ListView["chosen"] {
  const { [filter.name]: value, ...others } = asked.filters;
  if (value === undefined) return [];
  const words = filter.kind === "words" ? value : filter.choices.find((one) => one.value === value)?.words;
  const href = addressOf(spec, asked, { filters: others });
  // What is on or says nothing needs no name beside its words.
  return [{ label: value === "yes" ? null : filter.label, words: words ?? value, href }];
}

/** `Schools 26 to 50 of 120`, or how many there are on the one page. */
function saysOf({ total, items, page, pages }: Numbered<unknown>, { noun }: AroundSpec, narrowed: boolean): string {
  const [one, several] = noun;
  const all = `${total} ${total === 1 ? one : several}${narrowed ? (total === 1 ? " fits" : " fit") : ""}`;
  if (pages === 1) return total === 0 ? "" : `${all}.`;
  const size = page === pages && page > 1 ? (total - items.length) / (pages - 1) : items.length;
  const first = (page - 1) * size + 1;
  return `${all}: ${first} to ${first + items.length - 1} are shown.`;
}

/** The other way round where it stands by that already. */
const sorted = <T>(spec: ListSpec<T>, asked: ListAsked, sort: string): string =>
  addressOf(spec, asked, { sort, descending: sort === asked.sort && !asked.descending });

const orderOf = ({ sort, descending }: ListAsked, of: string): "ascending" | "descending" | "none" =>
  sort !== of ? "none" : descending ? "descending" : "ascending";

/** A list of cards has no heads to sort by. */
function sortsOf<T>(spec: ListSpec<T>, asked: ListAsked): ListView["sorts"] {
  const { sortedBy } = spec;
  if (sortedBy === undefined) return [];
  return spec.sorts.map((sort) => ({
    words: sortedBy[sort] ?? sort,
    href: addressOf(spec, asked, { sort, descending: false }),
    here: sort === asked.sort,
  }));
}

function tableOf<T>(items: readonly T[], spec: ListSpec<T>, asked: ListAsked): ListView["table"] {
  const shown = spec.columns.flatMap((one) => (one.cell === undefined ? [] : [{ ...one, cell: one.cell }]));
  const heads = shown.map(({ head, sort, number = false }): Head => ({
    words: head,
    number,
    href: sort === undefined ? null : sorted(spec, asked, sort),
    order: sort === undefined ? null : orderOf(asked, sort),
  }));
  const rows = items.map((one) => shown.map(({ cell, number = false }) => ({ inner: html`${cell(one)}`, number })));
  return { caption: spec.caption, heads, rows };
}

/** First, last, and those around the one that is shown. */
function pagination({ page, pages }: Numbered<unknown>, asked: ListAsked, spec: AroundSpec): PaginationOptions | null {
  if (pages === 1) return null;
  const to = (number: number): string => addressOf(spec, asked, { page: number });
  const near = [...new Set([1, page - 1, page, page + 1, pages])].filter((one) => one >= 1 && one <= pages);
  const items = near.flatMap((number, index) => {
    const gap = number - (near[index - 1] ?? number) > 1 ? [{ ellipsis: true }] : [];
    return [...gap, { number: String(number), href: to(number), ...(number === page && { current: true }) }];
  });
  return {
    landmarkLabel: `Pages of ${spec.noun[1]}`,
    ...(page > 1 && { previous: { href: to(page - 1) } }),
    items,
    ...(page < pages && { next: { href: to(page + 1) } }),
  };
}

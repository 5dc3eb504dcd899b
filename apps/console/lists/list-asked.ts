// What is asked of a list: by what it is narrowed, how it is sorted, which page of it. Its address says all of it, in
// plain words and opaque codes: whoever has the address has the list. No person's name: addresses are kept in logs.

import { textIn, type Choice, type Typed } from "../form-fields.ts";

/** By what a list can be narrowed: one of several (never none), or words. */
export type ListFilter = { name: string; label: string } & (
  { kind: "choice"; choices: readonly Choice[]; any: string } | { kind: "words"; hint?: string }
);

/**
 * By what it can be narrowed and sorted; it stands by the first of `sorts` where nothing is said. `part`: the id of the
 * part of its page that it is, where it has no page of its own.
 */
export interface ListShape {
  base: string;
  part?: string;
  filters: readonly ListFilter[];
  sorts: readonly string[];
}

/** `filters`: those that are set, by name. `whole`: all on one page, to be printed. */
export interface ListAsked {
  filters: Readonly<Record<string, string>>;
  sort: string;
  descending: boolean;
  page: number;
  whole: boolean;
}

const MOST_WORDS = 100;
const MOST_PAGE = 100_000;

/** What an address asks; what it says that the list does not know is passed over. */
export function askedIn(query: Typed, { filters, sorts }: ListShape): ListAsked {
  const set = filters.flatMap((filter): [string, string][] => {
    const value = textIn(query, filter.name).trim();
    const known = filter.kind === "words" || filter.choices.some((one) => one.value === value);
    return value === "" || !known ? [] : [[filter.name, value.slice(0, MOST_WORDS)]];
  });
  const page = Number(textIn(query, "page"));
  return {
    filters: Object.fromEntries(set),
    sort: sorts.find((one) => one === textIn(query, "sort")) ?? sorts[0] ?? "",
    descending: textIn(query, "order") === "desc",
    page: Number.isInteger(page) && page >= 1 && page <= MOST_PAGE ? page : 1,
    whole: textIn(query, "all") === "yes",
  };
}

/** The address of a list that is asked otherwise: from its first page, unless another page is what is asked for. */
export function addressOf(
  shape: Pick<ListShape, "base" | "part" | "sorts">,
  asked: ListAsked,
  change: Partial<ListAsked> = {},
): string {
  const query = queryOf(shape.sorts, { ...asked, ...("page" in change ? {} : { page: 1 }), ...change });
  return placeOf(shape, query === "" ? "" : `?${query}`);
}

/** Where a list is, its own part of the page included. */
export const placeOf = ({ base, part }: Pick<ListShape, "base" | "part">, query = ""): string =>
  `${base}${query}${part === undefined ? "" : `#${part}`}`;

/** The same behind the question mark; what goes without saying is not said. */
export function queryOf(sorts: readonly string[], { filters, sort, descending, page, whole }: ListAsked): string {
  return new URLSearchParams({
    ...filters,
    ...(sort !== sorts[0] && { sort }),
    ...(descending && { order: "desc" }),
    ...(page !== 1 && { page: String(page) }),
    ...(whole && { all: "yes" }),
  }).toString();
}

/** Rows on a page; on one page to be printed, as many as a hub has of anything. */
export const A_PAGE = 25;
const ON_ONE_PAGE = 2_000;
/** A file has so many rows at most. */
const IN_A_FILE = 20_000;

/** How many rows are shown at once. */
export const sizeOf = ({ whole }: Pick<ListAsked, "whole">): number => (whole ? ON_ONE_PAGE : A_PAGE);
/** The whole list, as a file has it. */
export const IN_FILE = { page: 1, size: IN_A_FILE };

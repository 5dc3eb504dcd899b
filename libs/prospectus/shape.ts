// Readers: each checks one shape of parsed YAML and returns it typed, reporting faults by path rather than
// stopping at the first. What a reader returns after a fault is never used: the whole prospectus is dropped.

import { isLocalDate, type LocalDate } from "../calendar/dates.ts";
import type { Figure, PlaceInPage } from "./prospectus.ts";

/**
 * Where a reader stands: the path so far, where faults go, and the page that figures are from unless they name another.
 */
export interface Spot {
  at: string;
  page: string | null;
  report: (path: string, fault: string) => void;
}

export type Reader<T> = (value: unknown, spot: Spot) => T;
export type Tree = { readonly [key: string]: unknown };

/** True for a plain mapping, as YAML gives it. */
export function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function inside(spot: Spot, key: string | number): Spot {
  const at = typeof key === "number" ? `${spot.at}[${key}]` : spot.at === "" ? key : `${spot.at}.${key}`;
  return { ...spot, at };
}

function failed(spot: Spot, fault: string): never {
  spot.report(spot.at, fault);
  // Never read: a prospectus with a fault is not built.
  return undefined as never;
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}

/** Reports each key of `tree` that is not among `known`. */
export function onlyKeys(tree: Tree, known: readonly string[], spot: Spot): void {
  for (const key of Object.keys(tree)) {
    if (!known.includes(key)) failed(inside(spot, key), `unknown key; known here: ${known.join(", ")}`);
  }
}

/** Reads a text that is not blank. */
export const text: Reader<string> = (value, spot) =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : failed(spot, `must be a text, not ${shown(value)}`);

/** Reads true or false. */
export const flag: Reader<boolean> = (value, spot) =>
  typeof value === "boolean" ? value : failed(spot, `must be true or false, not ${shown(value)}`);

/** Reads a whole number of at least `least`. */
export function whole(least: number): Reader<number> {
  return (value, spot) =>
    typeof value === "number" && Number.isInteger(value) && value >= least
      ? value
      : failed(spot, `must be a whole number of at least ${least}, not ${shown(value)}`);
}

/** Reads an amount in pounds, pence after the point allowed, into pence. */
export const poundsAsPence: Reader<number> = (value, spot) => {
  const pence = typeof value === "number" ? Math.round(value * 100) : Number.NaN;
  const exact = typeof value === "number" && Math.abs(value * 100 - pence) < 1e-6;
  return exact && pence > 0 ? pence : failed(spot, `must be an amount in pounds above 0, not ${shown(value)}`);
};

/** Reads a day that exists, written 2020-07-13. */
export const day: Reader<LocalDate> = (value, spot) =>
  typeof value === "string" && isLocalDate(value)
    ? value
    : failed(spot, `must be a day written 2020-07-13, not ${shown(value)}`);

/** Reads one of the given words. */
export function oneOf<T extends string>(words: readonly T[], noun = "word"): Reader<T> {
  return (value, spot) =>
    words.find((word) => word === value) ??
    failed(spot, `unknown ${noun} ${shown(value)}; one of: ${words.join(", ")}`);
}

/** Reads a list that is not empty, each item by `item`; `key` tells two items apart, where they must be. */
export function list<T>(item: Reader<T>, key?: (read: T) => string): Reader<readonly T[]> {
  return (value, spot) => {
    if (!Array.isArray(value) || value.length === 0)
      return failed(spot, `must be a list of at least one, not ${shown(value)}`);
    const items = value.map((each: unknown, index) => item(each, inside(spot, index)));
    const seen = new Set<string>();
    for (const [index, read] of items.entries()) {
      // An item with a fault of its own has no key to compare.
      const own = read === undefined ? undefined : key?.(read);
      if (own === undefined) continue;
      if (seen.has(own)) failed(inside(spot, index), `${shown(own)} stands twice`);
      seen.add(own);
    }
    return items;
  };
}

/** Reads what may be absent or null, as null. */
export function nullable<T>(reader: Reader<T>): Reader<T | null> {
  return (value, spot) => (value === undefined || value === null ? null : reader(value, spot));
}

/** Reads what may be absent or null, as undefined (the key is then left out). */
export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return (value, spot) => (value === undefined || value === null ? undefined : reader(value, spot));
}

/** Reads a mapping with exactly these keys. */
export function object<T extends object>(shape: { [K in keyof T]-?: Reader<T[K]> }): Reader<T> {
  const keys = Object.keys(shape) as (keyof T & string)[];
  return (value, spot) => {
    if (!isTree(value)) return failed(spot, `must be a mapping of ${keys.join(", ")}, not ${shown(value)}`);
    onlyKeys(value, keys, spot);
    const read: Partial<T> = {};
    for (const key of keys) {
      const part = shape[key](value[key], inside(spot, key));
      if (part !== undefined) read[key] = part;
    }
    return read as T;
  };
}

const PAGE = /^\d{3}_[0-9a-f]{16}\.txt$/;

/** Reads the name of a page in `seeds/`. */
export const pageName: Reader<string> = (value, spot) =>
  typeof value === "string" && PAGE.test(value)
    ? value
    : failed(spot, `must name a page of seeds/, not ${shown(value)}`);

/** No more words than this are taken over from a page, so that what is looked up there is no sentence of it. */
const MOST_FOUND = 6;

const fewWords: Reader<string> = (value, spot) => {
  const read = text(value, spot);
  return read === undefined || read.split(/\s+/).length <= MOST_FOUND
    ? read
    : failed(spot, `must be at most ${MOST_FOUND} words of the page, not a sentence of it`);
};

const place = object<PlaceInPage>({ under: text, sentence: whole(1), finds: fewWords });

/**
 * Reads a figure: `{value, source: seed, at, says, page?}` or `{value, source: assumption, because?}`; the value may
 * stand under another key.
 */
export function figure<T>(reader: Reader<T>, valueKey = "value"): Reader<Figure<T>> {
  return (tree, spot) => {
    if (!isTree(tree)) return failed(spot, `must be a figure {${valueKey}, source, …}, not ${shown(tree)}`);
    const value = reader(tree[valueKey], inside(spot, valueKey));
    if (tree["source"] === "seed") {
      onlyKeys(tree, [valueKey, "source", "page", "at", "says"], spot);
      const page = pageName(tree["page"] ?? spot.page, inside(spot, "page"));
      const at = place(tree["at"], inside(spot, "at"));
      return { value, source: "seed", page, at, says: text(tree["says"], inside(spot, "says")) };
    }
    if (tree["source"] !== "assumption")
      return failed(inside(spot, "source"), `must be seed or assumption, not ${shown(tree["source"])}`);
    onlyKeys(tree, [valueKey, "source", "because", "statedIn"], spot);
    const because = optional(text)(tree["because"], inside(spot, "because"));
    const statedIn = optional(text)(tree["statedIn"], inside(spot, "statedIn"));
    return {
      value,
      source: "assumption",
      ...(because !== undefined && { because }),
      ...(statedIn !== undefined && { statedIn }),
    };
  };
}

/**
 * Reads a line for schools: a text, or `{thisYear, otherYears?}` where a year rolled forward must not promise the same.
 */
export const line: Reader<string> = (value, spot) => {
  if (!isTree(value)) return text(value, spot);
  onlyKeys(value, ["thisYear", "otherYears"], spot);
  optional(text)(value["otherYears"], inside(spot, "otherYears"));
  return text(value["thisYear"], inside(spot, "thisYear"));
};

/** Reads one line or a list of lines into one paragraph. */
export const paragraph: Reader<string> = (value, spot) =>
  Array.isArray(value) && value.length > 0 ? list(line)(value, spot).join(" ") : line(value, spot);

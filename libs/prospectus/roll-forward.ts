// A year and stage that no page covers: taken from the nearest page, with nothing that only that page may promise.

import { isTree, type Tree } from "./shape.ts";

/**
 * The body of prospectus `from` as it stands for a year `years` later (earlier, if negative): each figure of a page
 * becomes an assumption, the window is the usual one, the hub any, no grant and no help with textbooks, no theme
 * closed, and lines that hold for that one year fall away or change (`thisYear`, `otherYears`). Academic years named in
 * the texts move along with it.
 */
export function rollForward(body: Tree, from: string, years: number): Tree {
  const rest = withoutItsOwn(body);
  return { ...(rolled(rest, { because: `rolled forward from ${from}`, from, years }) as Tree), hub: "any" };
}

/** The same page for the hubs whose own it is not, in its own year. */
export function elsewhere(body: Tree, { id, hub }: { id: string; hub: string }): Tree {
  const rest = withoutItsOwn(body);
  return { ...(rolled(rest, { because: `as ${hub} has it for itself`, from: id, years: 0 }) as Tree), hub: "any" };
}

/** Its window, its grant, the code of its project; and of its links those that are that hub's or that year's own. */
function withoutItsOwn(body: Tree): Tree {
  const { window: _dated, grant: _paid, projectCode: _code, textbookHelp: _helped, links, ...rest } = body;
  const named = isTree(links) && Array.isArray(links["value"]) ? (links["value"] as unknown[]) : [];
  const all = named.filter((one) => isTree(one) && (one["kind"] === "website" || one["kind"] === "online-community"));
  return isTree(links) && all.length > 0 ? { ...rest, links: { ...links, value: all } } : rest;
}

interface Rolling {
  because: string;
  from: string;
  years: number;
}

function rolled(value: unknown, as: Rolling): unknown {
  const { because, from, years } = as;
  if (typeof value === "string") return moved(value, years);
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => rolled(item, as)).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (!isTree(value)) return value;
  // A line of a text that was true for its own year only.
  if ("thisYear" in value) return rolled(value["otherYears"], as);
  if (value["source"] === "seed")
    return { value: rolled(value["value"], as), source: "assumption", because, statedIn: from };
  const entries = Object.entries(value).map(([key, part]) => [
    key,
    key === "because" || key === "statedIn" ? part : rolled(part, as),
  ]);
  return Object.fromEntries(entries.filter(([key, part]) => key !== "closed" && part !== undefined));
}

/** Moves each academic year in a text (`2020/21`, `2023/2024`) by so many years. */
function moved(words: string, years: number): string {
  return words.replace(
    /\b(20\d\d)\/(20)?(\d\d)\b/g,
    (written, first: string, century: string | undefined, second: string) => {
      if ((Number(first) + 1) % 100 !== Number(second)) return written;
      const start = Number(first) + years;
      return `${start}/${century ?? ""}${String((start + 1) % 100).padStart(2, "0")}`;
    },
  );
}

/**
 * `base` with `differs` laid over it: mappings are merged key by key, null removes, anything else (lists, and a figure
 * as a whole, so that no figure keeps another's source) replaces.
 */
export function overlay(base: Tree, differs: Tree): Tree {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, part] of Object.entries(differs)) {
    const under = merged[key];
    if (part === null) delete merged[key];
    else merged[key] = isTree(part) && isTree(under) && !("source" in part) ? overlay(under, part) : part;
  }
  return merged;
}

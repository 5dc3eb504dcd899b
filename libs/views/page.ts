/** A page of a list: `next` goes back in as `after`; null on the last page. */
export interface Page<T, K> {
  items: T[];
  next: K | null;
}

/** The page of what was found, asked for one row more than `limit`. */
export function page<T, K>(found: T[], limit: number, key: (row: T) => K): Page<T, K> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last !== undefined ? key(last) : null };
}

/**
 * A page of a list with what stands beside it, in one order: `key` says the place of each, and orders it. `beside`: all
 * of it; what lies up to and at `after` was on a page before.
 */
export function pageWith<T, B>(
  { items, next }: Page<T, string>,
  beside: readonly B[],
  { after, limit }: { after?: string | undefined; limit: number },
  key: (one: T | B) => string,
): Page<T | B, string> {
  const more = beside.filter((one) => after === undefined || key(one) > after);
  const all = [...items, ...more].sort((one, other) => (key(one) < key(other) ? -1 : 1));
  const last = all[limit - 1];
  return {
    items: all.slice(0, limit),
    next: (next !== null || all.length > limit) && last !== undefined ? key(last) : null,
  };
}

/** A page of a list by its number, from 1: `total` rows are in the whole list. */
export interface Numbered<T> {
  items: T[];
  total: number;
  page: number;
  pages: number;
}

/** Which page, of so many rows each. */
export interface ByNumber {
  page: number;
  size: number;
}

/** The page that is there: one behind the last is the last. `offset`: how many rows stand before it. */
export function pageThere(
  total: number,
  { page: asked, size }: ByNumber,
): { page: number; pages: number; offset: number } {
  const pages = Math.max(1, Math.ceil(total / size));
  const there = Math.min(Math.max(1, asked), pages);
  return { page: there, pages, offset: (there - 1) * size };
}

/** The same of a list that is at hand as a whole. */
export function numbered<T>(all: readonly T[], asked: ByNumber): Numbered<T> {
  const { page: there, pages, offset } = pageThere(all.length, asked);
  return { items: all.slice(offset, offset + asked.size), total: all.length, page: there, pages };
}

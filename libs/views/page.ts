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

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

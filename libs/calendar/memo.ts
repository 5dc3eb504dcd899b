/** Entries a memo holds before it starts afresh: far above the days of a lifetime, far below trouble. */
const MOST_ENTRIES = 100_000;

/**
 * The value kept under `key`, made by `make` the first time.
 * Empties the memo when it is full, so that a service that runs for months does not grow with what people type.
 */
export function remember<K, V extends {}>(memo: Map<K, V>, key: K, make: () => V): V {
  const known = memo.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (memo.size >= MOST_ENTRIES) memo.clear();
  memo.set(key, made);
  return made;
}

/** The first so many, as sorting all would have them: `primary` alone fits ten thousand. */
export function firstOf<T>(all: readonly T[], most: number, compare: (a: T, b: T) => number): T[] {
  const first: T[] = [];
  for (const one of all) {
    const place = first.findLastIndex((other) => compare(other, one) <= 0) + 1;
    if (place === most) continue;
    first.splice(place, 0, one);
    if (first.length > most) first.pop();
  }
  return first;
}

/**
 * Does `each` with every item in their order, at most `most` of them at a time. Where it answers false, the one who did
 * takes no further item. Rejects as soon as one does.
 */
export async function fewAtOnce<T>(
  items: readonly T[],
  most: number,
  each: (item: T) => Promise<boolean | void>,
): Promise<void> {
  const waiting = [...items];
  const takeNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      if ((await each(next)) === false) return;
  };
  await Promise.all(Array.from({ length: most }, takeNext));
}

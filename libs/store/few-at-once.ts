/**
 * Does `each` with every item in their order, at most `most` of them at a time: each wants a connection of the pool,
 * and others want them too. Where it answers false, the one who did takes no further item. Once one rejects, nobody
 * takes another; it rejects with that when those under way have ended, so that nothing goes on behind its back.
 */
export async function fewAtOnce<T>(
  items: readonly T[],
  most: number,
  each: (item: T) => Promise<boolean | void>,
): Promise<void> {
  const waiting = [...items];
  const failures: unknown[] = [];
  const takeNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && failures.length === 0; next = waiting.shift()) {
      try {
        if ((await each(next)) === false) return;
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: most }, takeNext));
  if (failures.length > 0) throw failures[0];
}

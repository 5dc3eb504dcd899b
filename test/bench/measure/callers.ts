// Callers: so many at once, each with the next thing as soon as the last is done.

/** How many callers there are at once. */
export const CALLERS = 20;

/**
 * Goes on for so many seconds; answers how often, and how long each waited. `one` has the number of what it is to do.
 */
export async function callFor(
  seconds: number,
  one: (no: number) => Promise<void>,
): Promise<{ operations: number; waits: number[] }> {
  const until = performance.now() + seconds * 1_000;
  const waits: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      while (performance.now() < until) {
        const startedAt = performance.now();
        await one(next++);
        waits.push(performance.now() - startedAt);
      }
    }),
  );
  return { operations: waits.length, waits };
}

/** Does all of it, so many at once. */
export async function callAll<T>(
  all: readonly T[],
  one: (each: T) => Promise<unknown>,
  atOnce = CALLERS,
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let each = all[next++]; each !== undefined; each = all[next++]) await one(each);
    }),
  );
}

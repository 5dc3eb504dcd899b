import { describe, expect, it } from "@jest/globals";
import { fewAtOnce } from "./few-at-once.ts";

/** Items that end when they are told to, and which of them are under way. */
function underWay(): {
  each: (item: number) => Promise<boolean>;
  open: Map<number, (ended: Promise<boolean>) => void>;
} {
  const open = new Map<number, (ended: Promise<boolean>) => void>();
  const each = async (item: number): Promise<boolean> =>
    new Promise<boolean>((resolve) => open.set(item, resolve)).finally(() => open.delete(item));
  return { each, open };
}
const turn = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("a few at a time", () => {
  it("takes the next one when one has ended, in their order", async () => {
    const { each, open } = underWay();
    const all = fewAtOnce([1, 2, 3], 2, each);
    expect([...open.keys()]).toEqual([1, 2]);
    open.get(2)?.(Promise.resolve(true));
    await turn();
    expect([...open.keys()]).toEqual([1, 3]);
    for (const end of open.values()) end(Promise.resolve(true));
    await all;
  });

  it("takes no further one where it is told that this is enough; the others go on", async () => {
    const { each, open } = underWay();
    const all = fewAtOnce([1, 2, 3, 4], 2, each);
    open.get(1)?.(Promise.resolve(false));
    await turn();
    expect([...open.keys()]).toEqual([2]);
    open.get(2)?.(Promise.resolve(true));
    await turn();
    expect([...open.keys()]).toEqual([3]);
    open.get(3)?.(Promise.resolve(false));
    await all;
  });

  it("takes no further one once one has failed, and says so when those under way have ended", async () => {
    const { each, open } = underWay();
    let said = "nothing";
    const all = fewAtOnce([1, 2, 3], 2, each).catch((error: Error) => (said = error.message));
    open.get(1)?.(Promise.reject(new Error("PostgreSQL is away")));
    await turn();
    expect([[...open.keys()], said]).toEqual([[2], "nothing"]);
    open.get(2)?.(Promise.resolve(true));
    await all;
    expect([open.size, said]).toEqual([0, "PostgreSQL is away"]);
  });
});

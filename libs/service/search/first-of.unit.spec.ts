import { describe, expect, it } from "@jest/globals";
import { firstOf } from "./first-of.ts";

describe("The first of many", () => {
  const all = Array.from({ length: 500 }, (_, no) => ({ no, far: (no * 7919) % 31 }));
  const nearer = (a: { far: number }, b: { far: number }): number => a.far - b.far;

  it("are those that sorting all would have first, of equals the one that came first", () => {
    for (const most of [0, 1, 20, 499, 500, 900])
      expect(firstOf(all, most, nearer)).toEqual([...all].sort(nearer).slice(0, most));
    expect(firstOf([], 20, nearer)).toEqual([]);
  });
});

import { expect, it } from "@jest/globals";
import { KINDS, planOf } from "./plan.ts";

it("The same seed does the same again, another something else", () => {
  expect(planOf(7, 3)).toEqual(planOf(7, 3));
  expect(planOf(8, 3)).not.toEqual(planOf(7, 3));
});

it("Every kind of fault comes before any comes again, and lasts no longer than it may", () => {
  const steps = planOf(3, 5);
  const first = steps.slice(0, KINDS.length).map(({ kind }) => kind);
  expect(first.toSorted()).toEqual([...KINDS].sort());
  expect(steps.length).toBeGreaterThan(KINDS.length * 3);
  for (const { afterMs, forMs } of steps) expect(Math.max(afterMs, forMs)).toBeLessThanOrEqual(4_000);
});

it("In four rounds each target has had its turn", () => {
  const stopped = planOf(3, 5).filter(({ kind }) => kind === "stopped");
  expect(new Set(stopped.slice(0, 4).map(({ target }) => target)).size).toBe(4);
});

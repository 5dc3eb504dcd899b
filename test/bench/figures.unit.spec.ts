import { describe, expect, it } from "@jest/globals";
import { FIGURE_NAMES, ofPart, rowOf, rowOfFailure, type Figure } from "./figure.ts";
import { FIGURES } from "./figures.ts";
import { interleaved, median, p95, p99, rateOver, turnOf } from "./measure/rounds.ts";
import { optionsOf } from "./options.ts";

describe("the figures of the benchmark", () => {
  it("are those that others compare by, each once", () => {
    expect([...FIGURES.map(({ name }) => name)].sort()).toEqual([...FIGURE_NAMES].sort());
  });

  it("say what they are and what stands beside them", () => {
    for (const { says, besideIs, unit } of FIGURES)
      expect([says, besideIs, unit].every((one) => one !== "")).toBe(true);
  });

  it("are told with a value, its plain alternative, the goal and whether it holds", () => {
    const ratio = figure({ atLeast: 0.65 });
    expect(rowOf(ratio, { value: 0.6512, beside: 101.26, cpu: 41.04 })).toEqual({
      name: "commands",
      value: 0.651,
      unit: "ratio",
      beside: 101,
      cpu: 41,
      goal: 0.65,
      holds: true,
    });
    expect(rowOf(ratio, { value: 0.4, beside: null })).toMatchObject({ beside: null, holds: false });
    expect(rowOf(figure({ atMost: 150 }), { value: 139, beside: 902 })).toMatchObject({ goal: 150, holds: true });
    expect(rowOf(figure({ atMost: 150 }), { value: 151, beside: 902 })).toMatchObject({ value: 151, holds: false });
  });

  it("fall short whatever their value, where something else must hold", () => {
    const row = rowOf(figure({ atLeast: 15 }), { value: 20, beside: 90, fails: "3 answers were 503" });
    expect(row).toMatchObject({ value: 20, holds: false, why: "3 answers were 503" });
  });

  it("say why they have no value, and keep no other from being told", () => {
    expect(rowOfFailure(figure({ atLeast: 1 }), new Error("PostgreSQL is away"))).toEqual({
      name: "commands",
      value: null,
      unit: "ratio",
      beside: null,
      goal: 1,
      holds: false,
      why: "PostgreSQL is away",
    });
  });
});

describe("a goal about the whole country", () => {
  it("does not hold over a part of it, whatever it came to", () => {
    expect(ofPart(10_636)).toEqual({});
    const row = rowOf(figure({ atMost: 8 }), { value: 1, beside: 0.5, ...ofPart(1_000) });
    expect(row).toMatchObject({ value: 1, holds: false, why: "over 1000 schools: the goal is about 10636 (--full)" });
  });
});

describe("rounds", () => {
  it("let each side be the first in every other round, and take the median of their ratios", async () => {
    const order: string[] = [];
    const turn = (side: string, operations: number) => async () => {
      order.push(side);
      return { operations: operations * order.length, seconds: 2, cpuMs: 40 };
    };
    const sides = await interleaved(3, turn("ours", 10), turn("plain", 20));
    expect(order).toEqual(["ours", "plain", "plain", "ours", "ours", "plain"]);
    // Of 10/40, 40/60 and 50/120.
    expect(rateOver(sides)).toMatchObject({ value: 50 / 120, beside: 30, cpu: 1 });
  });

  it("tell the processor of each process that has a name, and of all together", async () => {
    const taken = [
      { api: 10, worker: 100 },
      { api: 14, worker: 120 },
    ];
    const turn = await turnOf(
      () => taken.shift() ?? 0,
      async () => 2,
    );
    expect(turn).toMatchObject({ operations: 2, cpuMs: 24, cpuOf: { api: 4, worker: 20 } });
    const { detail } = rateOver({ ours: [turn], plain: [{ operations: 1, seconds: 1, cpuMs: 5 }] });
    expect(detail).toMatchObject({ cpuOf: { api: 2, worker: 10 }, cpuBeside: 5 });
  });

  it("take the middle, and what 95 or 99 of a hundred do not exceed", () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
    expect(p99(Array.from({ length: 200 }, (_, no) => no + 1))).toBe(198);
    expect(p95(Array.from({ length: 20 }, (_, no) => no + 1))).toBe(19);
    expect(() => median([])).toThrow(/nothing was measured/u);
  });
});

describe("npm run bench", () => {
  it("takes the names of figures, and says which it does not know", () => {
    expect(optionsOf(["--only", "commands,append", "--json"])).toMatchObject({
      only: ["commands", "append"],
      json: true,
    });
    expect(() => optionsOf(["--only", "speed"])).toThrow(/There is no figure speed[^]*Usage/u);
  });

  it("measures with all schools of the country where it is told to", () => {
    expect(optionsOf(["--full"]).scale.journeys).toBe(10_636);
    expect(optionsOf(["--journeys", "20000"]).scale.journeys).toBe(20_000);
    expect(() => optionsOf(["--journeys", "many"])).toThrow(/--journeys/u);
  });
});

function figure(goal: Figure["goal"]): Figure {
  const measure = (): never => {
    throw new Error("it is not measured here");
  };
  return { name: "commands", unit: "ratio", goal, says: "…", besideIs: "…", measure };
}

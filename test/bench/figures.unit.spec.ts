import { describe, expect, it } from "@jest/globals";
import { rowOf, rowOfFailure, type Figure } from "./figure.ts";
import { FIGURES } from "./figures.ts";
import { optionsOf } from "./options.ts";

describe("the figures of the benchmark", () => {
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

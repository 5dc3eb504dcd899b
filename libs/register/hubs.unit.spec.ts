import { describe, expect, it } from "@jest/globals";
import { loadHubs } from "../config/load-hubs.ts";
import { hubNameOf } from "../words/hub-name.ts";
import { hubsFrom } from "./hubs.ts";

const las = (...value: unknown[]) => ({ value, source: "assumption", because: "made up" });

describe("hubs", () => {
  it("as this repository has them: all forty by name, their LAs an assumption or not said", () => {
    const hubs = loadHubs();
    expect(hubs.all).toHaveLength(40);
    expect(hubs.all.map(({ code }) => code)).toEqual(expect.arrayContaining(["great-north", "east-midlands-south"]));
    expect(hubs.all.every(({ las }) => las === null || (las.source === "assumption" && las.because !== ""))).toBe(true);
    expect([hubs.of("kent-and-medway")?.las, hubs.of("nowhere")]).toEqual([null, null]);
    // Letters and pages say the name by the code alone.
    expect(hubs.all.map(({ code }) => hubNameOf(code))).toEqual(hubs.all.map(({ name }) => name));
    expect([hubs.ofLa("391")?.code, hubs.ofLa("856")?.code, hubs.ofLa("999"), hubs.ofLa(null)]).toEqual([
      "great-north",
      "east-midlands-south",
      null,
      null,
    ]);
  });

  it.each<[string, unknown, RegExp]>([
    ["nothing", null, /names no hub/u],
    ["a code that is none", { "Great North": { name: "Great North", las: las("391") } }, /not kebab-case/u],
    ["an LA that is none", { north: { name: "North", las: las(391, "39") } }, /391 is no LA code.*"39" is no LA code/u],
    [
      "an LA of two hubs",
      { north: { name: "North", las: las("391") }, south: { name: "South", las: las("391") } },
      /south: LA 391 is of north already/u,
    ],
    ["an LA named twice", { north: { name: "North", las: las("391", "391") } }, /named twice/u],
    [
      "what is missing or unknown",
      { north: { region: "x", las: { value: [] } } },
      /"region" is not one of.*name is missing.*list of LA codes.*seed or assumption.*because/u,
    ],
  ])("are refused: %s", (_, content, says) => expect(() => hubsFrom(content)).toThrow(says));
});

import { describe, expect, it } from "@jest/globals";
import { loopsIn, SUCCESSION_TYPES, successionOf, successions, type Succession } from "./succession.ts";

/**
 * `1 Successor 2` per line, and what the register says of those that are not closed: `o` open, `p` proposed to open,
 * `?` unknown.
 */
function after(lines: string, standing: Record<string, "o" | "p" | "?"> = {}) {
  const links = lines
    .split("\n")
    .map((line) => /^(\d+) (.*) (\d+)$/u.exec(line.trim()))
    .filter((match) => match !== null)
    .map(([, urn = "", type = "", linkUrn = ""]) => ({ urn, type, linkUrn, establishedOn: null }));
  const all = successions(links);
  const standingOf = (urn: string) => {
    const is = standing[urn];
    return is === "?"
      ? undefined
      : { open: is === "o", status: is === "p" ? "Proposed to open" : is === "o" ? "Open" : "Closed" };
  };
  return {
    loops: loopsIn(all),
    of: (urn: string): Succession => successionOf(urn, all, new Set(loopsIn(all).flat()), standingOf),
  };
}
const moves = (urn: string): Succession => ({ moves: urn, why: null, successors: [urn] });
const asks = (why: string, ...successors: string[]) => ({ moves: null, why, successors });

describe("a closed school is followed", () => {
  it.each(["1 Successor 2", "2 Predecessor 1", "1 Successor 2\n2 Predecessor 1"])(
    "from whichever side it stands: %j",
    (lines) => {
      expect(after(lines, { 2: "o" }).of("1")).toEqual(moves("2"));
    },
  );

  it("through a chain of closed ones, however long", () => {
    expect(after("1 Successor 2\n3 Predecessor 2\n3 Successor 4", { 4: "o" }).of("1")).toEqual(moves("4"));
    const long = Array.from({ length: 20_000 }, (_, index) => `${index} Successor ${index + 1}`).join("\n");
    expect(after(long, { 20000: "o" }).of("0")).toEqual(moves("20000"));
  });

  it("by one school where two ways lead to it", () => {
    expect(after("1 Successor 2\n1 Successor 3\n2 Successor 4\n3 Successor 4", { 4: "o" }).of("1")).toEqual(moves("4"));
  });

  it("no further than the first that is open", () => {
    expect(after("1 Successor 2\n2 Successor 3", { 2: "o", 3: "o" }).of("1")).toEqual(moves("2"));
  });

  it.each([
    "Expansion",
    "Closure",
    "Result of Amalgamation",
    "Merged - expansion in school capacity and changer in age range",
    "Sixth Form Centre Link",
    "Sixth Form Centre School",
    "Other",
  ])("not by a link of type %s", (type) =>
    expect(after(`1 ${type} 2`, { 2: "o" }).of("1")).toEqual(asks("no-successor")),
  );
});

describe("the hub is asked", () => {
  it.each([
    ["amalgamated", "amalgamated"],
    ["merged", "merged"],
    ["Split School", "split"],
  ])("about “Successor - %s”, from either side", (ending, why) => {
    expect(after(`1 Successor - ${ending} 2`, { 2: "o" }).of("1")).toEqual(asks(why, "2"));
    expect(after(`1 Successor 2\n2 Predecessor - ${ending} 1`, { 2: "o" }).of("1")).toEqual(asks(why, "2"));
  });

  it("where a merger stands further on", () => {
    expect(after("1 Successor 2\n2 Successor - merged 3", { 3: "o" }).of("1")).toEqual(asks("merged", "3"));
  });

  it("about several open successors", () => {
    expect(after("1 Successor 2\n1 Successor 3", { 2: "o", 3: "o" }).of("1")).toEqual(
      asks("several-successors", "2", "3"),
    );
  });

  it("about one that has yet to open, and about none", () => {
    expect(after("1 Successor 2", { 2: "p" }).of("1")).toEqual(asks("not-yet-open", "2"));
    expect(after("1 Successor 2").of("1")).toEqual(asks("no-successor"));
    expect(after("").of("1")).toEqual(asks("no-successor"));
  });
});

describe("what the register does not resolve", () => {
  it("is a URN it does not know, also beside an open one", () => {
    expect(after("1 Successor 2\n1 Successor 3", { 2: "o", 3: "?" }).of("1")).toEqual(asks("unresolved", "3"));
  });

  it("is a loop, whoever is in it and whatever else leads on", () => {
    expect(after("1 Successor 2\n2 Successor 1").of("1")).toEqual(asks("loop", "2"));
    expect(after("1 Successor 2\n2 Successor 3\n3 Successor 2\n3 Successor 4", { 4: "o" }).of("1")).toMatchObject(
      asks("loop", "2", "3", "4"),
    );
    expect(after("1 Successor 1\n1 Successor 2", { 2: "o" }).of("1")).toMatchObject({ moves: null, why: "loop" });
    expect(after("1 Successor 2\n2 Successor 1", { 2: "o" }).of("1")).toMatchObject({ moves: null, why: "loop" });
  });
});

it("finds every loop once, and no chain", () => {
  expect(
    after(
      "1 Successor 2\n2 Successor 3\n3 Successor 1\n3 Successor 4\n0 Successor 1\n5 Successor 6\n7 " +
        "Predecessor 6\n8 Successor 8\n9 Successor 10\n10 Successor 9",
    ).loops,
  ).toEqual([["1", "2", "3"], ["10", "9"], ["8"]]);
  expect(after("1 Successor 2\n2 Successor 3\n1 Successor 3").loops).toEqual([]);
});

it("knows the eight types of succession", () => {
  expect(SUCCESSION_TYPES).toEqual([
    "Successor",
    "Successor - amalgamated",
    "Successor - merged",
    "Successor - Split School",
    "Predecessor",
    "Predecessor - amalgamated",
    "Predecessor - merged",
    "Predecessor - Split School",
  ]);
});

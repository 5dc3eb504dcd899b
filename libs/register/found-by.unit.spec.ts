import { expect, it } from "@jest/globals";
import { distance, distanceFrom, NOT_FOUND, slipsBetween, wordsIn } from "./found-by.ts";

const far = (asked: string, text: string): number => distance(wordsIn(asked), wordsIn(text));

it.each([
  ["mary", "St Mary's Primary School"],
  ["St. Marys", "St Mary's Primary School"],
  ["saint mary", "St Mary’s Primary School"],
  ["ZOE", "Zoë Example"],
  ["example ada", "Ada Example"],
  ["AB1 2CD", "Hill School ab1 2cd"],
])("%s is found in %s as it stands, or as it begins", (asked, text) => {
  expect(far(asked, text)).toBeLessThanOrEqual(1);
});

it.each([
  ["exmaple", "Ada Example"],
  ["Exampel", "Ada Example"],
  ["Thomson", "Ben Thompson"],
  ["Quibbelwort", "Hillside Quibbleworth School"],
])("%s is %s but for a slip, and stands behind what fits", (asked, text) => {
  expect(far(asked, text)).toBeGreaterThan(1);
  expect(far(asked, text)).toBeLessThan(NOT_FOUND);
});

it.each([
  ["ada nobody", "Ada Example"],
  ["bob", "Rob Example"],
  ["100041", "100042"],
  ["thomas", "Ada Example"],
])("%s is not in %s", (asked, text) => {
  expect(far(asked, text)).toBe(NOT_FOUND);
});

it("a name that stands is nearer than one that begins so, and that nearer than a slip", () => {
  const found = ["Anne Marsh", "Anna Marshall", "Anne Narsh"].map((name) => far("anne marsh", name));
  expect(found[0]).toBe(0);
  expect([...found].sort((one, other) => one - other)).toEqual([found[0], found[2], found[1]].sort((a, b) => a! - b!));
});

it("many texts are as far from what is asked as each of them alone, however often a word comes", () => {
  const texts = ["Ada Example", "Ada Exampel", "Exampel School", "Adam Example", "Bob Other", "Ada Exampel"].map(
    wordsIn,
  );
  for (const asked of ["ada example", "exmaple", "adam", "exampel ada", "example example", "exampel exumpl"].map(
    wordsIn,
  )) {
    const from = distanceFrom(asked);
    expect(texts.map(from)).toEqual(texts.map((text) => distance(asked, text)));
  }
});

it("two letters changed about are one slip; more than are asked for are only more", () => {
  expect([slipsBetween("hedy", "heyd", 2), slipsBetween("abcdef", "uvwxyz", 2)]).toEqual([1, 3]);
});

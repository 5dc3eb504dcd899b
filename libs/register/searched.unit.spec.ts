import { describe, expect, it } from "@jest/globals";
import { patternsOf, searched, searchedSchool } from "./searched.ts";

describe("a name is searched by one spelling of all of these:", () => {
  it.each([
    ["st marys primary school", ["St Mary's Primary School", "ST MARY’S PRIMARY SCHOOL", "Saint Marys Primary School"]],
    [
      "st marys primary school",
      ["St. Mary‘s  Primary-School", "saint maryʼs primary school", "St\u00A0Mary\u200B's Primary School"],
    ],
    ["fierte academy", ["Fierté Academy", "Fierte\u0301 Academy", "FIERTE ACADEMY"]],
    ["bacon & eggs academy", ["Bacon & Eggs Academy", "bacon and eggs academy", "Bacon&Eggs Academy"]],
    ["sts peter & paul ce va school", ["SS Peter and Paul C.E. V.A. School", "Saints Peter & Paul CE VA School"]],
    ["strasse aether", ["Straße Æther"]],
    ["", ["", " ", "—", "’", "\u200B"]],
  ])("%s", (one, all) => {
    expect(all.map(searched)).toEqual(all.map(() => one));
  });

  it("but what differs in a letter stays apart, and what is inside a word is no saint", () => {
    expect(searched("Sainte Foy")).toBe("sainte foy");
    expect(searched("Andover")).toBe("andover");
    expect(searched("school ½")).toBe("school 1 2");
  });

  it("searched twice it is the same", () => {
    for (const name of ["St Mary’s & Saint John", "Fierté – École “Zoë” Primary", "SS. Peter and Paul"])
      expect(searched(searched(name))).toBe(searched(name));
  });
});

it("a school is found by its URN and its postcode too, and by parts of words", () => {
  const stored = searchedSchool({ urn: "910101", name: "St Mary’s", postcode: "NE1  1AA" });
  expect(stored).toBe(" st marys 910101 ne1 1aa ne11aa");
  expect(searchedSchool({ urn: "910101", name: "X", postcode: null })).toBe(" x 910101");
  expect(patternsOf("Saint MARY’s")).toEqual({ starts: ["% st%", "% marys%"], within: ["%st%", "%marys%"] });
  expect(patternsOf("%_’")).toEqual({ starts: [], within: [] });
});

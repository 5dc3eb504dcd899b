import { describe, expect, it } from "@jest/globals";
import { calledBy, GROUP_NAME, groupNameOf } from "./group-name.ts";

describe("A Work Group is called", () => {
  it.each([
    ["north-readiness-1", "North Readiness 1"],
    ["great-north-2021-22-primary-embedding-1", "Great North Primary Embedding 1, 2021/22"],
    ["great-north-2020-21-primary-readiness-north-1", "Great North Primary Readiness North 1, 2020/21"],
    ["kent-and-medway-development-3", "Kent and Medway Development 3"],
    ["2020-21", "Work Group, 2020/21"],
    ["1", "1"],
  ])("by the words of its id, where its hub has given it no name: %s", (id, name) => {
    expect(groupNameOf(id)).toBe(name);
  });

  it("as its hub says, once it has said so", () => {
    const called = calledBy(new Map([["north-readiness-1", "Riverside schools"]]));
    expect(["north-readiness-1", "north-readiness-2"].map(called)).toEqual(["Riverside schools", "North Readiness 2"]);
  });

  it("by words, never by a mark of programs", () => {
    const takes = ["North 1", "St Cuthbert’s & friends (east)"].map((name) => GROUP_NAME.test(name));
    const leaves = ["", "12", "<b>", "@home", "north_1", "a\nb"].map((name) => GROUP_NAME.test(name));
    expect([takes, leaves]).toEqual([[true, true], Array(6).fill(false)]);
  });
});

import { describe, expect, it } from "@jest/globals";
import { fundingOf, isOpen, isSection41, isSpecial, phaseOf, phasesOf, statusOf } from "./register-school.ts";

describe("the phases of a school", () => {
  it.each([
    ["Nursery", []],
    ["Primary", ["primary"]],
    ["Middle deemed primary", ["primary"]],
    ["Secondary", ["secondary"]],
    ["Middle deemed secondary", ["secondary"]],
    ["All-through", ["primary", "secondary"]],
    ["16 plus", []],
    ["Not applicable", []],
  ])("%s: %j", (name, phases) => {
    expect(phaseOf(null, name)).toBe(name);
    expect(phasesOf(name, null)).toEqual(phases);
  });

  it("are spelt in the register’s way, whatever case they came in, and nothing else is one", () => {
    expect([
      phaseOf(null, "ALL-THROUGH"),
      phaseOf("", "middle Deemed primary"),
      phaseOf(null, "Junior"),
      phaseOf(null, ""),
    ]).toEqual(["All-through", "Middle deemed primary", undefined, undefined]);
  });
});

describe("a code goes before a name, which was spelt otherwise before", () => {
  it.each([
    ["7", "All through", "All-through"],
    ["07", "", "All-through"],
    ["0", "constructor", "Not applicable"],
    ["", "All through", "All-through"],
    ["99", "Primary", "Primary"],
    ["constructor", "__proto__", undefined],
    ["4", "Primary", "Secondary"],
  ])("of a phase: %j %j", (code, name, phase) => expect(phaseOf(code, name)).toBe(phase));

  it("of a status and of a type", () => {
    expect([statusOf("4", "To be opened"), statusOf("2", null), statusOf(null, "toString")]).toEqual([
      "Proposed to open",
      "Closed",
      undefined,
    ]);
    expect([fundingOf("11", "Independent school"), fundingOf("47", "x"), fundingOf("01", "Community")]).toEqual([
      "independent",
      null,
      "state",
    ]);
  });
});

it.each([
  [4, 11, ["primary"]],
  [3, 7, ["primary"]],
  [11, 16, ["secondary"]],
  [11, 19, ["secondary"]],
  [2, 19, ["primary", "secondary"]],
  [5, 16, ["primary", "secondary"]],
  [2, 5, []],
  [16, 19, []],
  [18, 99, []],
])("a special school of ages %d to %d belongs where it teaches two years or more", (low, high, phases) => {
  expect(phasesOf("Not applicable", { low, high })).toEqual(phases);
  // Of a school whose phase applies, the ages change nothing.
  expect(phasesOf("Secondary", { low, high })).toEqual(["secondary"]);
});

it("knows special schools by their type", () => {
  const special = ["Community special school", "Free schools special", "Academy special converter"];
  expect([...special, "Other independent special school"].map(isSpecial)).toEqual([true, true, true, true]);
  const others = ["Community school", "Special post 16 institution", "Pupil referral unit", "Free schools"];
  expect(others.map(isSpecial)).toEqual([false, false, false, false]);
});

describe("who pays for a school", () => {
  it.each(["Other independent school", "Other independent special school"])("%s: itself", (type) =>
    expect(fundingOf(null, type)).toBe("independent"),
  );

  it.each([
    "British schools overseas",
    "Offshore schools",
    "Service children's education",
    "Welsh establishment",
    "Children's centre",
    "Children's centre linked site",
    "Further education",
    "Higher education institutions",
    "Miscellaneous",
    "Online provider",
    "Secure units",
    "Special post 16 institution",
    "Sixth form centres",
    "Institution funded by other government department",
    "Children’s centre",
  ])("%s: no school for these programmes", (type) => expect(fundingOf(null, type)).toBeNull());

  it.each([
    "Community school",
    "Voluntary aided school",
    "Voluntary controlled school",
    "Foundation school",
    "Academy converter",
    "Academy sponsor led",
    "Free schools",
    "Free schools special",
    "Studio schools",
    "University technical college",
    "City technology college",
    "Community special school",
    "Foundation special school",
    "Academy special converter",
    "Pupil referral unit",
    "Academy alternative provision converter",
    "Non-maintained special school",
    "Local authority nursery school",
  ])("%s: the state", (type) => expect(fundingOf(null, type)).toBe("state"));

  it("is for the hub to decide where section 41 is approved", () => {
    expect(["Approved", "approved", "Not approved", "Not applicable", null].map(isSection41)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

it("a school is open until it has closed, and not before it has opened", () => {
  const statuses = ["Open", "Open, but proposed to close", "Proposed to open", "Closed"];
  expect(statuses.map(isOpen)).toEqual([true, true, false, false]);
  expect([...statuses, "open, But proposed to close", "Dormant", ""].map((name) => statusOf(null, name))).toEqual([
    ...statuses,
    "Open, but proposed to close",
    undefined,
    undefined,
  ]);
});

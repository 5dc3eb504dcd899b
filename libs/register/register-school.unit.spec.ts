import { describe, expect, it } from "@jest/globals";
import { fundingOf, isOpen, isSection41, phaseNamed, phasesOf, statusNamed } from "./register-school.ts";

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
    expect(phaseNamed(name)).toBe(name);
    expect(phasesOf(name)).toEqual(phases);
  });

  it("are spelt in the register’s way, whatever case they came in, and nothing else is one", () => {
    expect([
      phaseNamed("ALL-THROUGH"),
      phaseNamed("middle Deemed primary"),
      phaseNamed("Junior"),
      phaseNamed(""),
    ]).toEqual(["All-through", "Middle deemed primary", undefined, undefined]);
  });
});

describe("who pays for a school", () => {
  it.each(["Other independent school", "Other independent special school"])("%s: itself", (type) =>
    expect(fundingOf(type)).toBe("independent"),
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
  ])("%s: no school for these programmes", (type) => expect(fundingOf(type)).toBeNull());

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
  ])("%s: the state", (type) => expect(fundingOf(type)).toBe("state"));

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
  expect([...statuses, "open, But proposed to close", "Dormant", ""].map(statusNamed)).toEqual([
    ...statuses,
    "Open, but proposed to close",
    undefined,
    undefined,
  ]);
});

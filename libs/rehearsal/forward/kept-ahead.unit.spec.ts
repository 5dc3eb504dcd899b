import { describe, expect, it } from "@jest/globals";
import { ENGLAND } from "../../calendar/terms.ts";
import { catalogueOfTests } from "../../../test/support/catalogue.ts";
import { NOTHING } from "../../journey/evolve.ts";
import type { Rules } from "../../journey/rules.ts";
import type { Journey } from "../../journey/state.ts";
import { KeptAhead, type Stretch } from "./kept-ahead.ts";

const rules: Rules = { catalogue: catalogueOfTests(), calendar: ENGLAND };
const atHand = {};
const asked: Stretch = { from: "2027-01-08T16:00:00Z", until: "2027-02-08T23:59:59Z", atHand };
const FIRST = "2027-01-11T09:00:00Z";

/** How often it was looked for, by whoever asks one after the other. */
function foundTimes(
  first: string | null,
  ...all: { rules?: Rules; stretch?: Partial<Stretch>; state?: Journey }[]
): number {
  const kept = new KeptAhead<string>();
  const state: Journey = { ...NOTHING };
  let times = 0;
  for (const one of [{}, ...all])
    kept.of(one.state ?? state, one.rules ?? rules, { ...asked, ...one.stretch }, () => {
      times++;
      return { first, found: "found" };
    });
  return times;
}

describe("What lies ahead of a state", () => {
  it("is found once, until something of it is due", () => {
    expect(foundTimes(FIRST, { stretch: { from: "2027-01-11T08:59:59Z" } })).toBe(1);
    expect(foundTimes(FIRST, { stretch: { from: FIRST } })).toBe(2);
    expect(foundTimes(null, { stretch: { from: "2027-02-01T00:00:00Z" } })).toBe(1);
  });

  it("is found anew for who looks further, or from before", () => {
    expect(foundTimes(FIRST, { stretch: { until: "2027-01-15T00:00:00Z" } })).toBe(1);
    expect(foundTimes(FIRST, { stretch: { until: "2027-02-09T00:00:00Z" } })).toBe(2);
    expect(foundTimes(FIRST, { stretch: { from: "2027-01-08T15:59:59Z" } })).toBe(2);
  });

  it("is found anew by other rules, for another state, and when its groups stand otherwise", () => {
    expect(foundTimes(FIRST, { rules: { ...rules } })).toBe(1);
    expect(foundTimes(FIRST, { rules: { ...rules, catalogueOf: () => rules.catalogue } })).toBe(2);
    expect(foundTimes(FIRST, { rules: { ...rules, calendarOf: () => ENGLAND } })).toBe(2);
    expect(foundTimes(FIRST, { stretch: { atHand: {} } })).toBe(2);
    expect(foundTimes(FIRST, { state: { ...NOTHING } })).toBe(2);
  });
});

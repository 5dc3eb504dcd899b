import { describe, expect, it } from "@jest/globals";
import { parseWhen } from "../../calendar/instants.ts";
import { ENGLAND } from "../../calendar/terms.ts";
import { withPolicy, type Policy } from "../../prospectus/catalogue.ts";
import {
  applied,
  begun,
  nothing,
  offered,
  placed,
  RULES,
  SECONDARY_DEVELOPMENT,
  type Past,
} from "../../../test/support/journey.ts";
import { compare, NOTHING_COMPARED } from "./what-if.ts";

const wonder = (past: Past, policy: Policy, from: string, until: string) =>
  compare(
    NOTHING_COMPARED,
    { journey: "j-1", state: past.state },
    RULES,
    { ...RULES, catalogue: withPolicy(RULES.catalogue, policy) },
    { from: parseWhen(from), until: parseWhen(until, "end") },
  );

describe("A what-if", () => {
  it("counts what another grant would cost the years that are still to begin", () => {
    const { now, then, changed } = wonder(
      placed(SECONDARY_DEVELOPMENT),
      { [SECONDARY_DEVELOPMENT]: { grant: 1500 } },
      "2020-07-01",
      "2021-08-31",
    );
    expect([now.grants, now.grantsPence, then.grants, then.grantsPence]).toEqual([1, 200_000, 1, 150_000]);
    expect(changed).toEqual([{ journey: "j-1", hub: "great-north", by: { grantsPence: -50_000 } }]);
  });
  it("a year that has begun keeps the figures it began with", () => {
    const { now, then, changed } = wonder(
      begun(SECONDARY_DEVELOPMENT),
      { [SECONDARY_DEVELOPMENT]: { grant: 1500, graceDays: 90 } },
      "2020-09-01",
      "2021-08-31",
    );
    expect(then).toEqual(now);
    expect(changed).toEqual([]);
  });
  it("a longer grace means fewer escalations before Christmas", () => {
    const { now, then } = wonder(
      placed(),
      { "2020-21/primary-readiness": { graceDays: 30 } },
      "2020-07-01",
      "2020-12-31",
    );
    expect(now.escalations).toBeGreaterThan(then.escalations);
    expect(then.missed).toBe(now.missed);
  });
  it("adds journeys up; one that is not begun is none, one that waits for a person brings nothing", () => {
    const rest = [NOTHING_COMPARED, nothing, applied(), offered()].slice(1) as Past[];
    const all = rest.reduce(
      (sum, past, number) =>
        compare(sum, { journey: `j-${number}`, state: past.state }, RULES, RULES, {
          from: parseWhen("2020-06-03T10:00"),
          until: parseWhen("2020-12-31"),
        }),
      NOTHING_COMPARED,
    );
    expect(all.now).toMatchObject({ journeys: 2, lapsed: 1, reminders: 0 });
    expect(all.then).toEqual(all.now);
  });
});

describe("A second future", () => {
  /** How many moments were decided on, in one future or in both. */
  function moments(past: Past, policy: Policy): number {
    let decided = 0;
    const calendarOf = (): typeof ENGLAND => {
      decided += 1;
      return ENGLAND;
    };
    const rules = { ...RULES, calendarOf };
    const supposed = { ...rules, catalogue: withPolicy(RULES.catalogue, policy) };
    const stretch = { from: parseWhen("2020-07-01"), until: parseWhen("2021-08-31", "end") };
    compare(NOTHING_COMPARED, { journey: "j-1", state: past.state }, rules, supposed, stretch);
    return decided;
  }
  it("is lived only where the first asks for a page that is another in it", () => {
    const past = placed(SECONDARY_DEVELOPMENT);
    const one = moments(past, { "2024-25/primary-development": { grant: 1500 } });
    expect(one).toBeGreaterThan(2);
    expect(moments(past, { [SECONDARY_DEVELOPMENT]: { grant: 1500 } })).toBe(2 * one);
  });
});

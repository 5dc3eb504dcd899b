// What-if figures by prospectus id.

import { describe, expect, it } from "@jest/globals";
import { lazyCatalogue } from "../config/load-catalogue.ts";
import { CatalogueFault, withPolicy, type Policy } from "./catalogue.ts";
import type { Prospectus } from "./prospectus.ts";

const catalogue = lazyCatalogue();
const DEVELOPMENT = "2021-22/primary-development";
const READINESS = "2020-21/primary-readiness";

function supposing(id: string, figures: Record<string, number>): Prospectus {
  const prospectus = withPolicy(catalogue, { [id]: figures }).get(id);
  if (!prospectus) throw new Error(`no ${id}`);
  return prospectus;
}

describe("a what-if", () => {
  const supposed = (value: unknown): object => ({ value, source: "assumption", because: "what-if" });

  it("gives another grant, in pounds, or none, or one where there was none", () => {
    expect(supposing(DEVELOPMENT, { grant: 1500 }).grant).toEqual({
      amountPence: supposed(150_000),
      purpose: "towards releasing teachers",
    });
    expect(supposing(DEVELOPMENT, { grant: 1234.56 }).grant?.amountPence.value).toBe(123_456);
    expect(supposing(DEVELOPMENT, { grant: 0 }).grant).toBeNull();
    expect(supposing(READINESS, { grant: 500 }).grant?.amountPence).toEqual(supposed(50_000));
  });

  it("gives other days of offer and escalation", () => {
    const changed = supposing(READINESS, { offerDays: 14, graceDays: 0, toHeadteacherDays: 3, toHubLeadDays: 4 });
    expect(changed.offerDays).toEqual(supposed(14));
    expect(changed.escalation).toEqual({
      graceDays: supposed(0),
      toHeadteacherDays: supposed(3),
      toHubLeadDays: supposed(4),
    });
  });

  it("gives another limit of words, size of group and days of release", () => {
    expect(supposing(READINESS, { reasonsMostWords: 100 }).application.reasonsMostWords).toEqual(supposed(100));
    expect(supposing(READINESS, { groupMost: 1 }).groupSize).toEqual({ least: supposed(1), most: supposed(1) });
    expect(supposing("2024-25/primary-development", { groupMost: 9 }).groupSize).toMatchObject({
      least: { value: 6, source: "seed" },
      most: { value: 9 },
    });
    expect(supposing(DEVELOPMENT, { releaseDays: 12 }).commitments.releaseDays?.days).toEqual(supposed(12));
    expect(supposing(DEVELOPMENT, { releaseDays: 0 }).commitments.releaseDays).toBeNull();
    expect(supposing(READINESS, { releaseDays: 2 }).commitments.releaseDays?.days).toEqual(supposed(2));
  });

  it("changes what it names and nothing else, whichever way it is found", () => {
    const changed = withPolicy(catalogue, { [DEVELOPMENT]: { grant: 1500 } });
    const readiness = catalogue.get(READINESS);
    if (!readiness) throw new Error("not found");
    expect(changed.get(READINESS)).toBe(readiness);
    expect(changed.next(readiness, "development")).toBe(changed.get(DEVELOPMENT));
    expect(changed.of("2021/22", "primary", "development")?.grant?.amountPence.value).toBe(150_000);
    expect(
      changed
        .all()
        .filter(({ id, grant }) => grant?.amountPence.value !== catalogue.get(id)?.grant?.amountPence.value)
        .map(({ id }) => id),
    ).toEqual([DEVELOPMENT]);
    expect(catalogue.get(DEVELOPMENT)?.grant?.amountPence.value).toBe(100_000);
    expect(Object.isFrozen(changed.get(DEVELOPMENT)?.grant)).toBe(true);
    expect(changed.get("2019-20/primary-readiness")).toBeNull();
  });

  it("names each unknown prospectus, unknown figure and impossible value by its path", () => {
    const policy: Policy = {
      "1999-00/primary-readiness": { grant: 1 },
      [READINESS]: { colour: 1, toString: 1, grant: -1, offerDays: 1.5, graceDays: Number.NaN, groupMost: 0 },
      [DEVELOPMENT]: { grant: 0.001 },
    };
    try {
      withPolicy(catalogue, policy);
      throw new Error("was accepted");
    } catch (error) {
      if (!(error instanceof CatalogueFault)) throw error;
      expect(error.faults.map(({ path }) => path)).toEqual([
        "policy.1999-00/primary-readiness",
        ...["colour", "toString", "grant", "offerDays", "graceDays", "groupMost"].map(
          (name) => `policy.${READINESS}.${name}`,
        ),
        `policy.${DEVELOPMENT}.grant`,
      ]);
      expect(error.message).toMatch(/colour: unknown figure; known: grant, offerDays, .*graceDays/);
    }
  });
});

import { describe, expect, it } from "@jest/globals";
import { limitsOf, RETENTION } from "./retention.ts";

describe("how long personal data is kept", () => {
  it("is counted in whole days of London, back from today", () => {
    expect(limitsOf(RETENTION, "2027-07-01T12:00:00Z")).toEqual({
      over: "2021-06-30T23:00:00Z",
      unclaimed: "2027-04-01T23:00:00Z",
    });
    expect(limitsOf(RETENTION, "2027-06-30T23:30:00Z")).toEqual(limitsOf(RETENTION, "2027-07-01T22:59:59Z"));
  });

  it("knows leap days", () => {
    expect(limitsOf({ ...RETENTION, years: 5 }, "2028-02-29T12:00:00Z").over).toBe("2023-02-28T00:00:00Z");
    expect(limitsOf({ ...RETENTION, years: 4 }, "2028-02-29T12:00:00Z").over).toBe("2024-02-29T00:00:00Z");
  });

  it("is an assumption, and says so; what is under way is never over", () => {
    expect([RETENTION.years, RETENTION.source]).toEqual([6, "assumption"]);
    for (const status of [
      "applied",
      "information-requested",
      "waitlisted",
      "offered",
      "accepted",
      "participating",
      "paused",
    ] as const) {
      expect(RETENTION.over).not.toContain(status);
    }
  });
});

import { describe, expect, it } from "@jest/globals";
import { claimsOf, NoAccess, principalFromClaims, ROLES, whatIsMissing } from "./principal.ts";

describe("who signs in", () => {
  it("is what the claims say, and nothing that the role is not held for", () => {
    const all = {
      sub: "p-1",
      hub: "great-north",
      urns: ["100001", "100001"],
      work_groups: ["wg-1"],
      email: "ada@example.org",
    };
    expect(principalFromClaims({ ...all, role: "hub-lead" })).toEqual({
      who: "p-1",
      role: "hub-lead",
      hub: "great-north",
      urns: [],
      workGroups: [],
    });
    expect(principalFromClaims({ ...all, role: "work-group-lead" })).toEqual({
      who: "p-1",
      role: "work-group-lead",
      hub: "great-north",
      urns: [],
      workGroups: ["wg-1"],
    });
    expect(principalFromClaims({ ...all, role: "school-contact" })).toEqual({
      who: "p-1",
      role: "school-contact",
      hub: null,
      urns: ["100001"],
      workGroups: [],
    });
    expect(principalFromClaims({ ...all, role: "auditor" })).toEqual({
      who: "p-1",
      role: "auditor",
      hub: null,
      urns: [],
      workGroups: [],
    });
  });

  it("is written as claims and read again the same", () => {
    for (const role of ROLES) {
      const principal = principalFromClaims({
        sub: `${role}.x`,
        role,
        hub: "great-north",
        urns: ["100001"],
        work_groups: ["wg-1"],
      });
      expect(principalFromClaims({ ...claimsOf(principal) })).toEqual(principal);
    }
  });

  it.each([
    { role: "hub-lead", sub: "ada@example.org" },
    { role: "hub-lead" },
    { role: "hub-lead", sub: "" },
    { role: "hub-lead", sub: "x".repeat(129) },
    { role: "service", sub: "p" },
    { role: "HUB-LEAD", sub: "p" },
    { sub: "p" },
    { role: ["hub-lead"], sub: "p" },
    { role: "hub-lead", sub: "p", hub: "Great North" },
    { role: "hub-lead", sub: "p", hub: ["great-north"] },
    { role: "school-contact", sub: "p", urns: "100001" },
    { role: "school-contact", sub: "p", urns: [100001] },
    { role: "work-group-lead", sub: "p", work_groups: ["a b"] },
  ])("is nobody for %j", (claims) => {
    expect(() => principalFromClaims(claims)).toThrow(NoAccess);
  });

  it("sees nothing with a role that is held for nothing", () => {
    const without = ROLES.filter((role) => whatIsMissing(principalFromClaims({ sub: "p", role })) !== null);
    expect(without).toEqual(["hub-coordinator", "hub-lead", "work-group-lead", "finance-officer", "school-contact"]);
  });
});

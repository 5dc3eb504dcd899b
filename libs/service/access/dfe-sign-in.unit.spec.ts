import { describe, expect, it } from "@jest/globals";
import { readDfeOrganisations } from "../../config/dfe-organisations.ts";
import { principalFromDfe } from "./dfe-sign-in.ts";
import { principalOf } from "./claims.ts";

const SUB = "3AC4A26E-4F3C-4E0B-9A51-7C1F0AA0D0F1";
const organisations = readDfeOrganisations({
  hubs: { "great-north": ["urn:100005"], "far-south": ["uid:1234"] },
  workGroupLeads: { "great-north": ["urn:100007"] },
  national: ["id:NATIONAL"],
});
const school = {
  id: "ORG-1",
  name: "Example Primary School",
  category: { id: "001", name: "Establishment" },
  type: { id: "01", name: "Community School" },
  urn: "100001",
  uid: null,
  ukprn: "10000001",
  establishmentNumber: "2001",
  status: { id: 1, name: "Open" },
};
const trust = {
  id: "ORG-2",
  name: "Example Trust",
  category: { id: "010", name: "Multi-Academy Trust" },
  urn: null,
  uid: "1234",
  ukprn: null,
};
const roles = (...codes: string[]) =>
  codes.map((code) => ({ id: "R", name: code, code, numericId: "1", status: { id: 1 } }));

describe("a sign-in of DfE Sign-in", () => {
  it("for a school is its contact", () => {
    expect(principalFromDfe({ sub: SUB, organisation: school, roles: roles("school-contact") }, organisations)).toEqual(
      { who: SUB, role: "school-contact", hub: null, urns: ["100001"], workGroups: [] },
    );
  });

  it("for the school or the trust that leads a hub is of that hub", () => {
    expect(
      principalFromDfe(
        { sub: SUB, organisation: { ...school, urn: "100005" }, roles: roles("hub-coordinator") },
        organisations,
      ),
    ).toEqual({ who: SUB, role: "hub-coordinator", hub: "great-north", urns: [], workGroups: [] });
    expect(
      principalFromDfe({ sub: SUB, organisation: trust, roles: roles("finance-officer") }, organisations),
    ).toMatchObject({ hub: "far-south" });
    expect(
      principalFromDfe({ sub: SUB, organisation: trust, roles: ["work-group-lead"] }, organisations),
    ).toMatchObject({ role: "work-group-lead", workGroups: [] });
  });

  it("for a school whose specialist leads groups of a hub gives that role there, and no other of the hub’s", () => {
    const there = { ...school, urn: "100007" };
    expect(principalFromDfe({ sub: SUB, organisation: there, roles: roles("work-group-lead") }, organisations)).toEqual(
      { who: SUB, role: "work-group-lead", hub: "great-north", urns: [], workGroups: [] },
    );
    expect(() => principalFromDfe({ sub: SUB, organisation: there, roles: roles("hub-lead") }, organisations)).toThrow(
      "leads no Maths Hub",
    );
  });

  it("of the organisation that runs the service is an operator or an auditor", () => {
    expect(
      principalFromDfe(
        { sub: SUB, organisation: { id: "NATIONAL", category: { id: "011" } }, roles: roles("auditor") },
        organisations,
      ),
    ).toMatchObject({ role: "auditor", hub: null });
  });

  it("with several roles acts in the weightiest", () => {
    expect(
      principalFromDfe(
        { sub: SUB, organisation: trust, roles: roles("hub-coordinator", "hub-lead", "other") },
        organisations,
      ),
    ).toMatchObject({ role: "hub-lead" });
  });

  it.each([
    ["no role", { sub: SUB, organisation: school, roles: [] }, "no role"],
    ["no roles at all", { sub: SUB, organisation: school }, "no role"],
    ["a role of another service", { sub: SUB, organisation: school, roles: roles("admin") }, "no role"],
    [
      "a hub role at a school that leads none",
      { sub: SUB, organisation: school, roles: roles("hub-lead") },
      "leads no Maths Hub",
    ],
    ["an operator of a school", { sub: SUB, organisation: school, roles: roles("operator") }, "runs or audits"],
    ["a contact of a trust", { sub: SUB, organisation: trust, roles: roles("school-contact") }, "no school"],
    [
      "a URN of a trust’s register number",
      { sub: SUB, organisation: { ...trust, urn: "1234", uid: null }, roles: roles("hub-lead") },
      "leads no Maths Hub",
    ],
    ["no organisation", { sub: SUB, organisation: {}, roles: roles("school-contact") }, "no school"],
    ["an organisation that is none", { sub: SUB, organisation: "x", roles: roles("hub-lead") }, "leads no Maths Hub"],
    [
      "an address as subject",
      { sub: "ada@example.org", organisation: school, roles: roles("school-contact") },
      "opaque",
    ],
  ])("with %s is nobody", (_what, claims, sentence) => {
    expect(() => principalFromDfe(claims, organisations)).toThrow(sentence);
  });

  it("is told from one of ours by its claims", () => {
    expect(
      principalOf({ sub: SUB, organisation: school, roles: roles("school-contact") }, organisations),
    ).toMatchObject({ role: "school-contact" });
    expect(principalOf({ sub: "p", role: "operator", organisation: school }, organisations)).toMatchObject({
      role: "operator",
    });
    expect(() => principalOf({ sub: SUB }, organisations)).toThrow("no role");
  });
});

import { describe, expect, it } from "@jest/globals";
import { catalogueOfTests } from "../../../test/support/catalogue.ts";
import type { Applying } from "../../../libs/service/intake/programmes.ts";
import { faultsOfForm, filledAlready } from "./application-faults.ts";
import { applicationBody } from "./application-body.ts";
import { stepsOf } from "./application-fields.ts";

const prospectus = catalogueOfTests().get("2021-22/primary-readiness");
if (prospectus === null) throw new Error("The catalogue has lost 2021-22/primary-readiness.");
const applying: Applying = {
  urn: "100001",
  school: null,
  hub: null,
  hubs: [],
  covers: "great-north",
  prospectus,
  last: null,
  opensOn: "2021-04-01",
  closesOn: "2021-06-30",
  against: [],
};
const last: Applying["last"] = {
  journey: "100001-primary",
  prospectus: "2020-21/primary-readiness",
  hub: "far-south",
  criteria: ["poor-progress-or-attainment", "not-asked-any-more"],
  reasons: "We wrote this last year.",
  contact: { firstName: "Ada", lastName: "Example", email: "ada@example.org" },
  partners: [{ urn: "100002", relationship: "The same trust" }],
};

describe("The form of an application", () => {
  it("is filled in with what the school wrote last time, so far as it is still asked", () => {
    expect(filledAlready({ ...applying, last })).toEqual({
      hub: "far-south",
      criteria: ["poor-progress-or-attainment"],
      reasons: "We wrote this last year.",
      "contact.firstName": "Ada",
      "contact.lastName": "Example",
      "contact.email": "ada@example.org",
      "group.wished": "yes",
      "group.schools.0.urn": "100002",
      "group.schools.0.relationship": "The same trust",
    });
    expect(filledAlready(applying)).toEqual({ hub: "great-north", criteria: [] });
  });
  it("wants a school for a group application, and how they know each other; without one it names nobody", () => {
    const fields = stepsOf(applying).flatMap((step) => step.fields);
    const at = (typed: Record<string, string>) => faultsOfForm(applying, fields, typed).map(({ field }) => field);
    expect(at({ "group.wished": "yes" })).toContain("group.schools.0.urn");
    expect(at({ "group.wished": "yes", "group.schools.1.urn": "100002" })).toContain("group.schools.1.relationship");
    expect(at({})).toContain("group.wished");
    const body = applicationBody(applying, fields, { "group.wished": "no", "group.schools.0.urn": "100002" });
    expect(body).not.toHaveProperty("group");
  });
});

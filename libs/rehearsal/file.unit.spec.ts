// The shape of a rehearsal's file: every fault is named at once, by path.

import { describe, expect, it } from "@jest/globals";
import { COMMAND_FIELDS } from "../journey/wire.ts";
import { EXEMPLARY, faultsIn, outcomeOf } from "../../test/support/rehearsing.ts";

describe("the file of a rehearsal", () => {
  it("may be the one in the contract", () => {
    const script = [{ at: "2020-06-02T09:00", command: "SubmitApplication", with: { understandsExpectations: true } }];
    expect(faultsIn({ ...EXEMPLARY, script, policy: { "2021-22/primary-development": { grant: 1500 } } })).toEqual([]);
  });

  it("names all its faults at once, in the order of the file", () => {
    const faults = faultsIn({
      prospectus: "2020-21/primary-mastery",
      colour: "blue",
      school: {
        urn: 12,
        phase: "middle",
        funding: "state",
        headteacher: "yes",
        history: [{ stage: "development", academicYear: "2015-16" }, 7],
        place: "here",
      },
      start: "soon",
      until: "2021-02-30",
      behaviour: "perfect",
      hub: 4,
      script: [
        { at: "2020-06-02" },
        { command: "Tick", at: 5 },
        { at: "2020-06-02T25:00", command: "Foo", with: "x", who: "me" },
        "later",
        { at: "2020-07-01", command: "RecordEffect" },
      ],
      policy: {
        "2021-22/primary-development": { grant: "much", colour: 3 },
        "2021-22/nursery": { grant: 1 },
        "2020-21/primary-readiness": 5,
      },
    });
    expect(faults.map((fault) => fault.slice(0, fault.indexOf(": ")))).toEqual([
      "prospectus",
      "colour",
      "school.place",
      "school.urn",
      "school.phase",
      "school.headteacher",
      "school.history[0].academicYear",
      "school.history[1]",
      "start",
      "until",
      "behaviour",
      "hub",
      "script[0].command",
      "script[1].at",
      "script[2].who",
      "script[2].at",
      "script[2].command",
      "script[2].with",
      "script[3]",
      "script[4].command",
      "policy.2021-22/primary-development.grant",
      "policy.2020-21/primary-readiness",
      "policy.2021-22/primary-development.colour",
      "policy.2021-22/nursery",
    ]);
    expect(faults).toContain('script[2].command: unknown command "Foo"');
    expect(faults).toContain('prospectus: there is no prospectus "2020-21/primary-mastery"');
    expect(faults).toContain('until: "2021-02-30" names a day that does not exist.');
  });

  it.each([null, [], "text", 7])("is a mapping, not %p", (content) => {
    expect(faultsIn(content)).toHaveLength(1);
  });

  it("needs a prospectus, a school, a start and an end, and no more", () => {
    expect(faultsIn({}).map((fault) => fault.slice(0, fault.indexOf(":")))).toEqual([
      "prospectus",
      "school",
      "start",
      "until",
    ]);
    const { behaviour: _exemplary, hub: _attentive, ...least } = EXEMPLARY;
    expect(faultsIn({ ...least, school: { urn: "100001", phase: "primary", funding: "state" } })).toEqual([]);
  });

  it("knows every command of the contract, and none that is the service’s own", () => {
    const script = Object.keys(COMMAND_FIELDS).map((command) => ({ at: "2020-06-02", command }));
    expect(faultsIn({ ...EXEMPLARY, script })).toEqual([]);
  });

  it("does not end before it begins, and has no script before it", () => {
    expect(faultsIn({ ...EXEMPLARY, start: "2024-09-01" })).toEqual(["until: must not be before start"]);
    expect(faultsIn({ ...EXEMPLARY, until: "2020-06-01" })).toEqual([]);
    expect(faultsIn({ ...EXEMPLARY, script: [{ at: "2020-05-31T23:59", command: "Tick" }] })).toEqual([
      "script[0].at: must not be before start",
    ]);
  });

  it("says dates and times of London, unless a zone is named", () => {
    const at = (when: string): string | undefined =>
      outcomeOf({
        ...EXEMPLARY,
        until: "2020-06-30",
        behaviour: "none",
        script: [{ at: when, command: "AcceptOffer" }],
      }).report.rejections[0]?.at;
    expect(at("2020-06-02")).toBe("2020-06-01T23:00:00Z");
    expect(at("2020-06-02T09:00")).toBe("2020-06-02T08:00:00Z");
    expect(at("2020-06-02T09:00:30Z")).toBe("2020-06-02T09:00:30Z");
    expect(at("2020-06-02T09:00+02:00")).toBe("2020-06-02T07:00:00Z");
  });

  it("takes `until` as that whole day", () => {
    const accepts = (at: string) =>
      outcomeOf({ ...EXEMPLARY, until: "2020-06-30", behaviour: "none", script: [{ at, command: "AcceptOffer" }] })
        .report.rejections;
    expect(accepts("2020-06-30T23:59:59")).toHaveLength(1);
    expect(accepts("2020-07-01")).toHaveLength(0);
  });
});

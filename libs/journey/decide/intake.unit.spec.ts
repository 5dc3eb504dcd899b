import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import {
  application,
  nothing,
  PRIMARY_DEVELOPMENT,
  READINESS,
  RULES,
  school,
  SECONDARY_DEVELOPMENT,
  SUSTAINING,
  text,
} from "../../../test/support/journey.ts";
import type { CommandData } from "../commands.ts";
import { seal } from "../wire.ts";

type Application = Partial<CommandData["SubmitApplication"]>;

const apply = (when: string, id: string, change: Application = {}, past = nothing) =>
  given(past).when(when, "SubmitApplication", application(id, change));

const inJune = (change: Application, past = nothing) => apply("2020-06-02T09:00", READINESS, change, past);

describe("A Mastery Readiness application", () => {
  it("is kept by the ids of its texts, with the criteria it names, once each", () => {
    const group = [{ urn: "100002", relationship: { id: "text-2", words: 4 } }];
    inJune({
      criteria: ["poor-progress-or-attainment", "leadership-support-needed", "poor-progress-or-attainment"],
      group,
    }).brings({
      type: "ApplicationSubmitted",
      school: school(),
      hub: "great-north",
      prospectus: READINESS,
      reasonsId: "text-1",
      reasonsWords: 40,
      contactId: "person-1",
      criteria: ["poor-progress-or-attainment", "leadership-support-needed"],
      group: [{ urn: "100002", relationshipId: "text-2" }],
    });
  });

  it("names up to three schools to be placed with, each once, never itself, and how they know each other", () => {
    const how = { id: "text-2", words: 4 };
    const named = (...urns: string[]) => urns.map((urn) => ({ urn, relationship: how }));
    inJune({ group: named("100002", "100003", "100004") }).accepted();
    for (const group of [
      named("100001"),
      named("100002", "100002"),
      named("100002", "100003", "100004", "100005"),
      [{ urn: "100002" }],
    ])
      inJune({ group }).rejects("invalid");
    expect(
      nothing.decide("2020-06-02T09:00", "SubmitApplication", application(READINESS, { group: named("100001") })),
    ).toMatchObject({ rejection: { errors: [{ pointer: "/group/schools/0/urn", why: "partner-itself" }] } });
  });

  it("says of itself what the page asks, by its codes; a program need not", () => {
    const development = "2024-25/primary-development";
    const asked = { school: school({ urn: "100001" }), statements: ["commitment", "capacity", "capacity"] };
    expect(nothing.decide("2024-06-03T09:00", "SubmitApplication", application(development, asked))).toMatchObject({
      events: [{ type: "ApplicationSubmitted", statements: ["commitment", "capacity"] }],
    });
    apply("2024-06-03T09:00", development).accepted();
    apply("2024-06-03T09:00", development, { statements: ["wealth"] }).rejects("invalid");
    inJune({ statements: ["capacity"] }).accepted();
  });

  it.each(RULES.catalogue.get(READINESS)?.application.criteria?.value.map((one) => one.code) ?? [])(
    "is open to a school of which %s is true: “at least one of the following”",
    (code) => inJune({ criteria: [code] }).accepted(),
  );

  it("names at least one criterion", () => {
    inJune({ criteria: [] }).rejects("criteria-missing");
    inJune({ criteria: undefined }).rejects("criteria-missing");
  });
  it("names none that is not on the list", () =>
    inJune({ criteria: ["poor-progress-or-attainment", "likes-maths"] }).rejects("criteria-unknown"));
  it("gives reasons", () => inJune({ reasons: undefined }).rejects("reasons-missing"));
  it("gives them in up to 250 words", () => {
    inJune({ reasons: text(250) }).accepted();
    inJune({ reasons: text(251) }).rejects("reasons-too-long");
  });
  it("ticks that aims and expectations are understood", () => {
    inJune({ understandsExpectations: false }).rejects("expectations-not-accepted");
    inJune({ understandsExpectations: undefined }).rejects("expectations-not-accepted");
  });
  it("says who applies", () => inJune({ contact: undefined }).rejects("invalid"));
  it("is for a primary school", () => inJune({ school: school({ phase: "secondary" }) }).rejects("wrong-phase"));
  it("is for a state-funded school", () =>
    inJune({ school: school({ funding: "independent" }) }).rejects("not-state-funded"));
  it("is for a school that is open", () => inJune({ school: school({ open: false }) }).rejects("school-closed"));
  it("is for schools not yet in a position to develop", () => {
    inJune({ school: school({ history: [{ stage: "development", academicYear: "2018/19" }] }) }).rejects(
      "not-eligible",
    );
    inJune({ school: school({ history: [{ stage: "readiness", academicYear: "2018/19" }] }) }).accepted();
    inJune({
      school: school({ history: [{ stage: "development", academicYear: "2018/19", phase: "secondary" }] }),
    }).accepted();
  });
  it("is for a prospectus that there is", () => inJune({ prospectus: "2020-21/primary-wonders" }).rejects("not-found"));
});

describe("The window of an application", () => {
  it("of the form that closes on Monday 13 July 2020 closes at the end of that day in London", () => {
    apply("2020-07-13T23:59:59", SECONDARY_DEVELOPMENT).accepted();
    apply("2020-07-14T00:00:00", SECONDARY_DEVELOPMENT).rejects("window-closed");
  });
  it("that no page dates is open from 1 January to 31 August", () => {
    apply("2019-12-31T23:59:59", READINESS).rejects("window-closed");
    apply("2020-01-01T00:00", READINESS).accepted();
    apply("2020-08-31T23:59:59", READINESS).accepted();
    apply("2020-09-01T00:00", READINESS).rejects("window-closed");
  });
  it("is “now closed” after that, and an interest for the next year is taken", () => {
    apply("2024-09-02T10:00", PRIMARY_DEVELOPMENT).rejects("window-closed");
    given(nothing)
      .when("2024-09-02T10:00", "ExpressInterest", {
        school: school(),
        hub: "great-north",
        prospectus: "2025-26/primary-development",
      })
      .accepted();
  });
  it("is for the schools on the hub’s list, where the hub offers the programme to named schools alone", () => {
    inJune({ listed: false }).rejects("not-eligible");
    inJune({ listed: true }).accepted();
    // What comes first in the order of faults is named first.
    inJune({ listed: false, criteria: [] }).rejects("not-eligible");
    apply("2020-09-02T09:00", READINESS, { listed: false }).rejects("window-closed");
  });
  it("that a hub has set is that hub’s, in place of the page’s: to its last day in London", () => {
    const window = { opensOn: "2024-10-01", closesOn: "2025-03-30" };
    apply("2024-09-30T23:59:59", PRIMARY_DEVELOPMENT, { window }).rejects("window-closed");
    apply("2024-10-01T00:00", PRIMARY_DEVELOPMENT, { window }).accepted();
    apply("2025-03-30T23:59:59", PRIMARY_DEVELOPMENT, { window }).accepted();
    apply("2025-03-31T00:00", PRIMARY_DEVELOPMENT, { window }).rejects("window-closed");
    apply("2024-06-02T09:00", PRIMARY_DEVELOPMENT, { window }).rejects("window-closed");
  });
  it("is no word of the caller’s", () => {
    const sealed = seal("SubmitApplication", { window: { opensOn: "2024-10-01", closesOn: "2025-03-31" } }, () => "id");
    expect(sealed).toEqual({ data: {}, texts: [], contact: null });
  });
});

describe("What the other pages ask of an application", () => {
  it("is not asked of the Readiness form’s criteria or reasons, and what is not asked for is not kept", () => {
    const change = { criteria: ["likes-maths"], reasons: text(900), group: [{ urn: "100002" }] };
    apply("2020-06-02T09:00", SECONDARY_DEVELOPMENT, change).brings({
      type: "ApplicationSubmitted",
      school: school({ phase: "secondary" }),
      hub: "great-north",
      prospectus: SECONDARY_DEVELOPMENT,
      criteria: [],
      reasonsId: null,
      reasonsWords: 0,
      contactId: "person-1",
      group: [],
    });
  });
  it("2020/21: senior leadership fully supports, refused only where it says it does not", () => {
    apply("2020-06-02T09:00", SECONDARY_DEVELOPMENT, { seniorLeaderSupports: undefined }).accepted();
    apply("2020-06-02T09:00", SECONDARY_DEVELOPMENT, { seniorLeaderSupports: false }).rejects("slt-support-required");
  });
  it("2021/22: it requires the support of the headteacher or a member of SLT", () => {
    apply("2021-06-02T09:00", "2021-22/secondary-development", { seniorLeaderSupports: undefined }).rejects(
      "slt-support-required",
    );
    apply("2021-06-02T09:00", "2021-22/secondary-development", { seniorLeaderSupports: false }).rejects(
      "slt-support-required",
    );
    apply("2021-06-02T09:00", "2021-22/secondary-development", { seniorLeaderSupports: true }).accepted();
  });
  it("2021/22: it is free to all state-funded secondary schools", () => {
    apply("2021-06-02T09:00", "2021-22/secondary-development", {
      school: school({ phase: "secondary", funding: "independent" }),
    }).rejects("not-state-funded");
    apply("2021-06-02T09:00", "2021-22/secondary-development", { school: school() }).rejects("wrong-phase");
  });
  it("Embedding follows Development", () => {
    const without = (history: Application["school"]) =>
      apply("2021-06-02T09:00", "2021-22/secondary-embedding", { school: history });
    without(school({ phase: "secondary" })).rejects("prior-stage-missing");
    without(school({ phase: "secondary", history: [{ masterySpecialistDepartment: true }] })).rejects(
      "prior-stage-missing",
    );
    without(school({ phase: "secondary", history: [{ stage: "development", academicYear: "2019/20" }] })).accepted();
  });
});

describe("A Secondary Sustaining Work Group 2024/25", () => {
  const join = (history: ReturnType<typeof school>["history"]) =>
    apply("2024-06-03T09:00", SUSTAINING, { school: school({ phase: "secondary", history }) });

  it("is for schools that have been in a secondary Work Group or the Mastery Specialist Programme", () => {
    join([]).rejects("prior-stage-missing");
    join([{ stage: "development", academicYear: "2015/16", phase: "primary" }]).rejects("prior-stage-missing");
    join([{ stage: "development", academicYear: "2015/16", phase: "secondary" }]).accepted();
    join([{ stage: "embedding", academicYear: "2022/23" }]).accepted();
    join([{ masterySpecialistDepartment: true }]).accepted();
  });
  it("sends schools of the 2023/24 Development Work Group to other information", () => {
    join([{ stage: "development", academicYear: "2023/24" }]).rejects("another-route");
    join([{ stage: "development", academicYear: "2022/23" }]).accepted();
    join([{ stage: "embedding", academicYear: "2023/24" }]).accepted();
  });
});

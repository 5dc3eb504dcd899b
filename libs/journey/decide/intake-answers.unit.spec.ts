import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import {
  accepted,
  application,
  applied,
  because,
  begun,
  kept,
  nothing,
  offered,
  placed,
  READINESS,
  school,
  schoolFor,
  SUSTAINING,
  text,
} from "../../../test/support/journey.ts";
import type { CommandData } from "../commands.ts";

type Application = Partial<CommandData["SubmitApplication"]>;

const apply = (when: string, id: string, change: Application = {}, past = nothing) =>
  given(past).when(when, "SubmitApplication", application(id, change));

const inJune = (change: Application, past = nothing) => apply("2020-06-02T09:00", READINESS, change, past);

describe("Several faults at once: the first", () => {
  const wrong: Application = {
    school: school({
      phase: "secondary",
      funding: "independent",
      history: [{ stage: "development", academicYear: "2018/19" }],
    }),
    criteria: ["likes-maths"],
    reasons: text(251),
    understandsExpectations: false,
    contact: undefined,
  };
  const late = "2020-09-14T09:00";
  const right = { phase: "primary", funding: "state", history: [] } as const;
  const with_ = (change: Partial<ReturnType<typeof school>>, more: Application = {}) => ({
    ...wrong,
    ...more,
    school: school({ ...wrong.school, ...change }),
  });

  it("is already-active", () => apply(late, READINESS, wrong, applied()).rejects("already-active"));
  it("then phase", () => apply(late, READINESS, wrong).rejects("wrong-phase"));
  it("then funding", () => apply(late, READINESS, with_({ phase: "primary" })).rejects("not-state-funded"));
  it("then the window", () =>
    apply(late, READINESS, with_({ phase: "primary", funding: "state" })).rejects("window-closed"));
  it("then what went before", () => inJune(with_({ phase: "primary", funding: "state" })).rejects("not-eligible"));
  it("then criteria", () => inJune(with_(right)).rejects("criteria-unknown"));
  it("then reasons", () =>
    inJune(with_(right, { criteria: ["poor-progress-or-attainment"] })).rejects("reasons-too-long"));
  it("then expectations", () =>
    inJune(with_(right, { criteria: ["poor-progress-or-attainment"], reasons: text(250) })).rejects(
      "expectations-not-accepted",
    ));
  it("prior stage comes before another route", () => {
    apply("2024-06-03T09:00", SUSTAINING, {
      school: school({ phase: "secondary" }),
      understandsExpectations: false,
    }).rejects("prior-stage-missing");
  });
  it("expectations come before senior leaders", () => {
    apply("2021-06-02T09:00", "2021-22/secondary-development", {
      understandsExpectations: false,
      seniorLeaderSupports: false,
    }).rejects("expectations-not-accepted");
  });
});

describe("One journey a school and phase", () => {
  it.each([
    ["offered", offered()],
    ["accepted", accepted()],
    ["placed", placed()],
    ["under way", begun()],
  ])("is not applied for again while %s", (_status, past) =>
    apply("2021-03-01T09:00", "2021-22/primary-readiness", {}, past).rejects("already-active"),
  );

  it("but a waiting application makes room for one for a later year, and not for one of its own", () => {
    for (const past of [
      applied(),
      applied().on("2020-06-03T09:00", "WaitlistApplication", {}),
      applied().on("2020-06-03T09:00", "RequestInformation", {}),
    ]) {
      apply("2020-07-01T09:00", READINESS, {}, past).rejects("already-active");
      const decision = past.decide("2021-03-01T09:00", "SubmitApplication", application("2021-22/primary-readiness"));
      expect(decision).toMatchObject({
        events: [
          { type: "ApplicationEnded", why: "later-application", prospectus: READINESS, tellAt: null },
          { type: "ApplicationSubmitted", prospectus: "2021-22/primary-readiness" },
        ],
      });
    }
  });
  it("nor while paused, on the waitlist or asked for information", () => {
    const paused = begun().on("2020-10-01T09:00", "PauseJourney", because);
    for (const past of [
      paused,
      applied().on("2020-06-03T09:00", "WaitlistApplication", {}),
      applied().on("2020-06-03T09:00", "RequestInformation", {}),
    ]) {
      if (past === paused) apply("2021-03-01T09:00", "2021-22/primary-readiness", {}, past).rejects("already-active");
      given(past)
        .when("2021-03-01T09:00", "ExpressInterest", { school: school(), hub: "great-north", prospectus: READINESS })
        .rejects("already-active");
    }
  });
  it("goes on when the school comes back after it had withdrawn", () => {
    const back = applied()
      .on("2020-06-10T09:00", "WithdrawApplication", {})
      .on("2020-06-20T09:00", "SubmitApplication", application(READINESS));
    given(back).when("2020-06-21T09:00", "OfferPlace", { respondBy: "2020-07-01" }).brings({
      type: "PlaceOffered",
      workGroup: null,
      respondBy: "2020-07-01",
      remindAt: "2020-06-26T08:00:00Z",
      lapsesAt: "2020-07-02T08:00:00Z",
    });
  });
});

describe("The hub answers an application", () => {
  it("asks for information, and the school provides it", () => {
    given(applied())
      .when("2020-06-03T10:00", "RequestInformation", because)
      .brings({ type: "InformationRequested", ...kept });
    const asked = applied().on("2020-06-03T10:00", "RequestInformation", because);
    given(asked)
      .when("2020-06-04T10:00", "ProvideInformation", { answer: { id: "text-9", words: 8 } })
      .brings({ type: "InformationProvided", answerId: "text-9" });
    given(applied()).when("2020-06-04T10:00", "ProvideInformation", {}).rejects("not-in-this-state");
    given(asked).when("2020-06-04T10:00", "RequestInformation", {}).rejects("not-in-this-state");
  });
  it("puts it on the waitlist", () => {
    given(applied())
      .when("2020-06-03T10:00", "WaitlistApplication", { reasonCode: "groups-full" })
      .brings({ type: "ApplicationWaitlisted", workGroup: null, reasonCode: "groups-full" });
    given(offered()).when("2020-06-03T10:00", "WaitlistApplication", {}).rejects("not-in-this-state");
  });
  it("declines it, and says why", () => {
    given(applied())
      .when("2020-06-03T10:00", "DeclineApplication", because)
      .brings({ type: "ApplicationDeclined", ...kept });
    given(applied()).when("2020-06-03T10:00", "DeclineApplication", {}).rejects("reason-required");
    given(offered()).when("2020-06-03T10:00", "DeclineApplication", because).rejects("not-in-this-state");
  });
  it("offers a suitable alternative, and says why", () => {
    const alternative = { ...because, prospectus: "2020-21/primary-development" };
    given(applied())
      .when("2020-06-03T10:00", "RedirectApplication", alternative)
      .brings({ type: "ApplicationRedirected", prospectus: "2020-21/primary-development", ...kept });
    given(applied())
      .when("2020-06-03T10:00", "RedirectApplication", because)
      .brings({ type: "ApplicationRedirected", prospectus: null, ...kept });
    given(applied()).when("2020-06-03T10:00", "RedirectApplication", {}).rejects("reason-required");
    given(applied())
      .when("2020-06-03T10:00", "RedirectApplication", { ...because, prospectus: "no/such" })
      .rejects("not-found");
    given(nothing).when("2020-06-03T10:00", "RedirectApplication", because).rejects("not-in-this-state");
  });
  it("takes a withdrawal until the school takes part", () => {
    for (const past of [applied(), offered(), accepted()])
      given(past)
        .when("2020-06-09T10:00", "WithdrawApplication", because)
        .brings({ type: "ApplicationWithdrawn", ...kept });
    for (const past of [nothing, placed()])
      given(past).when("2020-06-09T10:00", "WithdrawApplication", because).rejects("not-in-this-state");
  });
});

describe("A cohort a year later than any page", () => {
  it("applies to what is rolled forward, with the criteria of the page", () => {
    apply("2022-06-01T09:00", "2022-23/primary-readiness", { criteria: ["identified-by-local-authority"] }).accepted();
    apply("2022-06-01T09:00", "2022-23/primary-readiness", { criteria: [] }).rejects("criteria-missing");
    apply("2022-06-01T09:00", "2022-23/secondary-development", {
      school: schoolFor("2022-23/secondary-development"),
    }).accepted();
  });
});

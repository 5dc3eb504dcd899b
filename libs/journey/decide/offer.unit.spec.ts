import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import {
  accepted,
  application,
  applied,
  because,
  kept,
  nominated,
  nothing,
  offered,
  placed,
  PRIMARY_DEVELOPMENT,
  prospectus,
  READINESS,
  type Past,
  RULES,
} from "../../../test/support/journey.ts";
import { decide } from "../decide.ts";

describe("An offer", () => {
  it("names a Work Group and a last day to answer", () => {
    given(applied()).when("2020-06-03T09:00", "OfferPlace", { workGroup: "group-1", respondBy: "2020-06-19" }).brings({
      type: "PlaceOffered",
      workGroup: "group-1",
      respondBy: "2020-06-19",
      remindAt: "2020-06-12T08:00:00Z",
      lapsesAt: "2020-06-22T08:00:00Z",
    });
  });
  it("stays open twenty school days where nobody says otherwise", () => {
    given(applied()).when("2020-06-03T09:00", "OfferPlace", {}).brings({
      type: "PlaceOffered",
      workGroup: null,
      respondBy: "2020-07-01",
      remindAt: "2020-06-24T08:00:00Z",
      lapsesAt: "2020-07-02T08:00:00Z",
    });
  });
  it("is made to an application that waits: new, or on the waitlist", () => {
    given(applied().on("2020-06-03T09:00", "WaitlistApplication", {}))
      .when("2020-08-03T09:00", "OfferPlace", {})
      .accepted();
    given(applied().on("2020-06-03T09:00", "RequestInformation", {}))
      .when("2020-06-03T10:00", "OfferPlace", {})
      .rejects("not-in-this-state");
    for (const past of [nothing, offered(), placed()])
      given(past).when("2020-06-10T09:00", "OfferPlace", {}).rejects("not-in-this-state");
  });
  it("over Christmas or the summer stays open as many school days, and reminds and lapses on one", () => {
    const late = (when: string) => given(applied()).when(when, "OfferPlace", {});
    const open = { type: "PlaceOffered", workGroup: null } as const;
    // Ten school days before the workshop of 20 January.
    for (const when of ["2020-11-28T10:00", "2020-11-30T10:00"])
      late(when).brings({
        ...open,
        respondBy: "2021-01-06",
        remindAt: "2020-12-18T09:00:00Z",
        lapsesAt: "2021-01-07T09:00:00Z",
      });
    late("2020-07-03T09:00").brings({
      ...open,
      respondBy: "2020-09-09",
      remindAt: "2020-09-02T08:00:00Z",
      lapsesAt: "2020-09-10T08:00:00Z",
    });
    late("2021-07-05T09:00").brings({
      ...open,
      respondBy: "2021-07-22",
      remindAt: "2021-07-15T08:00:00Z",
      lapsesAt: "2021-09-01T08:00:00Z",
    });
  });
  it("stays open ten school days before the first session that the school would have, and five at least", () => {
    const until = (when: string) => {
      const decision = applied().decide(when, "OfferPlace", {});
      return "events" in decision && decision.events.map((event) => "respondBy" in event && event.respondBy);
    };
    // The first workshop is on 30 September 2020.
    expect(until("2020-09-01T09:00")).toEqual(["2020-09-16"]);
    expect(until("2020-09-14T09:00")).toEqual(["2020-09-21"]);
    expect(until("2020-09-23T09:00")).toEqual(["2020-09-30"]);
  });
  it("goes by the dates of its Work Group, where that has dates", () => {
    const session = { code: "session-1", on: "2020-07-15", status: "scheduled" as const };
    const group = { id: "g", hub: "great-north", prospectus: READINESS, hasRoom: true, holdsPlace: false };
    const command = {
      id: "c",
      type: "OfferPlace",
      at: "2020-06-03T08:00:00Z",
      by: { who: "somebody", role: "service" },
      data: { workGroup: "g" },
    } as const;
    const decision = decide(applied().state, command, RULES, { groupOf: () => ({ ...group, sessions: [session] }) });
    expect(decision).toMatchObject({ events: [{ respondBy: "2020-07-01" }] });
    const near = { ...session, on: "2020-06-24" };
    expect(decide(applied().state, command, RULES, { groupOf: () => ({ ...group, sessions: [near] }) })).toMatchObject({
      events: [{ respondBy: "2020-06-10" }],
    });
  });
  it("is not open longer than that by a day that somebody names, but for a reason", () => {
    const late = { respondBy: "2020-09-25" };
    given(applied()).when("2020-06-03T09:00", "OfferPlace", late).rejects("reason-required");
    given(applied())
      .when("2020-06-03T09:00", "OfferPlace", { ...late, ...because })
      .accepted();
    given(applied()).when("2020-06-03T09:00", "OfferPlace", { respondBy: "2020-09-16" }).accepted();
  });
  it("is not made until a day on which nobody is at the school, but for a reason", () => {
    const boxingDay = { respondBy: "2020-12-26" };
    given(applied()).when("2020-11-28T10:00", "OfferPlace", boxingDay).rejects("not-a-school-day");
    given(applied())
      .when("2020-11-28T10:00", "OfferPlace", { ...boxingDay, reason: because.reason })
      .brings({
        type: "PlaceOffered",
        workGroup: null,
        ...boxingDay,
        remindAt: "2020-12-18T09:00:00Z",
        lapsesAt: "2021-01-04T09:00:00Z",
      });
  });
  it("is not made with a last day that has passed", () => {
    given(applied()).when("2020-06-03T09:00", "OfferPlace", { respondBy: "2020-06-02" }).rejects("invalid");
    given(applied()).when("2020-06-03T09:00", "OfferPlace", { respondBy: "2020-06-03" }).accepted();
    given(applied())
      .when("2020-06-03T09:00", "OfferPlace", { respondBy: "2021-08-31", ...because })
      .accepted();
    given(applied()).when("2020-06-03T09:00", "OfferPlace", { respondBy: "2021-09-01" }).rejects("invalid");
    // Nobody is at the school to answer any more.
    given(applied()).when("2021-08-20T09:00", "OfferPlace", {}).rejects("not-in-this-state");
  });
  it("is not made once the year applied for is over", () => {
    given(applied()).when("2021-07-21T23:00", "OfferPlace", {}).accepted();
    given(applied()).when("2021-09-01T00:00", "OfferPlace", {}).rejects("not-in-this-state");
  });
});

describe("An offer lapses after its last day", () => {
  it("not on it", () => {
    given(offered()).when("2020-06-30T23:59:59", "AcceptOffer", {}).accepted();
    given(offered().until("2020-06-24")).whenTimeComes("2020-06-30T23:59:59").brings();
  });
  it("but on the school day after it, at nine; a yes is too late from midnight", () => {
    given(offered()).when("2020-07-01T00:00", "AcceptOffer", {}).rejects("offer-lapsed");
    given(offered().until("2020-06-24")).whenTimeComes("2020-07-01T08:59").brings();
    given(offered()).whenTimeComes("2020-07-01T09:00").brings({ type: "OfferLapsed", respondBy: "2020-06-30" });
    const friday = applied().on("2020-06-03T09:00", "OfferPlace", { respondBy: "2020-06-19" });
    expect(friday.until("2020-06-30").all("OfferLapsed")).toMatchObject([{ at: "2020-06-22T08:00:00Z" }]);
  });
  it("and cannot be taken up again; the school may apply anew", () => {
    const lapsed = offered().until("2020-07-01T09:00");
    given(lapsed).when("2020-07-02T09:00", "AcceptOffer", {}).rejects("offer-lapsed");
    given(lapsed).when("2020-07-02T09:00", "DeclineOffer", {}).rejects("not-in-this-state");
    given(lapsed).when("2020-07-02T09:00", "SubmitApplication", application(READINESS)).accepted();
    expect(lapsed.state.status).toBe("lapsed");
  });
});

describe("An answer to an offer", () => {
  it("is yes or no", () => {
    given(offered())
      .when("2020-06-04T09:00", "AcceptOffer", {})
      .brings({ type: "OfferAccepted", placeBy: "2020-09-16", askHubAt: "2020-09-02T08:00:00Z" });
    given(offered())
      .when("2020-06-04T09:00", "DeclineOffer", because)
      .brings({ type: "OfferDeclined", ...kept });
  });
  it("needs an offer", () => {
    for (const past of [nothing, applied(), accepted(), placed()])
      given(past).when("2020-06-10T09:00", "AcceptOffer", {}).rejects("not-in-this-state");
    for (const past of [nothing, applied(), accepted(), placed()])
      given(past).when("2020-06-10T09:00", "DeclineOffer", {}).rejects("not-in-this-state");
  });
});

describe("A place in a Work Group", () => {
  const place = { stage: "readiness", academicYear: "2020/21", prospectus: READINESS } as const;

  it("is taken up once the offer is accepted, in the group that was offered", () => {
    given(nominated())
      .when("2020-06-08T09:00", "PlaceInWorkGroup", {})
      .brings({ type: "SchoolPlaced", workGroup: "group-1", ...place });
    given(nominated())
      .when("2020-06-08T09:00", "PlaceInWorkGroup", { workGroup: "group-1" })
      .brings({ type: "SchoolPlaced", workGroup: "group-1", ...place });
    given(nominated()).when("2020-06-08T09:00", "PlaceInWorkGroup", { workGroup: "group-2" }).rejects("wrong-group");
    for (const past of [offered(), placed()])
      given(past).when("2020-06-10T09:00", "PlaceInWorkGroup", {}).rejects("not-in-this-state");
  });
  it("may be named late where the offer named no group", () => {
    const open = applied().on("2020-06-03T09:00", "OfferPlace", {}).on("2020-06-04T09:00", "AcceptOffer", {});
    given(open)
      .when("2020-06-08T09:00", "PlaceInWorkGroup", { workGroup: "group-2" })
      .brings({ type: "SchoolPlaced", workGroup: "group-2", ...place });
  });
  it("begins the stage-year on 1 September, not before", () => {
    given(placed()).whenTimeComes("2020-08-31T23:59:59").brings();
    expect(placed().until("2020-09-01").all("StageStarted").at(-1)).toMatchObject({
      type: "StageStarted",
      at: "2020-08-31T23:00:00Z",
      workGroup: "group-1",
    });
  });
  it("taken up in the year begins it at once; what fell due before the school was there is not owed", () => {
    const { decision } = given(nominated(PRIMARY_DEVELOPMENT)).when("2025-02-01T10:00", "PlaceInWorkGroup", {});
    const events = "events" in decision ? decision.events : [];
    expect(events.map((event) => event.type)).toEqual(["SchoolPlaced", "StageStarted", "GrantDue", "CommitmentMet"]);
    const started = events.find((event) => event.type === "StageStarted");
    expect(started?.commitments.map(({ code }) => code)).toEqual([
      "headteachers-session",
      "headteachers-meeting",
      "action-plan",
      "support-visit-spring",
      "headteacher-meeting-spring",
      "teachers",
      "session-3",
      "meeting-3",
      "report",
      "evaluation",
      "support-visit-summer",
      "headteacher-meeting-summer",
      "release-days",
    ]);
    expect(started?.endsAt).toBe("2025-08-31T22:59:59Z");
    const late = nominated(PRIMARY_DEVELOPMENT).on("2025-02-01T10:00", "PlaceInWorkGroup", {});
    expect(late.year.reminders.map(({ term, done }) => [term, done])).toEqual([
      ["autumn", true],
      ["spring", true],
      ["summer", false],
    ]);
    expect(late.until("2025-08-31").all("ReminderDue")).toHaveLength(1);
  });
  it("is not to be had once the year is over", () => {
    given(nominated()).when("2021-08-31T23:59:59", "PlaceInWorkGroup", {}).accepted();
    given(nominated()).when("2021-09-01T00:00", "PlaceInWorkGroup", {}).rejects("not-in-this-state");
  });
  it("pins the revision and the figures of the prospectus", () => {
    expect(placed().until("2020-09-01").all("StageStarted").at(-1)).toMatchObject({
      revision: prospectus(READINESS).revision,
      escalation: { graceDays: 7, toHeadteacherDays: 14, toHubLeadDays: 14 },
      readinessAsked: true,
      halfDaysPerMeeting: 1,
    });
  });
});

describe("An offer reminds once before it lapses", () => {
  const open = (respondBy: string) => applied().on("2020-06-03T09:00", "OfferPlace", { respondBy });
  const reminders = (past: Past) => past.all("OfferReminderDue", "OfferLapsed");

  it("a week before the last day to answer, at nine", () => {
    expect(reminders(open("2020-06-30").until("2020-12-01"))).toEqual([
      { type: "OfferReminderDue", at: "2020-06-23T08:00:00Z", respondBy: "2020-06-30" },
      { type: "OfferLapsed", at: "2020-07-01T08:00:00Z", respondBy: "2020-06-30" },
    ]);
  });
  it("half-way there where the last day is nearer, and not where it is tomorrow or today", () => {
    expect(reminders(open("2020-06-08").until("2020-06-08"))).toEqual([
      { type: "OfferReminderDue", at: "2020-06-05T08:00:00Z", respondBy: "2020-06-08" },
    ]);
    for (const day of ["2020-06-03", "2020-06-04"])
      expect(reminders(open(day).until("2020-06-06"))).toMatchObject([{ type: "OfferLapsed" }]);
  });
  it("not once the school has answered", () => {
    expect(reminders(open("2020-06-30").on("2020-06-20T09:00", "AcceptOffer", {}).until("2020-08-01"))).toEqual([]);
    expect(reminders(open("2020-06-30").on("2020-06-20T09:00", "DeclineOffer", {}).until("2020-08-01"))).toEqual([]);
  });
  it("not after its last day, where the service was away", () => {
    given(open("2020-06-30"))
      .whenTimeComes("2020-07-02T09:00")
      .brings({ type: "OfferLapsed", respondBy: "2020-06-30" });
  });
});

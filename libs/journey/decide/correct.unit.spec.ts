// A decision that was a mistake is taken back: the journey is what it was before it, as far as that is still so.

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
  prospectus,
  READINESS,
  register,
  RULES,
  type Past,
} from "../../../test/support/journey.ts";
import type { ActorRole, Command } from "../commands.ts";
import { decide } from "../decide.ts";
import type { GroupAtHand } from "../rules.ts";

const ALL_ROLES: readonly ActorRole[] = [
  "hub-coordinator",
  "hub-lead",
  "work-group-lead",
  "finance-officer",
  "school-contact",
  "operator",
  "auditor",
];
const back = (past: Past, when: string, type: Parameters<Past["seqOf"]>[0]) =>
  past.on(when, "CorrectRecord", { event: past.seqOf(type), ...because });
const restores = (was: string, status: string, more: object = {}) => ({
  restores: { was, status, workGroup: null, place: null, tells: true, ...more },
});

/** Decided with the Work Group `group-1` as it is. */
function withGroup(past: Past, when: string, event: number, group: Partial<GroupAtHand>) {
  const full = {
    id: "group-1",
    hub: "great-north",
    prospectus: READINESS,
    holdsPlace: false,
    sessions: [],
    hasRoom: true,
  };
  const command: Command = {
    id: "c",
    type: "CorrectRecord",
    at: `${when}:00Z`,
    by: { who: "somebody", role: "hub-lead" },
    data: { event, ...because },
  };
  return decide(past.state, command, RULES, { groupOf: () => ({ ...full, ...group }) });
}

describe("A decision that was a mistake is taken back", () => {
  it("declined: it is applied for as before, also when the window has closed", () => {
    const declined = applied().on("2020-06-05T09:00", "DeclineApplication", because);
    const event = declined.seqOf("ApplicationDeclined");
    given(declined)
      .when("2020-11-02T09:00", "CorrectRecord", { event, ...because })
      .brings({ type: "RecordCorrected", event, ...kept, ...restores("ApplicationDeclined", "applied") } as never);
    const corrected = back(declined, "2020-11-02T09:00", "ApplicationDeclined");
    expect(corrected.state).toMatchObject({ status: "applied", application: { prospectus: READINESS } });
    expect(corrected.events.slice(0, declined.events.length)).toEqual(declined.events);
    given(corrected).when("2020-11-02T10:00", "OfferPlace", {}).accepted();
  });

  it.each(["RedirectApplication", "WithdrawApplication"] as const)("%s: what waited for the school goes on", (name) => {
    const asked = applied().on("2020-06-05T09:00", "RequestInformation", because);
    const ended = asked.on("2020-06-08T09:00", name, because);
    const corrected = ended.on("2020-06-09T09:00", "CorrectRecord", { event: ended.events.length, ...because });
    expect(corrected.state.status).toBe("information-requested");
    given(corrected).when("2020-06-10T09:00", "ProvideInformation", {}).accepted();
  });

  it("lapsed: the offer is made anew, with days to answer", () => {
    const lapsed = offered().until("2020-07-02");
    const event = lapsed.seqOf("OfferLapsed");
    expect(lapsed.decide("2020-07-02T09:00", "CorrectRecord", { event, ...because })).toMatchObject({
      events: [
        {
          type: "RecordCorrected",
          event,
          ...kept,
          ...restores("OfferLapsed", "offered", { workGroup: "group-1", tells: false }),
        },
        { type: "PlaceOffered", workGroup: "group-1", respondBy: "2020-09-08" },
      ],
    });
    given(back(lapsed, "2020-07-02T09:00", "OfferLapsed"))
      .when("2020-07-03T09:00", "AcceptOffer", {})
      .brings({ type: "OfferAccepted", placeBy: "2020-09-16", askHubAt: "2020-09-02T08:00:00Z" });
  });

  it("an offer that was declined keeps the days that it had", () => {
    const declined = offered().on("2020-06-05T09:00", "DeclineOffer", {});
    const corrected = back(declined, "2020-06-06T09:00", "OfferDeclined");
    expect(corrected.state).toMatchObject({ status: "offered", offer: { respondBy: "2020-06-30" } });
  });

  it("no room any more: the school waits for the next place, and is told so once", () => {
    const withdrawn = accepted().on("2020-06-10T09:00", "WithdrawApplication", because);
    const event = withdrawn.seqOf("ApplicationWithdrawn");
    expect(withGroup(withdrawn, "2020-06-11T09:00", event, { hasRoom: false })).toMatchObject({
      events: [
        { type: "RecordCorrected", restores: { tells: false, place: null } },
        { type: "ApplicationWaitlisted", workGroup: "group-1", reasonCode: "group-full" },
      ],
    });
    expect(withGroup(withdrawn, "2020-06-11T09:00", event, {})).toMatchObject({
      events: [{ type: "RecordCorrected", restores: { status: "accepted", workGroup: "group-1", place: "reserved" } }],
    });
  });

  it("withdrawn: the year goes on, and nothing is asked about its grant any more; what was withheld stays so", () => {
    const year = begun("2024-25/primary-development");
    const gone = year.on("2024-10-01T09:00", "WithdrawSchool", { reason: { id: "text-9", words: 2 } });
    expect(gone.until("2024-10-02").state).toMatchObject({
      status: "withdrawn",
      grants: [{ status: "due" }],
      tasks: [{ about: "grant", status: "open" }],
    });
    const corrected = back(gone.until("2024-10-02"), "2024-10-03T09:00", "SchoolWithdrawn");
    expect(corrected.state).toMatchObject({ status: "participating", grants: [{ status: "due" }] });
    expect(
      corrected.state.status !== "none" && corrected.state.tasks.filter(({ status }) => status === "open"),
    ).toEqual([]);
    expect(corrected.year.commitments.map(({ code }) => code)).toEqual(year.year.commitments.map(({ code }) => code));
    expect(corrected.state.status !== "none" && corrected.state.past).toEqual([]);
    const before = year.on("2024-09-20T09:00", "WithholdGrant", because).on("2024-10-01T09:00", "WithdrawSchool", {
      reason: { id: "text-9", words: 2 },
    });
    expect(back(before, "2024-10-03T09:00", "SchoolWithdrawn").state).toMatchObject({
      grants: [{ status: "withheld" }],
    });
  });

  it("a school that takes part needs its place in its group: there is none to wait for", () => {
    const gone = begun().on("2020-10-01T09:00", "WithdrawSchool", because);
    const event = gone.seqOf("SchoolWithdrawn");
    expect(withGroup(gone, "2020-10-02T09:00", event, { hasRoom: false })).toMatchObject({
      rejection: { code: "group-full" },
    });
    expect(withGroup(gone, "2020-10-02T09:00", event, {})).toMatchObject({
      events: [{ restores: { place: "taken", workGroup: "group-1" } }],
    });
  });

  it("placed: its place is reserved again, until it has taken part", () => {
    const corrected = back(placed(), "2020-06-09T09:00", "SchoolPlaced");
    expect(corrected.state).toMatchObject({ status: "accepted", offer: { workGroup: "group-1" } });
    given(corrected).when("2020-06-10T09:00", "PlaceInWorkGroup", {}).accepted();
    const fresh = begun("2024-25/primary-development");
    expect(back(fresh, "2024-09-02T09:00", "SchoolPlaced").state).toMatchObject({ status: "accepted", grants: [] });
    const attended = begun().on("2020-09-30T17:00", "RecordAttendance", register("session-1", "2020-09-30"));
    given(attended)
      .when("2020-10-01T09:00", "CorrectRecord", { event: attended.seqOf("SchoolPlaced"), ...because })
      .rejects("not-in-this-state");
  });
});

describe("Not everything is taken back", () => {
  const declined = applied().on("2020-06-05T09:00", "DeclineApplication", because);
  const event = declined.seqOf("ApplicationDeclined");

  it("twice, what never was, what is none, and without a reason", () => {
    const corrected = back(declined, "2020-06-06T09:00", "ApplicationDeclined");
    given(corrected)
      .when("2020-06-07T09:00", "CorrectRecord", { event, ...because })
      .rejects("not-in-this-state");
    given(declined)
      .when("2020-06-07T09:00", "CorrectRecord", { event: 99, ...because })
      .rejects("not-found");
    given(declined)
      .when("2020-06-07T09:00", "CorrectRecord", { event: 1, ...because })
      .rejects("not-in-this-state");
    given(declined).when("2020-06-07T09:00", "CorrectRecord", { event }).rejects("reason-required");
    given(nothing)
      .when("2020-06-07T09:00", "CorrectRecord", { event: 1, ...because })
      .rejects("not-found");
  });

  it("once the school has applied anew, or its year is over", () => {
    const anew = declined.on("2020-06-08T09:00", "SubmitApplication", application(READINESS));
    given(anew)
      .when("2020-06-09T09:00", "CorrectRecord", { event, ...because })
      .rejects("not-in-this-state");
    given(declined)
      .when(`${Number(prospectus(READINESS).academicYear.slice(0, 4)) + 1}-09-02T09:00`, "CorrectRecord", {
        event,
        ...because,
      })
      .rejects("not-in-this-state");
  });

  it("a mistake within a mistake: each is taken back, the last first", () => {
    const withdrawn = placed().on("2020-06-20T09:00", "WithdrawSchool", because);
    given(withdrawn)
      .when("2020-06-21T09:00", "CorrectRecord", { event: withdrawn.seqOf("SchoolPlaced"), ...because })
      .rejects("not-in-this-state");
    const again = back(withdrawn, "2020-06-21T09:00", "SchoolWithdrawn");
    expect(back(again, "2020-06-22T09:00", "SchoolPlaced").state.status).toBe("accepted");
  });

  it("by whom may not do it: of a withdrawal, by the hub lead alone", () => {
    const may = (past: Past): ActorRole[] =>
      ALL_ROLES.filter((role) => {
        const data = { event: past.events.length, ...because };
        const command: Command = {
          id: "c",
          type: "CorrectRecord",
          at: "2020-06-20T09:00:00Z",
          by: { who: "x", role },
          data,
        };
        const decision = decide(past.state, command, RULES);
        if ("events" in decision) return true;
        expect(decision.rejection.code).toBe("forbidden");
        return false;
      });
    expect(may(declined)).toEqual(["hub-coordinator", "hub-lead"]);
    expect(may(placed())).toEqual(["hub-coordinator", "hub-lead"]);
    expect(may(offered().on("2020-06-05T09:00", "DeclineOffer", {}))).toEqual([
      "hub-coordinator",
      "hub-lead",
      "school-contact",
    ]);
    expect(may(placed().on("2020-06-20T09:00", "WithdrawSchool", because))).toEqual(["hub-lead"]);
    expect(may(applied().on("2020-06-20T09:00", "WithdrawApplication", because))).toEqual(["hub-lead"]);
  });
});

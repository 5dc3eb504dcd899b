// From one hub to another: never by the new hub's act alone.

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
  READINESS,
  register,
  RULES,
  schoolFor,
  type Past,
} from "../../../test/support/journey.ts";
import type { ActorRole, Command, CommandData } from "../commands.ts";
import { decide } from "../decide.ts";
import type { Decision } from "../rules.ts";
import { hubOf, isHeardBy, staysOf } from "../stays.ts";

const HERE = "great-north";
const FAR = "far-south";
const asksFor = (hub: string): CommandData["SubmitApplication"] => application(READINESS, { hub });
const as = (past: Past, role: ActorRole, when: string, hub = FAR): Decision => {
  const command: Command = {
    id: "c",
    type: "SubmitApplication",
    at: `${when}:00Z`,
    by: { who: "somebody", role },
    data: asksFor(hub),
  };
  return decide(past.state, command, RULES);
};
const done = (past: Past, decision: Decision): Past => {
  if ("rejection" in decision) throw new Error(decision.rejection.code);
  return past.follow(decision.events);
};
const types = (decision: Decision): string[] =>
  "events" in decision ? decision.events.map(({ type }) => type) : [decision.rejection.code];

/** Withdrawn on 5 June 2020, at great-north. */
const withdrawn = applied().on("2020-06-05T09:00", "WithdrawApplication", because);
/** far-south asks for it on 8 June. */
const asked = done(withdrawn, as(withdrawn, "hub-lead", "2020-06-08T09:00"));

describe("A school that asks another hub", () => {
  it("goes there by its own word, with what it asks", () => {
    const moved = as(withdrawn, "school-contact", "2020-06-08T09:00");
    expect(types(moved)).toEqual(["SchoolLeftHub", "SchoolJoinedHub", "ApplicationSubmitted"]);
    expect(done(withdrawn, moved).state).toMatchObject({ status: "applied", hub: FAR, move: null });
  });

  it("by a hub’s word stays where it is, and its hub is asked for ten school days", () => {
    expect(asked.events.slice(withdrawn.events.length)).toMatchObject([
      { type: "MoveAsked", to: FAR, until: "2020-06-22", asks: { type: "ApplicationSubmitted", hub: FAR } },
      { type: "TaskOpened", about: "move", hub: FAR, dueOn: "2020-06-22" },
    ]);
    expect(asked.state).toMatchObject({ status: "withdrawn", hub: HERE, move: { to: FAR, waitsFor: "hub" } });
    expect(types(as(asked, "hub-coordinator", "2020-06-09T09:00"))).toEqual(["already-active"]);
  });

  it("is let go by its hub: what was asked is recorded then", () => {
    const moved = asked.on("2020-06-10T09:00", "MoveToHub", { hub: FAR, ...because });
    expect(moved.events.slice(asked.events.length).map(({ type }) => type)).toEqual([
      // What had changed before is told meanwhile.
      "LettersDue",
      "TaskDecided",
      "SchoolLeftHub",
      "SchoolJoinedHub",
      "ApplicationSubmitted",
    ]);
    expect(moved.state).toMatchObject({ status: "applied", hub: FAR, move: null });
    expect(moved.state.status !== "none" && moved.state.tasks.every(({ status }) => status !== "open")).toBe(true);
  });

  it("is kept by its hub, with the reason", () => {
    given(asked)
      .when("2020-06-10T09:00", "MoveToHub", { hub: HERE, ...because })
      .brings(
        { type: "TaskDecided", task: `move/${withdrawn.events.length + 1}`, decision: "stays", ...kept },
        { type: "MoveRefused", to: FAR, ...kept },
      );
    given(asked).when("2020-06-10T09:00", "MoveToHub", { hub: HERE }).rejects("reason-required");
    given(asked)
      .when("2020-06-10T09:00", "MoveToHub", { hub: "third", ...because })
      .rejects("not-in-this-state");
    given(withdrawn)
      .when("2020-06-10T09:00", "MoveToHub", { hub: HERE, ...because })
      .rejects("not-in-this-state");
    given(nothing)
      .when("2020-06-10T09:00", "MoveToHub", { hub: FAR, ...because })
      .rejects("not-in-this-state");
  });

  it("whose hub does not answer is an operator’s task, with its day", () => {
    const late = asked.until("2020-06-23T10:00");
    expect(late.events.at(-1)).toMatchObject({ type: "TaskAssigned", assignee: "operator", dueOn: "2020-06-30" });
    expect(late.state).toMatchObject({ move: { waitsFor: "operator" } });
    expect(late.until("2021-01-01").events).toHaveLength(late.events.length);
    given(late)
      .when("2020-06-24T09:00", "MoveToHub", { hub: FAR, ...because })
      .accepted();
  });

  it("that applies to its own hub meanwhile is asked for no more", () => {
    const own = done(asked, as(asked, "school-contact", "2020-06-09T09:00", HERE));
    expect(own.state).toMatchObject({ status: "applied", hub: HERE, move: null });
    expect(own.events.at(-1)).toMatchObject({ type: "TaskClosed" });
  });

  it("and takes part tells the other hub no more than that", () => {
    const decision = as(offered(), "hub-lead", "2020-06-08T09:00");
    expect(decision).toEqual({ rejection: { code: "already-active", why: "elsewhere" } });
    expect(as(offered(), "school-contact", "2020-06-08T09:00")).toMatchObject({
      rejection: { with: { status: "offered" } },
    });
  });

  it("with an interest is asked for alike", () => {
    const interest: Command = {
      id: "c",
      type: "ExpressInterest",
      at: "2020-06-08T09:00:00Z",
      by: { who: "somebody", role: "hub-lead" },
      data: { school: schoolFor(READINESS), hub: FAR, prospectus: READINESS, contact: "person-1" },
    };
    expect(types(decide(withdrawn.state, interest, RULES))).toEqual(["MoveAsked", "TaskOpened"]);
  });
});

describe("A school that its hub lets go", () => {
  const go = (past: Past, when: string): Past => past.on(when, "MoveToHub", { hub: FAR, ...because });

  it("leaves its place: an application, an offer, a place that was accepted waits anew", () => {
    for (const past of [applied(), offered(), accepted()])
      expect(go(past, "2020-06-10T09:00").state).toMatchObject({ status: "applied", hub: FAR });
  });

  it("under way goes on with its year, without a Work Group", () => {
    const attended = begun().on("2020-09-30T17:00", "RecordAttendance", register("session-1", "2020-09-30"));
    const moved = go(attended, "2020-10-01T09:00");
    expect(moved.state).toMatchObject({ status: "participating", hub: FAR });
    expect(moved.year).toMatchObject({ workGroup: null, commitments: attended.year.commitments });
  });

  it("what was said stays with the hub to which it was said; a grant with the hub at which it fell due", () => {
    const year = begun("2024-25/primary-development");
    const moved = go(year, "2024-09-10T09:00").on("2024-09-12T09:00", "WithholdGrant", because);
    const stays = staysOf(moved.events);
    const left = moved.seqOf("SchoolLeftHub");
    expect(stays).toEqual([
      { hub: HERE, since: 1, until: left },
      { hub: FAR, since: left + 1, until: null },
    ]);
    const withheld = moved.events.at(-2);
    if (withheld === undefined || moved.state.status === "none") throw new Error("nothing happened");
    expect(withheld.type).toBe("GrantWithheld");
    expect(hubOf(withheld, moved.state)).toBe(HERE);
    // So is what is asked about it.
    for (const event of moved.events.slice(-4))
      expect([event.type, hubOf(event, moved.state)]).toEqual([
        event.type,
        event.seq === left + 1 || event.seq === left + 2 ? FAR : HERE,
      ]);
    expect(
      hubOf({ type: "SchoolReturned", at: withheld.at, resumes: "this-year", chaseFrom: withheld.at }, moved.state),
    ).toBe(FAR);
    // Events of before name no hub.
    expect([1, left, left + 1].map((seq) => isHeardBy(HERE, { seq, hub: null }, stays))).toEqual([true, true, false]);
    expect([1, left, left + 1].map((seq) => isHeardBy(FAR, { seq, hub: null }, stays))).toEqual([false, false, true]);
    expect(isHeardBy(HERE, { seq: 99, hub: HERE }, stays)).toBe(true);
  });
});

import { describe, expect, it } from "@jest/globals";
import {
  accepted,
  application,
  applied,
  because,
  begun,
  nominated,
  nothing,
  offered,
  placed,
  PRIMARY_DEVELOPMENT,
  READINESS,
  register,
  school,
  type Past,
} from "../../test/support/journey.ts";
import type { JourneyEvent, Recorded } from "./events.ts";
import { effectOf } from "./effects.ts";
import { evolve, fold, NOTHING } from "./evolve.ts";
import type { JourneyStatus } from "./state.ts";

const at = "2021-09-20T09:00:00Z";
const next = (past: Past, event: JourneyEvent): Recorded => ({ ...event, seq: past.events.length + 1 });

/** A past that ends in each status. */
const STATUSES: Record<JourneyStatus, Past> = {
  interested: nothing.on("2020-03-01T09:00", "ExpressInterest", {
    school: school(),
    hub: "great-north",
    prospectus: READINESS,
  }),
  applied: applied(),
  "information-requested": applied().on("2020-06-03T09:00", "RequestInformation", because),
  waitlisted: applied().on("2020-06-03T09:00", "WaitlistApplication", because),
  offered: offered(),
  accepted: accepted(),
  participating: begun(),
  paused: begun().on("2020-10-01T09:00", "PauseJourney", because),
  completed: begun(PRIMARY_DEVELOPMENT).until("2025-11-01"),
  "not-selected": applied().on("2020-06-03T09:00", "DeclineApplication", because),
  redirected: applied().on("2020-06-03T09:00", "RedirectApplication", because),
  declined: offered().on("2020-06-04T09:00", "DeclineOffer", {}),
  lapsed: offered().until("2020-07-01T09:00"),
  withdrawn: begun().on("2020-10-01T09:00", "WithdrawSchool", because),
  ineligible: begun().on("2020-10-01T09:00", "WithdrawSchool", { ...because, reasonCode: "ineligible" }),
};

describe("Events fold to a status", () => {
  it.each(Object.entries(STATUSES))("%s", (status, past) => {
    expect(past.state.status).toBe(status);
    expect(past.state).toMatchObject({ seq: past.events.length, lastAt: past.events.at(-1)?.at });
  });
  it.each(Object.entries(STATUSES))(
    "%s: folded from its events, whole or from a point on, it is the same",
    (_status, past) => {
      expect(fold(past.events)).toEqual(past.state);
      const half = Math.ceil(past.events.length / 2);
      expect(fold(past.events.slice(half), fold(past.events.slice(0, half)))).toEqual(past.state);
    },
  );
  it("a school may come back from each status in which a journey has ended", () => {
    for (const status of [
      "completed",
      "not-selected",
      "redirected",
      "declined",
      "lapsed",
      "withdrawn",
      "ineligible",
    ] as const) {
      const past = STATUSES[status];
      const when = status === "completed" ? "2026-06-01T09:00" : "2020-11-01T09:00";
      const id = status === "completed" ? "2026-27/primary-embedding" : "2020-21/primary-development";
      const back = past.follow([
        {
          type: "InterestExpressed",
          at: `${when}:00Z`,
          school: school(),
          hub: "great-north",
          prospectus: id,
          contactId: null,
          coming: [],
        },
      ]);
      expect(back.state.status).toBe("interested");
    }
  });
});

describe("A stream that is damaged, or written by newer code, is not guessed at", () => {
  it("nothing comes before its beginning", () => {
    expect(() => evolve(NOTHING, { type: "OfferAccepted", at, seq: 1 })).toThrow(/before the journey has begun/u);
  });
  it.each([
    ["OfferAccepted", { type: "OfferAccepted", at }, applied()],
    ["InformationProvided", { type: "InformationProvided", at, answerId: null }, begun()],
    ["PlaceOffered", { type: "PlaceOffered", at, workGroup: null, respondBy: "2021-10-01" }, begun()],
    [
      "StageCompleted",
      { type: "StageCompleted", at, stage: "readiness", academicYear: "2020/21", outcome: "completed", then: "ends" },
      applied(),
    ],
    ["StageInterrupted", { type: "StageInterrupted", at, stage: "readiness", academicYear: "2020/21" }, begun()],
    ["JourneyPaused", { type: "JourneyPaused", at, until: null }, accepted()],
    ["SchoolReturned", { type: "SchoolReturned", at, resumes: "this-year", chaseFrom: at }, begun()],
    ["ReadinessConfirmed", { type: "ReadinessConfirmed", at, ready: true }, accepted()],
    ["ReadinessConfirmed", { type: "ReadinessConfirmed", at, ready: true }, STATUSES.withdrawn],
    ["ReadinessConfirmed before any stage-year", { type: "ReadinessConfirmed", at, ready: true }, placed()],
    [
      "CompletionConfirmed",
      { type: "CompletionConfirmed", at, stage: "readiness", academicYear: "2020/21", completed: true },
      accepted(),
    ],
    [
      "CompletionConfirmed before any stage-year",
      { type: "CompletionConfirmed", at, stage: "readiness", academicYear: "2020/21", completed: true },
      placed(),
    ],
  ] satisfies [string, JourneyEvent, Past][])("%s where it cannot follow", (_type, event, past) => {
    expect(() => evolve(past.state, next(past, event))).toThrow(/cannot follow the status/u);
  });
});

describe("What is kept", () => {
  it("from application to application: stage-years, grants, concerns, URNs, open effects; not the teachers", () => {
    const gone = begun(PRIMARY_DEVELOPMENT)
      .on("2024-10-01T09:00", "RaiseConcern", because)
      .on("2024-10-02T09:00", "SucceedSchool", { urn: "100009", ...because })
      .on("2024-10-03T09:00", "WithdrawSchool", because);
    const back = gone.on(
      "2025-02-01T09:00",
      "SubmitApplication",
      application("2025-26/primary-development", { school: school({ urn: "100009" }) }),
    );
    expect(back.state).toMatchObject({
      status: "applied",
      aliases: ["100001"],
      participants: [],
      theme: null,
      invitation: null,
      past: [{ outcome: "withdrawn" }],
      grants: [{ status: "due" }],
      concerns: [{ id: "concern-1" }],
    });
    expect(back.state).toMatchObject({
      effects: [
        ...(gone.state.status === "none" ? [] : gone.state.effects),
        { seq: back.events.length, kind: "send-notice", stalled: false },
      ],
    });
  });
  it("a teacher who has left, so that an older register may still name them", () => {
    const replaced = nominated().on("2020-06-10T09:00", "ReplaceParticipant", {
      participant: "teacher-2",
      by: "cat",
      role: "lead-teacher",
      ...because,
    });
    expect(replaced.state).toMatchObject({
      participants: [
        { id: "teacher-1", left: false },
        { id: "teacher-2", left: true },
        { id: "cat", left: false },
      ],
    });
    const back = replaced.on("2020-06-11T09:00", "ReplaceParticipant", {
      participant: "cat",
      by: "teacher-2",
      role: "lead-teacher",
      ...because,
    });
    expect(back.state).toMatchObject({
      participants: [{ id: "teacher-1" }, { id: "cat", left: true }, { id: "teacher-2", left: false }],
    });
  });
  it("the teachers, from a stage to the next", () => {
    const on = begun()
      .on("2021-06-01T09:00", "ConfirmReadiness", { ready: true })
      .on("2021-06-02T09:00", "InviteToNextStage", {})
      .on("2021-06-03T09:00", "ConfirmNextStage", {})
      .until("2021-09-01");
    expect(on.state).toMatchObject({
      participants: [
        { id: "teacher-1", left: false },
        { id: "teacher-2", left: false },
      ],
      invitation: null,
    });
  });
});

describe("What the world is owed", () => {
  it("is asked for by an event, and owed until its effect is recorded", () => {
    const kinds = (past: Past) =>
      past.state.status === "none" ? [] : past.state.effects.map(({ seq, kind }) => [past.events[seq - 1]?.type, kind]);
    expect(kinds(placed())).toEqual([
      ["ApplicationSubmitted", "send-notice"],
      ["PlaceOffered", "send-notice"],
      ["SchoolPlaced", "send-notice"],
    ]);
    const done = placed().on("2020-06-09T09:00", "RecordEffect", { effect: 1, outcome: "performed" });
    expect(kinds(done)).toEqual([
      ["PlaceOffered", "send-notice"],
      ["SchoolPlaced", "send-notice"],
    ]);
  });
  it(
    "by reminders, escalations and released grants; by the readiness that nobody decided; not by what is only " +
      "recorded",
    () => {
      const all = begun(PRIMARY_DEVELOPMENT)
        .on("2024-10-02T17:00", "RecordAttendance", register("session-1", "2024-10-02"))
        .on("2024-10-03T09:00", "ApproveGrant", {}, { by: "ann" })
        .on("2024-10-03T10:00", "ApproveGrant", {}, { by: "bob" })
        .until("2025-08-31");
      const asked = [...all.events, ...begun().until("2021-09-01").events].flatMap((event) => {
        const kind = effectOf(event);
        return kind === null ? [] : [`${event.type} ${kind}`];
      });
      expect([...new Set(asked)].sort()).toEqual([
        "ApplicationSubmitted send-notice",
        "GrantReleased release-grant",
        "LettersDue escalate-commitment",
        "LettersDue send-notice",
        "LettersDue send-reminder",
        "PlaceOffered send-notice",
        "SchoolPlaced send-notice",
        "TaskOpened send-notice",
      ]);
      const tasks = begun()
        .until("2021-09-01")
        .events.filter((event) => event.type === "TaskOpened");
      expect(tasks.filter((event) => effectOf(event) !== null)).toMatchObject([{ about: "readiness" }]);
    },
  );
});

describe("Nothing is changed in place", () => {
  it("neither state nor events", () => {
    const past = begun().on("2020-09-30T17:00", "RecordAttendance", register("session-1", "2020-09-30"));
    const [state, events] = [structuredClone(past.state), structuredClone(past.events)];
    past
      .on("2020-10-01T09:00", "CorrectRecord", { event: past.seqOf("AttendanceRecorded"), ...because })
      .until("2021-09-01");
    expect([past.state, past.events]).toEqual([state, events]);
  });
});

import { describe, expect, it } from "@jest/globals";
import { ENGLAND, isSchoolDay } from "../../calendar/terms.ts";
import { localDate, localTime } from "../../calendar/instants.ts";
import { given } from "../../../test/support/given.ts";
import {
  application,
  begun,
  because,
  nothing,
  register,
  school,
  SECONDARY_DEVELOPMENT,
  Past,
} from "../../../test/support/journey.ts";

const task = {
  code: "gap-task-1",
  due: "2020-12-08",
  missed: "2020-12-09T00:00",
  one: "2020-12-15T09:00",
  two: "2021-01-04T09:00",
  three: "2021-01-18T09:00",
};

const rungs = (past: Past, code = task.code) =>
  past
    .all("CommitmentEscalated")
    .flatMap((event) =>
      event.type === "CommitmentEscalated" && event.commitment === code ? [[event.level, event.at, ...event.to]] : [],
    );

const missing = (past: Past) => past.all("CommitmentMissed").map((event) => "commitment" in event && event.commitment);

describe("A commitment that is not met on its day", () => {
  it("is missed as the day after begins in London", () => {
    const eve = begun().until("2020-12-08T23:59");
    given(eve).whenTimeComes("2020-12-08T23:59:59").brings();
    given(eve).whenTimeComes(task.missed).brings({
      type: "CommitmentMissed",
      commitment: task.code,
      dueOn: task.due,
      escalateAt: "2020-12-15T09:00:00Z",
      firstLevel: 1,
    });
  });
  it("climbs: lead teachers, then the headteacher, then the hub lead, whose task it is to decide", () => {
    const past = (when: string) => begun().until(when);
    given(past("2020-12-15T08:59"))
      .whenTimeComes(task.one)
      .brings({
        type: "CommitmentEscalated",
        commitment: task.code,
        level: 1,
        to: ["maths-lead", "lead-teacher"],
        nextAt: "2021-01-04T09:00:00Z",
      });
    given(past("2021-01-04T08:59"))
      .whenTimeComes(task.two)
      .brings({
        type: "CommitmentEscalated",
        commitment: task.code,
        level: 2,
        to: ["headteacher"],
        nextAt: "2021-01-18T09:00:00Z",
      });
    given(past("2021-01-18T08:59"))
      .whenTimeComes(task.three)
      .brings(
        { type: "CommitmentEscalated", commitment: task.code, level: 3, to: ["hub-lead"], nextAt: null },
        {
          type: "TaskOpened",
          task: "2020/21/gap-task-1",
          about: "missed-commitment",
          commitment: task.code,
          dueOn: "2021-01-25",
        },
      );
  });
  it("without grace, where a what-if takes it away, the first is told at the next nine o’clock", () => {
    const { events, state, year } = begun().until("2020-12-08");
    const past = new Past(events, {
      ...state,
      year: { ...year, escalation: { ...year.escalation, graceDays: 0 } },
    } as typeof state);
    const first = (at: string) => past.until(at).commitment(task.code).next;
    expect(first("2020-12-09T00:00")).toEqual({ level: 1, at: "2020-12-09T09:00:00Z" });
    const late = past.decide("2020-12-09T14:00", "Tick", {});
    expect(late).toMatchObject({ events: [{ commitment: task.code, escalateAt: "2020-12-10T09:00:00Z" }] });
  });
  it("each level once, in order, at 09:00 on a school day", () => {
    const all = begun().until("2021-08-31").all("CommitmentEscalated");
    expect(all.length).toBeGreaterThan(10);
    for (const { at } of all) expect([localTime(at), isSchoolDay(ENGLAND, localDate(at))]).toEqual(["09:00", true]);
    const told = all.map((event) => "level" in event && `${event.commitment} ${event.level}`);
    expect(new Set(told).size).toBe(told.length);
    expect(rungs(begun().until("2021-08-31")).map(([level]) => level)).toEqual([1, 2, 3]);
  });
  it("a vacant role falls back to the applicant, and no level is skipped", () => {
    const noHead = nothing
      .on(
        "2020-06-02T09:00",
        "SubmitApplication",
        application("2020-21/primary-readiness", { school: school({ headteacher: false }) }),
      )
      .on("2020-06-03T09:00", "OfferPlace", {})
      .on("2020-06-04T09:00", "AcceptOffer", {})
      .on("2020-06-05T09:00", "PlaceInWorkGroup", {})
      .until("2021-02-01");
    expect(rungs(noHead)).toEqual([
      [1, "2020-12-15T09:00:00Z", "applicant"],
      [2, "2021-01-04T09:00:00Z", "applicant"],
      [3, "2021-01-18T09:00:00Z", "hub-lead"],
    ]);
  });
});

describe("Evidence stands the ladder down", () => {
  it.each([
    [0, task.missed],
    [1, task.one],
    [2, task.two],
    [3, task.three],
  ] as const)("at level %i", (level, when) => {
    const past = begun().until(when);
    expect(past.commitment(task.code)).toMatchObject({ status: "missed", level });
    const met = past.on(`${when.slice(0, 11)}12:00`, "CompleteGapTask", { commitment: task.code });
    expect(met.commitment(task.code)).toMatchObject({ status: "met", level: 0, next: null });
    expect(met.all("EscalationWithdrawn")).toEqual(
      level === 0 ? [] : [expect.objectContaining({ commitment: task.code, level })],
    );
    expect(rungs(met.until("2021-08-31"))).toHaveLength(level);
  });
  it("and after a correction it goes on: each level is told once", () => {
    const met = begun().until(task.one).on("2020-12-15T12:00", "CompleteGapTask", { commitment: task.code });
    const taken = met.on("2021-02-01T12:00", "CorrectRecord", { event: met.seqOf("GapTaskCompleted"), ...because });
    given(taken).whenTimeComes("2021-02-01T12:00").brings({
      type: "CommitmentMissed",
      commitment: task.code,
      dueOn: task.due,
      escalateAt: "2021-02-08T09:00:00Z",
      firstLevel: 2,
    });
    expect(rungs(taken.until("2021-08-31"), task.code).map(([level]) => level)).toEqual([1, 2, 3]);
  });
});

describe("A hub’s own missed promise starts with the hub lead", () => {
  it("a visit", () => {
    expect(rungs(begun().until("2021-08-31"), "support-visit-autumn")).toEqual([
      [3, "2020-11-18T09:00:00Z", "hub-lead"],
    ]);
  });
  it("the four to six days in school", () => {
    const year = ["2021-01-13", "2021-01-20", "2021-02-03"].reduce(
      (past, on) => past.on(`${on}T17:00`, "RecordSupportVisit", { on, halfDays: 2 }),
      begun(SECONDARY_DEVELOPMENT),
    );
    expect(rungs(year.until("2021-08-31"), "in-school-support")).toEqual([[3, "2021-07-19T08:00:00Z", "hub-lead"]]);
  });
});

describe("Nobody is chased for a session that was not held", () => {
  it("the hub is, for not holding it", () => {
    expect(missing(begun().until("2021-08-31"))).toEqual([
      "session-1",
      "support-visit-autumn",
      "gap-task-1",
      "session-2",
      "headteachers-session",
      "action-plan",
      "support-visit-spring",
      "gap-task-2",
      "session-3",
      "report",
      "evaluation",
      "support-visit-summer",
    ]);
  });
  it("the school is, once it was held without it", () => {
    const absent = begun().on("2020-09-30T17:00", "RecordAttendance", {
      session: "session-1",
      on: "2020-09-30",
      present: [],
    });
    given(absent).whenTimeComes("2020-10-01T00:00").brings(
      {
        type: "CommitmentMissed",
        commitment: "meeting-1",
        dueOn: "2020-09-30",
        escalateAt: "2020-10-07T08:00:00Z",
        firstLevel: 1,
      },
      {
        type: "CommitmentMissed",
        commitment: "headteacher-first-workshop",
        dueOn: "2020-09-30",
        escalateAt: "2020-10-07T08:00:00Z",
        firstLevel: 1,
      },
    );
  });
  it("from the day the register came, if it came late", () => {
    const late = begun().on("2020-11-20T17:00", "RecordAttendance", register("session-1", "2020-09-30", ["teacher-1"]));
    given(late).whenTimeComes("2020-11-20T17:00").brings({
      type: "CommitmentMissed",
      commitment: "meeting-1",
      dueOn: "2020-09-30",
      escalateAt: "2020-11-26T09:00:00Z",
      firstLevel: 1,
    });
  });
  it("nor for a meeting with the headteacher at a visit, before there was one", () => {
    const autumn = begun().on("2020-11-11T17:00", "RecordSupportVisit", { on: "2020-11-11", halfDays: 1 });
    expect(missing(begun().until("2021-03-05"))).not.toContain("headteacher-meeting-autumn");
    expect(missing(autumn.until("2021-03-05"))).toContain("headteacher-meeting-autumn");
    expect(missing(autumn.until("2021-03-05"))).not.toContain("headteacher-meeting-spring");
    const spring = autumn.on("2021-03-03T17:00", "RecordSupportVisit", { on: "2021-03-03", halfDays: 1 });
    expect(missing(spring.until("2021-03-05"))).toContain("headteacher-meeting-spring");
  });
  it("the headteacher’s own promise is told to the headteacher at levels 1 and 2", () => {
    const late = begun()
      .on("2020-09-30T17:00", "RecordAttendance", { ...register("session-1", "2020-09-30"), headteacher: false })
      .until("2020-11-10");
    expect(
      late
        .all("CommitmentEscalated")
        .flatMap((event) =>
          "to" in event && "level" in event && "commitment" in event ? [[event.commitment, event.level, event.to]] : [],
        ),
    ).toEqual([
      ["headteacher-first-workshop", 1, ["headteacher"]],
      ["headteacher-first-workshop", 2, ["headteacher"]],
      ["headteacher-first-workshop", 3, ["hub-lead"]],
    ]);
  });
  it("two of the school at a repeat of the session are there as on the day", () => {
    const repeat = begun()
      .on("2020-09-30T17:00", "RecordAttendance", register("session-1", "2020-09-30", ["teacher-1"]))
      .on("2020-10-05T17:00", "RecordAttendance", register("session-1", "2020-10-05", ["teacher-2"]));
    expect(repeat.commitment("meeting-1")).toMatchObject({ status: "met", level: 0 });
  });
});

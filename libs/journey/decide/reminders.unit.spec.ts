import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import { because, begun, placed, register, SUSTAINING, type Past } from "../../../test/support/journey.ts";

const autumn = { term: "autumn", academicYear: "2020/21", dueAt: "2020-09-14T08:00:00Z" } as const;

const ofAutumn = ["meeting-1", "headteacher-first-workshop", "headteacher-meeting-autumn", "gap-task-1"];

const told = begun().until("2020-09-14T09:00");

describe("A termly reminder", () => {
  it(
    "is due at 09:00 on the second Monday of term, lists what is outstanding and what comes next, and goes to " +
      "the lead teachers",
    () => {
      given(begun()).whenTimeComes("2020-09-14T08:59:59").brings();
      given(begun())
        .whenTimeComes("2020-09-14T09:00")
        .brings({
          type: "ReminderDue",
          ...autumn,
          to: ["maths-lead", "lead-teacher"],
          outstanding: [],
          comingUp: ofAutumn,
          copies: ["headteacher"],
        });
    },
  );
  it("comes three times a stage-year, at 09:00 in London across both clock changes", () => {
    expect(
      begun()
        .until("2021-08-31")
        .all("ReminderDue")
        .map((event) => "term" in event && [event.term, event.at]),
    ).toEqual([
      ["autumn", "2020-09-14T08:00:00Z"],
      ["spring", "2021-01-11T09:00:00Z"],
      ["summer", "2021-04-26T08:00:00Z"],
    ]);
  });
  it("is on the next school day where the second Monday is none", () => {
    // The summer term of 2025 begins after Easter, and its second Monday is the early May bank holiday.
    expect(begun(SUSTAINING).until("2025-08-31").all("ReminderDue").at(-1)).toMatchObject({
      at: "2025-05-06T08:00:00Z",
    });
  });
  it("lists what is outstanding, and not what waits for a session that was not held", () => {
    const spring = begun().until("2021-01-11T09:00").all("ReminderDue").at(-1);
    expect(spring).toMatchObject({
      type: "ReminderDue",
      term: "spring",
      outstanding: ["gap-task-1"],
      comingUp: ["meeting-2", "headteachers-meeting", "action-plan", "headteacher-meeting-spring", "gap-task-2"],
    });
  });
  it("lists nothing for a school that owes nothing: it still says what comes next", () => {
    const done = begun()
      .on("2020-09-30T17:00", "RecordAttendance", register("session-1", "2020-09-30"))
      .on("2020-12-01T09:00", "CompleteGapTask", {});
    expect(done.until("2021-01-11T09:00").all("ReminderDue").at(-1)).toMatchObject({
      outstanding: [],
      comingUp: ["meeting-2", "headteachers-meeting", "action-plan", "headteacher-meeting-spring", "gap-task-2"],
    });
  });
  it("is copied to the headteacher where the page gives the headteacher a part, and one is known", () => {
    const copies = (past: Past) => past.all("ReminderDue").map((event) => "copies" in event && event.copies);
    expect(copies(told)).toEqual([["headteacher"]]);
    expect(copies(begun(SUSTAINING).until("2025-08-31"))).toEqual([false, false, false]);
  });
  it("goes to the applicant where no teacher is named", () => {
    const alone = begun().on("2020-09-02T09:00", "ReleaseParticipant", { participant: "teacher-1" });
    expect(alone.until("2020-09-14T09:00").all("ReminderDue").at(-1)).toMatchObject({ to: ["lead-teacher"] });
    expect(
      alone
        .on("2020-09-02T09:00", "ReleaseParticipant", { participant: "teacher-2" })
        .until("2020-09-14T09:00")
        .all("ReminderDue")
        .at(-1),
    ).toMatchObject({ to: ["applicant"] });
  });
  it("does not come while paused, after a withdrawal, or after the end", () => {
    const pause = begun().on("2020-09-10T09:00", "PauseJourney", because);
    const gone = begun().on("2020-09-10T09:00", "WithdrawSchool", because);
    for (const past of [pause, gone])
      expect(past.until("2022-08-31").all("ReminderDue", "ReminderHeldBack")).toEqual([]);
    expect(begun(SUSTAINING).until("2030-08-31").all("ReminderDue")).toHaveLength(3);
  });
  it("that came due in an outage is sent once if its term goes on, else superseded, and said so", () => {
    given(begun())
      .whenTimeComes("2020-09-20T11:00")
      .brings({
        type: "ReminderDue",
        ...autumn,
        to: ["maths-lead", "lead-teacher"],
        outstanding: [],
        comingUp: ofAutumn,
        copies: ["headteacher"],
      });
    const { decision } = given(begun()).whenTimeComes("2020-12-21T11:00");
    expect("events" in decision && decision.events.filter((event) => event.type.startsWith("Reminder"))).toEqual([
      { type: "ReminderHeldBack", ...autumn, why: "superseded", at: "2020-12-21T11:00:00Z" },
    ]);
  });
});

describe("A chaser", () => {
  const all = (past: Past, until = "2021-08-31") => past.until(until).all("ChaserDue", "ChaserHeldBack");
  it("is about no meeting: that one is announced, to the headteacher too where a part of it is theirs", () => {
    const past = begun().until("2020-10-01");
    expect(all(past, "2020-10-01")).toEqual([]);
    expect(past.events.filter(({ type }) => type === "MeetingAnnounced")).toMatchObject([
      { at: "2020-09-23T08:00:00Z", meeting: "session-1", to: ["maths-lead", "lead-teacher", "headteacher"] },
    ]);
  });
  const first = {
    type: "ChaserDue" as const,
    term: "autumn" as const,
    academicYear: "2020/21",
    commitments: ["gap-task-1"],
    dueAt: "2020-12-04T09:00:00Z",
  };
  const to = ["maths-lead", "lead-teacher"] as ("maths-lead" | "lead-teacher")[];

  it("comes at 09:00 two days before what the school can do by itself is due, where nothing has come in", () => {
    expect(begun().commitment("gap-task-1")).toMatchObject({ dueOn: "2020-12-08", chaseAt: "2020-12-04T09:00:00Z" });
    given(begun().until("2020-12-03")).whenTimeComes("2020-12-04T08:59:59").brings();
    given(begun().until("2020-12-03"))
      .whenTimeComes("2020-12-04T09:00")
      .brings({ ...first, to });
  });
  it("does not come for what was done, waived or moved before", () => {
    const done = begun().on("2020-12-01T09:00", "CompleteGapTask", {});
    const waived = begun().on("2020-12-01T09:00", "WaiveCommitment", { commitment: "gap-task-1", ...because });
    for (const past of [done, waived]) expect(all(past, "2020-12-20")).toEqual([]);
    const moved = begun().on("2020-12-01T09:00", "RescheduleCommitment", {
      commitment: "gap-task-1",
      dueOn: "2021-01-15",
      ...because,
    });
    expect(all(moved, "2021-01-20")).toMatchObject([{ commitments: ["gap-task-1"], dueAt: "2021-01-13T09:00:00Z" }]);
  });
  it("comes once for each commitment, also where it gets another date after that", () => {
    const moved = begun().on("2020-12-04T10:00", "RescheduleCommitment", {
      commitment: "gap-task-1",
      dueOn: "2021-01-15",
      ...because,
    });
    expect(all(moved, "2021-01-20")).toEqual([{ ...first, to, at: "2020-12-04T09:00:00Z" }]);
  });
  it("is one letter for all that is due soon on a day", () => {
    const both = begun().on("2020-12-01T09:00", "RescheduleCommitment", {
      commitment: "action-plan",
      dueOn: "2020-12-08",
      ...because,
    });
    expect(all(both, "2020-12-20")).toMatchObject([{ type: "ChaserDue", commitments: ["gap-task-1", "action-plan"] }]);
  });
  it("comes at most three times a term", () => {
    const days = ["2021-02-01", "2021-02-03", "2021-02-05", "2021-02-09"];
    const codes = ["action-plan", "gap-task-2", "report", "evaluation"];
    const crowded = codes.reduce(
      (past, commitment, index) =>
        past.on("2021-01-12T09:00", "RescheduleCommitment", { commitment, dueOn: days[index] ?? "", ...because }),
      begun(),
    );
    expect(
      all(crowded, "2021-03-20")
        .filter((event) => "term" in event && event.term === "spring")
        .map((event) => "commitments" in event && event.commitments),
    ).toEqual([["action-plan"], ["gap-task-2"], ["report"]]);
  });
  it("is not sent to a school that has opted out, nor once it is too late, and both are said", () => {
    const out = begun().on("2020-12-01T09:00", "OptOutOfReminders", {});
    const { to: _to, ...heldBack } = { ...first, to, type: "ChaserHeldBack" as const };
    given(out)
      .whenTimeComes("2020-12-04T09:00")
      .brings({ ...heldBack, why: "opted-out" });
    const { decision } = given(begun().until("2020-12-03")).whenTimeComes("2020-12-10T08:00");
    expect("events" in decision && decision.events[0]).toEqual({
      ...heldBack,
      why: "superseded",
      at: "2020-12-10T08:00:00Z",
    });
  });
  it("missed in a pause is not made up", () => {
    const back = begun()
      .on("2020-12-01T09:00", "PauseJourney", because)
      .on("2020-12-08T09:00", "ReturnToProgramme", {});
    expect(all(back, "2020-12-20")).toMatchObject([{ commitments: ["teachers"] }]);
  });
  it("is still to come where a record was taken back in time", () => {
    const wrong = begun().on("2020-10-01T09:00", "CompleteGapTask", { commitment: "gap-task-1" });
    const back = wrong.on("2020-10-02T09:00", "CorrectRecord", { event: wrong.seqOf("GapTaskCompleted"), ...because });
    expect(all(back, "2020-12-20")).toMatchObject([{ type: "ChaserDue", commitments: ["gap-task-1"] }]);
  });
  it("does not come where the termly reminder says it at the same moment", () => {
    const due = begun().on("2020-09-10T09:00", "RescheduleCommitment", {
      commitment: "gap-task-1",
      dueOn: "2020-09-16",
      ...because,
    });
    expect(due.commitment("gap-task-1").chaseAt).toBe("2020-09-14T08:00:00Z");
    expect(all(due, "2020-09-30")).toEqual([]);
  });
  it("is unknown to a year that began before there were any", () => {
    const [started, ...rest] = begun().events.slice(begun().seqOf("StageStarted") - 1);
    if (started?.type !== "StageStarted") throw new Error("no year begins");
    const { reminding: _, ...before } = {
      ...started,
      commitments: started.commitments.map(({ chaseAt: _at, ...one }) => one),
    };
    const old = placed().follow([before, ...rest]);
    expect(all(old)).toEqual([]);
    expect(old.until("2020-09-14T09:00").events.at(-1)).not.toHaveProperty("copies");
  });
});

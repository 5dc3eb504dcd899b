import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import {
  because,
  begun,
  nothing,
  placed,
  PRIMARY_DEVELOPMENT,
  register,
  SECONDARY_DEVELOPMENT,
  SUSTAINING,
  TWO,
  type Past,
} from "../../../test/support/journey.ts";

const secondary = begun(SECONDARY_DEVELOPMENT);
const primary = begun(PRIMARY_DEVELOPMENT);
const held = (past: Past, session: string, on: string, present = TWO): Past =>
  past.on(`${on}T17:00`, "RecordAttendance", { ...register(session, on, present), headteacher: false });

describe("Sessions are in the months that the page names", () => {
  it("November to July: no other day is taken, for a date or for a register", () => {
    for (const on of ["2020-10-14", "2021-08-20"]) {
      given(secondary)
        .when("2020-09-03T09:00", "ScheduleSession", { session: "session-1", on })
        .rejects("stated-by-page");
      given(secondary)
        .when("2020-09-03T09:00", "MoveSession", { session: "session-1", on, ...because })
        .rejects("stated-by-page");
    }
    given(secondary)
      .when("2020-10-14T17:00", "RecordAttendance", register("session-1", "2020-10-14"))
      .rejects("stated-by-page");
    given(secondary).when("2020-09-03T09:00", "ScheduleSession", { session: "session-1", on: "2020-11-02" }).accepted();
  });
  it("where no page names any, in the whole year", () => {
    given(primary).when("2024-09-03T09:00", "ScheduleSession", { session: "session-1", on: "2024-09-10" }).accepted();
  });
});

describe("A session beyond those that were promised", () => {
  const extra = secondary.on("2020-09-03T09:00", "ScheduleSession", { session: "session-5", on: "2021-07-09" });

  it("is added at any time and binds nobody", () => {
    given(secondary)
      .when("2020-09-03T09:00", "ScheduleSession", { session: "session-5", on: "2021-07-09" })
      .brings({ type: "SessionScheduled", session: "session-5", on: "2021-07-09" });
    expect(extra.year.commitments.map(({ code }) => code)).toEqual(secondary.year.commitments.map(({ code }) => code));
    given(extra)
      .when("2020-09-03T10:00", "MoveSession", { session: "session-5", on: "2021-07-08", ...because })
      .accepted();
    given(extra)
      .when("2020-09-03T10:00", "CancelSession", { session: "meeting-5", ...because })
      .accepted();
    given(secondary)
      .when("2020-09-03T09:00", "ScheduleSession", { session: "away-day", on: "2021-07-09" })
      .rejects("unknown-session");
    given(secondary)
      .when("2021-07-09T17:00", "RecordAttendance", register("session-5", "2021-07-09"))
      .rejects("unknown-session");
  });
  it("makes up one session that was missed, the earliest, for whoever is there", () => {
    const once = held(held(extra, "session-1", "2020-11-04", ["teacher-1"]), "session-2", "2021-01-27", ["teacher-1"]);
    const madeUp = held(once, "session-5", "2021-07-09");
    expect(["meeting-1", "meeting-2"].map((code) => madeUp.commitment(code).status)).toEqual(["met", "missed"]);
  });
  it("makes up none that comes after it", () => {
    const early = secondary.on("2020-10-03T09:00", "ScheduleSession", { session: "session-5", on: "2020-11-02" });
    const after = held(held(early, "session-5", "2020-11-02"), "session-1", "2020-11-04", ["teacher-1"]);
    expect(after.commitment("meeting-1").status).toBe("open");
  });
});

describe("Calling off", () => {
  const off = (past: Past, session: string) => past.on("2020-09-04T09:00", "CancelSession", { session, ...because });

  it("more than the page has at least stays the hub's own promise, and nobody at the school is chased", () => {
    const called = off(secondary, "session-2");
    expect(["session-2", "meeting-2"].map((code) => called.commitment(code).status)).toEqual(["open", "waived"]);
    const later = called.until("2021-08-30");
    expect(later.commitment("session-2")).toMatchObject({ status: "missed", told: 3 });
    given(called)
      .when("2020-09-05T09:00", "CancelSession", { session: "session-2", ...because })
      .rejects("not-in-this-state");
  });
  it("one of five is nobody's promise any more, also where the fifth was added afterwards", () => {
    const more = off(secondary, "session-2").on("2020-09-05T09:00", "ScheduleSession", {
      session: "session-5",
      on: "2021-07-09",
    });
    expect(more.commitment("session-2").status).toBe("waived");
  });
  it("a new date owes all of it again", () => {
    const again = off(secondary, "session-2").on("2020-09-05T09:00", "ScheduleSession", {
      session: "session-2",
      on: "2021-02-03",
    });
    expect(["session-2", "meeting-2"].map((code) => again.commitment(code))).toMatchObject([
      { status: "open", dueOn: "2021-02-03" },
      { status: "open", dueOn: "2021-02-03" },
    ]);
  });
});

describe("A day holds what a day holds", () => {
  const once = held(secondary, "session-1", "2020-11-04");

  it("separate meetings are on separate days; a full day stands for two where the lead says so, with a reason", () => {
    const second = { ...register("session-2", "2020-11-04"), headteacher: false };
    given(once).when("2020-11-04T18:00", "RecordAttendance", second).rejects("too-much-for-a-day");
    given(once).when("2020-11-04T18:00", "TakeRegister", second).rejects("too-much-for-a-day");
    const full = { ...second, equivalent: "full-day" as const };
    given(once).when("2020-11-04T18:00", "RecordAttendance", full).rejects("reason-required");
    const day = once.on("2020-11-04T18:00", "RecordAttendance", { ...full, ...because });
    expect(day.commitment("meeting-2").status).toBe("met");
    given(day)
      .when("2020-11-04T19:00", "RecordAttendance", { ...full, ...because, session: "session-3" })
      .rejects("too-much-for-a-day");
  });
  it("nor is one put on the day of another: one that is promised, one more, or one that was held", () => {
    const asked = (past: Past, session: string, on: string) =>
      given(past).when("2020-10-05T09:00", "ScheduleSession", { session, on, ...because });
    asked(secondary, "session-1", "2021-01-27").rejects("too-much-for-a-day");
    asked(secondary, "session-5", "2021-01-27").rejects("too-much-for-a-day");
    asked(secondary, "session-1", "2021-01-28").accepted();
    given(once)
      .when("2020-11-04T19:00", "ScheduleSession", { session: "session-5", on: "2020-11-04", ...because })
      .rejects("too-much-for-a-day");
  });
  it("two twilights are one session", () => {
    const twilight = (past: Past, on: string) =>
      past.on(`${on}T20:00`, "RecordAttendance", {
        ...register("session-1", on),
        headteacher: false,
        equivalent: "twilight",
        ...because,
      });
    const half = twilight(secondary, "2020-11-04");
    expect(half.commitment("meeting-1").status).toBe("open");
    expect(twilight(half, "2020-11-11").commitment("meeting-1").status).toBe("met");
  });
  it("a visit is two half-days at most, with all that is recorded of its day", () => {
    const visit = (past: Past, halfDays: number) =>
      given(past).when("2020-11-04T18:00", "RecordSupportVisit", { on: "2020-11-04", halfDays });
    visit(secondary, 40).rejects("too-much-for-a-day");
    visit(once, 2).rejects("too-much-for-a-day");
    visit(once, 1).accepted();
  });
  it("release is never more than the school days since the last record of it", () => {
    const released = (past: Past, days: number, on: string) =>
      given(past).when(`${on}T18:00`, "RecordReleaseDays", { participant: "teacher-1", days, on });
    released(primary, 8, "2024-09-05").rejects("too-much-for-a-day");
    released(primary, 1, "2024-09-05").accepted();
    const five = primary.on("2024-11-20T18:00", "RecordReleaseDays", {
      participant: "teacher-1",
      days: 5,
      on: "2024-11-20",
    });
    released(five, 0.5, "2024-11-20").rejects("too-much-for-a-day");
    released(five, 2, "2024-11-22").accepted();
    released(five, 2.5, "2024-11-22").rejects("too-much-for-a-day");
  });
  it("release on the day of a meeting is the same release", () => {
    const day = { participant: "teacher-1", days: 0.5, on: "2024-10-02" };
    const met = held(primary, "session-1", "2024-10-02", ["teacher-1"])
      .on("2024-12-01T18:00", "RecordReleaseDays", day)
      .on("2024-12-01T18:00", "RecordReleaseDays", { participant: "teacher-1", days: 9, on: "2024-11-29" });
    expect(met.commitment("release-days").status).toBe("open");
  });
});

describe("Support in school, between the two teachers", () => {
  const both = (past: Past, on: string, teachers?: string[]) =>
    past.on(`${on}T18:00`, "RecordSupportVisit", { on, halfDays: 2, ...(teachers && { teachers }) });

  it("counts each teacher who was in it: two full days with both are four days between them", () => {
    const one = both(secondary, "2020-11-11", TWO);
    expect(one.commitment("in-school-support").status).toBe("open");
    expect(both(one, "2020-11-18", TWO).commitment("in-school-support").status).toBe("met");
    expect(both(one, "2020-11-18", ["teacher-1"]).commitment("in-school-support").status).toBe("open");
  });
  it("where nobody said who was in it, it counts as it is", () => {
    const three = ["2020-11-11", "2020-11-18", "2020-11-25"].reduce((past, on) => both(past, on), secondary);
    expect(three.commitment("in-school-support").status).toBe("open");
    expect(both(three, "2020-12-02").commitment("in-school-support").status).toBe("met");
  });
  it("says what it did by the codes of the programme, and names who takes part", () => {
    const visit = (more: object) =>
      given(secondary).when("2020-11-11T18:00", "RecordSupportVisit", { on: "2020-11-11", halfDays: 1, ...more });
    visit({ did: ["planning", "schemes-of-work"], teachers: ["teacher-2"] }).brings({
      type: "SupportVisitRecorded",
      on: "2020-11-11",
      halfDays: 1,
      headteacher: false,
      teachers: ["teacher-2"],
      did: ["planning", "schemes-of-work"],
    });
    visit({ did: ["inspection"] }).rejects("invalid");
    visit({ teachers: ["nobody"] }).rejects("unknown-participant");
  });
});

describe("Who was not there", () => {
  const workshop = { ...register("session-1", "2020-11-04", ["teacher-1"]), headteacher: false };
  const away = (reasonCode: string) =>
    given(secondary).when("2020-11-04T18:00", "RecordAttendance", {
      ...workshop,
      absent: [{ participant: "teacher-2", reasonCode }],
    });

  it("is named with a code that says nothing of health", () => {
    for (const code of ["unavoidable", "cover", "clash"]) away(code).accepted();
    away("illness").rejects("invalid");
  });
  it("or came late, which is a note", () => {
    const late = given(secondary).when("2020-11-04T18:00", "RecordAttendance", {
      ...workshop,
      present: TWO,
      late: ["teacher-2"],
    });
    late.brings(
      {
        type: "AttendanceRecorded",
        session: "session-1",
        on: "2020-11-04",
        present: TWO,
        headteacher: false,
        late: ["teacher-2"],
      },
      { type: "CommitmentMet", commitment: "session-1", late: false },
      { type: "CommitmentMet", commitment: "meeting-1", late: false },
      { type: "GrantPayable", stage: "development", academicYear: "2020/21" },
    );
    given(secondary)
      .when("2020-11-04T18:00", "RecordAttendance", { ...workshop, late: ["teacher-2"] })
      .rejects("invalid");
  });
  it("makes it up with a catch-up, by which no session was held", () => {
    const missed = secondary.on("2020-11-04T18:00", "RecordAttendance", workshop);
    const catchUp = { ...register("session-1", "2020-11-18", ["teacher-2"]), headteacher: false, catchUp: true };
    expect(missed.on("2020-11-18T18:00", "RecordAttendance", catchUp).commitment("meeting-1").status).toBe("met");
    const alone = secondary.on("2020-11-18T18:00", "RecordAttendance", { ...catchUp, present: TWO });
    expect(alone.commitment("session-1").status).not.toBe("met");
  });
});

describe("A late joiner owes its share of the year's release", () => {
  it("for the school days that are left, in half-days, rounded up", () => {
    const target = (past: Past) => past.commitment("release-days").target;
    expect(target(primary)).toBe(20);
    const late = placed(PRIMARY_DEVELOPMENT).events.filter(({ type }) => type !== "SchoolPlaced");
    const joined = nothing.follow(late).on("2025-02-03T09:00", "PlaceInWorkGroup", {});
    const share = target(joined) ?? 0;
    expect([share > 5, share < 12]).toEqual([true, true]);
  });
});

describe("Two full days are never on one", () => {
  it("of a programme whose sessions are full days", () => {
    const one = held(begun(SUSTAINING), "session-1", "2024-10-23");
    given(one)
      .when("2024-10-23T18:00", "RecordAttendance", {
        ...register("session-2", "2024-10-23"),
        equivalent: "full-day",
        ...because,
      })
      .rejects("too-much-for-a-day");
  });
});

import { describe, expect, it } from "@jest/globals";
import { parseWhen } from "../calendar/instants.ts";
import { because, begun, offered, placed, RULES, type Past } from "../../test/support/journey.ts";
import { schoolDates, type SchoolDate } from "./school-dates.ts";

const SCHOOL = "100001-primary";
const dates = (past: Past, from = "2020-09-02", until = "2021-08-31"): SchoolDate[] =>
  schoolDates(SCHOOL, past.state, RULES, parseWhen(from), parseWhen(until, "end"));
const of = (all: readonly SchoolDate[], code: string) => all.find(({ thing }) => thing.endsWith(`/${code}`));

describe("A school’s own dates", () => {
  it("are its meetings, visits and what is due, each once and in words", () => {
    const all = dates(begun());
    expect(of(all, "session-1")).toMatchObject({ on: "2020-09-30", title: "Work Group meeting 1", held: {} });
    // Being there is part of the meeting, and the headteacher's part in it too.
    expect(of(all, "session-1")?.says).toMatch(
      /teachers who take part come[\s\S]*headteacher comes to the first workshop/u,
    );
    expect([of(all, "meeting-1"), of(all, "headteacher-first-workshop")]).toEqual([undefined, undefined]);
    expect(of(all, "gap-task-1")?.title).toBe("Due today: Task 1 between sessions");
    expect(of(all, "support-visit-autumn")?.title).toBe("Support visit in the autumn term: by today");
    expect(all.map(({ on }) => on)).toEqual(all.map(({ on }) => on).sort());
  });
  it("have no levels, no codes, no statuses, also of what is missed", () => {
    const all = dates(begun().until("2020-12-10"), "2020-12-01");
    expect(all.length).toBeGreaterThan(3);
    const said = all.map(({ title, says }) => `${title}\n${says}`).join("\n");
    expect(said).not.toMatch(/escalat|level|missed|commitment|[a-z]+-[a-z0-9]+-?\d|_|under-way|\d{4}-\d\d-\d\d/iu);
    // What was due is past: it is asked for by letter, not written over every day to come.
    expect(of(all, "gap-task-1")).toBeUndefined();
  });
  it("move with the meeting, with its times and place, and stay as called off", () => {
    const timed = { startsAt: "13:30", endsAt: "16:00", place: { id: "text-place" } };
    const moved = begun().on("2020-09-10T09:00", "MoveSession", {
      session: "session-1",
      on: "2020-10-14",
      ...timed,
      ...because,
    });
    expect(of(dates(moved), "session-1")).toMatchObject({
      thing: of(dates(begun()), "session-1")?.thing,
      on: "2020-10-14",
      held: { startsAt: "13:30", endsAt: "16:00", placeId: "text-place" },
    });
    const off = moved.on("2020-09-11T09:00", "CancelSession", { session: "session-1", ...because });
    expect(of(dates(off), "session-1")).toMatchObject({ cancelled: true, title: "Called off: Work Group meeting 1" });
    const again = off.on("2020-09-12T09:00", "ScheduleSession", { session: "session-1", on: "2020-10-21" });
    expect(of(dates(again), "session-1")).toMatchObject({ on: "2020-10-21", title: "Work Group meeting 1" });
    expect(of(dates(again), "session-1")?.cancelled).toBeUndefined();
  });
  it("have a visit that is booked on its day and at its time, at the school", () => {
    const booked = begun().on("2020-10-01T09:00", "BookSupportVisit", { on: "2020-11-25", startsAt: "10:00" });
    expect(of(dates(booked), "support-visit-autumn")).toMatchObject({
      on: "2020-11-25",
      title: "Support visit in the autumn term",
      held: { startsAt: "10:00" },
      atSchool: true,
    });
    // The headteacher's meeting is at the visit.
    expect(of(dates(booked), "headteacher-meeting-autumn")).toBeUndefined();
    expect(of(dates(booked), "support-visit-autumn")?.says).toContain("headteacher");
  });
  it("have a session beyond those promised", () => {
    const more = begun().on("2020-09-10T09:00", "ScheduleSession", { session: "session-9", on: "2021-03-10" });
    expect(of(dates(more), "session-9")).toMatchObject({ on: "2021-03-10", title: "Work Group session 9" });
  });
  it("begin with the last day to answer an offer, and with the year to come", () => {
    const answer = dates(offered(), "2020-06-01");
    expect(answer[0]?.title).toBe("Last day to answer the offer of a place");
    const coming = dates(placed(), "2020-07-10");
    expect(coming[0]).toMatchObject({ on: "2020-09-01", title: "Mastery Readiness 2020/21 begins" });
    expect(of(coming, "session-1")).toBeDefined();
  });
  it("are none where it is paused", () => {
    const paused = begun().on("2020-09-10T09:00", "PauseJourney", because);
    expect(dates(paused, "2020-09-11").filter(({ thing }) => thing.includes("2020/21"))).toEqual([]);
  });
});

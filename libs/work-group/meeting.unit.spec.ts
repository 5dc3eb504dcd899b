import { describe, expect, it } from "@jest/globals";
import type { HubWorld } from "../../test/support/hub-world.ts";
import { codeOf } from "../../test/support/hub-world.ts";
import { text } from "../../test/support/journey.ts";
import { placedGroups, schools, teachersOf } from "../../test/support/placed-group.ts";

const SCHOOLS = schools(3);

const [A = "", B = "", C = ""] = SCHOOLS;

const reason = text(3);

const all = (journeys: readonly string[] = SCHOOLS) =>
  journeys.map((journey) => ({ journey, present: teachersOf(journey) }));

/** Three schools are placed; their year is still to begin. */
const placed = () => placedGroups({ north: SCHOOLS });

const underWay = () => placed().until("2024-09-02");

const dueOf = (world: HubWorld, journey: string, code: string) =>
  world.year(journey).commitments.find((one) => one.code === code)?.dueOn;

const statusOf = (world: HubWorld, journey: string, code: string) =>
  world.year(journey).commitments.find((one) => one.code === code)?.status;

describe("The sessions of a Work Group", () => {
  it("are where the year of each school begins", () => {
    const world = placed()
      .doGroup("north", "2024-06-10T09:00", "ScheduleSession", {
        session: "session-2",
        on: "2025-02-05",
        where: "online",
        length: "full-day",
      })
      .doGroup("north", "2024-06-10T09:00", "CancelSession", { session: "session-3", reason })
      .until("2024-09-02");
    for (const journey of SCHOOLS) {
      expect([dueOf(world, journey, "session-2"), dueOf(world, journey, "meeting-2")]).toEqual([
        "2025-02-05",
        "2025-02-05",
      ]);
      expect(dueOf(world, journey, "session-1")).toBe(world.group("north").sessions[0]?.on);
      expect(statusOf(world, journey, "meeting-3")).toBe("waived");
    }
    expect(world.group("north").sessions[1]).toEqual({
      code: "session-2",
      on: "2025-02-05",
      length: "full-day",
      where: "online",
      status: "scheduled",
    });
  });
  it("that are moved take what every school owes at them along", () => {
    const world = underWay();
    expect(
      world.tell("north", "2024-09-03T09:00", "MoveSession", {
        session: "session-1",
        on: "2024-10-09",
        reason,
        reasonCode: "venue",
      }),
    ).toEqual({ rejection: null, skipped: [] });
    for (const journey of SCHOOLS)
      expect([dueOf(world, journey, "session-1"), dueOf(world, journey, "meeting-1")]).toEqual([
        "2024-10-09",
        "2024-10-09",
      ]);
    expect(world.book("north").at(-1)).toMatchObject({
      type: "SessionMoved",
      session: "session-1",
      on: "2024-10-09",
      from: "2024-10-02",
      reasonCode: "venue",
    });
  });
  it("that are called off are owed by nobody, and can be scheduled again", () => {
    const world = underWay().doGroup("north", "2024-09-03T09:00", "CancelSession", { session: "session-1", reason });
    for (const journey of SCHOOLS) expect(statusOf(world, journey, "meeting-1")).toBe("waived");
    expect(codeOf(world.tell("north", "2024-09-03T09:00", "CancelSession", { session: "session-1", reason }))).toBe(
      "not-in-this-state",
    );
    world.doGroup("north", "2024-09-04T09:00", "ScheduleSession", { session: "session-1", on: "2024-10-16" });
    for (const journey of SCHOOLS)
      expect([statusOf(world, journey, "meeting-1"), dueOf(world, journey, "meeting-1")]).toEqual([
        "open",
        "2024-10-16",
      ]);
  });
  it("lie in its academic year, from today on; a reason is given for a change", () => {
    const world = underWay();
    for (const on of ["2024-09-02", "2025-09-01"]) {
      expect(codeOf(world.tell("north", "2024-09-03T09:00", "MoveSession", { session: "session-1", on, reason }))).toBe(
        "invalid",
      );
      expect(codeOf(world.tell("north", "2024-09-03T09:00", "ScheduleSession", { session: "session-1", on }))).toBe(
        "invalid",
      );
    }
    expect(
      codeOf(placed().tell("north", "2024-06-10T09:00", "ScheduleSession", { session: "session-1", on: "2024-07-01" })),
    ).toBe("invalid");
    expect(
      codeOf(world.tell("north", "2024-09-03T09:00", "MoveSession", { session: "session-1", on: "2024-10-09" })),
    ).toBe("reason-required");
    expect(codeOf(world.tell("north", "2024-09-03T09:00", "CancelSession", { session: "session-1" }))).toBe(
      "reason-required",
    );
    for (const session of ["session-4", "meeting-1"])
      expect(
        codeOf(world.tell("north", "2024-09-03T09:00", "MoveSession", { session, on: "2024-10-09", reason })),
      ).toBe("unknown-session");
    expect(
      codeOf(world.tell("north", "2024-09-03T09:00", "ScheduleSession", { session: "away-day", on: "2024-10-09" })),
    ).toBe("unknown-session");
  });
});

describe("A school that was away", () => {
  const away = () => underWay().do(A, "2024-09-20T09:00", "PauseJourney", { reason });
  const back = (world: HubWorld, when: string) => world.do(A, when, "ReturnToProgramme", {});
  const stands = (world: HubWorld) =>
    ["session-1", "meeting-1", "session-2", "meeting-2"].map(
      (code) => `${statusOf(world, A, code)} ${dueOf(world, A, code)}`,
    );

  it("comes back to the dates on which its group meets now, and hears of them in time", () => {
    const moved = away()
      .doGroup("north", "2024-09-25T09:00", "MoveSession", { session: "session-1", on: "2024-11-20", reason })
      .doGroup("north", "2024-09-25T09:00", "MoveSession", { session: "session-2", on: "2025-02-05", reason })
      .doGroup("north", "2024-09-26T09:00", "MoveSession", { session: "session-1", startsAt: "13:30", reason });
    const now = back(moved, "2024-10-14T09:00");
    expect(stands(now)).toEqual(["open 2024-11-20", "open 2024-11-20", "open 2025-02-05", "open 2025-02-05"]);
    const { announces, commitments } = now.year(A);
    expect(announces).toContainEqual({ code: "session-1", on: "2024-11-20", at: "2024-11-13T09:00:00Z" });
    expect(commitments).toContainEqual(expect.objectContaining({ code: "session-1", arranged: { startsAt: "13:30" } }));
  });
  it("owes nothing at a session that was held, or called off, without it", () => {
    const held = away()
      .doGroup("north", "2024-09-25T09:00", "MoveSession", { session: "session-2", on: "2024-10-01", reason })
      .doGroup("north", "2024-10-01T16:00", "TakeRegister", {
        session: "session-2",
        on: "2024-10-01",
        schools: all([B, C]),
      })
      .doGroup("north", "2024-10-01T16:00", "CancelSession", { session: "session-1", reason });
    expect(stands(back(held, "2024-10-07T09:00"))).toEqual([
      "waived 2024-10-02",
      "waived 2024-10-02",
      "waived 2025-01-22",
      "waived 2025-01-22",
    ]);
  });
  it("finds everything else as it left it", () => {
    expect(stands(back(away(), "2024-09-30T09:00"))).toEqual([
      "open 2024-10-02",
      "open 2024-10-02",
      "open 2025-01-22",
      "open 2025-01-22",
    ]);
  });
});

describe("A school that goes on", () => {
  const EMBEDDING = "2025-26/primary-embedding";
  const formedNext = (world: HubWorld) =>
    world.doGroup("next", "2025-05-06T09:00", "FormWorkGroup", {
      hub: "great-north",
      prospectus: EMBEDDING,
      lead: "lead-1",
      leadRole: "mastery-specialist",
      places: 7,
      sessions: [{ session: "session-1", on: "2025-10-15" }],
    });
  const goingOn = () =>
    formedNext(underWay().until("2025-05-05"))
      .do(A, "2025-06-02T08:30", "ConfirmCompletion", { completed: true, reason })
      .do(A, "2025-06-02T09:00", "InviteToNextStage", {})
      .do(A, "2025-06-03T09:00", "ConfirmNextStage", {});

  it("is placed in a group of the year to come, and keeps its place in this year’s", () => {
    const world = goingOn().do(A, "2025-06-10T09:00", "PlaceInWorkGroup", { workGroup: "next" });
    expect(world.group("next").taken).toMatchObject([{ journey: A, status: "taken" }]);
    expect(world.group("north").taken.map(({ journey }) => journey)).toContain(A);
    expect(world.year(A).workGroup).toBe("north");
    world.until("2025-09-02");
    expect([world.year(A).workGroup, dueOf(world, A, "session-1")]).toEqual(["next", "2025-10-15"]);
    expect(
      world
        .doGroup("next", "2025-09-03T09:00", "MoveSession", { session: "session-1", on: "2025-10-08", reason })
        .year(A)
        .commitments.find((one) => one.code === "session-1")?.dueOn,
    ).toBe("2025-10-08");
  });
  it("only once that year is settled, in a group of it that has room, and once", () => {
    const early = formedNext(underWay().until("2025-05-05"));
    expect(codeOf(early.ask(A, "2025-06-10T09:00", "PlaceInWorkGroup", { workGroup: "next" }))).toBe(
      "not-in-this-state",
    );
    expect(codeOf(goingOn().ask(A, "2025-06-10T09:00", "PlaceInWorkGroup", { workGroup: "north" }))).toBe(
      "wrong-group",
    );
    expect(codeOf(goingOn().ask(A, "2025-06-10T09:00", "PlaceInWorkGroup", { workGroup: "nobody-formed-it" }))).toBe(
      "not-in-this-state",
    );
    expect(
      codeOf(
        goingOn()
          .do(A, "2025-06-10T09:00", "PlaceInWorkGroup", { workGroup: "next" })
          .ask(A, "2025-06-10T09:00", "PlaceInWorkGroup", { workGroup: "next" }),
      ),
    ).toBe("not-in-this-state");
  });
  it("frees its place of the year to come where that year falls away, and of this year only where it leaves", () => {
    const placedOn = goingOn().do(A, "2025-06-10T09:00", "PlaceInWorkGroup", { workGroup: "next" });
    placedOn.do(A, "2025-06-11T09:00", "PauseJourney", { reason }).until("2025-10-31");
    // Its place is kept through the pause until 31 October.
    expect(placedOn.group("next").taken).toMatchObject([{ journey: A }]);
    expect(placedOn.until("2025-11-01").group("next").taken).toEqual([]);
    expect(placedOn.book("next").at(-1)).toMatchObject({ type: "PlaceFreed", journey: A, why: "not-going-on" });
    expect(placedOn.group("north").taken.map(({ journey }) => journey)).toContain(A);
    const left = goingOn()
      .do(A, "2025-06-10T09:00", "PlaceInWorkGroup", { workGroup: "next" })
      .do(A, "2025-06-11T09:00", "WithdrawSchool", { reason });
    expect([left.group("next").taken, left.group("north").taken.map(({ journey }) => journey)]).toEqual([[], [B, C]]);
  });
});

describe("Disruption: the whole group", () => {
  it("goes online, and back, in one step", () => {
    const world = underWay().doGroup("north", "2024-09-03T09:00", "AdaptDelivery", { delivery: "online", reason });
    expect(world.group("north").sessions.map(({ where }) => where)).toEqual(["online", "online", "online", "online"]);
    for (const journey of SCHOOLS)
      expect(world.journey(journey).events.at(-1)).toMatchObject({ type: "DeliveryAdapted", delivery: "online" });
    expect(
      world
        .doGroup("north", "2024-09-03T09:00", "ScheduleSession", { session: "session-3", on: "2025-05-14" })
        .group("north")
        .sessions.find(({ code }) => code === "session-3")?.where,
    ).toBe("online");
    expect(
      world.doGroup("north", "2024-09-04T09:00", "AdaptDelivery", { delivery: "in-person", reason }).group("north")
        .sessions[0]?.where,
    ).toBe("in-person");
  });
  it("extends: what is to come moves by so many weeks, for every school", () => {
    const world = underWay().doGroup("north", "2024-10-02T16:00", "TakeRegister", {
      session: "session-1",
      on: "2024-10-02",
      schools: all(),
    });
    const days = () =>
      world.group("north").sessions.flatMap(({ code, on }) => (code === "headteachers-session" ? [] : [on]));
    expect(days()).toEqual(["2024-10-02", "2025-01-22", "2025-05-07"]);
    world.doGroup("north", "2024-10-07T09:00", "AdaptDelivery", { delivery: "extended", weeks: 3, reason });
    expect(days()).toEqual(["2024-10-02", "2025-02-12", "2025-06-02"]);
    for (const journey of SCHOOLS)
      expect([dueOf(world, journey, "meeting-2"), dueOf(world, journey, "meeting-3")]).toEqual([
        "2025-02-12",
        "2025-06-02",
      ]);
    expect(
      codeOf(world.tell("north", "2024-10-07T09:00", "AdaptDelivery", { delivery: "extended", weeks: 20, reason })),
    ).toBe("invalid");
    expect(codeOf(world.tell("north", "2024-10-07T09:00", "AdaptDelivery", { delivery: "online" }))).toBe(
      "reason-required",
    );
  });
});

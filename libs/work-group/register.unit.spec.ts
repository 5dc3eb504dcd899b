import { describe, expect, it } from "@jest/globals";
import type { HubWorld } from "../../test/support/hub-world.ts";
import { codeOf } from "../../test/support/hub-world.ts";
import { text } from "../../test/support/journey.ts";
import { placedGroups, schools, teachersOf } from "../../test/support/placed-group.ts";
import type { CommandData } from "./commands.ts";

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

describe("A register that nobody took", () => {
  const untaken = () => underWay().until("2024-11-20");
  const aboutSession = (world: HubWorld, journey: string) =>
    world.journey(journey).events.filter((event) => "commitment" in event && event.commitment === "session-1");

  it("is the group’s task: it opens nothing in its schools, and nobody there is told", () => {
    const world = untaken();
    for (const journey of SCHOOLS) {
      expect(aboutSession(world, journey)).toMatchObject([{ type: "CommitmentMissed", ofGroup: "north" }]);
      expect(statusOf(world, journey, "meeting-1")).toBe("open");
    }
  });
  it("may be taken late, or the session moved: then it is as if it had been in time", () => {
    const taken = untaken().doGroup("north", "2024-11-20T16:00", "TakeRegister", {
      session: "session-1",
      on: "2024-10-02",
      schools: all(),
    });
    expect(SCHOOLS.map((journey) => statusOf(taken, journey, "meeting-1"))).toEqual(["met", "met", "met"]);
    const moved = untaken().doGroup("north", "2024-11-20T16:00", "MoveSession", {
      session: "session-1",
      on: "2024-12-04",
      reason,
    });
    expect(SCHOOLS.map((journey) => statusOf(moved, journey, "session-1"))).toEqual(["open", "open", "open"]);
  });
  it("but of a school that the register left out the hub’s promise is missed, as it was", () => {
    const left = underWay().doGroup("north", "2024-10-02T16:00", "TakeRegister", {
      session: "session-1",
      on: "2024-10-02",
      schools: all([A, B]),
    });
    const opened = (journey: string) => aboutSession(left.until("2024-11-20"), journey).map(({ type }) => type);
    expect(opened(C)).toEqual(["CommitmentMissed", "CommitmentEscalated", "TaskOpened"]);
    expect(opened(A)).toEqual(["CommitmentMet"]);
  });
});

describe("A register", () => {
  const DAY = "2024-10-02",
    AFTER = "2024-10-02T16:00";
  const taken = () =>
    underWay().doGroup("north", AFTER, "TakeRegister", {
      session: "session-1",
      on: DAY,
      schools: [
        ...all([A, B]),
        {
          journey: C,
          present: [`${C.slice(0, 6)}-1`],
          absent: [{ participant: `${C.slice(0, 6)}-2`, reasonCode: "cover" }],
        },
      ],
    });

  it("taken once is evidence in each school’s journey; who was absent, and why, is kept as a code", () => {
    const world = taken();
    expect(SCHOOLS.map((journey) => statusOf(world, journey, "meeting-1"))).toEqual(["met", "met", "open"]);
    expect(world.journey(C).events.find((event) => event.type === "AttendanceRecorded")).toMatchObject({
      present: ["100003-1"],
      absent: [{ participant: "100003-2", reasonCode: "cover" }],
    });
    expect(world.book("north").at(-1)).toMatchObject({
      type: "RegisterTaken",
      schools: [
        { journey: A, present: teachersOf(A), absent: [] },
        { journey: B },
        { journey: C, absent: [{ participant: "100003-2", reasonCode: "cover" }] },
      ],
    });
    expect(world.group("north").sessions[0]).toMatchObject({ status: "held", on: DAY });
  });
  it("taken again for the same day stands in place of the first: late corrections are allowed", () => {
    const world = taken();
    expect(
      world
        .tell("north", "2024-10-09T09:00", "TakeRegister", { session: "session-1", on: DAY, schools: all([C]) })
        .skipped.map(({ journey, why }) => [journey, why]),
    ).toEqual([
      [A, "not-named"],
      [B, "not-named"],
    ]);
    expect(
      world
        .journey(C)
        .events.slice(-4)
        .map(({ type }) => type),
    ).toEqual(["RecordCorrected", "AttendanceRecorded", "CommitmentMet", "GrantPayable"]);
    expect(statusOf(world, C, "meeting-1")).toBe("met");
    // And the other way: somebody was not there after all.
    world.doGroup("north", "2024-10-10T09:00", "TakeRegister", {
      session: "session-1",
      on: DAY,
      schools: [{ journey: A, present: [] }],
    });
    expect(statusOf(world, A, "meeting-1")).toBe("open");
    expect(world.year(A).evidence.filter((one) => one.kind === "attendance")).toHaveLength(1);
  });
  it("of another day is a repeat for those who missed it, and adds", () => {
    const world = taken().doGroup("north", "2024-10-16T16:00", "TakeRegister", {
      session: "session-1",
      on: "2024-10-16",
      schools: [{ journey: C, present: ["100003-2"] }],
    });
    expect(statusOf(world, C, "meeting-1")).toBe("met");
    expect(world.year(C).evidence.filter((one) => one.kind === "attendance")).toHaveLength(2);
    expect(world.group("north").sessions[0]).toMatchObject({ on: DAY });
  });
  it("is of a session that the group has, was not called off, and has been held", () => {
    const register = (world: HubWorld, session: string, on: string) =>
      codeOf(world.tell("north", AFTER, "TakeRegister", { session, on, schools: all() }));
    expect(register(underWay(), "session-9", DAY)).toBe("unknown-session");
    expect(register(underWay(), "session-1", "2024-10-03")).toBe("in-the-future");
    expect(register(underWay(), "session-1", "2024-08-31")).toBe("invalid");
    expect(
      register(
        underWay().doGroup("north", "2024-09-03T09:00", "CancelSession", { session: "session-1", reason }),
        "session-1",
        DAY,
      ),
    ).toBe("not-in-this-state");
    expect(
      codeOf(taken().tell("north", AFTER, "MoveSession", { session: "session-1", on: "2024-10-09", reason })),
    ).toBe("not-in-this-state");
  });
  it("names schools of the group, each once", () => {
    const register = (schools: CommandData["TakeRegister"]["schools"]) =>
      codeOf(underWay().tell("north", AFTER, "TakeRegister", { session: "session-1", on: DAY, schools }));
    expect(register([])).toBe("invalid");
    expect(register([...all([A]), { journey: "999999-primary", present: [] }])).toBe("invalid");
    expect(register([...all([A]), ...all([A])])).toBe("invalid");
  });
  it("leaves out a school whose rules turn it down, and says which", () => {
    const world = underWay().do(B, "2024-09-03T09:00", "PauseJourney", { reason });
    const came = world.tell("north", AFTER, "TakeRegister", {
      session: "session-1",
      on: DAY,
      schools: [...all([A, B]), { journey: C, present: ["somebody-else"] }],
    });
    expect(came.skipped.map(({ journey, why }) => [journey, why])).toEqual([
      [B, "not-participating"],
      [C, "unknown-participant"],
    ]);
    expect(world.book("north").at(-1)).toMatchObject({ schools: [{ journey: A }] });
    expect(
      codeOf(world.tell("north", AFTER, "TakeRegister", { session: "session-1", on: DAY, schools: all([B]) })),
    ).toBe("not-participating");
    expect(
      codeOf(
        world.tell("north", AFTER, "TakeRegister", {
          session: "session-1",
          on: DAY,
          schools: [{ journey: A, present: teachersOf(A), absent: [{ participant: "100001-1" }] }],
        }),
      ),
    ).toBe("invalid");
  });
});

describe("A support visit", () => {
  it("is booked with one school of the group", () => {
    const world = underWay().doGroup("north", "2024-09-03T09:00", "BookSupportVisit", {
      journey: A,
      on: "2025-02-12",
      term: "spring",
    });
    expect([dueOf(world, A, "support-visit-spring"), dueOf(world, B, "support-visit-spring")]).toEqual([
      "2025-02-12",
      "2025-03-05",
    ]);
    expect(
      codeOf(
        world.tell("north", "2024-09-03T09:00", "BookSupportVisit", { journey: "999999-primary", on: "2025-02-12" }),
      ),
    ).toBe("invalid");
    expect(codeOf(world.tell("north", "2024-09-03T09:00", "BookSupportVisit", { journey: A, on: "2025-09-12" }))).toBe(
      "invalid",
    );
    world.do(B, "2024-09-03T09:00", "PauseJourney", { reason });
    expect(codeOf(world.tell("north", "2024-09-03T09:00", "BookSupportVisit", { journey: B, on: "2025-02-12" }))).toBe(
      "not-participating",
    );
  });
});

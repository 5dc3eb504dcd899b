import { describe, expect, it } from "@jest/globals";
import { codeOf, HubWorld } from "../../test/support/hub-world.ts";
import { READINESS, RULES } from "../../test/support/journey.ts";
import type { CommandData } from "./commands.ts";
import { decide } from "./decide.ts";
import { describe as describeGroup, turnInWords } from "./describe.ts";
import { isGroupId } from "./together.ts";

const MAY = "2020-05-04T09:00";
const READY: CommandData["FormWorkGroup"] = {
  hub: "great-north",
  prospectus: READINESS,
  lead: "lead-1",
  leadRole: "mastery-readiness-lead",
};
const TWO: CommandData["FormWorkGroup"] = {
  ...READY,
  prospectus: "2021-22/secondary-development",
  leadRole: "secondary-mastery-specialist",
};
const SEVEN: CommandData["FormWorkGroup"] = {
  ...READY,
  prospectus: "2024-25/primary-development",
  leadRole: "mastery-specialist",
};
const formed = (data: CommandData["FormWorkGroup"], when = MAY) =>
  new HubWorld().doGroup("north-1", when, "FormWorkGroup", data);
const refused = (data: CommandData["FormWorkGroup"], when = MAY) =>
  codeOf(new HubWorld().tell("north-1", when, "FormWorkGroup", data));

describe("A Work Group is formed", () => {
  it("“up to eight primary schools”", () => {
    expect(formed(READY).group("north-1").places).toEqual({ least: 2, most: 8 });
    expect(refused({ ...READY, places: 9 })).toBe("invalid");
    expect(formed({ ...READY, places: 5 }).group("north-1").places).toEqual({ least: 2, most: 5 });
  });
  it("“a two school Work Group”", () => {
    expect(formed(TWO).group("north-1").places).toEqual({ least: 2, most: 2 });
    for (const places of [1, 3]) expect(refused({ ...TWO, places })).toBe("invalid");
  });
  it("“six or seven primary schools”", () => {
    expect(formed(SEVEN).group("north-1").places).toEqual({ least: 6, most: 7 });
    for (const places of [5, 8]) expect(refused({ ...SEVEN, places })).toBe("invalid");
    expect(formed({ ...SEVEN, places: 6 }).group("north-1").places).toEqual({ least: 6, most: 6 });
  });
  it("with as many as the hub says, or any number, where no page says", () => {
    const embedding = {
      ...READY,
      prospectus: "2020-21/secondary-development",
      leadRole: "secondary-mastery-specialist",
      secondYearDone: true,
    };
    expect(formed(embedding).group("north-1").places).toBeNull();
    expect(formed({ ...embedding, places: 12 }).group("north-1").places).toEqual({ least: 1, most: 12 });
  });
  it("with every session of its programme: on the day the hub names, or on that of the programme", () => {
    const sessions = formed(SEVEN, "2024-05-07").group("north-1").sessions;
    // The headteachers' meeting, which the page of this programme has, is a dated thing of the group too.
    expect(sessions.map(({ code, length, status }) => [code, length, status])).toEqual(
      ["session-1", "session-2", "headteachers-session", "session-3"].map((code) => [code, "half-day", "scheduled"]),
    );
    const named = formed(
      { ...SEVEN, sessions: [{ session: "session-2", on: "2025-02-05", length: "full-day" }] },
      "2024-05-07",
    ).group("north-1").sessions;
    expect(named.map(({ on }) => on)).toEqual([sessions[0]?.on, "2025-02-05", sessions[2]?.on, sessions[3]?.on]);
    expect(named[1]?.length).toBe("full-day");
    const heads = { session: "headteachers-session", on: "2025-03-05" };
    const dated = formed({ ...SEVEN, sessions: [heads] }, "2024-05-07").group("north-1").sessions;
    expect(dated.find(({ code }) => code === heads.session)?.on).toBe(heads.on);
  });
  it("with as many sessions as it likes, in its year", () => {
    expect(refused({ ...SEVEN, sessions: [{ session: "session-4", on: "2025-02-06" }] })).toBeNull();
    expect(refused({ ...SEVEN, sessions: [{ session: "away-day", on: "2025-02-05" }] })).toBe("invalid");
    for (const on of ["2024-08-31", "2025-09-01"])
      expect(refused({ ...SEVEN, sessions: [{ session: "session-1", on }] })).toBe("invalid");
    for (const on of ["2024-09-01", "2025-08-31"]) {
      const sessions = [{ session: "session-1", on }];
      expect(refused({ ...SEVEN, sessions })).toBe("not-a-school-day");
      expect(refused({ ...SEVEN, sessions, reasonCode: "residential" })).toBeNull();
    }
  });
  it("once, for a programme that there is, before its year is over", () => {
    expect(codeOf(formed(READY).tell("north-1", MAY, "FormWorkGroup", READY))).toBe("not-in-this-state");
    expect(refused({ ...READY, prospectus: "2020-21/primary-wonders" })).toBe("not-found");
    expect(refused(READY, "2021-08-31T23:59")).toBeNull();
    expect(refused(READY, "2021-09-01")).toBe("not-in-this-state");
  });
});

describe("A Work Group is led", () => {
  it("by whom its page names", () => {
    expect(refused({ ...READY, leadRole: "mastery-specialist" })).toBe("lead-not-fit");
    expect(refused({ ...TWO, leadRole: "mastery-specialist" })).toBe("lead-not-fit");
  });
  it("by one who has done the second year of the national programme, where the page asks for it", () => {
    const asked = { ...TWO, prospectus: "2020-21/secondary-development" };
    expect(refused(asked)).toBe("lead-not-fit");
    expect(refused({ ...asked, secondYearDone: false })).toBe("lead-not-fit");
    expect(refused({ ...asked, secondYearDone: true })).toBeNull();
  });
  it("by another one, for a reason, if that one is fit", () => {
    const world = formed(READY);
    const other = { lead: "lead-2", leadRole: "mastery-readiness-lead" };
    const reason = { id: "text-1", words: 3 };
    expect(codeOf(world.tell("north-1", MAY, "ChangeLead", other))).toBe("reason-required");
    expect(codeOf(world.tell("north-1", MAY, "ChangeLead", { ...other, leadRole: "nobody", reason }))).toBe(
      "lead-not-fit",
    );
    expect(world.doGroup("north-1", MAY, "ChangeLead", { ...other, reason }).group("north-1").lead).toBe("lead-2");
  });
});

describe("A Work Group that was never formed, or whose year is over", () => {
  const reason = { id: "text-1", words: 3 };
  const asked = (world: HubWorld, when: string) => [
    codeOf(world.tell("north-1", when, "ChangeLead", { lead: "x", leadRole: "y", reason })),
    codeOf(world.tell("north-1", when, "ScheduleSession", { session: "session-1", on: "2021-01-05" })),
    codeOf(world.tell("north-1", when, "MoveSession", { session: "session-1", on: "2021-01-05", reason })),
    codeOf(world.tell("north-1", when, "CancelSession", { session: "session-1", reason })),
    codeOf(world.tell("north-1", when, "TakeRegister", { session: "session-1", on: "2021-01-05", schools: [] })),
    codeOf(world.tell("north-1", when, "BookSupportVisit", { journey: "a", on: "2021-01-05" })),
    codeOf(world.tell("north-1", when, "AdaptDelivery", { delivery: "online", reason })),
  ];
  it("takes no commands", () => {
    expect(new Set(asked(new HubWorld(), MAY))).toEqual(new Set(["not-found"]));
    const over = formed(READY).until("2021-09-01");
    expect(over.group("north-1").status).toBe("ended");
    expect(new Set(asked(over, "2021-09-01T09:00"))).toEqual(new Set(["not-in-this-state"]));
  });
  it("ends with the last second of its year", () => {
    expect(formed(READY).until("2021-08-31T23:59:58").group("north-1").status).toBe("formed");
    expect(formed(READY).until("2021-08-31T23:59:59").book("north-1", 1)).toEqual([
      { type: "WorkGroupEnded", at: "2021-08-31T22:59:59Z", academicYear: "2020/21" },
    ]);
  });
});

it("What was decided on an older version of a Work Group is turned down", () => {
  const group = formed(READY).group("north-1");
  const command = {
    id: "c-1",
    type: "ScheduleSession" as const,
    at: "2020-05-05T09:00:00Z",
    by: { who: "hub-1", role: "hub-lead" as const },
    data: { session: "session-1", on: "2020-10-14" },
  };
  expect(decide(group, { ...command, expected: 0 }, RULES)).toMatchObject({ rejection: { code: "version-conflict" } });
  expect(decide(group, { ...command, expected: 1 }, RULES)).toMatchObject({ events: [{ type: "SessionScheduled" }] });
  expect(decide({ status: "none" }, { ...command, expected: 1 }, RULES)).toMatchObject({
    rejection: { code: "version-conflict" },
  });
});

describe("In words", () => {
  it("a Work Group below its number says so", () => {
    expect(describeGroup("north-1", formed(SEVEN).group("north-1")).details).toContain(
      "**Below its number: the programme asks for at least 6 schools, and 0 hold a place.**",
    );
    expect(describeGroup("north-1", { status: "none" })).toMatchObject({
      summary: "north-1: not formed",
      chapter: "not formed",
    });
  });
  it("a turn on the waitlist is explained", () => {
    const since = "2024-05-07T08:00:00Z";
    expect(turnInWords({ position: 1, since, held: false })).toBe(
      "On the waitlist since 2024-05-07 09:00, as number 1, with nobody before it: the next place that " +
        "falls free is offered to it.",
    );
    expect(turnInWords({ position: 3, since, held: false })).toBe(
      "On the waitlist since 2024-05-07 09:00, as number 3, with 2 before it: first come, first served.",
    );
    expect(turnInWords({ position: 2, since, held: true })).toContain(
      "passed over until it has answered what the hub asked",
    );
  });
  it("its id is words and numbers", () => {
    expect(["north-readiness-1", "a", "2024-25-x"].map(isGroupId)).toEqual([true, true, true]);
    expect(["", "North", "a--b", "-a", "a-", "a/b", "a b", "x".repeat(81)].map(isGroupId)).toEqual(
      Array.from({ length: 8 }, () => false),
    );
  });
});

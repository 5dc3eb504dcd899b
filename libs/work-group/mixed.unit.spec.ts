// A Work Group that adds sessions, holds more programmes than one, gives a school to another, has too few left, or
// meets in another way for a while.

import { describe, expect, it } from "@jest/globals";
import { codeOf, HubWorld } from "../../test/support/hub-world.ts";
import { application, schoolFor, text } from "../../test/support/journey.ts";
import { DEVELOPMENT, placedGroups, schools, SEVEN } from "../../test/support/placed-group.ts";
import type { CommandData } from "./commands.ts";

const reason = text(3);
const id = (number: number) => `10000${number}-primary`;

/** Two groups, `north` with so many schools and `south` with one; their year is under way. */
const underWay = (count = 6) => placedGroups({ north: schools(count), south: [id(9)] }).until("2024-09-02");

const holders = (world: HubWorld, group: string) => world.group(group).taken.map(({ journey }) => journey);

describe("A session that a Work Group adds", () => {
  it("is one more for each of its schools, and owed by none", () => {
    const world = underWay(1).doGroup("north", "2024-09-03T09:00", "ScheduleSession", {
      session: "session-4",
      on: "2024-12-04",
    });
    expect(world.year(id(1)).extras).toEqual([{ code: "session-4", on: "2024-12-04" }]);
    expect(world.year(id(1)).commitments.some(({ code }) => code === "meeting-4")).toBe(false);
    const held = world.until("2024-12-04").doGroup("north", "2024-12-04T17:00", "TakeRegister", {
      session: "session-4",
      on: "2024-12-04",
      schools: [{ journey: id(1), present: ["100001-1"] }],
    });
    expect(held.year(id(1)).evidence).toMatchObject([{ kind: "attendance", session: "session-4" }]);
  });
});

describe("A Work Group of more programmes than one", () => {
  const mixed = (also: string[], more: Partial<CommandData["FormWorkGroup"]> = {}) =>
    codeOf(
      new HubWorld().tell("mixed", "2024-05-07T09:00", "FormWorkGroup", {
        ...SEVEN,
        prospectus: "2024-25/primary-embedding",
        also,
        ...more,
      }),
    );

  it("holds Embedding and Sustaining schools of its phase and year together, and no others", () => {
    expect(mixed(["2024-25/primary-sustaining"])).toBeNull();
    expect(mixed(["2025-26/primary-sustaining"])).toBe("invalid");
    expect(mixed(["2024-25/secondary-sustaining"])).toBe("invalid");
    expect(mixed([DEVELOPMENT])).toBe("invalid");
  });
  it("of special schools it may be of both phases", () => {
    expect(mixed(["2024-25/secondary-sustaining"], { special: true })).toBeNull();
  });
  it("of special schools it takes those that the register has as such; its lead another one, with a reason", () => {
    const EMBEDDING = "2024-25/primary-embedding";
    const offer = (special: boolean | undefined, data: object, role: "hub-lead" | "hub-coordinator") => {
      const world = new HubWorld().doGroup("mixed", "2024-05-07T09:00", "FormWorkGroup", {
        ...SEVEN,
        prospectus: EMBEDDING,
        special: true,
      });
      const school = { ...schoolFor(EMBEDDING, { urn: "100001" }), ...(special !== undefined && { special }) };
      world.do(id(1), "2024-05-08T09:00", "SubmitApplication", application(EMBEDDING, { school }));
      const by = { who: "hub-1", role };
      const came = world.ask(id(1), "2024-05-09T09:00", "OfferPlace", { workGroup: "mixed", ...data }, by);
      if (codeOf(came) === null)
        world
          .do(id(1), "2024-05-10T09:00", "AcceptOffer", {})
          .do(id(1), "2024-05-13T09:00", "PlaceInWorkGroup", {}, by);
      return codeOf(came);
    };
    expect(offer(true, {}, "hub-coordinator")).toBeNull();
    expect(offer(undefined, {}, "hub-coordinator")).toBeNull();
    expect(offer(false, {}, "hub-lead")).toBe("wrong-group");
    expect(offer(false, { reason }, "hub-coordinator")).toBe("wrong-group");
    expect(offer(false, { reason }, "hub-lead")).toBeNull();
  });
  it("takes schools of either", () => {
    const SUSTAINING = "2024-25/primary-sustaining";
    const world = new HubWorld().doGroup("mixed", "2024-05-07T09:00", "FormWorkGroup", {
      ...SEVEN,
      prospectus: "2024-25/primary-embedding",
      also: [SUSTAINING],
    });
    world
      .do(id(1), "2024-05-08T09:00", "SubmitApplication", application(SUSTAINING))
      .do(id(1), "2024-05-09T09:00", "OfferPlace", { workGroup: "mixed" });
    expect(holders(world, "mixed")).toEqual([id(1)]);
  });
});

describe("A school that goes to another group while its year is under way", () => {
  const place = { workGroup: "south", reason };

  it("has a place there and none where it was; its sessions are the new group's, what it did stays", () => {
    const world = underWay(2).doGroup("south", "2024-09-03T09:00", "MoveSession", {
      session: "session-2",
      on: "2025-02-05",
      reason,
    });
    const before = world.year(id(1)).evidence;
    world.do(id(1), "2024-09-04T09:00", "PlaceInWorkGroup", place);
    expect([holders(world, "north"), holders(world, "south")]).toEqual([[id(2)], [id(9), id(1)]]);
    const { workGroup, commitments, evidence } = world.year(id(1));
    expect([workGroup, evidence]).toEqual(["south", before]);
    expect(commitments.find(({ code }) => code === "meeting-2")?.dueOn).toBe("2025-02-05");
  });
  it("with a reason", () => {
    expect(codeOf(underWay(1).ask(id(1), "2024-09-04T09:00", "PlaceInWorkGroup", { workGroup: "south" }))).toBe(
      "reason-required",
    );
  });
});

describe("A Work Group that falls below its number", () => {
  const fallen = () => underWay(6).do(id(1), "2024-10-01T09:00", "WithdrawSchool", { reason });

  it("is to be decided on by a day, once", () => {
    expect(underWay(6).group("north").task).toBeNull();
    expect(fallen().group("north").task).toMatchObject({ dueOn: "2024-10-08" });
    const twice = fallen().do(id(2), "2024-10-02T09:00", "WithdrawSchool", { reason });
    expect(twice.group("north").task).toMatchObject({ dueOn: "2024-10-08" });
  });
  it("is decided with a reason: it waits, joins another or goes on", () => {
    const decide = (data: CommandData["DecideGroup"]) =>
      codeOf(fallen().tell("north", "2024-10-03T09:00", "DecideGroup", data));
    expect(decide({ decision: "go-on", reason })).toBeNull();
    expect(decide({ decision: "go-on" })).toBe("reason-required");
    expect(decide({ decision: "join", reason })).toBe("invalid");
    expect(decide({ decision: "join", workGroup: "south", reason })).toBeNull();
    expect(codeOf(underWay(6).tell("north", "2024-10-03T09:00", "DecideGroup", { decision: "go-on", reason }))).toBe(
      "not-in-this-state",
    );
  });
  it("is nobody's to decide once it is whole again", () => {
    const again = fallen().do(id(9), "2024-10-02T09:00", "PlaceInWorkGroup", { workGroup: "north", reason });
    expect(again.group("north").task).toBeNull();
  });
});

describe("While a group meets in another way", () => {
  it("nobody is chased until it has settled", () => {
    const world = underWay(1)
      .until("2024-10-02")
      .doGroup("north", "2024-10-02T09:00", "AdaptDelivery", { delivery: "online", until: "2025-04-30", reason });
    const missed = (to: string) =>
      world
        .until(to)
        .year(id(1))
        .commitments.filter(({ status }) => status === "missed").length;
    expect(missed("2025-04-30")).toBe(0);
    expect(missed("2025-05-02")).toBeGreaterThan(0);
  });
  it("that is extended: for as many weeks, and within its year", () => {
    const world = underWay(1).doGroup("north", "2024-09-03T09:00", "AdaptDelivery", {
      delivery: "extended",
      weeks: 3,
      reason,
    });
    expect(world.year(id(1)).restsUntil).toBe("2024-09-24");
    expect(
      codeOf(
        world.tell("north", "2024-09-03T10:00", "AdaptDelivery", { delivery: "online", until: "2025-09-30", reason }),
      ),
    ).toBe("invalid");
  });
});

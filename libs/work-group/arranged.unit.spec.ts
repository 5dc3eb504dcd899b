// When in the day and where a session is held: what the group says, its schools know.

import { describe, expect, it } from "@jest/globals";
import { codeOf, HubWorld } from "../../test/support/hub-world.ts";
import { application, schoolFor, text } from "../../test/support/journey.ts";
import type { CommandData } from "./commands.ts";

const PROGRAMME = "2024-25/primary-development";
const A = "100001-primary";
const B = "100002-primary";
const reason = text(3);
const PLACE = { id: "text-place" };
const LINK = { id: "text-link" };
const led = { hub: "great-north", prospectus: PROGRAMME, lead: "lead-1", leadRole: "mastery-specialist" };

const formed = (sessions: CommandData["FormWorkGroup"]["sessions"] = [], group = "north", world = new HubWorld()) =>
  world.doGroup(group, "2024-05-07T09:00", "FormWorkGroup", { ...led, sessions });

function place(world: HubWorld, journey: string, group = "north"): HubWorld {
  const school = schoolFor(PROGRAMME, { urn: journey.slice(0, 6) });
  world
    .do(journey, "2024-05-08T09:00", "SubmitApplication", application(PROGRAMME, { school }))
    .do(journey, "2024-05-09T09:00", "OfferPlace", { workGroup: group })
    .do(journey, "2024-05-09T09:00", "AcceptOffer", {});
  for (const participant of [`${journey}-1`, `${journey}-2`])
    world.do(journey, "2024-05-09T09:00", "NominateParticipant", { participant, role: "lead-teacher" });
  return world.do(journey, "2024-06-03T09:00", "PlaceInWorkGroup", {});
}
const underWay = (world = formed()) => place(place(world, A), B).until("2024-09-02");

const ofSchool = (world: HubWorld, journey: string, code = "session-1") =>
  world.year(journey).commitments.find((one) => one.code === code);
const ofGroup = (world: HubWorld, code = "session-1") => world.group("north").sessions.find((one) => one.code === code);
const last = (world: HubWorld, journey: string, type: string) =>
  world.journey(journey).events.findLast((event) => event.type === type);
const move = (world: HubWorld, data: Omit<CommandData["MoveSession"], "session">) =>
  world.tell("north", "2024-09-03T09:00", "MoveSession", { session: "session-1", ...data });

describe("A session has times, and a place or a link", () => {
  const timed = { session: "session-1", on: "2024-10-09", startsAt: "13:30", endsAt: "16:00", place: PLACE };
  const known = { startsAt: "13:30", endsAt: "16:00", placeId: "text-place" };

  it("from the forming of its group: each school’s year begins with them", () => {
    const world = underWay(formed([timed]));
    expect(world.book("north")[0]).toMatchObject({ type: "WorkGroupFormed", sessions: [{ ...known }, {}, {}, {}] });
    expect(JSON.stringify(world.book("north")[0])).not.toContain('"place"');
    expect(ofGroup(world)).toMatchObject({ on: "2024-10-09", where: "in-person", ...known });
    for (const journey of [A, B]) {
      expect(last(world, journey, "StageStarted")).toMatchObject({
        commitments: expect.arrayContaining([
          expect.objectContaining({ code: "session-1", dueOn: "2024-10-09", arranged: known }),
        ]) as unknown,
      });
      expect(ofSchool(world, journey)?.arranged).toEqual(known);
      expect(ofSchool(world, journey, "session-2")?.arranged).toBeUndefined();
    }
  });
  it("when it is scheduled; what a later word leaves out stays as it was", () => {
    const world = underWay().doGroup("north", "2024-09-03T09:00", "ScheduleSession", timed);
    expect(last(world, A, "SessionScheduled")).toMatchObject({ session: "session-1", on: "2024-10-09", ...known });
    world.doGroup("north", "2024-09-04T09:00", "ScheduleSession", { session: "session-1", on: "2024-10-16" });
    expect([ofGroup(world), ofSchool(world, A)?.arranged]).toMatchObject([{ on: "2024-10-16", ...known }, known]);
  });
  it("with a link alone it is online, with a place alone it is in person; the other is kept for later", () => {
    const world = underWay(formed([timed]));
    expect(move(world, { link: LINK }).rejection).toBeNull();
    expect(ofGroup(world)).toMatchObject({ where: "online", placeId: "text-place", linkId: "text-link" });
    expect(last(world, A, "SessionMoved")).toMatchObject({ where: "online", linkId: "text-link" });
    expect(ofSchool(world, A)?.arranged).toMatchObject({ where: "online", placeId: "text-place" });
    expect(move(world, { where: "in-person", reason }).rejection).toBeNull();
    expect([ofGroup(world)?.where, ofSchool(world, A)?.arranged?.where]).toEqual(["in-person", "in-person"]);
    // In person, though its link is known: a new day does not put it online.
    expect(move(world, { on: "2024-10-16", reason }).rejection).toBeNull();
    expect([ofGroup(world)?.where, ofSchool(world, A)?.arranged?.where]).toEqual(["in-person", "in-person"]);
  });
  it("goes online with its whole group, and back", () => {
    const world = underWay(formed([timed]));
    const whole = (delivery: "online" | "in-person") => {
      world.doGroup("north", "2024-09-03T09:00", "AdaptDelivery", { delivery, reason });
      return [ofGroup(world)?.where, ofSchool(world, A)?.arranged?.where];
    };
    expect(whole("online")).toEqual(["online", "online"]);
    expect(whole("in-person")).toEqual(["in-person", "in-person"]);
    expect(ofSchool(world, A)?.arranged).toMatchObject(known);
  });
  it("ends after it begins, and begins where it ends", () => {
    for (const [startsAt, endsAt, pointer] of [
      ["13:30", "13:30", "/endsAt"],
      ["13:30", "09:00", "/endsAt"],
      [undefined, "16:00", "/startsAt"],
    ] as const) {
      const times = { ...(startsAt !== undefined && { startsAt }), endsAt };
      const world = underWay();
      const faults = [
        world.tell("north", "2024-09-03T09:00", "ScheduleSession", {
          session: "session-1",
          on: "2024-10-09",
          ...times,
        }),
        move(world, { ...times, reason }),
        world.tell("north", "2024-09-03T09:00", "BookSupportVisit", { journey: A, on: "2024-10-15", ...times }),
      ];
      for (const { rejection } of faults) expect(rejection).toMatchObject({ code: "invalid", errors: [{ pointer }] });
    }
    const wrong = { session: "session-2", on: "2025-02-05", startsAt: "10:00", endsAt: "09:00" };
    expect(
      new HubWorld().tell("north", "2024-05-07T09:00", "FormWorkGroup", { ...led, sessions: [wrong] }),
    ).toMatchObject({
      rejection: { code: "invalid", errors: [{ pointer: "/sessions/0/endsAt" }] },
    });
  });
});

describe("A session is moved", () => {
  it("to another day, with what was known of it; the event says from which day", () => {
    const world = underWay(formed([{ session: "session-1", on: "2024-10-09", startsAt: "13:30", place: PLACE }]));
    expect(move(world, { on: "2024-10-16", reason }).rejection).toBeNull();
    const said = { on: "2024-10-16", from: "2024-10-09", startsAt: "13:30", placeId: "text-place" };
    expect([world.book("north").at(-1), last(world, A, "SessionMoved")]).toMatchObject([said, said]);
  });
  it("to another hour or place of its day: nothing owed moves; the hour has a reason, the place needs none", () => {
    const world = underWay();
    const day = ofGroup(world)?.on;
    expect(codeOf(move(world, { startsAt: "09:00" }))).toBe("reason-required");
    const before = world.journey(A).events.length;
    expect(move(world, { startsAt: "09:00", reason })).toEqual({ rejection: null, skipped: [] });
    expect(move(world, { place: PLACE, length: "full-day" })).toEqual({ rejection: null, skipped: [] });
    expect(world.journey(A).events.slice(before)).toMatchObject([
      { type: "SessionMoved", session: "session-1", on: day, from: day, startsAt: "09:00", reasonId: "text-1" },
      { type: "SessionMoved", session: "session-1", on: day, from: day, startsAt: "09:00", placeId: "text-place" },
    ]);
    expect(ofGroup(world)).toMatchObject({ on: day, length: "full-day", startsAt: "09:00", placeId: "text-place" });
  });
  it("nowhere where nothing is said", () => {
    expect(codeOf(move(underWay(), { reason }))).toBe("invalid");
  });
  it("leaves a school its own day where another place alone is said", () => {
    const world = underWay().do(A, "2024-09-03T08:00", "MoveSession", {
      session: "session-1",
      on: "2024-10-10",
      reason,
    });
    expect(move(world, { place: PLACE })).toEqual({ rejection: null, skipped: [] });
    expect([ofSchool(world, A)?.dueOn, ofSchool(world, B)?.dueOn]).toEqual(["2024-10-10", ofGroup(world)?.on]);
    expect([A, B].map((one) => ofSchool(world, one)?.arranged)).toEqual([
      { placeId: "text-place" },
      { placeId: "text-place" },
    ]);
  });
});

describe("A school in another group", () => {
  it("comes to that group’s sessions, at their times and places, also where the day is the same", () => {
    const day = { session: "session-1", on: "2024-10-09" };
    const world = formed([{ ...day, startsAt: "13:30", place: PLACE }]);
    formed([{ ...day, startsAt: "09:00", link: LINK }], "south", world);
    place(world, A).until("2024-09-02");
    world.do(A, "2024-09-03T09:00", "PlaceInWorkGroup", { workGroup: "south", reason });
    expect(ofSchool(world, A)).toMatchObject({ dueOn: "2024-10-09", status: "open" });
    expect(ofSchool(world, A)?.arranged).toEqual({ startsAt: "09:00", linkId: "text-link", where: "online" });
  });
});

describe("A support visit", () => {
  it("is booked for a day, with its times; another day stands in its place", () => {
    const world = underWay();
    const book = (on: string, times: object = {}) =>
      world.doGroup("north", "2024-09-03T09:00", "BookSupportVisit", { journey: A, on, ...times });
    book("2024-10-15", { startsAt: "10:00", endsAt: "12:00" });
    expect(last(world, A, "SupportVisitBooked")).toMatchObject({
      on: "2024-10-15",
      startsAt: "10:00",
      endsAt: "12:00",
    });
    expect(world.year(A).booked).toEqual([
      { commitment: "support-visit-autumn", on: "2024-10-15", startsAt: "10:00", endsAt: "12:00" },
    ]);
    world.doGroup("north", "2024-09-04T09:00", "BookSupportVisit", { journey: A, on: "2024-10-16", term: "autumn" });
    expect(world.year(A).booked).toEqual([{ commitment: "support-visit-autumn", on: "2024-10-16" }]);
    world.do(A, "2024-09-05T09:00", "RescheduleCommitment", {
      commitment: "support-visit-autumn",
      dueOn: "2024-11-20",
      reason,
    });
    expect([world.year(A).booked, world.year(B).booked]).toEqual([[], []]);
  });
});
